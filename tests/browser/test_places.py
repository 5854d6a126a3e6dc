"""A person's way through places: by map, by keyboard, without JavaScript, on a phone, on paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
MANAGERS = "/occupations/11-3051-industrial-production-managers/"
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NAME = "(document.activeElement.querySelector('title') ?? document.activeElement).textContent"


def names(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("table.reflow tbody th[scope=row]").all_inner_texts()]


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_map_to_an_occupation_in_a_city(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(f"{site.url}/places/")
    page.get_by_role("link", name="Texas: $48,620 median").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/4800000-texas/")
    assert "Texas had 14,071,160 payroll jobs in May 2025" in page.locator(".lede").inner_text()
    page.get_by_role("link", name="Most typical of the place").click()
    page.wait_for_url("**sort=-quotient*")
    page.locator("th[aria-sort=descending]", has_text="Location quotient").wait_for()
    page.get_by_label("Occupation or code").fill("registered nurse")
    page.get_by_role("button", name="Search").click()
    page.locator(".results", has_text="for “registered nurse”").wait_for()
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Registered nurses", exact=True))
    assert "271,380" in row.inner_text()
    assert "$95,970" in row.inner_text()
    assert "sort=-quotient" in page.url  # the order stays when something is looked for
    page.get_by_role("link", name="Dallas-Fort Worth-Arlington, TX").click()
    page.wait_for_url("**/places/0019100-dallas-fort-worth-arlington-tx/")
    assert page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").all_inner_texts() == [
        "Places", "United States", "Texas",
    ]  # fmt: skip


@pytest.mark.parametrize("javascript", [True, False])
def test_an_occupation_from_its_profile_to_a_state_s_areas(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + MANAGERS)
    page.get_by_role("navigation", name="This occupation").get_by_role("link", name="Places").click()
    page.wait_for_url("**/places/")
    page.get_by_role("link", name="Location quotient", exact=True).first.click()
    page.wait_for_url("**map=quotient*")
    page.get_by_role("link", name="Ohio: location quotient 1.63").click()
    page.wait_for_url("**state=OH*")
    assert names(page)[:2] == ["United States", "Ohio"]
    assert "Dayton-Kettering-Beavercreek, OH" in names(page)
    page.get_by_role("link", name=re.compile("^Ohio.*remove$")).click()
    page.get_by_role("link", name="Metros").click()
    page.wait_for_url("**view=metros*")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next").click()
    page.wait_for_url("**page=2*")
    current = page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
    assert current.inner_text().split() == ["Page", "2"]


def test_keyboard_through_the_map_and_past_it(site: Any, page: Any) -> None:
    page.goto(f"{site.url}/places/")
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()
    page.keyboard.press("Tab")
    first = page.evaluate(NAME)
    assert first.startswith("AL, Alabama: ")
    visited = [first]
    for _ in range(53):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(NAME))
    # Each state and territory once, though the small ones are drawn twice.
    assert len(set(visited)) == 54
    assert all(re.fullmatch(r"(?:[A-Z]{2}, )?[A-Za-z ]+: \$[\d,]+ median", label) for label in visited)
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('#map')")


def test_only_the_block_is_swapped_and_the_focus_follows(site: Any, page: Any) -> None:
    page.goto(f"{site.url}/places/?view=metros")
    page.evaluate("window.stillHere = true")
    page.get_by_role("columnheader", name=re.compile("^Median")).get_by_role("link").click()
    page.wait_for_url("**sort=-median*")
    page.locator("th[aria-sort=descending]", has_text="Median").wait_for()
    assert page.evaluate("document.activeElement.closest('th')?.innerText ?? ''").startswith("Median")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next").click()
    page.wait_for_url("**page=2*")
    page.locator("#table:focus").wait_for()
    assert page.evaluate("window.stillHere")


def test_phone_has_squares_large_enough_and_no_sideways_scroll(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=PHONE)
    for path in ("/places/", f"{MANAGERS}places/?prices=adjusted", "/places/4800000-texas/?prices=adjusted"):
        page.goto(site.url + path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.goto(f"{site.url}/places/")
    square = page.get_by_role("link", name=re.compile(r"^RI\s?, Rhode Island: "))
    box = square.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    square.click()
    page.wait_for_url("**/places/4400000-rhode-island/")
    row = page.get_by_role("row").filter(has_text="Registered nurses")
    assert row.locator("svg").is_visible()


def test_paper_has_the_map_and_the_table(site: Any, page: Any) -> None:
    page.goto(f"{site.url}{MANAGERS}places/")
    page.emulate_media(media="print")
    assert page.locator("#map svg").first.is_visible()
    assert not page.get_by_role("link", name="Metros").is_visible()
    assert page.get_by_text("wage-and-salary jobs in the nation").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
