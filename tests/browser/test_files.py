"""A person's way from a table to a file of it: what was sorted on the page is sorted in the file."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

pytestmark = pytest.mark.browser
PROFILE = "/occupations/11-3051-industrial-production-managers/"


def taken(page: Any, name: str, within: Any = None) -> Path:
    """The file that a link gives, by the name under which the browser would keep it."""
    with page.expect_download() as waiting:
        (within or page).get_by_role("link", name=name, exact=True).first.click()
    download = waiting.value
    path = Path(download.path())
    return path.rename(path.with_name(download.suggested_filename))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sorted_table_is_taken_away_as_it_stands(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(java_script_enabled=javascript, accept_downloads=True)
    page.goto(f"{site.url}{PROFILE}industries/")
    page.locator("#by-industry-sort-median").click()
    page.wait_for_url("**sort=-median*")
    page.locator("th[aria-sort=descending]", has_text="Median").wait_for()
    shown = [text.strip().lstrip("▸▾ \n") for text in page.locator("tbody th[scope=row]").all_inner_texts()]
    file = taken(page, "CSV")
    assert file.name == "11-3051-by-industry_oews-may-2025.csv"
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    assert [row["industry"] for row in rows] == shown
    assert rows[1]["annual_median_usd"] == "165350"
    assert page.url.endswith("sort=-median")
    sheet = taken(page, "Excel")
    assert sheet.suffix == ".xlsx"
    assert pl.read_excel(sheet, engine="calamine")["industry"].to_list() == shown
    found = json.loads(taken(page, "JSON").read_text())
    assert found["complete"] is True
    assert found["address"] == page.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_table_of_a_profile_is_taken_away(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(
        java_script_enabled=javascript, accept_downloads=True, viewport={"width": 390, "height": 844}
    )
    page.goto(site.url + PROFILE)
    page.get_by_text("Download this page’s tables").click()
    line = page.locator("#files dt", has_text="Wages").locator("xpath=following-sibling::dd[1]")
    rows = list(csv.DictReader(io.StringIO(taken(page, "CSV", line).read_text("utf-8-sig"))))
    assert {row["wage"]: row["annual_usd"] for row in rows}["Median"] == "126060"
    assert {row["wages_release"] for row in rows} == {"May 2025"}
