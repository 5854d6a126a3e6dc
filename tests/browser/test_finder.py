"""A person's way through the finder and the site's frame: by keyboard, without JavaScript, on a phone, on paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
FINDER = "/occupations/"
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def titles(page: Any) -> list[str]:
    return page.locator("tbody th a:not(.compare-link)").all_inner_texts()


def focused(page: Any) -> str:
    """The id of the element with the focus."""
    return page.evaluate("document.activeElement.id")


def test_sorting_by_keyboard_swaps_the_results_and_keeps_the_focus(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    page.evaluate("window.stillHere = true")
    before = titles(page)
    page.locator("#occupations-sort-median").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=-median*")
    page.locator("th[aria-sort=descending] #occupations-sort-median").wait_for()
    assert titles(page) != before
    assert focused(page) == "occupations-sort-median"
    assert page.evaluate("window.stillHere")
    page.wait_for_function(
        "document.getElementById('status').textContent.includes('median pay, highest first')"
    )


def test_going_back_shows_the_whole_page_as_it_was(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    before = titles(page)
    page.locator("#occupations-sort-jobs").click()
    page.locator("th[aria-sort] #occupations-sort-jobs").wait_for()
    page.go_back()
    page.locator("th[aria-sort] #occupations-sort-title").wait_for()
    assert titles(page) == before
    assert page.locator("h1").inner_text() == "Occupations"
    assert page.locator("header.site").is_visible()


def test_turning_the_page_moves_the_focus_to_the_results(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next").click()
    page.wait_for_url("**page=2*")
    page.locator(".pager [aria-current=page]", has_text="2").wait_for()
    page.wait_for_function("document.activeElement.id == 'found'")
    assert page.evaluate("document.getElementById('found').getBoundingClientRect().top") < 200


@pytest.mark.parametrize("javascript", [True, False])
def test_searching_keeps_the_sort(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + FINDER)
    page.locator("#occupations-sort-median").click()
    page.locator("th[aria-sort=descending] #occupations-sort-median").wait_for()
    page.get_by_label("Title or code").fill("manager")
    page.get_by_role("search", name="Find occupations").get_by_role("button", name="Search").click()
    page.get_by_role("list", name="Active filters").wait_for()
    assert "sort=-median" in page.url
    assert "q=manager" in page.url
    assert "sorted by median pay, highest first" in page.locator(".results").inner_text()
    page.get_by_role("link", name=re.compile("manager.*remove")).click()
    page.wait_for_url(lambda address: "q=" not in address)
    assert page.get_by_label("Title or code").input_value() == ""


def test_the_header_search_leads_to_an_occupation_without_javascript(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url + "/about/")
    page.get_by_label("Search everything").fill("113051")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=113051*")
    result = page.locator("#exact").get_by_role("link", name="Industrial production managers")
    follow(page, result)
    assert page.locator("h1").inner_text() == "Industrial production managers"
    assert not page.get_by_text("Color scheme").is_visible()


def test_the_header_of_the_table_stays_in_view(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    page.locator("tbody tr").nth(20).scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    page.wait_for_function("window.scrollY > 500")
    assert abs(page.locator("#occupations-sort-median").bounding_box()["y"]) < 60


def test_a_phone_shows_rows_of_main_figures_and_all_columns_on_demand(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site.url + FINDER)
    row = page.locator("tbody tr").first
    assert row.locator(".lead").is_visible()
    assert not row.locator(".code").is_visible()
    assert page.locator("#occupations-sort-median").is_visible()
    assert not page.locator("#occupations-sort-code").is_visible()
    page.get_by_label("All columns").check()
    assert row.locator(".code").is_visible()
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(width) <= 0
    region = page.locator(".region").first
    assert region.evaluate("node => node.scrollWidth > node.clientWidth")


def test_a_filter_on_a_phone_leaves_the_page_where_it_is_and_the_results_are_one_press_away(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.url + FINDER)
    page.locator("summary", has_text="Filters").click()
    box = page.get_by_label("High school diploma")
    box.scroll_into_view_if_needed()
    before = box.bounding_box()["y"]
    box.check()
    page.wait_for_url("**education=high-school*")
    page.locator(".chips", has_text="High school").wait_for()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert box.is_checked()
    assert abs(box.bounding_box()["y"] - before) < 100  # the line of chips came above it, or not
    page.get_by_role("button", name="Apply filters").click()
    page.locator(":is([data-announce], [data-results]):focus").wait_for()
    assert 0 <= page.locator("tbody tr").first.bounding_box()["y"] < PHONE["height"]


def test_the_menu_of_a_phone_works_without_javascript(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(site.url)
    assert page.locator("header.site").bounding_box()["height"] < 64
    page.locator(".menu summary").click()
    follow(page, page.locator(".menu").get_by_role("link", name="Certifications"))
    assert page.locator("h1").inner_text() == "Certifications"


def test_escape_closes_the_menu(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.url)
    page.locator(".menu summary").click()
    page.keyboard.press("Escape")
    assert not page.locator(".menu").get_by_role("link", name="Certifications").is_visible()


def background(page: Any) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_scheme_follows_the_system_until_the_reader_chooses(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(viewport=LAPTOP, color_scheme="dark")
    page.goto(site.url)
    dark = background(page)
    page.get_by_role("button", name="Light").click()
    light = background(page)
    assert light != dark
    page.goto(site.url + "/about/")
    assert background(page) == light
    assert page.get_by_role("button", name="Light").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="System").click()
    assert background(page) == dark


@pytest.mark.parametrize(
    "path",
    [
        "/",
        FINDER,
        f"{FINDER}?education=none&zone=5&area=3900000",
        f"{FINDER}?q=zzzzzz",
        "/sources/",
        "/glossary/",
        "/about/",
    ],
)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_control_is_large_enough(
    site: Any, new_page: Callable[..., Any], path: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(site.url + path)
    page.evaluate("for (const part of document.querySelectorAll('.finder details')) part.open = true")
    small = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
            .filter((node) => node.checkVisibility() && !node.classList.contains("skip"))
            .filter((node) => !node.closest("p, li, dt, dd, td, tbody th, small, caption") || node.closest("nav, .seg"))
            .map((node) => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
            .filter(([, box]) => box.height < 23.9 || box.width < 23.9)
            .map(([text, box]) => `${text} ${box.width}×${box.height}`)"""
    )
    assert small == []  # a link inside a sentence or a table's row is as high as its line


def test_print_leaves_out_what_paper_cannot_do(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    page.emulate_media(media="print")
    for selector in (".site nav", ".site form", "form.rail", ".pager", ".theme", ".skip"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".site .print-only").inner_text().endswith("/occupations/")
    assert "not for legal purposes" in page.locator("footer").inner_text()
    assert page.locator("tbody tr").first.is_visible()
