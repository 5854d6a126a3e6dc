"""One occupation in one place or industry, from the request's parameters to what the template shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from occupations import editions
from occupations.models import Release
from wages.estimates import Figure, figure
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Ruler
from web.http.as_of import AsOf, keep_release
from web.http.parameters import read_parameters, repeated
from web.occupations.answer import queries, words
from web.occupations.answer.card import Answer, answer_of
from web.occupations.answer.queries import Material
from web.occupations.answer.rows import BesideRow, BesideRows, beside_rows, cells_of, ordered
from web.occupations.by_place.prices import PriceLevels
from web.occupations.by_place.queries import price_levels
from web.occupations.citation import Citation, cite
from web.occupations.heading import Heading, crumbs, heading
from web.tables.cells import BASES, basis_of
from web.tables.files import FORMATS, Sheet, computed, percentiles, published, text

NAMES = ("10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile")
PERCENTILES = ("p10", "p25", "median", "p75", "p90")


@dataclass(frozen=True)
class Earlier:
    """The median of the same place or industry in one release."""

    release: Release
    median: Figure
    basis: str
    is_shown: bool


@dataclass
class AnswerPage:
    """What the template shows.

    `wages` are the name, the annual and the hourly figure of each line; `said` the sentences about jobs; `own_of` the
    name and the code by which the reader's own pay is placed here.
    """

    heading: Heading
    crumbs: list[tuple[str, str]]
    answer: Answer
    place: str
    kind_line: str
    beside: BesideRows
    wages: list[tuple[str, Figure, Figure]]
    said: list[str]
    how_sure: str
    ruler: Ruler | None
    ruler_title: str
    earlier: list[Earlier]
    own_of: tuple[str, str]
    citation: Citation
    prices: str = ""
    prices_release: Release | None = None
    prices_said: str = ""
    all_href: str = ""
    notices: list[str] = field(default_factory=list)
    export: str = ""

    @property
    def is_place(self) -> bool:
        return self.answer.area is not None

    @property
    def is_adjusted(self) -> bool:
        return self.prices == "adjusted"

    @property
    def releases(self) -> list[Release]:
        """What the figures come from."""
        known = [row.release for row in self.beside.rows]
        known += [self.answer.release] if self.answer.release else []
        known += [self.prices_release] if self.is_adjusted and self.prices_release else []
        return list(dict.fromkeys(known))

    def sheet(self) -> Sheet:
        """The table of places or industries as a file, with everything that is published of each."""
        what = "area" if self.is_place else "industry"
        fields = [
            text(f"{what}_code", lambda row: row.code),
            text(what, lambda row: row.name),
            text("kind", lambda row: row.kind),
            published("jobs", lambda row: row.employment),
            computed("share_of_occupation_jobs_percent", lambda row: row.share, 1),
            *(_of_places() if self.is_place else _of_industries()),
            *percentiles("annual", PERCENTILES, lambda row: row.annual),
            published("annual_mean_usd", lambda row: row.annual_mean),
            *percentiles("hourly", PERCENTILES, lambda row: row.hourly),
            published("hourly_mean_usd", lambda row: row.hourly_mean),
            computed(f"{self.answer.basis}_median_gap_usd", lambda row: row.gap, 2),
            computed("median_gap_percent", lambda row: row.gap_percent, 1),
            published("jobs_rse_percent", lambda row: row.employment_rse),
            published("mean_wage_rse_percent", lambda row: row.wage_rse),
        ]
        releases: dict[str, Release | Callable[[Any], Release | None] | None] = {
            "wages": lambda row: row.release
        }
        if self.is_adjusted:
            places = 2 if self.answer.basis == "hourly" else 0
            adjusted = f"{self.answer.basis}_median_at_national_prices_usd"
            fields += [
                computed(adjusted, lambda row: row.adjusted, places),
                published("price_level_nation_100", lambda row: row.parity),
            ]
            releases["prices"] = self.prices_release
        code = self.own_of[1]
        return Sheet(
            f"{self.heading.occupation.code}-{code}", self.answer.title, fields, self.beside.rows, releases
        )


def _of_places() -> list[Any]:
    return [
        published("jobs_per_1000", lambda row: row.per_1000),
        published("location_quotient", lambda row: row.quotient),
    ]


def _of_industries() -> list[Any]:
    return [computed("share_of_industry_jobs_percent", lambda row: row.of_industry, 2)]


def answer_page(request: HttpRequest, material: Material, as_of: AsOf, today: dt.date) -> AnswerPage:
    """Read the parameters, each checked, and put the page together. Four queries, two for an industry."""
    given, notices = read_parameters(
        request, {"pay": BASES, "prices": ("published", "adjusted"), "_export": FORMATS}
    )
    notices += repeated(request)
    answer = answer_of(material, given.get("pay"))
    levels = price_levels(as_of.day) if material.area is not None else PriceLevels()
    totals = queries.all_jobs_in(material, cells_of(material)) if material.industry is not None else {}
    beside = beside_rows(material, answer.basis, levels, totals)
    this = beside.this
    occupation, title = material.occupation, material.occupation.sentence_title
    wants_prices = given.get("prices") == "adjusted"
    can_adjust = this is not None and this.parity is not None
    if wants_prices and not can_adjust:
        notices.append(_no_prices(material, levels))
    period = answer.release.reference_period if answer.release else ""
    return AnswerPage(
        heading=heading(occupation),
        crumbs=_crumbs(material, as_of),
        answer=answer,
        place=_name(material),
        kind_line=_kind_line(material),
        beside=beside,
        wages=_wages(material.cell),
        said=_said(title, answer, this, period) if this else [],
        how_sure=words.how_sure(this.employment_rse, this.wage_rse) if this else "",
        ruler=pay_bar.ruler(answer.title, answer.percentiles, answer.basis),
        ruler_title=pay_bar.middle_half(answer.percentiles, answer.basis),
        earlier=_earlier(queries.over_the_releases(material), answer),
        own_of=_own_of(material),
        citation=cite(answer.title, request.build_absolute_uri(answer.href), beside_releases(beside), today),
        prices=("adjusted" if wants_prices else "published") if can_adjust else "",
        prices_release=levels.release if levels else None,
        prices_said=_prices_said(this, levels, answer) if this and can_adjust and wants_prices else "",
        all_href=_all_href(material),
        notices=notices,
        export=given.get("_export", ""),
    )


def beside_releases(beside: BesideRows) -> list[Release]:
    """The releases of the rows, each once."""
    return list(dict.fromkeys(row.release for row in beside.rows))


def _name(material: Material) -> str:
    if material.area is not None:
        return material.area.title
    return material.industry.short_title if material.industry else ""


def _own_of(material: Material) -> tuple[str, str]:
    if material.area is not None:
        return "area", material.area.code
    return "industry", material.industry.code if material.industry else ""


def _kind_line(material: Material) -> str:
    """The codes under the title."""
    if material.area is not None:
        return f"SOC {material.occupation.code} · OEWS area {material.area.code}"
    system = "NAICS" if material.industry and material.industry.system.slug.startswith("naics") else "OEWS"
    return f"SOC {material.occupation.code} · {system} {material.industry.code if material.industry else ''}"


def _all_href(material: Material) -> str:
    """The table of all places, or of all industries, of the occupation."""
    page = "occupation-places" if material.area is not None else "occupation-industries"
    return reverse(page, args=[material.occupation.code, material.occupation.title_slug])


def _crumbs(material: Material, as_of: AsOf) -> list[tuple[str, str]]:
    """The way through the groups, the occupation and its table."""
    occupation = material.occupation
    table = "Places" if material.area is not None else "Industries"
    way = [(occupation.sentence_title, occupation.get_absolute_url()), (table, _all_href(material))]
    return [*crumbs(occupation, as_of), *((name, keep_release(href, as_of)) for name, href in way)]


def _wages(cell: WageEstimate | None) -> list[tuple[str, Figure, Figure]]:
    """Percentiles and the mean on both bases; nothing where nothing is published."""
    if cell is None:
        return []
    names = [*zip(NAMES, PERCENTILES, strict=True), ("Mean", "mean")]
    return [(name, figure(cell, f"annual_{key}"), figure(cell, f"hourly_{key}")) for name, key in names]


def _said(title: str, answer: Answer, this: BesideRow, period: str) -> list[str]:
    """Jobs, shares and concentration."""
    known = [
        words.jobs(title, answer.where, this.employment, period),
        words.share_of_nation(title, this.share),
        words.concentration(this.per_1000, this.quotient)
        if answer.area
        else words.of_industry(this.of_industry),
    ]
    return [sentence for sentence in known if sentence]


def _earlier(cells: list[WageEstimate], answer: Answer) -> list[Earlier]:
    """The releases, the newest first; none where there is only the one shown."""
    rows = []
    for cell in ordered(cells):
        basis = basis_of(cell)
        shown = answer.release is not None and editions.of_one_edition(cell.release, answer.release)
        rows.append(Earlier(cell.release, figure(cell, f"{basis}_median"), basis, shown))
    return rows if len(rows) > 1 else []


def _no_prices(material: Material, levels: PriceLevels) -> str:
    if material.area is None:
        return (
            "Industries are published only for the whole nation, so there are no local prices to adjust for."
        )
    return words.no_prices(material.area.title, are_here=bool(levels))


def _prices_said(this: BesideRow, levels: PriceLevels, answer: Answer) -> str:
    assert this.parity is not None
    assert levels.release is not None
    of_portion = answer.area is not None and answer.area.kind == Area.Kind.NONMETROPOLITAN
    return words.prices(
        this.name, this.parity, this.adjusted, answer.basis, levels.release.reference_period,
        of_portion=of_portion,
    )  # fmt: skip
