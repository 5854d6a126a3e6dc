"""Every table on the pages of a running site, on the whole bundle, against the file that it gives."""

import csv
import io
import json
from typing import Any

import pytest

from tests.web.files import named_tables, page_tables_of, row_agrees

PROFILES = {
    "usual": "occupations/11-3051-industrial-production-managers/",
    "hourly only": "occupations/27-2011-actors/",
    "top-coded": "occupations/29-1241-ophthalmologists-except-pediatric/",
    "projections only": "occupations/11-1031-legislators/",
    "group": "occupations/11-3000-operations-specialties-managers/",
    "past": "occupations/11-3051-industrial-production-managers/?release=May-2021",
    "at national prices": "occupations/29-1141-registered-nurses/?prices=adjusted",
}


def file_of(site: Any, path: str, table: str) -> list[dict[str, str]]:
    joint = "&" if "?" in path else "?"
    status, content = site.get(f"{path}{joint}_export=csv&table={table}")
    assert status == 200
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))


@pytest.mark.parametrize("path", PROFILES.values(), ids=PROFILES.keys())
def test_tables_of_a_profile(site: Any, path: str) -> None:
    status, page = site.get(path)
    tables = named_tables(page)
    assert status == 200
    assert tables
    offered = page.count('aria-label="Download this table"')
    assert offered == len(tables)
    for name, shown in tables.items():
        rows = file_of(site, path, name)
        assert len(rows) == len(shown), name
        for cells, row in zip(shown, rows, strict=True):
            assert row_agrees(cells, row) == [], (name, row)


@pytest.mark.parametrize("query", ["", "?from=May-2021&to=May-2024"])
def test_tables_of_what_changed(site: Any, query: str) -> None:
    path = f"{PROFILES['usual']}changes/{query}"
    tables = named_tables(site.get(path)[1])
    assert {"pay", "outlook"} <= set(tables)
    for name, shown in tables.items():
        for cells, row in zip(shown, file_of(site, path, name), strict=True):
            assert row_agrees(cells, row) == [], (name, row)


LISTS = {
    "finder": ("occupations/?education=bachelors&pay_min=75000&sort=-median", ""),
    "finder, in a state, by the hour": ("occupations/?area=4800000&pay=hourly&sort=-median&page=2", ""),
    "finder, in an industry": ("occupations/?industry=622&sort=median", ""),
    "industries": ("industries/?open=62", ""),
    "all industries": ("industries/?view=all&sort=-median", ""),
    "industry": ("industries/622-hospitals/?sort=-concentration", ""),
    "metros": ("places/?view=metros&sort=-median", ""),
    "state": ("places/4800000-texas/?sort=-quotient", ""),
    "occupation by place": (
        "occupations/29-1141-registered-nurses/places/?view=all&sort=-quotient&page=3",
        "",
    ),
    "occupation by industry": ("occupations/29-1141-registered-nurses/industries/?view=all&pay=hourly", ""),
    "compared": ("compare/?occupation=11-3051&occupation=27-2011&occupation=29-1141", ""),
    "compared by place": ("compare/?occupation=11-3051&occupation=17-2112&by=place&sort=-11-3051", ""),
}


@pytest.mark.parametrize(("path", "table"), LISTS.values(), ids=LISTS.keys())
def test_tables_of_lists(site: Any, path: str, table: str) -> None:
    tables = page_tables_of(site.get(path)[1])
    shown = max(tables, key=len)[1:]
    joint = "" if "page=" in path else "&page=1"
    rows = file_of(site, f"{path}{joint}", table)
    assert len(rows) == len(shown)
    for cells, row in zip(shown, rows, strict=True):
        assert row_agrees(cells, row) == [], row


def test_a_page_with_several_tables_asks_which(site: Any) -> None:
    page = site.get(f"{PROFILES['usual']}?_export=csv&table=within")[1]
    assert "Add “table” to the address to say which table to download" in page


@pytest.mark.parametrize("path", ["", f"{PROFILES['usual']}history/", "sources/"])
def test_pages_with_one_table(site: Any, path: str) -> None:
    found = json.loads(site.get(f"{path}?_export=json")[1])
    assert found["complete"] is True
    assert found["rows"]
    page = site.get(path)[1]
    first = "group" if not path else "reference_period" if "history" in path else "release"
    names = [row[first] for row in found["rows"]]
    table = page[page.index("<table") :]  # the start page names the groups above it, too
    places = [table.index(f">{name}") if first == "group" else table.index(name) for name in names]
    assert places == sorted(places) or first != "group"


def test_history_in_constant_dollars_says_so_in_its_columns(site: Any) -> None:
    found = json.loads(site.get(f"{PROFILES['usual']}history/?dollars=constant&_export=json")[1])
    assert "annual_median_usd_of_may_2025" in found["columns"]
    assert {row["annual_median_usd_of_may_2025_status"] for row in found["rows"]} == {"computed"}
