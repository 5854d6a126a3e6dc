"""A person's way through the search: by keyboard, by touch, without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def type_in(page: Any, text: str, box: str = "header-search") -> Any:
    """Type as people do, and wait until the suggestions are those for the whole text; the list."""
    page.locator(f"#{box}").click()
    page.keyboard.type(text)
    options = page.locator(f"#{box}-suggestions")
    options.get_by_role("option", name=f"All results for “{text}”").wait_for()
    return options


def active(page: Any, box: str = "header-search") -> str:
    """The option that a screen reader is told of, and that looks so; "" for none."""
    return page.evaluate(
        """(box) => {
            const id = document.getElementById(box).getAttribute("aria-activedescendant");
            const option = id && document.getElementById(id);
            return option && option.getAttribute("aria-selected") === "true" ? option.innerText : "";
        }""",
        box,
    )


def test_typing_and_arrows_lead_to_a_profile(site: Any, page: Any) -> None:
    page.goto(site.url + "/about/")
    options = type_in(page, "nurse")
    box = page.locator("#header-search")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert options.get_by_role("group").first.get_attribute("aria-label") == "Occupations"
    assert re.match(r"\d+ suggestions", page.locator("#status").inner_text())
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    assert active(page).startswith("Registered nurses")
    page.keyboard.press("ArrowDown")
    assert active(page).startswith("Licensed practical")
    page.keyboard.press("End")
    assert active(page).startswith("All results")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/occupations/29-1141-registered-nurses/")


def test_enter_without_a_choice_leads_to_all_results(site: Any, page: Any) -> None:
    page.goto(site.url)
    type_in(page, "truck driver", "home-search")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=truck+driver")
    assert page.locator("h1").inner_text() == "Results for “truck driver”"
    page.locator("#occupations").get_by_role("link").first.click()
    assert page.locator("h1").inner_text() == "Heavy and tractor-trailer truck drivers"


def test_escape_closes_and_tab_leaves(site: Any, page: Any) -> None:
    page.goto(site.url + "/about/")
    options = type_in(page, "plumber")
    page.keyboard.press("Escape")
    assert not options.is_visible()
    assert page.locator("#header-search").input_value() == "plumber"
    assert page.locator("#header-search").get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    assert options.is_visible()
    page.keyboard.press("Tab")
    assert not options.is_visible()
    assert page.url.endswith("/about/")
    assert page.evaluate("document.activeElement.id") != "header-search"


def test_an_emptied_box_has_no_suggestions(site: Any, page: Any) -> None:
    page.goto(site.url + "/about/")
    options = type_in(page, "cook")
    page.locator("#header-search").fill("")
    assert not options.is_visible()
    page.keyboard.type("zzzzqqq")
    page.locator("#status", has_text="Nothing found.").wait_for(state="attached")
    assert not options.is_visible()


def test_a_finger_opens_a_suggestion(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(site.url + "/about/")
    page.locator("#header-search").tap()
    page.keyboard.type("austin tx")
    option = page.get_by_role("option", name=re.compile("^Austin"))
    option.wait_for()
    box = page.locator("#header-search-suggestions").bounding_box()
    assert box["x"] >= 0
    assert box["width"] > 340
    assert box["x"] + box["width"] <= 390
    option.tap()
    page.wait_for_url("**/places/0012420-*/")
    page.get_by_role("heading", level=1, name="Austin-Round Rock-San Marcos, TX").wait_for()


def test_suggestions_stay_with_the_release(site: Any, page: Any) -> None:
    page.goto(site.url + "/about/?release=May-2021")
    type_in(page, "plant manager")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/11-3051-industrial-production-managers/?release=May-2021")


@pytest.mark.parametrize(
    ("typed", "group", "name", "title"),
    [
        (
            "prodution manager",
            "occupations",
            "Industrial production managers",
            "Industrial production managers",
        ),
        ("hospitals", "industries", "Hospitals", "Hospitals"),
        ("buffalo new york", "places", "Buffalo-Cheektowaga, NY", "Buffalo-Cheektowaga, NY"),
        ("cpim", "certifications", re.compile(r"\(CPIM\)"), re.compile(r"\(CPIM\)")),
    ],
)
def test_everything_is_found_without_javascript(
    site: Any, new_page: Callable[..., Any], typed: str, group: str, name: Any, title: Any
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url)
    page.get_by_label("Job title, question, industry or place").fill(typed)
    follow(page, page.get_by_role("button", name="Search"))
    follow(page, page.locator(f"#{group}").get_by_role("link", name=name).first)
    heading = page.locator("h1").inner_text()
    assert re.search(title, heading)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_suggestions_are_open(
    site: Any, new_page: Callable[..., Any], scheme: str
) -> None:
    page = new_page(
        viewport=PHONE if scheme == "dark" else LAPTOP, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(site.url + "/about/")
    type_in(page, "11-3051")
    page.keyboard.press("ArrowDown")
    results = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_term_leads_to_its_meaning(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url + "/occupations/29-1141-registered-nurses/")
    page.locator("#pay .terms").get_by_role("link", name="median", exact=True).click()
    assert page.url.endswith("/glossary/#median")
    assert page.locator("#median").bounding_box()["y"] < 500
    page.locator("#median + dd").get_by_role("link", name="mean").click()
    assert page.url.endswith("#mean")
