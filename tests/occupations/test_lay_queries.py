"""What people type, against all the data that come with the site: is what they mean first, or among the first five?

`lay_queries.csv` has a text and the codes that it may mean on each line. Its first 455 lines were written down
before the search was tuned to them, the others after, to see what else people say. It is asked of the running
site, through the suggestions that a reader gets, so that nothing between the text and the reader is left out.
"""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

QUERIES = Path(__file__).with_name("lay_queries.csv")
OPTION = re.compile(r'href="/occupations/(\d\d-\d{4}(?:\.\d\d)?)-')


def queries() -> list[tuple[str, set[str]]]:
    with QUERIES.open() as file:
        return [(row["typed"], set(row["meant"].split())) for row in csv.DictReader(file)]


def test_the_table_covers_what_people_type() -> None:
    asked = queries()
    assert len({typed.casefold() for typed, _ in asked}) == len(asked) >= 220
    groups = Counter(code[:2] for _, codes in asked for code in codes)
    assert len(groups) >= 22
    assert all(re.fullmatch(r"\d\d-\d{4}(\.\d\d)?", code) for _, codes in asked for code in codes)


def test_the_intended_occupation_comes_first(site: Any) -> None:
    asked = queries()
    below, missing = [], []
    for typed, codes in asked:
        _, html = site.get(f"/search/suggest/?q={quote(typed)}")
        found = list(dict.fromkeys(OPTION.findall(html)))[:5]
        if not codes & set(found):
            missing.append(f"{typed}: {found} instead of {sorted(codes)}")
        elif found[0] not in codes:
            below.append(f"{typed}: {found} before {sorted(codes)}")
    first = 1 - (len(below) + len(missing)) / len(asked)
    in_five = 1 - len(missing) / len(asked)
    print(
        f"{len(asked)} texts: {first:.1%} first, {in_five:.1%} in the first five", *below, *missing, sep="\n"
    )
    assert first >= 0.9
    assert in_five >= 0.98
