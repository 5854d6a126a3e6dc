"""From a counselor's question to one address: facets, counts, columns and places, with scripts and without."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
FINDER = "/occupations/"
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])


def summary(page: Any) -> str:
    return page.locator(".found .results").inner_text()


def number(page: Any, label: str) -> int:
    """The number beside a value that can be chosen."""
    text = page.locator("label.option", has_text=label).first.locator(".count").inner_text()
    return int(re.sub(r"\D", "", text))


def apply(page: Any, javascript: bool) -> None:
    """Without scripts the reader sends the form; with them it was sent already."""
    if not javascript:
        page.get_by_role("button", name="Apply filters").click()


@WITH_AND_WITHOUT
def test_what_fits_a_bachelors_degree_pays_over_75000_and_grows(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + FINDER)
    page.get_by_label("From").first.fill("75,000")
    if javascript:
        page.get_by_label("From").first.blur()
        page.wait_for_url("**pay_min=75%2C000*")
    expected = number(page, "Bachelor’s degree") if javascript else None
    page.get_by_label("Bachelor’s degree").check()
    if javascript:
        page.wait_for_url("**education=bachelors*")
        page.get_by_role("link", name=re.compile("Bachelor’s degree .*remove")).wait_for()
        assert summary(page).startswith(f"{expected} occupations")
        expected = number(page, "Any growth")
    page.get_by_label("Any growth").check()
    apply(page, javascript)
    page.wait_for_url("**growth=growing*")
    page.get_by_role("link", name=re.compile("Any growth .*remove")).wait_for()
    assert (
        "usually entered with a bachelor’s degree, growing, with median pay of $75,000 a year or more"
        in summary(page)
    )
    if expected is not None:
        assert summary(page).startswith(f"{expected} occupations")
    for parameter in ("pay_min=75%2C000", "education=bachelors", "growth=growing"):
        assert parameter in page.url
    assert "pay_max=" not in page.url  # nothing that is empty
    found = summary(page)
    again = new_page(viewport=PHONE, java_script_enabled=False)
    again.goto(page.url)
    assert summary(again) == found
    page.get_by_role("link", name=re.compile("Any growth .*remove")).click()
    page.wait_for_url(lambda address: "growth" not in address)
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url(lambda address: address.endswith(FINDER))


def test_a_facet_keeps_the_focus_and_announces_the_number(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    page.evaluate("window.stillHere = true")
    before = number(page, "Shrinking 0.1 to 4.9 percent")
    page.locator("#facet-zone summary").click()
    zone = page.locator("#zone-4")
    zone.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**zone=4*")
    page.get_by_role("link", name=re.compile("Job zone 4.*remove")).wait_for()
    assert page.evaluate("document.activeElement.id") == "zone-4"
    assert zone.is_checked()
    assert page.locator("#facet-zone").get_attribute("open") is not None
    assert number(page, "Shrinking 0.1 to 4.9 percent") < before
    page.wait_for_function("document.getElementById('status').textContent.includes('in job zone 4')")
    page.locator("#facet-group summary").click()
    page.locator("#zone-3").check()
    page.wait_for_url("**zone=3*")
    page.get_by_role("link", name=re.compile("Job zone 3.*remove")).wait_for()
    assert page.locator("#facet-group").get_attribute("open") is not None  # what was opened stays open
    page.go_back()
    page.wait_for_url(lambda address: "zone=3" not in address)
    page.locator("#zone-3:not(:checked)").wait_for(state="attached")
    assert page.evaluate("window.stillHere")


@WITH_AND_WITHOUT
def test_pay_in_a_metro_area_by_its_name(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + FINDER + "?q=registered+nurses")
    nationally = page.locator("tbody tr").first.locator(".lead").inner_text()
    page.get_by_label("or in a metro area").focus()
    if javascript:
        page.locator("#area-names option").nth(500).wait_for(state="attached")
        assert page.evaluate("document.activeElement.id") == "place"
    page.get_by_label("or in a metro area").fill("portland")
    page.keyboard.press("Enter")
    page.get_by_text("“portland” may mean 2 areas").wait_for()
    page.get_by_role("link", name="Portland-Vancouver-Hillsboro, OR-WA").click()
    page.wait_for_url("**area=0038900*")
    assert page.get_by_label("Pay in").input_value() == "0038900"
    assert "pay in Portland-Vancouver-Hillsboro, OR-WA" in summary(page)
    assert page.locator("tbody tr").first.locator(".lead").inner_text() != nationally
    assert page.get_by_role("columnheader", name=re.compile("Location quotient")).is_visible()
    page.get_by_label("Pay in").select_option(label="Ohio")
    apply(page, javascript)
    page.wait_for_url("**area=3900000*")


@WITH_AND_WITHOUT
def test_columns_are_chosen_and_stay_in_the_address(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + FINDER + "?education=bachelors")
    page.locator("#columns summary").click()
    page.get_by_label("Interests").check()
    if not javascript:
        page.get_by_role("button", name="Update columns").click()
    page.wait_for_url("**columns=interests*")
    page.get_by_role("columnheader", name=re.compile("^Interests")).wait_for()
    assert "education=bachelors" in page.url
    page.locator("#occupations-sort-median").click()
    page.wait_for_url("**sort=-median*")
    page.locator("th[aria-sort=descending]").wait_for()
    assert page.get_by_role("columnheader", name=re.compile("^Interests")).is_visible()
    page.get_by_label("Master’s degree").check()
    apply(page, javascript)
    page.wait_for_url("**education=masters*")
    assert "columns=interests" in page.url
    assert "sort=-median" in page.url


def test_the_link_can_be_copied(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, permissions=["clipboard-read", "clipboard-write"])
    page.goto(site.url + FINDER + "?growth=up-10&zone=5")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Link copied.").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_scripts_the_address_is_a_link(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url + FINDER + "?zone=5")
    assert page.get_by_role("link", name="Link to this search").get_attribute("href") == FINDER + "?zone=5"
    assert not page.get_by_role("button", name="Copy link").is_visible()


@WITH_AND_WITHOUT
def test_on_a_phone_the_filters_are_behind_their_number(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    page.goto(site.url + FINDER + "?growth=up-5&zone=4")
    assert not page.locator("#growth-up-5").is_visible()
    assert "2" in page.locator("#filters > summary").inner_text()
    page.locator("#filters > summary").click()
    page.locator("#growth-up-10").check()
    apply(page, javascript)
    page.wait_for_url("**growth=up-10*")
    page.wait_for_function("document.querySelector('#filters > summary').innerText.includes('3')")
    assert page.locator("#growth-up-10").is_visible() == javascript  # open as the reader left it
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(width) <= 0


def test_nothing_found_leads_out(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER + "?education=none&pay_min=200000&zone=5")
    way = page.get_by_role("link", name=re.compile("^Without “No formal educational credential”: "))
    count = re.sub(r"\D", "", way.inner_text().rpartition(":")[2])
    way.click()
    page.wait_for_url(lambda address: "education" not in address)
    assert summary(page).startswith(f"{count} occupations")


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_where_everything_is_open(
    site: Any, new_page: Callable[..., Any], width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(site.url + FINDER + "?education=none&growth=up-5&area=3900000")
    page.evaluate("for (const part of document.querySelectorAll('.finder details')) part.open = true")
    results = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
