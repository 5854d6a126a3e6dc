"""The page on which a reader places their own pay: what can be chosen, and the answer.

The amount is read from the body of a request, and lives as long as the answer takes to make.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from occupations.editions import edition_of
from occupations.models import Industry, Occupation, Release
from wages.models import Area, WageEstimate
from wages.querysets import WageEstimateQuerySet
from web.charts import pay_bar
from web.charts.pay_bar import Ruler
from web.occupations.by_industry.rows import lower_first
from web.occupations.own_pay.queries import areas_of, cell_of, industries_of
from web.occupations.own_pay.words import Standing, read_amount, standing
from web.occupations.pay import choose_for_tables
from web.occupations.queries import own_editions, wage_releases
from web.tables.cells import BASES, only_basis_of, percentiles_of
from web.words.sentences import in_sentence

NATION = "in the United States, all industries together"
HOW_TO_WRITE = "Enter an amount in dollars, such as 62,500 a year or 29.75 an hour."


@dataclass
class OwnPay:
    """What the page shows. `problems` say what to write instead; without an amount there is no `standing`."""

    occupation: Occupation
    release: Release | None
    where: str = NATION
    industry: str = ""
    area: str = ""
    basis: str = ""
    only_basis: str = ""
    amount: str = ""
    standing: Standing | None = None
    ruler: Ruler | None = None
    problems: list[str] = field(default_factory=list)
    industries: list[Industry] = field(default_factory=list)
    areas: list[tuple[str, list[Area]]] = field(default_factory=list)

    @property
    def name_in_text(self) -> str:
        return in_sentence(self.occupation.sentence_title)


def own_pay_page(
    occupation: Occupation, day: dt.date | None, asked: Mapping[str, str], *, answer: bool, with_choices: bool
) -> OwnPay:
    """The page for what was asked: `industry` and `area` by their codes, and to `answer` also `amount` and `basis`.

    Six queries with the choices of the form, four without.
    """
    editions = own_editions(occupation, day)
    shown = choose_for_tables(editions)
    page = OwnPay(occupation, shown.release if shown else None, only_basis=only_basis_of(shown))
    if shown is None:
        page.problems.append("No pay is published here to compare an amount with.")
        return page
    releases = edition_of(wage_releases(day), shown.release)
    cells = WageEstimate.objects.in_releases(releases).of(occupation)
    if with_choices:
        page.industries = industries_of(cells)
        page.areas = areas_of(cells)
    cell = _cell(page, cells, shown, asked.get("industry", ""), asked.get("area", ""))
    if answer:
        _answer(page, cell, asked.get("amount", ""), asked.get("basis", ""))
    return page


def _cell(
    page: OwnPay, cells: WageEstimateQuerySet, shown: WageEstimate, industry: str, area: str
) -> WageEstimate | None:
    """The cell that was asked for, or None with a problem; one query, or none for the nation."""
    if industry and area:
        page.problems.append(
            "BLS publishes pay by industry for the whole nation only. Choose an industry or a place, not both."
        )
        page.industry, page.area = industry, area
        return None
    if not industry and not area:
        return shown
    cell = cell_of(cells, shown.release, industry=industry, area=area)
    if cell is None:
        what = "industry" if industry else "place"
        page.problems.append(
            f"BLS publishes no pay for {page.name_in_text} in that {what}. Choose one from the list."
        )
        return None
    page.industry, page.area = cell.industry.code if industry else "", area
    name = cell.industry.short_title if industry else cell.area.title
    page.where = (
        f"in {lower_first(name)}, United States" if industry else f"in {name}, all industries together"
    )
    return cell


def _answer(page: OwnPay, cell: WageEstimate | None, amount: str, basis: str) -> None:
    """Place the amount in the cell, or say what is missing."""
    page.amount, page.basis = amount, basis if basis in BASES else ""
    read = read_amount(amount)
    if read is None:
        page.problems.append(HOW_TO_WRITE)
    if not page.basis:
        page.problems.append("Choose whether the amount is for a year or an hour.")
    if read is None or not page.basis or cell is None:
        return
    percentiles = percentiles_of(cell, page.basis)
    page.standing = standing(read, percentiles, page.basis)
    page.ruler = pay_bar.ruler(page.occupation.sentence_title, percentiles, page.basis, own=read)
