"""The strip of facts under an occupation's title, each with its period."""

from __future__ import annotations

from dataclasses import dataclass

from occupations import release_parts as part
from occupations.descriptors import Descriptors
from occupations.models import MissingReason, Release
from wages.estimates import figure
from web.occupations.outlook import Outlook
from web.occupations.pay import Pay
from web.words import numbers
from web.words.interests import INTERESTS
from web.words.numbers import PER
from web.words.sentences import with_round


@dataclass(frozen=True)
class Glance:
    """One fact of the strip under the title: label, the figure, and what it means or leaves out."""

    label: str
    value: str
    note: str
    release: Release
    missing: bool = False


def glance(pay_part: Pay | None, outlook_part: Outlook | None, described: Descriptors) -> list[Glance]:
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
        facts.append(
            Glance(f"Median pay, {period}", main, note, pay_part.release, pay_part.median.value is None)
        )
        employment = figure(pay_part.estimate, "employment")
        if outlook_part is None and employment.value is not None:
            jobs = numbers.number(employment.value)
            facts.append(Glance(f"Jobs, {period}", jobs, "wage and salary only", pay_part.release))
    if outlook_part is not None:
        facts += _outlook_glance(outlook_part)
    if described.job_zone is not None:
        zones, interests = described.job_zone.release, described.onet.of(part.INTERESTS)
        words = [INTERESTS[letter][0].lower() for letter in described.interest_code]
        period = f" (O*NET {interests.label})" if interests is not None and interests != zones else ""
        note = f"interests{period}: {', '.join(words)}" if words else ""
        facts.append(Glance("Job zone", f"{described.job_zone.name} of 5", note, zones))
    return facts


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
    if projection.entry_education is not None:
        notes = []
        if projection.work_experience is not None:
            notes.append(_EXPERIENCE[projection.work_experience])
        if projection.training is not None:
            notes.append(_TRAINING[projection.training])
        said = "; ".join(note for note in notes if note)
        facts.append(
            Glance(
                "Usual entry education",
                projection.get_entry_education_display(),
                with_round(said, projection) if said else "",
                part.release,
            )
        )
    return facts


_EXPERIENCE = {1: "5 years or more in related work", 2: "less than 5 years in related work", 4: ""}
_TRAINING = {
    1: "then an internship or residency",
    2: "then an apprenticeship",
    3: "then over a year of training on the job",
    4: "then 1 to 12 months of training on the job",
    5: "then up to a month of training on the job",
    6: "",
}
