"""What an occupation is at a glance: the few facts under its title, each with its period."""

from __future__ import annotations

from dataclasses import dataclass

from occupations.models import MissingReason, Occupation, Profile, Release
from wages.estimates import NOTHING, figure
from web.charts import pay_bar
from web.charts.pay_bar import PayBar
from web.occupations import words
from web.occupations.outlook import Outlook
from web.occupations.pay import Pay
from web.words import numbers
from web.words.numbers import PER
from web.words.sentences import with_round


@dataclass(frozen=True)
class Glance:
    """One fact of the strip under the title: label, the figure, and what it means or leaves out.

    `bar` runs from P10 to P90, and `ends` says both; `is_phrase` tells words from a figure. A fact without a release is
    of the editors' text.
    """

    label: str
    value: str
    note: str
    release: Release | None = None
    missing: bool = False
    is_phrase: bool = False
    bar: PayBar | None = None
    ends: tuple[str, ...] = ()


def glance(
    occupation: Occupation, pay_part: Pay | None, outlook_part: Outlook | None, profile: Profile | None
) -> list[Glance]:
    """The strip of facts, each with its period in its label."""
    facts: list[Glance] = []
    if pay_part is not None:
        period = pay_part.release.label
        main = numbers.wage(pay_part.median, pay_part.basis)
        if pay_part.other_median.value is not None or pay_part.other_median.is_top_coded:
            note = f"{numbers.wage(pay_part.other_median, pay_part.other_basis)} {PER[pay_part.other_basis]}"
        elif pay_part.other_median.reason == MissingReason.OTHER_BASIS:
            note = f"published {_PER_ONLY[pay_part.basis]} only"
        else:
            note = ""
        bar, ends = _bar(occupation, pay_part)
        facts.append(
            Glance(
                f"Median pay, {period}",
                main,
                note,
                pay_part.release,
                pay_part.median.value is None,
                bar=bar,
                ends=ends,
            )
        )
        employment = figure(pay_part.estimate, "employment")
        if outlook_part is None and employment.value is not None:
            jobs = numbers.number(employment.value)
            facts.append(Glance(f"Jobs, {period}", jobs, "wage and salary only", pay_part.release))
    if outlook_part is not None:
        facts += _outlook_glance(outlook_part)
    license = words.LICENSED.get(profile.license) if profile is not None else None
    if license is not None:
        facts.append(Glance("License", *license, is_phrase=True))
    return facts


def _bar(occupation: Occupation, pay_part: Pay) -> tuple[PayBar | None, tuple[str, ...]]:
    """The bar from P10 to P90 on an axis of its own, and in words what its ends are."""
    known = [fig.value for fig in pay_part.percentiles if fig.value is not None]
    low, high = pay_part.percentiles[0], pay_part.percentiles[4]
    if len(known) < 2 or low.value is None:
        return None, ()
    top = high.floor if high.is_top_coded else high.value
    if top is None or top <= low.value:
        return None, ()
    axis = pay_bar.Axis(float(low.value), float(max(top, *known)), pay_bar.BAR_WIDTH)
    name = occupation.sentence_title
    bar = pay_bar.pay_bar(name, pay_part.percentiles, NOTHING, axis, pay_part.basis)
    return bar, words.ends(low, high, pay_part.basis)


_PER_ONLY = {"annual": "by the year", "hourly": "by the hour"}


def _outlook_glance(part: Outlook) -> list[Glance]:
    projection = part.projection
    facts = []
    if projection.base_employment is not None:
        jobs = numbers.thousands(projection.base_employment)
        facts.append(Glance(f"Jobs, {projection.base_year}", jobs, "self-employed included", part.release))
    if projection.percent_change is not None:
        change = numbers.percent_sign(projection.percent_change, signed=True)
        note = projection.get_growth_word_display() if projection.growth_word else ""
        if part.total is not None and part.total.percent_change is not None:
            average = numbers.percent_sign(part.total.percent_change, signed=True)
            note = f"{note} (all jobs {average})" if note else f"all jobs {average}"
        facts.append(Glance(f"Outlook, {part.release.label}", change, note, part.release))
    if projection.openings is not None:
        facts.append(
            Glance(
                f"Openings a year, {part.release.label}",
                numbers.thousands(projection.openings),
                "new jobs and replacement together",
                part.release,
            )
        )
    entry = words.time_at_a_glance(projection)
    if entry is not None:
        first, rest = entry
        said = with_round(rest, projection) if rest else ""
        facts.append(Glance("Time to enter", first, said, part.release, is_phrase=True))
    return facts
