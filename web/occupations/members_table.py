"""Lists of occupations on a profile: those within a group, and the similar ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Release
from wages.estimates import NOTHING, Figure
from web.http.as_of import AsOf, keep_release
from web.occupations.members import Member
from web.occupations.profile import ProfilePage
from web.tables.base import FigureRows, FigureTable, classes
from web.tables.files import Field, published, text
from web.templatetags import figures as tags
from web.templatetags.comparing import compare_link


def on(basis: str) -> Callable[[Member], Figure]:
    """The median of a row that is paid on this basis; nothing for the others, which can't be compared with it."""
    return lambda row: row.median if row.basis == basis else NOTHING


KEYS: Mapping[str, Callable[[Member], Figure | str]] = {
    "occupation": lambda row: row.occupation.title,
    "median": on("annual"),
    "jobs": lambda row: row.employment,
    "outlook": lambda row: NOTHING if row.percent_change is None else Figure(row.percent_change),
}
FIELDS: Mapping[str, Sequence[Field]] = {
    "occupation": (
        text("code", lambda row: row.occupation.code),
        text("occupation", lambda row: row.occupation.sentence_title),
    ),
    "median": (
        published("annual_median_usd", on("annual")),
        published("hourly_median_usd_where_only_that_is_published", on("hourly")),
    ),
    "jobs": (published("jobs_wage_and_salary", lambda row: row.employment),),
    "outlook": (published("projected_change_percent", lambda row: row.percent_change),),
    "education": (text("usual_entry_education", lambda row: row.education),),
}
SORTS = tuple(f"{sign}{name}" for name in KEYS for sign in ("", "-"))


class MemberTable(FigureTable):
    """The occupations within a group. Rows are `Member`s, in the order of their codes until they are sorted."""

    occupation = tables.Column(attrs=classes("name"))
    median = tables.Column(
        verbose_name=format_html("Median pay<small>{}</small>", "$ a year"),
        empty_values=(), initial_sort_descending=True, attrs=classes("num lead key"),
    )  # fmt: skip
    jobs = tables.Column(
        verbose_name=format_html("Jobs<small>{}</small>", "wage and salary"),
        empty_values=(), initial_sort_descending=True, attrs=classes("num under", "Jobs"),
    )  # fmt: skip
    outlook = tables.Column(
        verbose_name=format_html("Outlook<small>{}</small>", "% over the decade"),
        empty_values=(), initial_sort_descending=True, attrs=classes("num side"),
    )  # fmt: skip

    block_id, which = "occupations-within", "within"

    def __init__(
        self,
        rows: Sequence[Member],
        caption: tuple[str, str],
        as_of: AsOf,
        pay: Release | None,
        outlook: Release | None,
        **options: Any,
    ) -> None:
        self.caption_title, self.caption = caption
        self.as_of, self.pay, self.outlook = as_of, pay, outlook
        super().__init__(FigureRows(rows, KEYS), **options)

    def export_fields(self) -> Mapping[str, Sequence[Field]]:
        return FIELDS

    def export_releases(self) -> Mapping[str, Release | Callable[[Member], Release | None] | None]:
        return {"wages": self.pay, "outlook": lambda row: row.round or self.outlook}

    def render_occupation(self, record: Member) -> SafeString:
        address = keep_release(record.occupation.get_absolute_url(), self.as_of)
        name, code = record.occupation.sentence_title, record.occupation.code
        choose = compare_link(record.occupation, self.as_of)
        return format_html('<a href="{}">{}</a>{} <span class="code">{}</span>', address, name, choose, code)

    def render_median(self, record: Member) -> SafeString | str:
        pay = tags.wage(record.median, record.basis)
        return format_html("{} <small>an hour</small>", pay) if record.basis == "hourly" else pay

    def render_jobs(self, record: Member) -> SafeString | str:
        return tags.count(record.employment)

    def render_outlook(self, record: Member) -> SafeString | str:
        return tags.projected_change(record.projection)


def ranked(members: Sequence[Member], sort: str) -> list[Member]:
    """Those that an order lists: a ranking leaves "all other" occupations out, unless there are no others; an order by
    name or code does not."""
    named = [row for row in members if not row.occupation.is_residual]
    return list(members) if sort.lstrip("-") in ("", "occupation") or not named else named


def member_table(page: ProfilePage, as_of: AsOf, rows: Sequence[Member]) -> MemberTable:
    """The table of the occupations within the group of a page: of all, or of those that an order lists."""
    return MemberTable(
        rows, (page.members_title, page.members_caption), as_of, page.members_pay, page.members_outlook
    )
