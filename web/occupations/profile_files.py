"""The tables of an occupation's page as files. `TABLES` names them in the page's order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from occupations.models import Projection, Release
from wages.estimates import NOTHING, Figure
from web.occupations.comparisons import States
from web.occupations.descriptors import Bar, Bars
from web.occupations.industry_table import NOT_LISTED, IndustryTable
from web.occupations.listed import Folded
from web.occupations.members_table import FIELDS as MEMBER_FIELDS
from web.occupations.openings import Openings
from web.occupations.outlook import Outlook, OutlookFigure
from web.occupations.pay import Pay
from web.occupations.profile import ProfilePage
from web.tables.files import DECIMALS, Sheet, computed, percentiles, published, text
from web.words.numbers import rounded

TABLES = {
    "within": "Occupations in this group",
    "education": "Education that workers and experts say the job requires",
    "pay": "Wages",
    "beside": "Pay compared with the group and all occupations",
    "pay-by-state": "Pay by state",
    "pay-by-industry": "Jobs and pay by industry",
    "shares": "Largest industries, as published in earlier editions",
    "handbook-pay": "Pay in the industries that the Handbook names",
    "outlook": "Job outlook",
    "openings": "Where openings come from",
    "earlier-rounds": "Earlier rounds of the outlook",
    "skills": "Skills",
    "knowledge": "Knowledge",
    "work-styles": "Work styles",
    "interests": "Interests",
    "similar": "Similar occupations",
}


def profile_sheets(page: ProfilePage, within: Sheet | None) -> dict[str, Sheet]:
    """The tables that the page has, by their id; `within` is that of a group's occupations, sorted as asked.

    Rows are made only when a file is asked for.
    """
    descriptors, name = page.descriptors, page.occupation.code
    ranked = {bars.slug: bars for bars in descriptors.ranked}
    pay, outlook = page.pay, page.outlook
    sheets: dict[str, Sheet | None] = {
        "within": within,
        "shares": _shares(page.by_industry) if page.by_industry and page.by_industry.earlier else None,
        "education": _bars(Folded(descriptors.education), "level", "percent", descriptors.education_release),
        **{slug: _ranked(bars) for slug, bars in ranked.items()},
        "interests": _interests(page),
        "pay": _pay(pay) if pay else None,
        "beside": _beside(page, pay) if pay and page.beside else None,
        "pay-by-industry": _by_industry(page.by_industry) if page.by_industry else None,
        "pay-by-state": _states(page.states, pay) if pay and page.states else None,
        "handbook-pay": _handbook(page) if page.profile_pay else None,
        "outlook": _outlook(outlook) if outlook else None,
        "openings": _openings(outlook.openings) if outlook and outlook.openings else None,
        "earlier-rounds": _earlier(outlook) if outlook and outlook.earlier else None,
        "similar": _similar(page) if descriptors.related else None,
    }
    title = page.occupation.sentence_title
    return {
        slug: Sheet(f"{name}-{slug}", f"{title}: {TABLES[slug]}", sheet.fields, sheet.rows, sheet.releases)
        for slug in TABLES
        if (sheet := sheets.get(slug)) is not None
    }


def _sheet(
    fields: Sequence[Any], rows: Any, **releases: Release | Callable[[Any], Release | None] | None
) -> Sheet:
    return Sheet("", "", fields, rows, releases)


def _similar(page: ProfilePage) -> Sheet:
    own = {release.source.slug: release for release in page.descriptors.related_releases}
    columns = ("occupation", "median", "outlook", "education")
    fields = [field for column in columns for field in MEMBER_FIELDS[column]]
    releases = {
        "wages": own.get("oews"),
        "outlook": lambda row: row.round,
        "order": page.descriptors.related_release,
    }
    return _sheet(fields, page.descriptors.related.all, **releases)


def _by_industry(table: IndustryTable) -> Sheet:
    pay, shares = table.pay, table.shares
    fields = [
        text("industry_code", lambda line: line.code),
        text("industry", lambda line: line.name),
        text("by", lambda line: "class of worker" if line in table.classes else "industry"),
    ]
    releases = {}
    if shares is not None:
        own = published(
            "share_of_all_jobs_percent", lambda line: line.of_all, unless=lambda line: line.name == NOT_LISTED
        )
        fields += [own, text("share_of", lambda line: shares.denominator if line.of_all is not None else "")]
        releases["shares"] = shares.release
    if table.has_payroll:
        fields.append(computed("share_of_wage_and_salary_jobs_percent", lambda line: line.of_payroll, 1))
    if pay is not None:
        fields.append(published(f"{pay.basis}_median_usd", lambda line: line.median))
        releases["wages"] = pay.listed.release
    return _sheet(fields, table.lines, **releases)


def _shares(table: IndustryTable) -> Sheet:
    rest, by_industry, by_class = NOT_LISTED, "industry", "class of worker"
    rows = [
        (shares, industry, share, kind)
        for shares in table.earlier
        for kind, listed in (
            (by_industry, (*shares.rows, (rest, shares.remainder))),
            (by_class, shares.classes),
        )
        for industry, share in listed
    ]
    fields = (
        text("industry", lambda row: row[1]),
        text("by", lambda row: row[3]),
        published("share_percent", lambda row: row[2], unless=lambda row: row[1] == rest),
        text("share_of", lambda row: row[0].denominator),
        text("reference_period", lambda row: row[0].period),
    )
    return _sheet(fields, rows, shares=lambda row: row[0].release)


def _bars(bars: Folded[Bar], what: str, unit: str, release: Release | None) -> Sheet | None:
    if not bars:
        return None
    fields = (text(what, lambda bar: bar.name), published(unit, lambda bar: _to_a_tenth(bar.rating)))
    return _sheet(fields, bars.all, rating=release)


def _to_a_tenth(rating: Decimal | None) -> Figure:
    """A rating as the page shows it: the second digit that O*NET gives is finer than its samples."""
    return NOTHING if rating is None else Figure(rounded(rating, 1))


def _interests(page: ProfilePage) -> Sheet | None:
    descriptors = page.descriptors
    sheet = _bars(descriptors.interests, "interest", "rating_1_to_7", descriptors.interests_release)
    if sheet is None:
        return None
    origin = text("domain_source", lambda bar: descriptors.interests_source)
    return _sheet((*sheet.fields, origin), sheet.rows, rating=descriptors.interests_release)


def _ranked(bars: Bars) -> Sheet:
    level = [published("level_0_to_7", lambda bar: _to_a_tenth(bar.level_rating))]
    rank = [published("distinctiveness_rank", lambda bar: NOTHING if bar.rank is None else Figure(bar.rank))]
    fields = (
        text("element", lambda bar: bar.name),
        *([] if bars.ranks else [published("rating", lambda bar: _to_a_tenth(bar.rating))]),
        text("scale", lambda bar: bars.scale),
        *(level if bars.has_levels else []),
        *(rank if bars.has_ranks or bars.ranks else []),
        text("domain_source", lambda bar: bars.domain_source),
    )
    return _sheet(fields, bars.bars.all, rating=bars.release)


def _pay(pay: Pay) -> Sheet:
    fields = [
        text("wage", lambda row: row[0]),
        published(f"{pay.basis}_usd", lambda row: row[1]),
        published(f"{pay.other_basis}_usd", lambda row: row[2]),
    ]
    return _sheet(fields if pay.has_other_basis else fields[:2], pay.rows, wages=pay.release)


def _beside(page: ProfilePage, pay: Pay) -> Sheet:
    fields = (
        text("code", lambda row: row.occupation.code),
        text("occupation", lambda row: row.occupation.sentence_title),
        published(f"{pay.basis}_median_usd", lambda row: row.median),
        *percentiles(pay.basis, ("p10", "p25", "p75", "p90"), lambda row: row.percentiles),
    )
    return _sheet(fields, page.beside, wages=pay.listed.release)


def _states(states: States, pay: Pay) -> Sheet:
    adjusted = states.prices is not None
    median = f"{pay.basis}_median_usd"
    fields = (
        text("state", lambda row: row.name),
        computed(f"{median}_at_national_prices", lambda row: row.median, DECIMALS[pay.basis])
        if adjusted
        else published(median, lambda row: row.median),
        published("jobs_wage_and_salary", lambda row: row.employment),
    )
    prices = {"prices": states.prices} if adjusted else {}
    return _sheet(fields, states.listed, wages=states.release, **prices)


def _handbook(page: ProfilePage) -> Sheet:
    rows = [(part, name, median) for part in page.profile_pay for name, median in part.rows]
    fields = (
        text("profile", lambda row: row[0].profile.title),
        text("industry", lambda row: row[1]),
        published("median_usd", lambda row: row[2]),
        text("basis", lambda row: row[0].basis),
        text("reference_period", lambda row: row[0].period),
    )
    return _sheet(fields, rows, wages=lambda row: row[0].release)


def _outlook(outlook: Outlook) -> Sheet:
    fields = (text("measure", lambda row: row.name), published("figure", _in_full))
    return _sheet(fields, outlook.measures, outlook=outlook.release)


def _openings(openings: Openings) -> Sheet:
    fields = (
        text("part", lambda row: row.name),
        published("people_or_jobs_a_year", lambda row: row.figure, unless=lambda row: row.is_ours),
    )
    return _sheet(fields, openings.parts, outlook=openings.release)


def _in_full(measure: OutlookFigure) -> Figure:
    return (
        _jobs(measure.figure.value)
        if measure.is_in_thousands and measure.figure.value is not None
        else measure.figure
    )


def _jobs(thousands: Any) -> Figure:
    return NOTHING if thousands is None else Figure(int(Decimal(thousands) * 1000))


def _earlier(outlook: Outlook) -> Sheet:
    def word(row: Projection) -> str:
        return row.get_growth_word_display() if row.growth_word else ""

    fields = (
        text("round", lambda row: row.release.label),
        text("base_year", lambda row: row.base_year),
        published("base_year_jobs", lambda row: _jobs(row.base_employment)),
        published("projected_change_percent", lambda row: row.percent_change),
        published("openings_a_year", lambda row: _jobs(row.openings)),
        text("in_words", word),
    )
    return _sheet(fields, outlook.earlier, outlook=lambda row: row.release)
