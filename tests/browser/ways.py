"""How a person moves through the pages, for every test of a browser."""

from typing import Any


def follow(page: Any, link: Any) -> None:
    """Click what leads to another page, and go on when that page is whole.

    A click alone ends as soon as the next page begins: what a test counts then is what has come of it so far.
    """
    with page.expect_navigation():
        link.click()
