"""A person's way through a profile: contents, sources, their own pay, with and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
PROFILE = "/occupations/11-3051-industrial-production-managers/"
LAPTOP = {"width": 1280, "height": 900}


@pytest.mark.parametrize("javascript", [True, False])
def test_own_pay_is_placed_and_stays_out_of_the_address(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + PROFILE)
    page.get_by_text("Compare my pay").first.click()
    page.get_by_label("Amount").fill("$100,000")
    page.get_by_label("Paid", exact=True).select_option("annual")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text(
        re.compile(r"\$100,000 is between the 25th percentile \(.*\) and the median \(")
    ).first.wait_for()
    assert "100" not in page.url.removeprefix(site.url)


@pytest.mark.parametrize("javascript", [True, False])
def test_own_pay_in_an_industry_and_in_a_place(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + PROFILE)
    page.get_by_text("Compare my pay").first.click()
    page.get_by_role("link", name="Compare with an industry or a place").click()
    page.get_by_label("Amount").fill("150,000")
    page.get_by_label("Paid", exact=True).select_option("annual")
    page.get_by_label("Industry (nationwide)").select_option("22")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text(
        re.compile(r"\$150,000 is between the 25th percentile \(.*\) and the median \(")
    ).first.wait_for()
    assert "in utilities" in page.locator("#placed").inner_text()
    assert page.get_by_label("Amount").input_value() == "150,000"
    page.get_by_label("or place (all industries)").select_option(label="California")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text("Choose an industry or a place, not both").wait_for()
    page.get_by_label("Industry (nationwide)").select_option("")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text("in California, all industries together").wait_for()
    assert page.url.endswith("/pay/")
    page.get_by_label("Amount").fill("45")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text("If you meant an hour").wait_for()


def test_the_answer_to_an_amount_is_stored_nowhere(site: Any, page: Any) -> None:
    page.goto(site.url + PROFILE)
    page.get_by_text("Compare my pay").first.click()
    page.get_by_label("Amount").fill("50")
    page.get_by_label("Paid", exact=True).select_option("hourly")
    with page.expect_response("**/pay/") as answer:
        page.get_by_role("button", name="Compare", exact=True).click()
    assert "no-store" in answer.value.headers["cache-control"]
    page.get_by_text(
        re.compile(r"\$50\.00 is between the 25th percentile \(.*\) and the median \(")
    ).first.wait_for()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_source_mark_opens_what_it_covers(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + PROFILE)
    note = page.locator(".source-note", has_text="Occupational Employment and Wage Statistics").first
    assert not note.is_visible()
    page.locator("#pay .lede").get_by_role("button", name="OEWS, May 2025").click()
    assert note.is_visible()
    assert "The self-employed" in note.inner_text()
    page.keyboard.press("Escape")
    assert not note.is_visible()


def test_contents_follow_the_reader(site: Any, page: Any) -> None:
    page.goto(site.url + PROFILE)
    page.locator("#outlook").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('outlook').scrollIntoView()")
    page.locator(".toc [aria-current][href='#outlook']").wait_for()


def test_earlier_editions_lead_to_the_page_as_of_them(site: Any, page: Any) -> None:
    page.goto(site.url + PROFILE)
    page.get_by_text("Earlier editions of median pay").click()
    page.locator(".editions").first.get_by_role("link", name="May 2021").first.click()
    page.get_by_text("This page is shown as of OEWS May 2021").wait_for()
    assert "$103,150" in page.locator("#pay").inner_text()
    follow(page, page.get_by_role("link", name="Show the newest figures"))
    assert "$126,060" in page.locator("#pay").inner_text()
