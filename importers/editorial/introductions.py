"""Reads the paragraphs about groups of occupations and industries, written in Markdown. Knows nothing of Django.

A file has a major group or a sector with all that is in it: a front matter with its code and title and its paragraph,
then each inner group or industry under a heading of its code and title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from importers.editorial.entry import Entry
from importers.files import read_text
from importers.report import InputRefusedError, Problems
from occupations.written import FENCE, WrittenIntroduction

GROUPS, INDUSTRIES = "groups", "industries"
FOLDERS = (GROUPS, INDUSTRIES)
SOC, NAICS, OEWS_INDUSTRIES = "soc-2018", "naics-2022", "oews-industries"
# What no NAICS has: government as OEWS counts it.
OF_OEWS = frozenset({"99", "999"})
FRONT = re.compile(rf"{FENCE}\ncode: (?P<code>\S+)\ntitle: (?P<title>\S.*)\n{FENCE}\n")
HEADING = re.compile(r"## (?P<code>\S+) (?P<title>\S.*)")
MODEL = "occupations.introduction"


def is_introduction(path: Path) -> bool:
    """Whether it is, or should be, such a file: by its folder."""
    return path.suffix == ".md" and path.stem != "README" and path.parent.name in FOLDERS


def read_introductions(paths: Sequence[Path], problems: Problems) -> list[Entry]:
    """The rows of the files, as a fixture would have them; what is wrong with one is added to the problems."""
    found = []
    for one in read_written(paths, problems):
        field = "occupation" if one.about == GROUPS else "industry"
        row = {field: [_system(field, one.code), one.code], "text": one.text}
        found.append(Entry(one.file, one.line, MODEL, row))
    return found


def read_written(paths: Sequence[Path], problems: Problems) -> list[WrittenIntroduction]:
    """What the files say; what is wrong with one is added to the problems."""
    found: list[WrittenIntroduction] = []
    file_of: dict[tuple[str, str], str] = {}
    for path in paths:
        try:
            text = read_text(path)
        except InputRefusedError as refused:
            problems.extend(refused.problems)
            continue
        about = path.parent.name
        for code, line, text_line, body in _paragraphs(path.name, text, problems):
            if (about, code) in file_of:
                problems.add(f"{file_of[about, code]} is about {code}, too", file=path.name, line=line)
            file_of[about, code] = path.name
            found.append(WrittenIntroduction(about, code, body, path.name, line, text_line))
    return found


def _system(field: str, code: str) -> str:
    if field == "occupation":
        return SOC
    return OEWS_INDUSTRIES if code in OF_OEWS else NAICS


def _paragraphs(file: str, text: str, problems: Problems) -> list[tuple[str, int, int, str]]:
    """Code, line of the heading, line and text of the paragraph of each part of a file."""
    front = FRONT.match(text)
    if front is None:
        problems.add(
            "the file begins with ---, code: and title: on lines of their own, and ---", file=file, line=1
        )
        return []
    parts: list[tuple[str, int, list[tuple[int, str]]]] = [(front["code"], 2, [])]
    first = text[: front.end()].count("\n") + 1
    for number, line in enumerate(text[front.end() :].split("\n"), first):
        heading = HEADING.fullmatch(line)
        if heading is not None:
            parts.append((heading["code"], number, []))
        elif line.startswith("#"):
            problems.add("a heading is ## with a code and a title", file=file, line=number)
        else:
            parts[-1][2].append((number, line))
    found = []
    for code, number, body in parts:
        paragraph = "\n".join(line for _, line in body).strip()
        begins = next((at for at, line in body if line.strip()), number)
        if not paragraph or "\n" in paragraph:
            problems.add(f"{code} has one paragraph, on one line", file=file, line=number)
        found.append((code, number, begins, paragraph))
    return found


def written(parts: Sequence[tuple[str, str, str]]) -> str:
    """The text of a file: code, title and paragraph of the major group or sector, then of each part."""
    (code, title, paragraph), *inside = parts
    front = f"{FENCE}\ncode: {code}\ntitle: {title}\n{FENCE}\n\n{paragraph}\n"
    return front + "".join(f"\n## {code} {title}\n\n{paragraph}\n" for code, title, paragraph in inside)
