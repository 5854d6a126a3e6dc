"""A person's way through the industry table: by keyboard, without JavaScript, on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
TABLE = "/occupations/11-3051-industrial-production-managers/industries/"
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def names(page: Any) -> list[str]:
    """The names of the rows as shown, from the top."""
    return [
        re.sub(r"^[▸▾]\s*", "", text.strip())
        for text in page.locator("tbody th[scope=row]").all_inner_texts()
    ]


def test_sorting_by_keyboard_keeps_the_focus_and_the_address(site: Any, page: Any) -> None:
    page.goto(site.url + TABLE)
    before = names(page)
    header = page.get_by_role("columnheader", name=re.compile("^Median"))
    header.get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=-median*")
    page.wait_for_function("document.querySelector('th[aria-sort]').innerText.startsWith('Median')")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert names(page) != before
    assert names(page)[0].startswith("All industries")
    focused = page.evaluate("document.activeElement.closest('th')?.innerText ?? ''")
    assert focused.startswith("Median")
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=median*")
    page.wait_for_function("document.querySelector('th[aria-sort]').getAttribute('aria-sort') == 'ascending'")
    page.go_back()
    page.wait_for_url("**sort=-median*")


def test_only_the_table_is_swapped(site: Any, page: Any) -> None:
    page.goto(site.url + TABLE)
    page.evaluate("window.stillHere = true")
    page.get_by_role("columnheader", name=re.compile("^P90")).get_by_role("link").click()
    page.wait_for_url("**sort=-p90*")
    page.wait_for_function("document.querySelector('th[aria-sort]').innerText.startsWith('P90')")
    assert page.evaluate("window.stillHere")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sector_opens_and_closes(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + TABLE)
    assert "Chemical manufacturing" not in names(page)
    page.get_by_role("link", name="Show the industries within Manufacturing").click()
    page.get_by_role("link", name="Hide the industries within Manufacturing").wait_for()
    row = page.get_by_role("row").filter(has_text="Chemical manufacturing")
    assert "$135,530" in row.inner_text()
    assert "+$9,470" in row.inner_text()
    page.get_by_role("link", name="Hide the industries within Manufacturing").click()
    page.get_by_role("link", name="Show the industries within Manufacturing").wait_for()
    assert "Chemical manufacturing" not in names(page)


def test_everything_works_without_javascript(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url + TABLE)
    follow(page, page.get_by_role("columnheader", name=re.compile("^Industry")).get_by_role("link"))
    shown = names(page)[1:-1]  # without the total and the remainder
    assert shown == sorted(shown, key=str.casefold)
    follow(page, page.get_by_role("link", name="Hourly"))
    assert "$60.61" in page.get_by_role("row").filter(has_text="All industries").first.inner_text()
    choices = page.get_by_role("group", name="Which industries")
    follow(page, choices.get_by_role("link", name="All industries"))
    follow(page, page.get_by_role("link", name="Show all").first)
    assert len(names(page)) > 250


def test_phone_shows_the_main_figures_and_nothing_scrolls_sideways(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{site.url}{TABLE}?open=31-33")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    row = page.get_by_role("row").filter(has_text="Chemical manufacturing")
    assert row.get_by_text("$135,530").is_visible()
    assert row.locator("svg").is_visible()
    hidden = row.get_by_role("cell").filter(has_text="$84,820")
    assert not hidden.is_visible()
    page.get_by_label("All columns").check()
    assert row.get_by_text("$84,820").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paper_has_the_table_and_no_controls(site: Any, page: Any) -> None:
    page.goto(site.url + TABLE)
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="Hourly").is_visible()
    assert not page.get_by_role("search").first.is_visible()
    assert page.get_by_text("20 sectors published").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
