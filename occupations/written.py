"""A profile as a file: front matter, and sections under fixed headings. Knows nothing of Django.

`importers/editorial/markdown.py` reads such files, `manage.py export editorial` writes them, and `occupations/lint`
judges them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

HEADINGS = {
    "05-in-short": "In short",
    "10-what-they-do": "What they do",
    "20-work-environment": "Work environment",
    "30-work-schedules": "Work schedules",
    "40-education-and-training": "How to become one",
    "50-other-skills": "Qualities that help",
    "60-advancement": "Advancement",
    "70-pay": "Pay",
    "80-job-outlook": "Job outlook",
    "85-similar-occupations": "Similar occupations",
    "90-contacts": "Contacts and sources",
}
IN_SHORT, WHAT_THEY_DO, HOW_TO_BECOME_ONE = "05-in-short", "10-what-they-do", "40-education-and-training"
ALWAYS = (IN_SHORT, WHAT_THEY_DO, HOW_TO_BECOME_ONE)
OMITTABLE = {
    "work-environment": "20-work-environment",
    "work-schedules": "30-work-schedules",
    "qualities-that-help": "50-other-skills",
    "advancement": "60-advancement",
}
STATES = ("draft", "review", "published")
LICENSES = ("state", "some-states", "federal", "none", "unknown")
KEYS = (
    "codes", "title", "state", "license", "omitted", "not_to_be_confused", "reviewed_on", "reviewed_by",
)  # fmt: skip
FENCE = "---"


@dataclass(frozen=True)
class WrittenSection:
    """One section: its Markdown without blank lines around it, and the lines where heading and text begin."""

    kind: str
    body: str
    line: int = 0
    text_line: int = 0

    @property
    def heading(self) -> str:
        return HEADINGS[self.kind]


@dataclass(frozen=True)
class WrittenProfile:
    """What a file says. `codes` are in the order of the file, which is that of `in_order`."""

    slug: str
    codes: tuple[str, ...]
    title: str
    state: str
    license: str
    omitted: tuple[str, ...]
    not_to_be_confused: tuple[str, ...]
    reviewed_on: str
    reviewed_by: str
    sections: tuple[WrittenSection, ...]
    file: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.codes[0]}-{self.slug}"

    @property
    def is_residual(self) -> bool:
        return is_residual(self.title)

    @property
    def text(self) -> str:
        """The whole file: what is read from it and written again is the same to the byte."""
        lists = (self.codes, self.omitted, self.not_to_be_confused)
        codes, omitted, not_to_be_confused = (f"[{', '.join(one)}]" for one in lists)
        values = (
            codes, self.title, self.state, self.license, omitted, not_to_be_confused, self.reviewed_on,
            self.reviewed_by,
        )  # fmt: skip
        front = [f"{key}: {value}".rstrip() for key, value in zip(KEYS, values, strict=True)]
        sections = [f"## {section.heading}\n{section.body}\n" for section in self.sections]
        return "\n".join([FENCE, *front, FENCE, "\n".join(sections)])


@dataclass(frozen=True)
class WrittenIntroduction:
    """The paragraph about one group of occupations or one industry, and the lines where heading and text begin."""

    about: str
    """The folder of its file: groups or industries."""
    code: str
    text: str
    file: str = ""
    line: int = 0
    text_line: int = 0

    @property
    def name(self) -> str:
        return f"{self.about}/{self.code}"


def is_residual(title: str) -> bool:
    """Whether it is an "All other", which has three sections only."""
    return re.search(r"\ball other\b", title, re.IGNORECASE) is not None


def in_order(codes: Iterable[str], combinations: Iterable[str] = ()) -> list[str]:
    """Codes in the order in which a file has them: what combines others first."""
    first = set(combinations)
    return sorted(codes, key=lambda code: (code not in first, code))


def plain_text(body: str) -> str:
    """A section's text as it is kept: ends of lines as in a file, nothing around it."""
    return "\n".join(line.rstrip() for line in body.replace("\r\n", "\n").split("\n")).strip()
