"""A profile is read with pleasure: its length, its order, nothing lost on paper or without JavaScript, and what a
finger and an eye need."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
NURSES = "/occupations/29-1141-registered-nurses/"
MANAGERS = "/occupations/11-3051-industrial-production-managers/"
WITHOUT_PAY = "/occupations/45-3031-fishing-and-hunting-workers/"
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

# Words of the page that nobody sees on paper: by parent, the first few words. What a sheet has no use for is left out.
UNSEEN = """() => {
    const of_the_screen = ".no-print, .toc, .terms, .all-columns, form, nav, summary, .source-note, .acts, .cite, " +
        ".visually-hidden, script, style, #status, #tray, svg, thead, .lead, [hidden], #sources > .notes";
    const unseen = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim(), parent = walker.currentNode.parentElement;
        if (!text || parent.closest(of_the_screen)) continue;
        const box = document.createRange();
        box.selectNodeContents(walker.currentNode);
        if (!parent.checkVisibility({visibilityProperty: true}) || !box.getClientRects().length)
            unseen.push(text.slice(0, 40));
    }
    return unseen;
}"""
# Targets of less than 24 by 24 px whose circle of 24 px meets another target, except links within a text (WCAG 2.5.8).
TOO_SMALL = """() => {
    const targets = [...document.querySelectorAll("main :is(a, button, summary, input, select)")]
        .filter(target => target.checkVisibility() && !target.closest(".visually-hidden"));
    const boxes = new Map(targets.map(target => [target, target.getBoundingClientRect()]));
    const texts = "p, li, dd, caption, td, th";
    const inText = target => getComputedStyle(target).display === "inline" && target.closest(texts);
    return targets.filter(target => {
        const box = boxes.get(target);
        if (box.width >= 24 && box.height >= 23.9 || inText(target)) return false;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return targets.some(other => {
            const b = boxes.get(other);
            if (other === target || other.contains(target) || target.contains(other)) return false;
            const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
            return Math.hypot(dx, dy) < 12;
        });
    }).map(target => target.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize(("viewport", "most"), [(LAPTOP, 8_000), (PHONE, 11_000)], ids=["laptop", "phone"])
@pytest.mark.parametrize("javascript", [True, False])
def test_nurses_are_read_without_end_of_scrolling(
    site: Any, new_page: Callable[..., Any], viewport: dict[str, int], most: int, javascript: bool
) -> None:
    page = new_page(viewport=viewport, java_script_enabled=javascript)
    page.goto(site.url + NURSES)
    assert page.evaluate("document.documentElement.scrollHeight") <= most


def test_sections_stand_in_the_readers_order_and_the_contents_follow_them(site: Any, page: Any) -> None:
    page.goto(site.url + NURSES)
    contents = page.locator(".toc a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert contents == [
        "at-a-glance", "what-they-do", "work-environment", "schedules", "how-to-become-one", "certifications",
        "advancement", "pay", "outlook", "skills", "similar", "titles", "elsewhere", "sources",
    ]  # fmt: skip
    places = "ids => ids.map(id => [...document.querySelectorAll('[id]')].findIndex(e => e.id === id))"
    found = page.evaluate(places, contents)
    assert -1 not in found
    assert found == sorted(found)
    said = page.locator("main").inner_text()
    assert said.count("not yet reviewed") == 1
    assert said.count("not yet verified") == 1
    strip = page.locator("#at-a-glance")
    assert strip.locator("svg.paybar").is_visible()
    for label in ("Median pay, May 2025", "Time to enter", "License"):
        assert strip.get_by_text(label).is_visible()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", [NURSES, MANAGERS, WITHOUT_PAY], ids=["nurses", "managers", "without pay"])
def test_paper_has_everything(site: Any, new_page: Callable[..., Any], path: str, javascript: bool) -> None:
    page = new_page(viewport=LAPTOP, java_script_enabled=javascript)
    page.goto(site.url + path)
    assert page.locator("details.more:not([open])").count() > 3
    page.emulate_media(media="print")
    assert page.evaluate(UNSEEN) == []
    assert page.locator("#sources").is_visible()
    assert not page.get_by_role("button", name="Compare", exact=True).is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_folded_opens(site: Any, new_page: Callable[..., Any], javascript: bool) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    page.goto(site.url + NURSES)
    table = page.locator("table[data-table='knowledge']")
    assert not table.is_visible()
    page.locator("#skills summary", has_text="All 28").click()
    assert table.is_visible()
    assert not page.locator("table[data-table='pay']").is_visible()
    page.get_by_text("Every percentile").click()
    assert page.locator("table[data-table='pay']").is_visible()


def test_a_wide_screen_has_open_what_a_phone_folds(site: Any, page: Any) -> None:
    page.goto(site.url + NURSES)
    assert page.locator("table[data-table='pay']").is_visible()
    assert page.get_by_text("Every percentile").is_hidden()


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_note_on_a_source_opens_beside_its_mark_and_closes(
    site: Any, new_page: Callable[..., Any], viewport: dict[str, int], javascript: bool
) -> None:
    page = new_page(viewport=viewport, java_script_enabled=javascript)
    page.goto(site.url + NURSES)
    for section, name in (("#pay .lede", "OEWS, May 2025"), ("#outlook .lede", "EP, 2025–35")):
        mark = page.locator(section).get_by_role("button", name=name)
        mark.click()
        note = page.locator(".source-note:popover-open")
        at, beside = mark.bounding_box(), note.bounding_box()
        gap = max(beside["y"] - (at["y"] + at["height"]), at["y"] - (beside["y"] + beside["height"]))
        assert 0 <= gap <= 16, "above or below its mark"
        assert beside["x"] >= 0
        assert beside["x"] + beside["width"] <= viewport["width"]
        note.get_by_role("button", name="Close").click()
        assert page.locator(".source-note:popover-open").count() == 0


def test_the_ruler_is_readable_on_a_phone(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=PHONE)
    for path in (NURSES, f"{NURSES}places/0018140-columbus-oh/"):
        page.goto(site.url + path)
        sizes = page.evaluate(
            """() => [...document.querySelectorAll("svg.chart text")].filter(t => t.checkVisibility()).map(
                t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
        )
        assert len(sizes) == 10, path
        assert min(sizes) >= 11, path


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_targets_are_large_enough(site: Any, new_page: Callable[..., Any], viewport: dict[str, int]) -> None:
    page = new_page(viewport=viewport)
    page.goto(site.url + NURSES)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    assert page.evaluate(TOO_SMALL) == []
    found = Axe().run(page, options={"preload": False, "runOnly": ["target-size", "label"]})
    assert found.violations_count == 0, found.generate_report()


def test_forced_colors_show_both_tones_of_a_bar(site: Any, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport=LAPTOP, forced_colors="active")
    page.goto(site.url + NURSES)
    tones = page.locator("#at-a-glance .paybar").evaluate(
        "bar => ['.range', '.middle', '.median'].map(part => getComputedStyle(bar.querySelector(part)))"
        ".map(style => [style.fill, style.stroke])"
    )
    (range_fill, range_stroke), (middle_fill, _), (_, median) = tones
    assert len({range_fill, middle_fill, median}) == 3
    assert range_stroke not in ("none", range_fill)
