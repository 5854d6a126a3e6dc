"""Tables on every screen: what is listed is what is said, drawn and titled, at any width, with JavaScript or not."""

import gzip
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_access import PAGES

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1280, "height": 900}
SMALL_LAPTOP = {"width": 1024, "height": 768}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 390, "height": 844}
NURSES = "/occupations/29-1141-registered-nurses/"
SIX = "&".join(
    f"occupation={code}" for code in ("11-3051", "17-2112", "29-1141", "15-1252", "41-2031", "43-4051")
)
# Pages that were the longest, and those of each kind of table.
LONG = {
    "all industries": "/industries/?view=all",
    "industries compared": f"/compare/?{SIX}&by=industry&view=all",
    "metropolitan areas compared": f"/compare/?{SIX}&by=place&view=metros",
    "metropolitan areas": f"{NURSES}places/?view=metros",
}
TABLES = (
    "/", "/occupations/?q=nurse", NURSES, f"{NURSES}industries/?open=62", f"{NURSES}places/",
    f"{NURSES}places/?view=metros&state=OH&prices=adjusted", f"{NURSES}changes/", "/industries/622-hospitals/",
    f"/compare/?{SIX}", "/places/", "/places/4800000-texas/", "/certifications/",
)  # fmt: skip
INDUSTRY_TABLES = (f"{NURSES}industries/", f"{NURSES}industries/?view=all")
OUT_OF_STEP = """() => {
    const shown = cell => getComputedStyle(cell).display !== "none";
    const wrong = [];
    for (const table of document.querySelectorAll("table")) {
        const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
        if (!table.offsetParent || !heads.length) continue;
        for (const row of table.tBodies[0].rows) {
            const cells = [...row.cells];
            if (cells.length === heads.length && cells.some((cell, at) => shown(cell) !== shown(heads[at])))
                wrong.push(row.innerText);
        }
    }
    return wrong;
}"""
CUT_WITHOUT_A_SIGN = """() => [...document.querySelectorAll("table")].filter(table => {
    const region = table.closest(".region"), style = region && getComputedStyle(region);
    if (!table.checkVisibility()) return false;  // folded away
    const right = (region ?? document.body).getBoundingClientRect().right;
    if (table.getBoundingClientRect().right <= right + 1) return false;
    return !(style?.overflowX === "auto" && style.backgroundImage.includes("gradient"));
}).map(table => table.caption?.innerText)"""


@pytest.mark.parametrize("javascript", [True, False])
def test_a_filter_changes_lead_title_count_and_scale(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(f"{site.url}{NURSES}places/?view=metros")
    widest = page.locator("tbody svg.paybar .range").nth(1).bounding_box()["width"]
    page.get_by_label("State", exact=True).select_option("OH")
    page.get_by_role("button", name="Search").click()
    page.locator(".results", has_text="15 metropolitan areas in Ohio").wait_for()
    assert "metropolitan areas in Ohio" in page.title()
    lead = page.locator("#finding").inner_text()
    assert "earn the most in Cleveland, OH: $83,940" in lead
    assert "Columbus, OH: 30,510" in lead
    assert page.locator("#finding").count() == 1
    assert page.locator(".axis").first.inner_text().split() == ["$60k", "$100k", "$140k"]
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Columbus, OH", exact=True))
    assert {"$67,720", "$105,770"} <= set(row.get_by_role("cell").all_inner_texts())
    assert row.locator(".range").bounding_box()["width"] > 40
    assert row.locator(".range").bounding_box()["width"] > widest / 2
    page.locator("#by-place-sort-p10").click()
    page.wait_for_url("**sort=-p10*")
    page.get_by_role("link", name=re.compile("^Ohio.*remove$")).click()
    page.locator(".results", has_text="388 metropolitan areas").wait_for()
    assert "2 have no number of jobs and 8 have no median" in page.locator(".results").inner_text()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", LONG.values(), ids=LONG.keys())
def test_long_tables_come_by_the_hundred_and_whole_on_request(
    site: Any, new_page: Callable[..., Any], path: str, javascript: bool
) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + path)
    rows = page.locator("table.figures").last.locator("tbody tr:not(.all):not(.rest)")
    assert rows.count() == 100
    assert re.search(r"Rows 1 to 100 of \d", page.locator(".row-range").inner_text())
    page.get_by_role("link", name="Next").click()
    page.locator(".row-range", has_text="Rows 101 to").wait_for()
    page.get_by_role("link", name="Show all").click()
    page.wait_for_url("**per_page=all*")
    rows.nth(150).wait_for()
    assert page.locator(".per-page [aria-current]").inner_text() == "Show all"
    page.get_by_role("link", name="100", exact=True).click()
    page.locator(".row-range", has_text="Rows 1 to 100").wait_for()


def test_no_page_is_over_40_kb_packed(site: Any) -> None:
    sizes = {path: packed_size(site.url + path) for path in (*PAGES.values(), *LONG.values())}
    assert {path: size for path, size in sizes.items() if size > 40_000} == {}


def packed_size(address: str) -> int:
    """The bytes of a page's HTML, packed."""
    try:
        with urllib.request.urlopen(address) as answer:
            html = answer.read()
    except urllib.error.HTTPError as error:
        html = error.read()
    return len(gzip.compress(html))


def test_phone_rows_keep_headers_and_cells_in_step(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=True)
    for path in TABLES:
        page.goto(site.url + path)
        assert page.evaluate(OUT_OF_STEP) == [], path


def test_a_span_of_years_stays_in_its_sentence(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site.url)
    spans = page.locator(".ways-in small .nowrap")
    assert spans.count()
    assert {span.evaluate("e => getComputedStyle(e).display") for span in spans.all()} == {"inline"}


def test_no_column_is_cut_without_a_sign(site: Any, new_page: Callable[..., Any]) -> None:
    for viewport, paths in ((TABLET, TABLES), (SMALL_LAPTOP, INDUSTRY_TABLES), (LAPTOP, TABLES)):
        page = new_page(viewport=viewport)
        for path in paths:
            page.goto(site.url + path)
            assert page.evaluate(CUT_WITHOUT_A_SIGN) == [], path
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wide <= 0, path


def test_a_tablet_folds_columns_and_shows_them_on_request(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=TABLET, java_script_enabled=False)
    page.goto(f"{site.url}{NURSES}places/?view=metros&state=OH")
    region = page.locator(".region").first
    assert region.evaluate("region => region.scrollWidth <= region.clientWidth + 1")
    reliability = page.get_by_role("columnheader", name="Reliability")
    assert not reliability.is_visible()
    page.get_by_label("All columns").check()
    assert reliability.is_visible()


@pytest.mark.parametrize("viewport", [LAPTOP, TABLET, PHONE], ids=["laptop", "tablet", "phone"])
def test_headers_stay_in_view(site: Any, new_page: Callable[..., Any], viewport: dict[str, int]) -> None:
    page = new_page(viewport=viewport)
    page.goto(f"{site.url}/industries/?open=31-33")
    page.locator("tbody tr").nth(30).scroll_into_view_if_needed()
    header = page.get_by_role("columnheader", name=re.compile("^Median")).first
    assert header.evaluate(
        "head => { const box = head.getBoundingClientRect();"
        " return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('th') === head; }"
    )


@pytest.mark.parametrize("javascript", [True, False])
def test_certifications_are_searched_and_narrowed(
    site: Any, new_page: Callable[..., Any], javascript: bool
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    page.goto(f"{site.url}/certifications/")
    assert "298 certifications, from" in page.locator(".results").inner_text()
    name = page.locator("tbody th").first
    assert name.bounding_box()["width"] > 300
    page.get_by_label("Name, organization or job").fill("nurse")
    page.get_by_role("button", name="Search").click()
    page.locator(".results", has_text="matching “nurse”").wait_for()
    assert "matching “nurse”" in page.title()
    page.get_by_label("Occupation", exact=True).select_option("29-1151")
    page.get_by_role("button", name="Search").click()
    page.locator(".results", has_text="for nurse anesthetists").wait_for()
    assert {"q=nurse", "occupation=29-1151"} <= set(page.url.partition("?")[2].split("&"))
    page.get_by_role("link", name=re.compile("^Nurse anesthetists.*remove$")).click()
    page.get_by_label("Organization", exact=True).select_option("bcen")
    page.get_by_role("button", name="Search").click()
    page.locator(".results", has_text="from").wait_for()


def test_forced_colors_show_what_is_chosen_and_both_tones(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, forced_colors="active")
    page.goto(f"{site.url}{NURSES}places/?view=metros&state=OH")
    color = "node => getComputedStyle(node).backgroundColor"
    options = page.get_by_role("group", name="Which places").get_by_role("link")
    chosen, other = options.filter(has_text="Metros").evaluate(color), options.first.evaluate(color)
    assert chosen != other
    fills = [page.locator(f"tbody .{tone}").first.evaluate("node => getComputedStyle(node).fill")
             for tone in ("range", "middle")]  # fmt: skip
    assert fills[0] != fills[1]
    page.goto(f"{site.url}/industries/622-hospitals/")
    current = page.locator(".views a")
    assert current.first.evaluate(color) != current.nth(1).evaluate(color)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_a_source_opens_beside_its_mark_and_closes(
    site: Any, new_page: Callable[..., Any], viewport: dict[str, int], javascript: bool
) -> None:
    page = new_page(viewport=viewport, java_script_enabled=javascript)
    page.goto(site.url + NURSES)
    mark = page.locator("#pay button.src").first
    mark.click()
    note = page.locator(".source-note:popover-open")
    box, at = note.bounding_box(), mark.bounding_box()
    below, above = box["y"] - at["y"] - at["height"], at["y"] - box["y"] - box["height"]
    assert -1 <= max(below, above) <= 24
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= viewport["width"]
    note.get_by_role("button", name="Close").click()
    assert note.count() == 0


def test_handouts_fit_the_narrowest_phone(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    for query in ("", "?occupation=11-3051&occupation=27-2011&place=0018140", "?q=nurse"):
        page.goto(f"{site.url}/handouts/{query}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, query
