"""The answer card: what one occupation pays in one place, one industry or the nation, with its source.

`answer_of` makes it from what `queries` read; templates/occupations/answer/_card.html shows it, wants `answer`, and
looks as static/css/answer.css says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from occupations.models import Industry, Occupation, Release
from wages.estimates import NOTHING, Figure, figure
from wages.models import Area, WageEstimate
from web.charts.pay_bar import SCALES, PayBar, pay_bar_on_scale
from web.http.pagination import Link
from web.occupations.answer import words
from web.occupations.answer.addresses import in_industry_address, in_place_address
from web.occupations.answer.queries import Material
from web.occupations.by_industry.rows import lower_first
from web.tables.cells import PercentileRow, basis_of, is_unknown, percentiles_of
from web.words.numbers import PER
from web.words.places import in_place

NATION = "in the United States"


@dataclass(frozen=True)
class Answer(PercentileRow):
    """One card.

    `lead` is the sentence with the figure, or with the reason why there is none; `facts` a few words each, to stand
    in a row; `href` the page that has more of the same. `wider` is the figure of the next wider place or industry that
    has one, given where this one has none. `via` says how a ZIP code, city or county led here; "" otherwise.
    """

    occupation: Occupation
    title: str
    where: str
    lead: str
    basis: str
    percentiles: tuple[Figure, ...]
    href: str
    facts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    wider: list[Link] = field(default_factory=list)
    bar: PayBar | None = None
    release: Release | None = None
    area: Area | None = None
    industry: Industry | None = None
    via: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether a median, or where it begins, is known."""
        return not is_unknown(self.median)

    @property
    def ticks(self) -> tuple[str, str, str]:
        """The scale under the bar."""
        return SCALES[self.basis].ticks(self.basis)

    @property
    def unit(self) -> str:
        """Such as "a year"."""
        return PER[self.basis]


def answer_of(material: Material, basis: str | None = None, *, via: str = "") -> Answer:
    """The card from what was read; `basis` is the one asked for, else the one that is published."""
    occupation, cell, overall = material.occupation, material.cell, material.overall
    shown = basis_of(cell if cell is not None else overall, basis)
    percentiles = percentiles_of(cell, shown) if cell is not None else (NOTHING,) * 5
    where, title = _where(material.area, material.industry), occupation.sentence_title
    reference = figure(overall, f"{shown}_median")
    period = material.release.reference_period if material.release else ""
    facts = words.ends(percentiles[0], percentiles[4], shown)
    if cell is not overall:
        what = "all industries together" if material.industry is not None else "the nation"
        facts.append(words.against(percentiles[2], reference, what))
    return Answer(
        occupation=occupation,
        title=f"{title} {where}",
        where=where,
        lead=words.lead(title, where, percentiles[2], shown, period),
        basis=shown,
        percentiles=percentiles,
        href=_href(occupation, material.area, material.industry),
        facts=[fact for fact in facts if fact],
        links=_links(occupation, material.area, material.industry),
        wider=_wider(material, shown) if is_unknown(percentiles[2]) else [],
        bar=pay_bar_on_scale(
            f"{title} {where}", percentiles, NOTHING if cell is overall else reference, shown
        ),
        release=material.release,
        area=material.area,
        industry=material.industry,
        via=via,
    )


def _where(area: Area | None, industry: Industry | None) -> str:
    if area is not None:
        return f"in {in_place(area.title)}"
    return f"in {lower_first(industry.short_title)}" if industry is not None else NATION


def _href(occupation: Occupation, area: Area | None, industry: Industry | None) -> str:
    if area is not None:
        return in_place_address(occupation, area)
    return (
        in_industry_address(occupation, industry) if industry is not None else occupation.get_absolute_url()
    )


def _links(occupation: Occupation, area: Area | None, industry: Industry | None) -> list[Link]:
    """The occupation's profile and the page of the place or industry."""
    links = [Link(occupation.sentence_title, occupation.get_absolute_url())]
    if area is not None:
        links.append(Link(area.title, area.get_absolute_url()))
    if industry is not None:
        links.append(Link(industry.short_title, industry.get_absolute_url()))
    return links


def _wider(material: Material, basis: str) -> list[Link]:
    """The next wider place or industry that has a median, with it; for an occupation of O*NET, which has no figures of
    its own, the occupation that it is a part of."""
    whole = material.occupation.parent
    if material.occupation.level == Occupation.Level.ONET and whole is not None:
        said = f"{whole.sentence_title} {_where(material.area, material.industry)}"
        return [Link(said, _href(whole, material.area, material.industry))]
    for cell in material.wider:
        median = figure(cell, f"{basis}_median")
        if is_unknown(median):
            continue
        area, industry = _meant(material, cell)
        said = words.wider_sentence(_where(area, industry), median, basis)
        return [Link(said, _href(material.occupation, area, industry))]
    return []


def _meant(material: Material, cell: WageEstimate) -> tuple[Area | None, Industry | None]:
    """The place or industry of a wider cell; neither for the nation."""
    if cell is material.overall:
        return None, None
    return (cell.area, None) if material.area is not None else (None, cell.industry)
