"""`manage.py lint_profiles`: what is wrong with the texts about occupations, groups and industries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import Resolver404, resolve

from importers.editorial import SOURCE, known
from importers.editorial.export import profiles_of_editors, written_profile
from importers.editorial.export_introductions import written_introductions
from importers.editorial.introductions import is_introduction, read_written
from importers.editorial.known import Known
from importers.editorial.markdown import is_profile, read_profiles
from importers.gathering import gathered
from importers.report import InputRefusedError, Problems
from occupations.lint import trace
from occupations.lint.blocks import Block, Finding, block_of, blocks_of
from occupations.lint.borrowed import borrowed
from occupations.lint.education import WayIn, education
from occupations.lint.figures import Fact, figures_in, judge, without_prices
from occupations.lint.prose import prose_of
from occupations.lint.reading import grade_of, words_in
from occupations.lint.shape import asked, introduction, neighbors, shape
from occupations.lint.sources import UnreadableSourceError, ensure_there, passages
from occupations.lint.wording import HIGHEST_GRADE_OF_INTRODUCTION, Text, shared, wording
from occupations.models import Profile
from occupations.written import WHAT_THEY_DO, WrittenIntroduction, WrittenProfile
from wages.profile_facts import facts_of

UNKNOWN = WayIn()


@dataclass(frozen=True)
class Draft:
    """A text, and where to find what the data say of its occupations."""

    about: WrittenProfile | WrittenIntroduction
    facts: Callable[[], list[Fact]] = list
    way_in: WayIn = UNKNOWN

    @property
    def name(self) -> str:
        return self.about.name

    @property
    def group(self) -> str:
        """What the table of grades counts it with: the major group, or introductions of its kind."""
        return f"{self.name[:2]}-0000" if isinstance(self.about, WrittenProfile) else self.about.about

    def blocks(self) -> tuple[Block, ...]:
        return blocks_of(self.about) if isinstance(self.about, WrittenProfile) else (block_of(self.about),)

    def place(self, finding: Finding) -> str:
        """File and line, or profile and section where the text is in the database."""
        if self.about.file:
            return f"{self.about.file}:{finding.line}"
        name = self.about.slug if isinstance(self.about, WrittenProfile) else self.name
        return f"{name}, {finding.section.heading}" if finding.section else name


class Command(BaseCommand):
    help = (
        "Name what is wrong with the texts about occupations, groups and industries: figures, borrowed and repeated"
        " sentences, lengths, duties, the usual way in, reading grade, spelling, links, headings."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against", nargs="+", type=Path, metavar="PATH", default=[],
            help="sources to hold the wording against, whole: XML, HTML, tables, xlsx, plain text, also .gz;"
            " without them, against the trace that is kept of the publishers' texts",
        )  # fmt: skip
        parser.add_argument(
            "--fixtures",
            type=Path,
            metavar="DIR",
            help="read the texts of this folder instead of the database",
        )
        parser.add_argument(
            "--bundle", type=Path, metavar="DIR", default=settings.FIXTURES_DIR / "bundle",
            help="the bundle that has the official titles and, for texts of a folder, the usual way in (%(default)s)",
        )  # fmt: skip
        parser.add_argument(
            "--table",
            action="store_true",
            help="end with texts, words, grade and findings of each major group",
        )

    def handle(
        self, *, against: list[Path], fixtures: Path | None, bundle: Path, table: bool, **options: Any
    ) -> None:
        try:
            ensure_there(against)  # before the work of a minute
            about = known.of_bundle(bundle)
            drafts = drafts_of_files(fixtures, about) if fixtures else drafts_of_database()
            found = [*findings(drafts), *duties_of_a_source(drafts), *runs(drafts, against, about)]
        except UnreadableSourceError as error:
            raise CommandError(str(error)) from error
        except ModuleNotFoundError as error:
            raise CommandError(
                f"{error.name} is missing, a tool for development: uv sync brings it."
            ) from error
        for draft, finding in found:
            self.stdout.write(f"{draft.place(finding)}: {finding.message}")
        if table:
            self.stdout.write("\n".join(_table(drafts, found)))
        read = _read(drafts)
        if found:
            raise CommandError(f"{read}; {len(found)} flagged.")
        self.stdout.write(f"{read}; nothing flagged.")


def _read(drafts: Sequence[Draft]) -> str:
    profiles = [draft.about for draft in drafts if isinstance(draft.about, WrittenProfile)]
    sections = sum(len(profile.sections) for profile in profiles)
    read = f"{_counted(len(profiles), 'profile')} with {_counted(sections, 'section')}"
    if len(drafts) > len(profiles):
        read += f" and {_counted(len(drafts) - len(profiles), 'introduction')}"
    return f"{read} read"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _table(drafts: Sequence[Draft], found: Sequence[tuple[Draft, Finding]]) -> Iterator[str]:
    """Texts, words, mean and highest grade, findings: a line for each major group and each kind of introduction."""
    yield "group       texts   words  grade  highest  findings"
    for group in sorted({draft.group for draft in drafts}):
        within = [draft for draft in drafts if draft.group == group]
        words = sum(len(words_in(block.text)) for draft in within for block in draft.blocks())
        grades = [
            grade_of(block.text for block in draft.blocks() if block.kind == "paragraph") for draft in within
        ]
        flagged = sum(draft.group == group for draft, _ in found)
        mean = sum(grades) / len(grades)
        yield f"{group:<11}{len(within):>6}{words:>8,}{mean:>7.1f}{max(grades):>9.1f}{flagged:>10}"


def drafts_of_database() -> list[Draft]:
    """The texts that people wrote, drafts too. Eight queries, and those of a profile's facts if it has a figure.

    A publisher's own text is left out: it has its publisher's figures and words by nature.
    """
    said = Known(known.of_database())
    drafts = []
    for profile in profiles_of_editors():
        written = written_profile(profile)
        if written.sections:
            drafts.append(Draft(written, partial(_facts, profile), said.way_in(written.codes)))
    return [*drafts, *map(Draft, written_introductions())]


def _facts(profile: Profile) -> list[Fact]:
    return facts_of(profile.occupations.all())


def drafts_of_files(folder: Path, about: Known) -> list[Draft]:
    """The texts of the folder's files; their figures are compared with nothing."""
    problems = Problems()
    try:
        with gathered([folder], SOURCE.folders, SOURCE.not_data) as found:
            files = sorted(found.files, key=lambda path: path.name)
            profiles = read_profiles(filter_profiles(files), problems)
            introductions = read_written([path for path in files if is_introduction(path)], problems)
        problems.refuse()
    except InputRefusedError as refused:
        raise CommandError(str(refused)) from refused
    drafts = [Draft(profile, way_in=about.way_in(profile.codes)) for profile in profiles]
    return [*drafts, *map(Draft, introductions)]


def filter_profiles(files: Sequence[Path]) -> list[Path]:
    return [path for path in files if is_profile(path) and not is_introduction(path)]


def findings(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Finding]]:
    """Each breach of a rule."""
    profiles = [draft.about for draft in drafts if isinstance(draft.about, WrittenProfile)]
    titles = {code: profile.title for profile in profiles for code in profile.codes}
    for draft in drafts:
        yield from ((draft, finding) for finding in (*figures(draft), *_rules(draft, titles)))
    by_name = {draft.name: draft for draft in drafts}
    for name, finding in shared([Text(draft.name, draft.blocks()) for draft in drafts]):
        yield by_name[name], finding


def _rules(draft: Draft, titles: Mapping[str, str]) -> Iterator[Finding]:
    blocks = draft.blocks()
    if isinstance(draft.about, WrittenProfile):
        yield from shape(draft.about)
        yield from wording(blocks, _is_address)
        yield from asked(draft.about)
        yield from neighbors(draft.about, titles)
        yield from education(draft.about, draft.way_in)
    else:
        yield from introduction(draft.about)
        yield from wording(blocks, _is_address, HIGHEST_GRADE_OF_INTRODUCTION)


def figures(draft: Draft) -> Iterator[Finding]:
    """Each figure in the text, with what the data say of it."""
    for block in draft.blocks():
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


def duties_of_a_source(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Finding]]:
    """The short duties that are word for word those of a source; the long ones are runs."""
    kept = trace.read()
    for draft in drafts:
        for block in draft.blocks():
            duty = block.kind == "item" and block.section is not None and block.section.kind == WHAT_THEY_DO
            if duty and kept.has(block.text):
                yield draft, block.finding(f"a source has this duty, too: “{block.text}”")


def runs(drafts: Sequence[Draft], paths: list[Path], about: Known) -> Iterator[tuple[Draft, Finding]]:
    """Each run of words that a text shares with a source: one of the paths, or else the trace that is kept."""
    blocks = [(draft, block) for draft in drafts for block in draft.blocks()]
    texts = [block.text for _, block in blocks]
    titles = about.titles | {draft.about.title for draft in drafts if isinstance(draft.about, WrittenProfile)}
    if paths:
        read = (passage for path in paths for passage in passages(path))
        found = borrowed(texts, read, allowed=titles)
    else:
        found = trace.read().borrowed(texts, titles)
    for run in found:
        draft, block = blocks[run.text]
        yield draft, block.finding(f"words of {run.source} “{' '.join(run.words.split())}”")
