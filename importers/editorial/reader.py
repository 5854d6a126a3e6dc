"""Reads the editorial content: profiles and introductions in Markdown, the rest as JSON without numbers of rows.

Knows nothing of Django.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from importers.editorial.entry import Entry
from importers.editorial.introductions import is_introduction, read_introductions
from importers.editorial.markdown import entries_of, is_profile, read_profiles
from importers.files import read_text
from importers.report import InputRefusedError, Problems, refuse

SPACE = re.compile(r"\s*")
PROFILES = "20"  # where the profiles come among the fixtures: what a profile refers to stands before, what to it after
# What people write here; code systems, areas and official figures come from their publishers.
EDITORIAL_MODELS = (
    "occupations.release",
    "occupations.profile",
    "occupations.profilesection",
    "occupations.certifyingorganization",
    "occupations.certification",
    "occupations.projection",
    "occupations.industryshare",
    "wages.wageestimate",
)


def read(paths: Sequence[Path]) -> list[Entry]:
    """The rows of the .json files and of the profiles (.md); other files are left alone.

    They come in the order of the files' names, profiles after `1…`. Raises InputRefusedError with every file
    that is neither and every row that can't be one.
    """
    fixtures = sorted((path for path in paths if path.suffix == ".json"), key=lambda path: path.name)
    introductions = sorted(filter(is_introduction, paths), key=lambda path: path.name)
    profiles = sorted(set(filter(is_profile, paths)) - set(introductions), key=lambda path: path.name)
    problems = Problems()
    if not fixtures and not profiles and not introductions:
        problems.add("none of the files is a fixture (.json) or a profile (.md)")
    entries: list[Entry] = []
    for path in fixtures:
        if path.name < PROFILES:
            entries += _of_fixture(path, problems)
    for profile in read_profiles(profiles, problems):
        entries += entries_of(profile)
    entries += read_introductions(introductions, problems)
    for path in fixtures:
        if path.name >= PROFILES:
            entries += _of_fixture(path, problems)
    problems.refuse()
    return entries


def _of_fixture(path: Path, problems: Problems) -> list[Entry]:
    try:
        return _entries(path, problems)
    except InputRefusedError as refused:
        problems.extend(refused.problems)
        return []


def _entries(path: Path, problems: Problems) -> list[Entry]:
    found: list[Entry] = []
    for line, row in _rows(path):
        place: dict[str, Any] = {"file": path.name, "line": line}
        if not isinstance(row, dict) or not isinstance(row.get("fields"), dict) or "model" not in row:
            problems.add("a row has a model and its fields", **place)
        elif row["model"] not in EDITORIAL_MODELS:
            problems.add(f"{row['model']} is not editorial content", **place)
        elif "pk" in row:
            problems.add("a row is known by its natural key: leave out pk", **place)
        else:
            found.append(Entry(path.name, line, row["model"], row["fields"]))
    return found


def _rows(path: Path) -> list[tuple[int, Any]]:
    """The elements of the file's list, each with the line on which it begins."""
    text = read_text(path)
    decoder = json.JSONDecoder()
    rows: list[tuple[int, Any]] = []
    try:
        if not isinstance(json.loads(text), list):
            raise refuse("a fixture is a list of rows", file=path.name, line=1)
        position = SPACE.match(text, text.index("[") + 1).end()  # type: ignore[union-attr]  # matches anything
        while text[position] != "]":
            row, end = decoder.raw_decode(text, position)
            rows.append((text.count("\n", 0, position) + 1, row))
            position = SPACE.match(text, end).end()  # type: ignore[union-attr]
            if text[position] == ",":
                position = SPACE.match(text, position + 1).end()  # type: ignore[union-attr]
    except json.JSONDecodeError as error:
        raise refuse(f"this is not JSON: {error.msg}", file=path.name, line=error.lineno) from error
    return rows
