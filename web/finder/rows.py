"""The finder in words: what was asked for, what was found and who was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from occupations.models import MissingReason, Occupation, Projection, Release
from wages.estimates import Figure, Number, figure
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from web.charts import pay_bar
from web.charts.pay_bar import PayBar
from web.finder.counts import Unpaid
from web.finder.facets import Facet, Range
from web.tables.cells import PercentileRow
from web.words import numbers
from web.words.numbers import OTHER_BASIS
from web.words.sentences import joined, plural, sentence

PERCENTILES = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}
PER_PAGE = (25, 50, 100)


@dataclass(frozen=True)
class FinderRow(PercentileRow):
    """One occupation in the finder's table; wages are on the basis that is read, `other_median` on the other."""

    name: str
    code: str
    is_residual: bool
    also_called: str
    percentiles: tuple[Figure, ...]
    mean: Figure
    other_median: Figure
    employment: Figure
    location_quotient: Figure
    bar: PayBar | None
    projection: Projection | None

    @property
    def is_on_other_basis(self) -> bool:
        """Whether pay is published, but not on the basis that is read."""
        return self.median.reason == MissingReason.OTHER_BASIS and self.other_median.value is not None


def group_name(group: Occupation) -> str:
    """A major group's name in a list of groups: "Management occupations" → "Management"."""
    return group.sentence_title.removesuffix(" occupations")


def finder_row(
    occupation: Any, release: Release | None, reference: Figure, basis: str = "annual"
) -> FinderRow:
    """The row of an occupation whose figures were read with it: its `pay_cells` and what is `projected`."""
    estimate = next(iter(occupation.pay_cells), None)

    def measure(name: str) -> Figure:
        return figure(estimate, name, release)

    percentiles = tuple(measure(name) for name in PERCENTILES[basis])
    return FinderRow(
        name=occupation.sentence_title,
        code=occupation.code,
        is_residual=occupation.is_residual,
        also_called=getattr(occupation, "also_called", None) or "",
        percentiles=percentiles,
        mean=measure(f"{basis}_mean"),
        other_median=measure(f"{OTHER_BASIS[basis]}_median"),
        employment=measure("employment"),
        location_quotient=measure("location_quotient"),
        bar=pay_bar.pay_bar_on_scale(occupation.sentence_title, percentiles, reference, basis),
        projection=next(iter(occupation.projected), None),
    )


def limits_in_words(
    name: str, lowest: Decimal | None, highest: Decimal | None, basis: str, after: str
) -> str:
    """A range: "$75,000 a year or more", "$20.00 to $30.00 an hour", "10,000 jobs or less"."""

    def amount(number: Number) -> str:
        return numbers.money(number, basis) if name == "pay" else numbers.number(number)

    if lowest is not None and highest is not None:
        return f"{amount(lowest)} to {amount(highest)}{after}"
    if lowest is not None:
        return f"{amount(lowest)}{after} or more"
    assert highest is not None
    return f"{amount(highest)}{after} or {'less' if name == 'pay' else 'fewer'}"


@dataclass(frozen=True)
class Said:
    """A condition in force: its name, as it reads in a sentence, and alone."""

    name: str
    in_sentence: str
    alone: str


def conditions(
    values: Mapping[str, Any],
    facets: Mapping[str, Facet],
    ranges: Mapping[str, Range],
    basis: str,
    industry: str,
) -> list[Said]:
    """Each condition in force in a few words, in the order of the page. `industry` is the chosen one's name."""
    found = []
    if text := values.get("q"):
        found.append(Said("q", f"for “{text}”", text))
    # "in Arts" belongs to the number of occupations, so it comes before what is said of them.
    for facet in sorted(facets.values(), key=lambda facet: facet.name != "group"):
        chosen = [option for option in facet.options if option.value in (values.get(facet.name) or ())]
        if chosen:
            words = _either([option.said for option in chosen])
            alone = _either([option.label for option in chosen])
            found.append(Said(facet.name, f"{facet.said} {words}".strip(), alone))
    for each in ranges.values():
        lowest, highest = values.get(f"{each.name}_min"), values.get(f"{each.name}_max")
        if lowest is not None or highest is not None:
            words = limits_in_words(each.name, lowest, highest, basis, each.after)
            found.append(Said(each.name, f"{each.said} {words}", words))
    if industry:
        found.append(Said("industry", f"found in {industry}", sentence(industry)))
    return found


def _either(items: list[str]) -> str:
    """Alternatives in words: "a", "a or b", "a, b, or c"."""
    if len(items) < 3:
        return " or ".join(items)
    return f"{', '.join(items[:-1])}, or {items[-1]}"


def summary(count: int, said: Iterable[Said], order: str, area: str = "") -> str:
    """What was found, in a sentence without its full stop: number, conditions, whose pay, order."""
    said = list(said)
    first = "".join(f" {each.in_sentence}" for each in said if each.name in ("q", "group"))
    rest = [each.in_sentence for each in said if each.name not in ("q", "group")]
    narrowed = f"{first}{' ' if rest else ''}{', '.join(rest)}"
    if not count:
        return f"There is no occupation {narrowed.strip()}".rstrip()
    whose = f", pay in {area}" if area else ""
    return f"{plural(count, 'occupation', 'occupations')}{narrowed}{whose}, sorted by {order}"


def unpaid_in_words(left: Unpaid, basis: str, place: str) -> str:
    """Why occupations without a median are not among those found by pay; "" if there are none."""
    reasons = []
    if left.other_basis:
        by = {"annual": "hour", "hourly": "year"}[basis]
        reasons.append(f"{left.other_basis:,} paid by the {by}, with no {basis} figure published")
    if left.unpublished:
        reasons.append(f"{left.unpublished:,} with no pay published{f' for {place}' if place else ''}")
    if left.top_coded:
        reasons.append(f"{left.top_coded:,} of which only a lower limit of the median is published")
    if not reasons:
        return ""
    count = left.other_basis + left.unpublished + left.top_coded
    without = f"without {'an annual' if basis == 'annual' else 'an hourly'} median"
    return f"{_left_out(count, without)}: {joined(reasons)}."


def unknown_in_words(count: int, what: str, by: str) -> str:
    """Why occupations are left out of which a source doesn't give what is asked for; "" if there are none."""
    return f"{_left_out(count, f'for which {by} no {what}')}." if count else ""


def residuals_in_words(count: int) -> str:
    """How many residuals an order leaves out."""
    occupations = plural(count, "“all other” occupation", "“all other” occupations")
    return f"{occupations} {'is' if count == 1 else 'are'} left out of this order."


def _left_out(count: int, which: str) -> str:
    return f"{plural(count, 'occupation', 'occupations')} {which} {'is' if count == 1 else 'are'} left out"


def caption(
    pay: Release | None, outlook: Release | None, reference: Figure, basis: str = "annual", place: str = ""
) -> str:
    """What the table shows, and of when."""
    parts = []
    where = f" in {place}" if place else ""
    if pay is not None:
        kind = "Annual" if basis == "annual" else "Hourly"
        parts.append(f"{kind} wages of people on a payroll{where}, {pay.label}.")
    else:
        parts.append("No wages are here that were published by then.")
    if outlook is not None:
        nation = " for the nation" if place else ""
        parts.append(f"Jobs and their projection{nation}, {outlook.label}.")
    else:
        parts.append("No projections are here that were published by then.")
    if reference.value is not None:
        money = numbers.money(reference.value, basis)
        parts.append(f"The dotted line is the median of all occupations{where}, {money}.")
    return " ".join(parts)


def table_notes(
    pay: Release | None,
    outlook: Release | None,
    *,
    has_words: bool = False,
    area: str = "",
    industry: str = "",
    here: int = 0,
    count: int = 0,
) -> list[str]:
    """What a reader needs to know to read the table. `here` of the `count` occupations are published in the area."""
    notes = []
    if area and here < count:
        notes.append(
            f"OEWS publishes {here:,} of these {plural(count, 'occupation', 'occupations')} for {area}. The others may"
            " be found there too, but not often enough for a figure."
        )
    if industry:
        notes.append(
            f"Pay and jobs on a payroll are those in this industry ({industry}), in the whole nation. An occupation"
            " is found here if OEWS publishes it in the industry."
        )
    if pay is not None:
        notes.append(
            "Half of the people on a payroll earn more than the median. One in ten earns less than where the bar"
            " begins, and one in ten more than where it ends; the darker part is the middle half. An arrow says"
            " that the bar goes on."
        )
    if outlook is not None:
        notes.append(
            "Jobs include the self-employed; pay does not cover them. Openings are a yearly average and come from"
            " growth and from people who leave the occupation."
        )
    if has_words:
        notes.append(
            "Growth in words is BLS’s own where its Handbook has a profile of this occupation alone. “Derived” words"
            " are ours, from the scale of the same round; a percent that ends in .5 can fall either way and has none."
        )
    return notes
