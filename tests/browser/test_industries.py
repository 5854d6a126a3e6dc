"""A person's way through the industries: what pays best in one, and which one pays most for an occupation."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def names(page: Any, table: str = "#occupations-here") -> list[str]:
    return page.locator(f"{table} tbody th a:not(.open, .compare-link)").all_inner_texts()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_pays_best_in_hospitals(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(f"{site.url}/")
    page.get_by_role("navigation", name="Site").first.get_by_role("link", name="Industries").click()
    page.get_by_label("Industry or code").fill("hospitals")
    page.get_by_label("Industry or code").press("Enter")
    page.wait_for_url("**q=hospitals*")
    page.get_by_role("link", name="Hospitals", exact=True).click()
    page.wait_for_url("**/industries/622-hospitals/**")
    assert names(page)[0] == "Registered nurses"
    page.get_by_role("link", name="Best paid here").click()
    page.wait_for_url("**sort=-median*")
    page.locator(".finding", has_text="are for pediatric surgeons ($577,750)").wait_for()
    assert names(page)[0] == "Pediatric surgeons"
    page.get_by_label("Group", exact=True).select_option("31-0000")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**group=31-0000*")
    page.locator(".results", has_text="in Healthcare support, sorted by median pay, highest first").wait_for()
    assert "sort=-median" in page.url
    assert "Pediatric surgeons" not in names(page)
    page.locator(".chips").get_by_role("link", name="Healthcare support").click()
    page.locator(".results", has_text="356 occupations, sorted by median pay").wait_for()
    assert names(page)[0] == "Pediatric surgeons"


@pytest.mark.parametrize("javascript", [True, False])
def test_which_industry_pays_most_and_back(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(f"{site.url}/occupations/11-3051-industrial-production-managers/")
    page.get_by_role("navigation", name="This occupation").get_by_role("link", name="Industries").click()
    page.get_by_role("columnheader", name=re.compile("^Median")).get_by_role("link").click()
    page.wait_for_url("**sort=-median*")
    page.wait_for_function(
        "document.querySelector('th[aria-sort]').innerText.includes('Median')"
    ) if javascript else None
    assert names(page, "#by-industry")[1] == "Utilities"
    page.get_by_role("link", name="Utilities", exact=True).click()
    page.wait_for_url("**/industries/22-utilities/")
    page.get_by_label("Title or code").fill("11-3051")
    page.get_by_label("Title or code").press("Enter")
    page.wait_for_url("**q=11-3051*")
    row = page.locator("#occupations-here").get_by_role("row").filter(has_text="11-3051")
    row.wait_for()
    page.locator(".results", has_text="1 occupation for “11-3051”").wait_for()
    assert "$165,350" in row.inner_text()
    assert "+$39,290" in row.inner_text()
    row.get_by_role("link", name="Industrial production managers", exact=True).click()
    page.wait_for_url("**/occupations/11-3051-industrial-production-managers/")


def test_sorting_by_keyboard_swaps_only_the_table(site: Any, page: Any) -> None:
    page.goto(f"{site.url}/industries/622-hospitals/")
    page.evaluate("window.stillHere = true")
    page.locator("#occupations-here-sort-concentration").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=-concentration*")
    page.locator("th[aria-sort=descending]", has_text="Concentration").wait_for()
    assert page.evaluate("window.stillHere")
    assert page.evaluate("document.activeElement.id") == "occupations-here-sort-concentration"
    assert page.locator("#status").inner_text().startswith("356 occupations, sorted by concentration")
    assert page.locator(".views [aria-current]").inner_text() == "Most typical of this industry"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_tree_opens_and_leads_down(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    page.goto(f"{site.url}/industries/")
    page.get_by_role("link", name="Show the industries within Manufacturing").click()
    page.get_by_role("link", name="Chemical manufacturing", exact=True).click()
    page.wait_for_url("**/industries/325-chemical-manufacturing/")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_role("navigation", name="Breadcrumb").get_by_role(
        "link", name="Manufacturing", exact=True
    ).click()
    follow(page, page.get_by_role("link", name="All 21 industries within manufacturing"))
    assert len(names(page, "#within")) == 21
