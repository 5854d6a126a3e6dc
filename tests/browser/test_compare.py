"""A person's way through comparing: choosing anywhere, the comparison, and handouts, with and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.ways import follow

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FINDER = "/occupations/?q=industrial"
PROFILE = "/occupations/11-3051-industrial-production-managers/"
BOTH = "/compare/?occupation=11-3051&occupation=17-2112"


def test_choosing_in_the_finder_and_on_a_profile_fills_a_tray(site: Any, page: Any) -> None:
    page.goto(site.url + FINDER)
    assert not page.locator("#tray").is_visible()
    choose = page.get_by_role("button", name="Compare Industrial production managers")
    assert choose.get_attribute("aria-pressed") == "false"
    choose.focus()
    page.keyboard.press("Enter")
    assert choose.get_attribute("aria-pressed") == "true"
    assert "is chosen. 1 chosen." in page.locator("#status").inner_text()
    # The switches work on rows that htmx brought, too.
    page.locator("#occupations-sort-title").click()
    page.wait_for_url("**sort=*")
    page.get_by_role("button", name="Compare Industrial engineers").click()
    tray = page.get_by_role("complementary", name="Chosen occupations")
    tray.get_by_role("link", name="Compare (2)").wait_for()
    page.goto(site.url + "/occupations/29-1141-registered-nurses/")
    page.get_by_role("button", name="Compare Registered nurses").click()
    tray.get_by_role("button", name="3 chosen").click()
    tray.get_by_role("button", name=re.compile("Industrial engineers.*remove")).click()
    assert page.evaluate("document.activeElement.closest('#tray') !== null")
    tray.get_by_role("link", name="Compare (2)").click()
    page.wait_for_url("**occupation=11-3051&occupation=29-1141")
    assert page.locator("tbody th").all_inner_texts()[0].startswith("Industrial production managers")


def test_the_list_is_kept_until_it_is_forgotten(site: Any, page: Any) -> None:
    page.goto(site.url + PROFILE)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Compare Industrial production managers").click()
    page.reload()
    assert page.locator("#tray").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("#tray").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="1 chosen").click()
    page.get_by_role("button", name="Clear list").click()
    assert page.evaluate("localStorage.length") == 0
    assert not page.locator("#tray").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_tray_is_one_line_and_opens_by_keyboard(
    site: Any, new_page: Callable[..., Any], viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport)
    page.goto(site.url + PROFILE)
    page.get_by_role("button", name="Compare Industrial production managers").click()
    tray = page.get_by_role("complementary", name="Chosen occupations")
    fold = tray.get_by_role("button", name="1 chosen")
    assert fold.get_attribute("aria-expanded") == "false"
    assert tray.bounding_box()["height"] < 60
    compare, handouts = (
        tray.get_by_role("link", name=name).bounding_box() for name in ("Compare", "Handouts")
    )
    assert handouts["x"] - compare["x"] - compare["width"] >= 8
    assert not tray.get_by_text("Saved in this browser only").is_visible()
    fold.focus()
    page.keyboard.press("Enter")
    assert fold.get_attribute("aria-expanded") == "true"
    assert tray.get_by_role("button", name=re.compile("Industrial production.*remove")).is_visible()
    page.keyboard.press("Space")
    assert not tray.get_by_role("button", name="Clear list").is_visible()


def test_the_tray_begins_folded_on_each_page(site: Any, page: Any) -> None:
    page.goto(site.url + PROFILE)
    page.get_by_role("button", name="Compare Industrial production managers").click()
    fold = page.locator(".tray-fold")
    fold.click()
    assert fold.get_attribute("aria-expanded") == "true"
    page.reload()
    assert fold.get_attribute("aria-expanded") == "false"


def test_ten_is_the_most_and_six_are_compared(site: Any, page: Any) -> None:
    page.goto(site.url + "/occupations/")
    switches = page.locator("button[data-compare]")
    for number in range(11):
        switches.nth(number).click()
    assert "holds 10 at most" in page.locator("#status").inner_text()
    assert page.locator("button[aria-pressed=true][data-compare]").count() == 10
    assert page.get_by_role("link", name="Handouts (10)").is_visible()
    page.get_by_role("link", name="Compare the first 6").click()
    page.wait_for_url("**/compare/**")
    assert page.url.count("occupation=") == 6


def test_where_nothing_can_be_stored_the_links_stay_links(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } });"
    )
    page.goto(site.url + PROFILE)
    page.get_by_role("link", name="Compare Industrial production managers").click()
    page.wait_for_url("**/compare/?occupation=11-3051")


def test_choosing_without_javascript(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=False)
    page.goto(site.url + PROFILE)
    follow(page, page.get_by_role("link", name="Compare Industrial production managers"))
    page.get_by_label("Add an occupation").fill("civil engineer")
    follow(
        page,
        page.get_by_role("search", name="Find an occupation to add").get_by_role("button", name="Search"),
    )
    follow(page, page.get_by_role("link", name="Add Civil engineers"))
    follow(page, page.locator("#comparison").get_by_role("link", name="Industries"))
    follow(page, page.locator("#comparison").get_by_role("link", name="Places"))
    follow(page, page.get_by_role("link", name=re.compile("Civil engineers.*remove")))
    assert "Add at least one more occupation" in page.locator("main").inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_which_industry_pays_most(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + BOTH)
    page.locator("#comparison").get_by_role("link", name="Industries").click()
    page.get_by_text("earn the most in utilities ($165,350)").wait_for()
    row = page.get_by_role("row").filter(has_text="Utilities")
    assert "−$40,100 · −24%" in row.inner_text()
    page.get_by_role("link", name="Show differences from Industrial engineers").click()
    page.get_by_text("+$40,100 · +32%").wait_for()
    page.get_by_role("link", name="difference of Industrial production managers").click()
    page.wait_for_url("**sort=-gap-11-3051**")
    page.get_by_role("link", name=re.compile("sorted descending")).wait_for()
    gaps = [
        int(re.sub(r"\D", "", text.partition("·")[0]) or 0) * (-1 if "−" in text.partition("·")[0] else 1)
        for text in page.locator("tbody tr:not(.all) td:nth-child(2) .gap").all_inner_texts()
    ]
    assert len(gaps) > 10
    assert gaps == sorted(gaps, reverse=True)
    page.get_by_role("link", name="Mean pay").click()
    page.wait_for_url("**measure=mean**")
    page.get_by_role("link", name="Show the industries within Manufacturing").click()
    page.get_by_role("link", name="Hide the industries within Manufacturing").wait_for()
    assert "Chemical manufacturing" in page.locator("#comparison-caption ~ tbody").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_six_fit_the_page(site: Any, new_page: Callable[..., Any], width: int) -> None:
    codes = ("29-1141", "11-3051", "17-2112", "29-1216", "27-2011", "43-6014")
    address = f"{site.url}/compare/?{'&'.join(f'occupation={code}' for code in codes)}"
    page = new_page(viewport={"width": width, "height": 900})
    for by in ("nation", "industry", "place"):
        page.goto(f"{address}&by={by}")
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), by
        assert page.locator("#comparison table").is_visible()


def test_paper_has_the_address_and_no_controls(site: Any, page: Any) -> None:
    page.goto(f"{site.url}{BOTH}&by=industry")
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="Hourly").is_visible()
    assert page.get_by_role("img", name="QR code for this page’s address").is_visible()
    assert "release=May-2025" in page.locator(".permalink-address").inner_text()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 3


@pytest.mark.parametrize("javascript", [True, False])
def test_a_packet_prints_one_sheet_each(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + BOTH)
    follow(page, page.get_by_role("link", name="Make handouts"))
    assert page.locator("h1").inner_text() == "Handouts on 2 occupations"
    assert page.get_by_role("button", name="Print").is_visible() is javascript
    assert sheets_of(page) == 2
    codes = (
        "11-3051", "29-1141", "27-2011", "29-1216", "11-1031", "11-3000", "15-1252", "25-2021", "53-3032",
        "35-3023",
    )  # fmt: skip
    page.goto(f"{site.url}/handouts/?{'&'.join(f'occupation={code}' for code in codes)}&place=0018140")
    assert page.locator(".handout").count() == 10
    assert sheets_of(page) == 10
    page.emulate_media(media="print")
    assert not page.locator(".cover").is_visible()


def sheets_of(page: Any) -> int:
    """The sheets of letter paper that the page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_a_sheet_has_the_pay_figure_one_picture_and_its_sources_once(site: Any, page: Any) -> None:
    page.goto(f"{site.url}/handouts/?occupation=29-1141&occupation=11-3051&place=0018140")
    page.emulate_media(media="print")
    for sheet, median in zip(page.locator(".handout").all(), ("$97,550", "$126,060"), strict=True):
        assert sheet.locator(".pay-figure b").inner_text() == median
        pictures = sheet.locator("svg").filter(visible=True)
        assert [one.get_attribute("class") for one in pictures.all()] == ["qr", "chart"]
        sources = sheet.locator("footer").inner_text()
        assert sources.count("Occupational Employment and Wage Statistics") == 1
        assert not sheet.locator(".src").filter(visible=True).count()
    assert not page.locator("body > .foot").is_visible()
