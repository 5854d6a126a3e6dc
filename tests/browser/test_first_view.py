"""What a first view asks for besides the page: one style sheet and two scripts, each kept for good."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.test_access import PAGES

pytestmark = pytest.mark.browser

MOST = 3
KINDS = [
    "home", "finder", "profile", "group", "industries", "all industries", "industry", "history", "changes",
    "compare: nation", "places", "state", "occupation by place", "answer in a place", "handouts", "own pay",
    "certifications", "sources", "search: results", "glossary", "about",
]  # fmt: skip
HASHED = re.compile(r"/static/[\w/.-]+\.[0-9a-f]{12}\.(css|js)")
ASKED_FOR = re.compile(r"<(?:link|script)\b[^>]*>")


def test_no_page_names_more_files(site: Any) -> None:
    for name, path in PAGES.items():
        if name == "not found":
            continue
        tags = ASKED_FOR.findall(site.get(path)[1])
        links = [tag for tag in tags if re.search(r'rel="(stylesheet|icon|\w*preload|manifest)"| src=', tag)]
        files = [tag for tag in links if "data:image/svg+xml," not in tag]
        assert len(files) <= MOST, (name, files)
        assert all(HASHED.search(tag) for tag in files), (name, files)


@pytest.mark.parametrize("name", KINDS)
def test_a_browser_asks_for_no_more(site: Any, new_page: Callable[..., Any], name: str) -> None:
    page = new_page()
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - playwright asks for a function
    page.goto(site.url + PAGES[name])
    page.wait_for_load_state("networkidle")
    besides = answers[1:]
    assert len(besides) <= MOST, [answer.url for answer in besides]
    for answer in besides:
        assert HASHED.fullmatch(urlsplit(answer.url).path), answer.url
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip" or "theme" in answer.url


def test_the_chosen_color_scheme_is_there_before_the_page_is_drawn(
    site: Any, new_page: Callable[..., Any]
) -> None:
    page = new_page(color_scheme="light")
    page.goto(site.url)
    page.get_by_role("button", name="Dark").click()
    # What the page looks like as its body begins, before any deferred script has run.
    page.add_init_script("""new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.atFirst = document.documentElement.dataset.theme;
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true })""")
    page.goto(site.url + "/about/")
    assert page.evaluate("window.atFirst") == "dark"
