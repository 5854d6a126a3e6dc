"""Reads profiles written in Markdown, one file each. Knows nothing of Django.

The front matter has eight keys in a fixed order, each on one line: a value, or a list in brackets. That is read
here, strictly, rather than by a YAML parser, which would take `29-1141` or `no` for something else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from importers.editorial.entry import Entry
from importers.files import read_text
from importers.report import InputRefusedError, Problems
from occupations.written import (
    ALWAYS,
    FENCE,
    HEADINGS,
    KEYS,
    LICENSES,
    OMITTABLE,
    STATES,
    WrittenProfile,
    WrittenSection,
    in_order,
    is_residual,
    plain_text,
)

SOC, OEWS = "soc-2018", "oews-2021"
# Codes that OEWS and the Employment Projections publish and no SOC has: each combines occupations of SOC 2018.
OEWS_CODES = frozenset({"21-1018", "25-2052", "25-9045", "51-2028", "53-1047"})
NAME = re.compile(r"(?P<code>\d\d-\d{4})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")
CODE = re.compile(r"\d\d-\d{4}")
KEY = re.compile(r"(?P<key>[a-z_]+):(?: (?P<value>\S.*))?")
KINDS = {heading: kind for kind, heading in HEADINGS.items()}
LISTS = ("codes", "omitted", "not_to_be_confused")


def is_profile(path: Path) -> bool:
    """Whether it is, or should be, the file of a profile."""
    return path.suffix == ".md" and path.stem != "README"


def read_profiles(paths: Sequence[Path], problems: Problems) -> list[WrittenProfile]:
    """The profiles of the files, in their order; what is wrong with one, or between two, is added to the problems."""
    found: list[WrittenProfile] = []
    of_code: dict[str, str] = {}
    of_slug: dict[str, str] = {}
    for path in paths:
        try:
            profile = read_profile(path.name, read_text(path), problems)
        except InputRefusedError as refused:
            problems.extend(refused.problems)
            continue
        if profile is None:
            continue
        found.append(profile)
        for code in profile.codes:
            if of_code.setdefault(code, path.name) != path.name:
                problems.add(f"{of_code[code]} is about {code}, too", file=path.name, line=2)
        if of_slug.setdefault(profile.slug, path.name) != path.name:
            problems.add(
                f"{of_slug[profile.slug]} has this name, too, but for the code", file=path.name, line=1
            )
    return found


def read_profile(file: str, text: str, problems: Problems) -> WrittenProfile | None:
    """The profile that the text of a file holds, or None where there are problems with it."""
    return _File(file, text, problems).read()


def entries_of(profile: WrittenProfile) -> list[Entry]:
    """The profile's rows, as a fixture would have them."""
    said: dict[str, Any] = {
        "slug": profile.slug,
        "title": profile.title,
        "release": None,
        "state": profile.state,
        "license": profile.license,
        "omitted": list(profile.omitted),
        "not_to_be_confused": list(profile.not_to_be_confused),
        "reviewed_on": profile.reviewed_on or None,
        "reviewed_by": profile.reviewed_by,
        "occupations": [(OEWS if code in OEWS_CODES else SOC, code) for code in profile.codes],
    }
    sections = [
        Entry(
            profile.file,
            section.line,
            "occupations.profilesection",
            {"profile": [profile.slug], "kind": section.kind, "body": section.body},
        )
        for section in profile.sections
    ]
    return [Entry(profile.file, 1, "occupations.profile", said), *sections]


class _File:
    """One file, read from top to bottom; every problem with its line."""

    def __init__(self, file: str, text: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.lines = text.split("\n")
        self.line_of: dict[str, int] = {}
        self.before = problems.count

    def say(self, line: int, message: str) -> None:
        self.problems.add(message, file=self.file, line=line)

    def read(self) -> WrittenProfile | None:
        name = NAME.fullmatch(self.file.removesuffix(".md"))
        if name is None:
            self.say(1, "the file's name is a code and a title, as in 29-1141-registered-nurses.md")
        front, after = self._front()
        sections = self._sections(after) if after else ()
        if after:
            self._check_front(front)
            self._check_sections(front, sections)
        if self.problems.count > self.before:
            return None
        assert name is not None
        if name["code"] != front["codes"][0]:
            self.say(
                self.line_of["codes"],
                f"the first code is {front['codes'][0]}, that of the file's name {name['code']}",
            )
            return None
        values: dict[str, Any] = {key: tuple(said) if key in LISTS else said for key, said in front.items()}
        return WrittenProfile(slug=name["slug"], sections=sections, file=self.file, **values)

    def _front(self) -> tuple[dict[str, Any], int]:
        """The values by their keys, and the number of lines that they take: 0 where that can't be said."""
        values: dict[str, Any] = {}
        if self.lines[0] != FENCE:
            self.say(1, f"the file begins with {FENCE} and its front matter")
            return values, 0
        if FENCE not in self.lines[1:]:
            self.say(1, f"the front matter has no {FENCE} after it")
            return values, 0
        end = self.lines.index(FENCE, 1)
        for number, line in enumerate(self.lines[1:end], 2):
            found = KEY.fullmatch(line)
            if found is None:
                self.say(number, f"this is not a key and its value: {line}")
            elif found["key"] not in KEYS:
                self.say(number, f"{found['key']} is not a key; those known are {', '.join(KEYS)}")
            elif found["key"] in values:
                self.say(number, f"{found['key']} appears twice")
            else:
                self.line_of[found["key"]] = number
                values[found["key"]] = self._value(found["key"], found["value"] or "", number)
        missing = [key for key in KEYS if key not in values]
        for key in missing:
            self.say(1, f"{key} is missing")
        if not missing and list(values) != list(KEYS):
            self.say(2, f"the keys stand in this order: {', '.join(KEYS)}")
        return values, end + 1

    def _value(self, key: str, value: str, line: int) -> str | list[str]:
        if key not in LISTS:
            return value
        if not (value.startswith("[") and value.endswith("]")):
            self.say(line, f"{key} is a list in brackets, as in [29-1141, 29-1171]")
            return []
        values = [one.strip() for one in value[1:-1].split(",")] if value[1:-1].strip() else []
        if len(set(values)) < len(values):
            self.say(line, f"{key} names one twice")
        return values

    def _check_front(self, front: Mapping[str, Any]) -> None:
        for key, choices in (("state", STATES), ("license", LICENSES)):
            if key in front and front[key] not in choices:
                self.say(self.line_of[key], f"{key} is one of {', '.join(choices)}, not “{front[key]}”")
        for key in ("codes", "not_to_be_confused"):
            for code in front.get(key, ()):
                if not CODE.fullmatch(code):
                    self.say(self.line_of[key], f"“{code}” is not a code of the SOC, such as 29-1141")
        codes = front.get("codes", [])
        if "codes" in front and not codes:
            self.say(self.line_of["codes"], "no code is given")
        elif codes != in_order(codes, OEWS_CODES):
            self.say(self.line_of["codes"], f"write [{', '.join(in_order(codes, OEWS_CODES))}]")
        for code in set(codes) & set(front.get("not_to_be_confused", ())):
            self.say(self.line_of["not_to_be_confused"], f"the profile itself is about {code}")
        if front.get("title") == "":
            self.say(self.line_of["title"], "the title is empty")
        for name in front.get("omitted", ()):
            if name not in OMITTABLE:
                self.say(
                    self.line_of["omitted"],
                    f"“{name}” is not a section that can be left out: {', '.join(OMITTABLE)}",
                )
        self._check_review(front)

    def _check_review(self, front: Mapping[str, Any]) -> None:
        day = front.get("reviewed_on", "")
        try:
            if day and dt.date.fromisoformat(day).isoformat() != day:
                raise ValueError
        except ValueError:
            self.say(self.line_of["reviewed_on"], f"“{day}” is not a date, such as 2026-05-15")
        if bool(day) != bool(front.get("reviewed_by", "")):
            self.say(self.line_of.get("reviewed_on", 1), "a review has both a date and a person's name")

    def _sections(self, start: int) -> tuple[WrittenSection, ...]:
        """The sections in the order of the file; a heading that isn't one of theirs is a problem."""
        headings: list[tuple[int, str]] = []
        unknown = 0
        for number, line in enumerate(self.lines[start:], start + 1):
            if re.match(r"##? ", line) or line in ("#", "##"):
                heading = line.removeprefix("## ")
                if heading in KINDS:
                    headings.append((number, KINDS[heading]))
                else:
                    self.say(number, f"“{line}” is not a section: {', '.join(KINDS)}")
                    unknown += 1
            elif line.strip() and not headings and not unknown:
                self.say(number, "this text stands before the first section")
                unknown += 1
        ends = [number - 1 for number, _ in headings[1:]] + [len(self.lines)]
        return tuple(
            self._section(number, end, kind) for (number, kind), end in zip(headings, ends, strict=True)
        )

    def _section(self, number: int, end: int, kind: str) -> WrittenSection:
        within = self.lines[number:end]
        body = plain_text("\n".join(within))
        if not body:
            self.say(number, f"{HEADINGS[kind]} is empty: leave it out and name it in omitted")
        blank = next((n for n, line in enumerate(within) if line.strip()), 0)
        return WrittenSection(kind, body, number, number + blank + 1)

    def _check_sections(self, front: Mapping[str, Any], sections: Sequence[WrittenSection]) -> None:
        here: list[str] = []
        for section in sections:
            if section.kind in here:
                self.say(section.line, f"{section.heading} appears twice")
            elif here and section.kind < here[-1]:
                self.say(section.line, f"{section.heading} stands before {HEADINGS[here[-1]]}")
            here.append(section.kind)
        for kind in ALWAYS:
            if kind not in here:
                self.say(len(self.lines), f"{HEADINGS[kind]} is missing")
        omitted = front.get("omitted", ())
        for name, kind in OMITTABLE.items():
            if kind in here and name in omitted:
                self.say(self.line_of["omitted"], f"{HEADINGS[kind]} is named as left out, and is here")
            elif kind not in here and name not in omitted and not is_residual(front.get("title", "")):
                self.say(len(self.lines), f"{HEADINGS[kind]} is missing, and omitted doesn't name it")
