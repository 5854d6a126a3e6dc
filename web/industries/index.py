"""The table of all industries, from the request's parameters to what the template shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest

from occupations.models import Industry, Release
from occupations.search_text import LONGEST_TEXT, words_in
from web.http.as_of import AsOf
from web.http.pagination import LONG, Link, page_sizes, turn_to_page, without
from web.http.parameters import read_open, read_parameters
from web.industries.queries import economy, industries_named
from web.occupations.by_industry.order import SORTABLE
from web.occupations.by_industry.page import VIEWS, ByIndustry, by_industry, openable
from web.occupations.by_industry.tables import IndustryTable
from web.occupations.by_industry.words import heading
from web.tables.base import arrange
from web.tables.cells import BASES
from web.tables.files import FORMATS

SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))
LISTED = 20


@dataclass
class IndustryIndex:
    """What the table of industries shows; `facts` and `table` are None where no release has industries.

    `unpublished` are industries of NAICS that the text may mean and that have no figures of their own, each
    with its parent; `more` is how many of them are left out.
    """

    newest: Release | None
    notices: list[str]
    facts: ByIndustry | None = None
    table: IndustryTable | None = None
    text: str = ""
    exporting: str = ""
    unpublished: list[Industry] = field(default_factory=list)
    more: int = 0
    chips: list[Link] = field(default_factory=list)
    sizes: list[Link] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the page is about, for its title."""
        return heading("", self.facts.view if self.facts else "", self.text)

    @property
    def lede(self) -> list[str]:
        """The finding over the table, as long as no search narrows it."""
        return self.facts.lede if self.facts and not self.text else []


def industry_index(request: HttpRequest, as_of: AsOf) -> IndustryIndex:
    """Read the parameters, each checked, and make the table; the number of queries is fixed."""
    asked, notices = read_parameters(
        request,
        {"pay": BASES, "view": VIEWS, "sort": SORTS, "_export": FORMATS},
        also=("open", "q", "page", "per_page"),
    )
    material = economy(as_of.day)
    page = IndustryIndex(material.newest, notices, exporting=asked.get("_export", ""))
    if material.overall is None:
        return page
    matches = _search(page, request)
    published = {cell.industry_id for cell in material.by_industry}
    named = None if matches is None else {industry.pk for industry in matches}
    opened, said = read_open(request, openable(material.by_industry))
    page.notices += said
    page.facts = by_industry(
        material.overall,
        material.by_industry,
        basis=asked.get("pay", "annual"),
        view=asked.get("view", "sectors"),
        opened=opened,
        named=named,
    )
    page.table = IndustryTable(page.facts, order_by="-jobs")
    arrange(page.table, request, asked.get("sort"))
    page.notices += turn_to_page(page.table, request, LONG, can_show_all=True)
    page.sizes = page_sizes(page.table, request, LONG, can_show_all=True)
    if matches is not None:
        found = {each.pk for each in matches}
        unpublished = [each for each in matches if each.pk not in published and not _repeats(each, found)]
        page.unpublished, page.more = unpublished[:LISTED], max(len(unpublished) - LISTED, 0)
        page.chips = [Link(f"“{page.text}”", without(request, ["q"]))]
    return page


def _repeats(industry: Industry, found: set[int]) -> bool:
    """Whether it is the only industry within one of the same name that was found too (31212 and 312120)."""
    parent = industry.parent
    return parent is not None and parent.pk in found and parent.short_title == industry.short_title


def _search(page: IndustryIndex, request: HttpRequest) -> list[Industry] | None:
    """The industries that the text may mean; None without a text. One query, or two."""
    text = request.GET.get("q", "").strip()
    if not text:
        return None
    if len(text) > LONGEST_TEXT or "\x00" in text or not words_in(text):
        page.notices.append(f"We ignored that search: it needs letters or digits, {LONGEST_TEXT} at most.")
        return None
    page.text = text
    matches = industries_named(text)
    if not matches:
        matches = industries_named(text, closest=True)
        if matches:
            page.notices.append(f"No exact match for “{text}”. These come closest.")
    return matches
