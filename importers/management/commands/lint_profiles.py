"""`manage.py lint_profiles`: what is wrong with the texts of profiles."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import Resolver404, resolve

from importers.editorial import SOURCE
from importers.editorial.export import profiles_of_editors, written_profile
from importers.editorial.introductions import is_introduction
from importers.editorial.markdown import is_profile, read_profiles
from importers.gathering import gathered
from importers.report import InputRefusedError, Problems
from occupations.lint.blocks import Finding, blocks_of
from occupations.lint.borrowed import RUN, borrowed
from occupations.lint.education import education
from occupations.lint.figures import Fact, figures_in, judge, without_prices
from occupations.lint.prose import prose_of
from occupations.lint.shape import shape
from occupations.lint.sources import UnreadableSourceError, ensure_there, passages
from occupations.lint.wording import shared, wording
from occupations.models import Profile, Projection, Release
from occupations.written import WrittenProfile
from wages.profile_facts import facts_of


@dataclass(frozen=True)
class Draft:
    """A profile, and where to find what the data say of its occupations."""

    profile: WrittenProfile
    facts: Callable[[], list[Fact]] = list
    entry: str = ""
    """The usual education in the publisher's words, where the data are at hand and name one."""

    def place(self, finding: Finding) -> str:
        """File and line, or profile and section where the text is in the database."""
        if self.profile.file:
            return f"{self.profile.file}:{finding.line}"
        return f"{self.profile.slug}, {finding.section.heading}" if finding.section else self.profile.slug


def words(text: str) -> int:
    if not text.isdecimal() or int(text) < 3:
        raise ArgumentTypeError(f"{text} is not a number of words; write 3 or more")
    return int(text)


class Command(BaseCommand):
    help = (
        "Name what is wrong with the texts of profiles: figures, borrowed and repeated sentences, lengths, duties,"
        " reading grade, spelling, links, headings."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against", nargs="+", type=Path, metavar="PATH", default=[],
            help="sources whose wording must not be taken over: XML, HTML, tables, xlsx, plain text, also .gz",
        )  # fmt: skip
        parser.add_argument(
            "--fixtures",
            type=Path,
            metavar="DIR",
            help="read the profiles of this folder instead of the database",
        )
        parser.add_argument(
            "--words", type=words, default=RUN, metavar="N", help=f"the length of a run ({RUN} unless told)"
        )

    def handle(self, *, against: list[Path], fixtures: Path | None, words: int, **options: Any) -> None:
        try:
            ensure_there(against)  # before the work of a minute
            drafts = drafts_of_files(fixtures) if fixtures else drafts_of_database()
            lines = [*findings(drafts), *runs(drafts, against, words)]
        except UnreadableSourceError as error:
            raise CommandError(str(error)) from error
        except ModuleNotFoundError as error:
            raise CommandError(
                f"{error.name} is missing, a tool for development: uv sync brings it."
            ) from error
        for line in lines:
            self.stdout.write(line)
        sections = sum(len(draft.profile.sections) for draft in drafts)
        read = f"{_counted(len(drafts), 'profile')} with {_counted(sections, 'section')} read"
        if lines:
            raise CommandError(f"{read}; {len(lines)} flagged.")
        self.stdout.write(f"{read}; nothing flagged.")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def drafts_of_database() -> list[Draft]:
    """The profiles that people wrote, drafts too. Six queries, and those of a profile's facts if it has a figure.

    A publisher's own text is left out: it has its publisher's figures and words by nature.
    """
    entry = _usual_education()
    drafts = []
    for profile in profiles_of_editors():
        written = written_profile(profile)
        if written.sections:
            named = {entry[code] for code in written.codes if code in entry}
            drafts.append(Draft(written, partial(_facts, profile), named.pop() if len(named) == 1 else ""))
    return drafts


def _facts(profile: Profile) -> list[Fact]:
    return facts_of(profile.occupations.all())


def _usual_education() -> dict[str, str]:
    """The education that the newest projections name for each occupation, by its code."""
    newest = Release.objects.newest("projections", None)
    rows = Projection.objects.filter(release=newest, entry_education__isnull=False).select_related(
        "occupation"
    )
    return {row.occupation.code: row.get_entry_education_display().replace("’", "'") for row in rows}


def drafts_of_files(folder: Path) -> list[Draft]:
    """The profiles of the folder's files; there is no data beside them to compare."""
    problems = Problems()
    try:
        with gathered([folder], SOURCE.folders, SOURCE.not_data) as found:
            files = sorted(filter(_is_of_profile, found.files), key=lambda path: path.name)
            profiles = read_profiles(files, problems)
        problems.refuse()
    except InputRefusedError as refused:
        raise CommandError(str(refused)) from refused
    return [Draft(profile) for profile in profiles]


def _is_of_profile(path: Path) -> bool:
    return is_profile(path) and not is_introduction(path)


def findings(drafts: Sequence[Draft]) -> Iterator[str]:
    """A line for each breach of a rule."""
    for draft in drafts:
        for finding in (
            *figures(draft),
            *shape(draft.profile),
            *wording(draft.profile, _is_address),
            *education(draft.profile, draft.entry),
        ):
            yield f"{draft.place(finding)}: {finding.message}"
    of_profile = {draft.profile.slug: draft for draft in drafts}
    for profile, finding in shared([draft.profile for draft in drafts]):
        yield f"{of_profile[profile.slug].place(finding)}: {finding.message}"


def figures(draft: Draft) -> Iterator[Finding]:
    """Each figure in the text, with what the data say of it."""
    for block in blocks_of(draft.profile):
        for figure in figures_in(prose_of(without_prices(block.markdown))):
            verdict = judge(figure, draft.facts())
            yield block.finding(f"figure “{figure.words}”{f' {verdict}' if verdict else ''}")


def _is_address(address: str) -> bool:
    """Whether the site has a page of this address."""
    try:
        resolve(address.partition("#")[0].partition("?")[0])
    except Resolver404:
        return False
    return True


def runs(drafts: Sequence[Draft], paths: list[Path], length: int) -> list[str]:
    """A line for each run of words that a text shares with a source."""
    if not paths:
        return []
    blocks = [(draft, block) for draft in drafts for block in blocks_of(draft.profile)]
    found = borrowed(
        [block.text for _, block in blocks],
        (passage for path in paths for passage in passages(path)),
        length=length,
        allowed={draft.profile.title for draft in drafts},
    )
    lines = []
    for run in found:
        draft, block = blocks[run.text]
        finding = block.finding(f"words of {run.source} “{' '.join(run.words.split())}”")
        lines.append(f"{draft.place(finding)}: {finding.message}")
    return lines
