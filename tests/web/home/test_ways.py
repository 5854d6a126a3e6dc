"""The ways from the home page into the finder: each leads to an answer that is true and not empty."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from web.home.words import EXAMPLES, INTERESTS_AS_LIKED
from web.words.interests import INTERESTS

pytestmark = pytest.mark.real_files

WAY = re.compile(r'<li><a href="([^"]+)">([^<]+)</a>(?:<span>[^<]*</span>)?(?:<small>([^<]*)</small>)?</li>')
FOUND = re.compile(r'data-announce="(?:There is )?([\d,]+|no) occupations?([^"]*)"')


@pytest.fixture(scope="module")
def ways(site: Any) -> list[tuple[str, str, str]]:
    """Each link's address, its name and what is said of it."""
    main = re.search(r"<main.*</main>", site.get("/")[1], re.S)
    assert main is not None
    return [tuple(map(unescape, way)) for way in WAY.findall(main[0])]  # type: ignore[misc]  # three, as in WAY


def finder(site: Any, href: str) -> tuple[int, str, str]:
    """How many the finder finds there, what it says of them, and its page."""
    html = site.get(href)[1]
    found = FOUND.search(html)
    assert found is not None, href
    assert 'class="notice"' not in html, href
    return int(found[1].replace(",", "").replace("no", "0")), unescape(found[2]), html


def test_there_is_a_way_for_each_question_students_ask(ways: list[tuple[str, str, str]]) -> None:
    names = [name for _, name, _ in ways]
    for name in ("Good pay without a degree", "Fast growing", "Most openings", "Highest pay"):
        assert name in names
    assert INTERESTS_AS_LIKED.keys() == INTERESTS.keys()
    assert {name for name, _ in INTERESTS_AS_LIKED.values()} <= set(names)
    queries = [parse_qs(urlsplit(href).query) for href, _, _ in ways if href.startswith("/occupations/?")]
    assert len({query["group"][0] for query in queries if "group" in query}) == 22
    assert len({query["industry"][0] for query in queries if "industry" in query}) == 20
    assert len({query["area"][0] for query in queries if "area" in query}) == 51


def test_each_way_leads_to_what_it_says(site: Any, ways: list[tuple[str, str, str]]) -> None:
    said = {
        "Good pay without a degree": r"usually entered with .*, with median pay of \$[\d,]+ a year or more",
        "Fast growing": r"growing .*, sorted by growth, fastest first",
        "Most openings": r"sorted by openings, most first",
        "Highest pay": r"sorted by median pay, highest first",
    }  # fmt: skip
    for href, name, note in ways:
        if not href.startswith("/occupations/?"):
            continue
        count, words, html = finder(site, href)
        assert count > 0, name
        assert re.search(said.get(name, ""), words), (name, words)
        if stated := re.search(r"([\d,]+) occupations?", note):
            assert count == int(stated[1].replace(",", "")), name
        if "industry=" in href or "area=" in href:
            begins = re.escape(name.lower().split(",")[0])
            assert re.search(rf" in (the )?{begins}", unescape(html).lower()), name


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_has_an_answer(site: Any, ways: list[tuple[str, str, str]], example: str) -> None:
    href = next(href for href, name, _ in ways if name == example)
    html = site.get(href)[1]
    assert re.search(r'class="(answer|answer-lines|answer-text)\b', html), example
    assert "No exact match" not in html
