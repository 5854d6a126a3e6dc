"""`manage.py lint_profiles`: figures and borrowed sentences in the texts of profiles."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.editorial import SOURCE, reader
from importers.files import files_in
from importers.report import InputRefusedError
from occupations.lint.borrowed import RUN, borrowed
from occupations.lint.figures import Fact, figures_in, judge
from occupations.lint.prose import prose_of
from occupations.lint.sources import UnreadableSourceError, passages
from occupations.models import Profile, ProfileSection
from wages.profile_facts import facts_of


@dataclass(frozen=True)
class Section:
    """A section's text as its reader sees it, and where to find what the data say of its occupations."""

    profile: str
    title: str
    kind: str
    text: str
    facts: Callable[[], list[Fact]]

    def __str__(self) -> str:
        return f"{self.profile}, {ProfileSection.Kind(self.kind).label}"


def words(text: str) -> int:
    if not text.isdecimal() or int(text) < 3:
        raise ArgumentTypeError(f"{text} is not a number of words; write 3 or more")
    return int(text)


class Command(BaseCommand):
    help = "Name every figure in the texts of profiles, and every run of words that stands in a source."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against", nargs="+", type=Path, metavar="PATH", default=[],
            help="sources whose wording must not be taken over: XML, HTML, tables, xlsx, plain text, also .gz",
        )  # fmt: skip
        parser.add_argument(
            "--fixtures",
            type=Path,
            metavar="DIR",
            help="read the fixtures of this folder instead of the database",
        )
        parser.add_argument(
            "--words", type=words, default=RUN, metavar="N", help=f"the length of a run ({RUN} unless told)"
        )

    def handle(self, *, against: list[Path], fixtures: Path | None, words: int, **options: Any) -> None:
        sections = sections_of_fixtures(fixtures) if fixtures else sections_of_database()
        try:
            findings = [*figures(sections), *runs(sections, against, words)]
        except UnreadableSourceError as error:
            raise CommandError(str(error)) from error
        for finding in findings:
            self.stdout.write(finding)
        profiles = len({section.profile for section in sections})
        read = f"{_counted(profiles, 'profile')} with {_counted(len(sections), 'section')} read"
        if findings:
            raise CommandError(f"{read}; {len(findings)} flagged.")
        self.stdout.write(f"{read}; nothing flagged.")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def sections_of_database() -> list[Section]:
    """The sections that people wrote, drafts too. Two queries, and those of a profile's facts if it has a figure.

    A publisher's own text is left out: it has its publisher's figures and words by nature.
    """
    rows = (
        ProfileSection.objects.filter(markup=ProfileSection.Markup.MARKDOWN)
        .select_related("profile")
        .prefetch_related("profile__occupations")
    )
    return [
        Section(
            row.profile.slug, row.profile.title, row.kind, prose_of(row.body),
            partial(_facts, row.profile),
        )
        for row in rows
    ]  # fmt: skip


def _facts(profile: Profile) -> list[Fact]:
    return facts_of(profile.occupations.all())


def sections_of_fixtures(folder: Path) -> list[Section]:
    """The sections that the fixtures of a folder state; there is no data beside them to compare."""
    try:
        entries = reader.read(files_in([folder], SOURCE.folders))
    except InputRefusedError as refused:
        raise CommandError(str(refused)) from refused
    titles = {
        entry.fields["slug"]: entry.fields["title"]
        for entry in entries
        if entry.model == Profile._meta.label_lower
    }
    return [
        Section(
            slug, titles.get(slug, ""), entry.fields["kind"], prose_of(entry.fields["body"]), list
        )
        for entry in entries
        if entry.model == ProfileSection._meta.label_lower
        for slug in entry.fields["profile"]
    ]  # fmt: skip


def figures(sections: list[Section]) -> list[str]:
    """A line for each figure in the texts, with what the data say of it."""
    lines = []
    for section in sections:
        for figure in figures_in(section.text):
            verdict = judge(figure, section.facts())
            lines.append(f"{section}: figure “{figure.words}”{f' {verdict}' if verdict else ''}")
    return lines


def runs(sections: list[Section], paths: list[Path], length: int) -> list[str]:
    """A line for each run of words that a text shares with a source."""
    found = borrowed(
        [section.text for section in sections],
        (passage for path in paths for passage in passages(path)),
        length=length,
        allowed={section.title for section in sections},
    )
    return [f"{sections[run.text]}: words of {run.source} “{' '.join(run.words.split())}”" for run in found]
