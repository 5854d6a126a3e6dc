"""The introductions of the database in the form of their files: a major group or a sector with all that is in it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from django.utils.text import slugify

from importers.editorial.introductions import GROUPS, INDUSTRIES, written
from importers.editorial.rows import References, digest_of_row, key_of
from occupations.models import EditorialRow, Industry, Introduction, Occupation
from occupations.written import WrittenIntroduction

MODEL = Introduction._meta.label_lower


def introductions_to_write(*, everything: bool) -> Iterator[tuple[str, str]]:
    """Path and text of each file of which the database says something else than it last did, or of all. Two queries,
    and those that climb the trees."""
    said = dict(EditorialRow.objects.filter(model=MODEL).values_list("key", "digest"))
    files: dict[tuple[str, str, str], list[Introduction]] = defaultdict(list)
    changed: set[tuple[str, str, str]] = set()
    references = References()
    rows = Introduction.objects.select_related(
        "occupation__system", "occupation__parent__parent__parent",
        "industry__system", "industry__parent__parent__parent",
    )  # fmt: skip
    gone = set(said)
    for row in rows:
        file = _file_of(row)
        files[file].append(row)
        for about in (row.occupation, row.industry):
            if about is not None:
                references.add(about)
        key = key_of(row)
        gone.discard(key)
        if said.get(key) != digest_of_row(row, references):
            changed.add(file)
    changed |= {_file_of(row) for row in map(_without_text, gone)}
    for (folder, code, title), inside in sorted(files.items()):
        if everything or (folder, code, title) in changed:
            parts = sorted(((*_code_and_title(row), row.text) for row in inside), key=lambda part: part[0])
            parts.sort(key=lambda part: part[0] != code)  # the group or sector itself comes first
            yield f"{folder}/{code}-{slugify(title)}.md", written(parts)


def written_introductions() -> Iterator[WrittenIntroduction]:
    """Every introduction of the database. One query."""
    for row in Introduction.objects.select_related("occupation", "industry"):
        about = row.occupation or row.industry
        assert about is not None
        yield WrittenIntroduction(GROUPS if row.occupation else INDUSTRIES, about.code, row.text)


def _without_text(key: str) -> Introduction:
    """What an introduction that is no longer there was about."""
    system, code = json.loads(key)
    return Introduction(
        occupation=Occupation.objects.filter(system__slug=system, code=code).first(),
        industry=Industry.objects.filter(system__slug=system, code=code).first(),
    )


def _code_and_title(row: Introduction) -> tuple[str, str]:
    if row.occupation is not None:
        return row.occupation.code, row.occupation.title
    assert row.industry is not None
    return row.industry.code, row.industry.short_title


def _file_of(row: Introduction) -> tuple[str, str, str]:
    """Folder, code and title of the major group or the sector that it belongs to."""
    if row.occupation is not None:
        group = row.occupation
        while group.level != Occupation.Level.MAJOR and group.parent is not None:
            group = group.parent
        return GROUPS, group.code, group.title
    assert row.industry is not None
    industry = row.industry
    while industry.kind != Industry.Kind.SECTOR and industry.parent is not None:
        industry = industry.parent
    return INDUSTRIES, industry.code, industry.short_title
