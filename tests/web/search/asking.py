"""Puts questions to the search, in a process of its own on a site's database, and prints what it understood, as JSON.

    python -m tests.web.search.asking < questions

A question on each line; for each a line of JSON: the codes of what was answered, the amounts that the first card
shows, and the same cell as the release has it, read here by bare SQL.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

CELL = """
    SELECT e.annual_p10, e.annual_median, e.annual_p90, e.hourly_p10, e.hourly_median, e.hourly_p90
    FROM wages_wageestimate e
    JOIN occupations_occupation o ON o.id = e.occupation_id
    JOIN wages_area a ON a.id = e.area_id
    JOIN occupations_industry i ON i.id = e.industry_id
    WHERE e.release_id = %s AND o.code = %s AND a.title = %s AND i.code = %s AND NOT o.is_retired
"""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from web.http.as_of import AsOf
    from web.search.answer.page import answer_to
    from web.search.queries import newest_releases
    from web.search.question.names import kept_names
    from web.search.question.read import read_question

    releases = newest_releases(None)
    known = kept_names(releases.pay)
    for line in sys.stdin:
        typed = line.rstrip("\n")
        asked = read_question(typed, known, releases.pay)
        answer = answer_to(asked, releases, known.places, AsOf())
        print(
            json.dumps({"typed": typed, "mended": asked.mended, **_told(answer, releases.pay)}, default=str)
        )


def _told(answer: Any, release: Any) -> dict[str, Any]:
    if answer is None or answer.meaning is None:
        return {"kind": "none"}
    meaning = answer.meaning
    told = {name: getattr(meaning, name) for name in meaning.__dataclass_fields__}
    told["unused"] = answer.unused
    told["chips"] = [chip.text for chip in answer.chips]
    if answer.cards:
        card = answer.cards[0]
        figures = [figure.value for figure in (card.percentiles[0], card.percentiles[2], card.percentiles[4])]
        told["shown"] = {"basis": card.basis, "figures": [None if f is None else float(f) for f in figures]}
        told["missing"] = "" if card.has_figure else card.lead
    if answer.kind == "figure":
        told["release"] = _cell(meaning, release)
    return told


def _cell(meaning: Any, release: Any) -> dict[str, list[float | None]] | None:
    from django.db import connection

    place = meaning.places[0] if meaning.places and not meaning.industry else "United States"
    with connection.cursor() as cursor:
        cursor.execute(CELL, [release.pk, meaning.codes[0], place, meaning.industry or "000000"])
        row = cursor.fetchone()
    if row is None:
        return None
    values = [None if value is None else float(value) for value in row]
    return {"annual": values[:3], "hourly": values[3:]}


if __name__ == "__main__":
    main()
