"""What statistics say of an occupation, as blocks of a sheet: the way in, industries, pay, jobs and outlook."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from occupations.editions import rank
from occupations.models import IndustryShare, MissingReason, Occupation, Profile, QuickFacts
from web.factsheet import words
from web.factsheet.queries import Material, counted_as
from web.factsheet.sheet import Block
from web.occupations import outlook as outlooks
from web.occupations import pay as pays
from web.occupations.factors import why
from web.occupations.outlook import Outlook, entry_of
from web.occupations.pay import Pay
from web.occupations.shares import published_shares
from web.words import numbers


def way_in(material: Material) -> list[Block]:
    """The usual way in as the projections assign it, which a profile agrees with."""
    found = _outlook(material)
    if found is None:
        return []
    outlook, together = found
    lines = [f"{term}: {value}" for term, value in entry_of(outlook.projection)]
    title = "The usual way in, which the page shows"
    return [Block(title, str(outlook.release), lines, together=together)] if lines else []


def jobs(material: Material) -> list[Block]:
    """Jobs, their change and openings."""
    found = _outlook(material)
    if found is None:
        return []
    outlook, together = found
    word = outlook.projection.get_growth_word_display() if outlook.projection.growth_word else ""
    lines = [f"{name}: {figure}" for name, figure in outlook.rows]
    lines += [f"Growth, in words: {word}"] if word else []
    lines += [outlook.word_note] if outlook.word_note else []
    return [
        Block("Jobs and openings", str(outlook.release), lines, together=together),
        *_openings(outlook, together),
        *_reasons(material),
        *_quick_facts(material),
    ]


def _openings(outlook: Outlook, together: str) -> list[Block]:
    """Where the openings come from, in the newest round that says it."""
    openings = outlook.openings
    if openings is None:
        return []
    lines = [openings.sentence, *(f"- {part.name}: {part.shown}" for part in openings.parts)]
    return [Block("Where the openings come from", str(openings.release), lines, together=together)]


def _reasons(material: Material) -> list[Block]:
    """Why the occupation's share of industries' jobs changes; of a wider code where nothing is said of this one."""
    for occupation in (material.occupation, *material.around.wider):
        found = why(occupation, [f for f in material.factors if f.occupation_id == occupation.pk])
        if found is not None:
            lines = [
                found.sentence,
                *(f"- {r.text}: {'; '.join(place.name for place in r.places)}" for r in found.reasons),
                *(f"- {where}: {statement}" for where, statement in found.statements),
                found.note,
            ]
            together = _counts(material, occupation)
            return [Block("Why its share of jobs changes", str(found.release), lines, together=together)]
    return []


def _outlook(material: Material) -> tuple[Outlook, str] | None:
    """The outlook of the code, or of a wider one that it is counted in, and what is said of that."""
    occupation = material.occupation
    own = outlooks.outlook(occupation, material.projections)
    best = (own, _counts(material, occupation)) if own is not None else None
    if own is not None and own.projection.stands_in_id is not None:
        return best
    for wider in material.around.wider:
        found = outlooks.outlook(wider, material.projections)
        # A summary row has no entry education; a group that stands in for its details has.
        if found is None or found.projection.entry_education is None:
            continue
        if best is None or rank(found.release) > rank(best[0].release):
            best = found, words.stands_for(wider, occupation)
    return best


def _counts(material: Material, counted: Occupation) -> str:
    """Said of figures of a code that counts others together; "" for one that counts itself alone."""
    if counted.pk != material.occupation.pk:
        return words.stands_for(counted, material.occupation)
    members = material.around.members
    return f"Counts together: {words.named(members)}." if len(members) > 1 else ""


def pay_blocks(material: Material) -> list[Block]:
    """National pay and payroll jobs in the newest edition."""
    found = _pay(material)
    if found is None:
        return []
    pay, counted = found
    lines = []
    for name, figure, other in pay.rows:
        said = [
            f"{numbers.wage(one, basis)} {numbers.PER[basis]}"
            for one, basis in ((figure, pay.basis), (other, pay.other_basis))
            if one.value is not None or one.is_top_coded
        ]
        lines.append(f"{name}: {', '.join(said) or numbers.wage(figure, pay.basis)}")
    employment = pay.estimate.employment
    if employment is not None:
        lines.append(f"Jobs on payrolls: {numbers.jobs(employment)}")
    lines += [pay.reliability] if pay.reliability else []
    return [Block("National pay", str(pay.release), lines, together=_counts(material, counted))]


def industries(material: Material) -> list[Block]:
    """Where the work is done: shares of jobs as published, and the largest industries by payroll jobs."""
    blocks = []
    own = any(share.occupation_id == material.occupation.pk for share in material.shares)
    ordered = sorted(material.shares, key=lambda share: (share.profile_id or 0, share.occupation_id or 0))
    for (profile, occupation), group in groupby(ordered, key=attrgetter("profile_id", "occupation_id")):
        # A wider code speaks only where nothing is said of this one.
        if profile is not None or occupation == material.occupation.pk or not own:
            blocks += _published(material, list(group), profile, occupation)
    found = _pay(material)
    if found is not None and found[0].largest.rows:
        pay, counted = found
        lines = [
            f"- {row.name}" + (f" {numbers.percent_sign(row.share)}" if row.share is not None else "")
            for row in pay.largest.rows
        ]
        lines += [pay.largest.note] if pay.largest.note else []
        title = f"{pay.largest.title} (share of payroll jobs)"
        source = str(pay.largest.rows[0].release)
        blocks.append(Block(title, source, lines, together=_counts(material, counted)))
    return blocks


def _published(
    material: Material, shares: list[IndustryShare], profile_id: int | None, occupation_id: int | None
) -> list[Block]:
    """The shares of one profile or one code, of each release."""
    profile = next((p for p in material.profiles if p.pk == profile_id), None)
    wider = next((o for o in material.around.wider if o.pk == occupation_id), None)
    together = _of_codes(material, profile) if profile else _counts(material, wider or material.occupation)
    return [
        Block(
            f"Shares of jobs, {published.period} ({published.denominator})",
            str(published.release),
            [
                f"- {name} {numbers.percent_sign(share)}"
                for name, share in (*published.rows, *published.classes)
            ],
            together=together,
        )
        for published in published_shares(shares)
    ]


def _quick_facts(material: Material) -> list[Block]:
    """What the Handbook states of a profile as a whole."""
    blocks = []
    for profile in material.profiles:
        for facts in profile.quick_facts.all():
            lines = _facts_in_words(facts)
            if lines:
                together = _of_codes(material, profile)
                title = f"Summary of “{profile.title}”"
                blocks.append(Block(title, str(facts.release), lines, together=together))
    return blocks


def _facts_in_words(facts: QuickFacts) -> list[str]:
    stated = (
        (
            "Median pay",
            facts.annual_median,
            facts.annual_median_missing,
            lambda v: f"{numbers.money_annual(v)} a year",
        ),
        (
            "Median pay",
            facts.hourly_median,
            facts.hourly_median_missing,
            lambda v: f"{numbers.money_hourly(v)} an hour",
        ),
        ("Jobs", facts.jobs, facts.jobs_missing, numbers.jobs),
        ("Change, percent", facts.percent_change, facts.percent_change_missing, _signed),
        ("Change in jobs", facts.employment_change, facts.employment_change_missing, numbers.number),
    )
    lines = [
        f"{name}: {numbers.figure_or_reason(value, reason, form)}"
        for name, value, reason, form in stated
        if value is not None or reason == MissingReason.NOT_RELEASED
    ]
    named = (
        ("Growth, in words", facts.growth_word and facts.get_growth_word_display()),
        ("Education to enter", facts.entry_education and facts.get_entry_education_display()),
        ("Experience in related work", facts.work_experience and facts.get_work_experience_display()),
        ("Training on the job", facts.training and facts.get_training_display()),
    )
    return [*lines, *(f"{name}: {value}" for name, value in named if value)]


def _signed(value: numbers.Number) -> str:
    return numbers.percent_sign(value, signed=True)


def _of_codes(material: Material, profile: Profile) -> str:
    return words.said_together(codes_of(profile), material.occupation)


def codes_of(profile: Profile) -> list[Occupation]:
    """The codes that the profile covers, in their order."""
    return sorted(profile.occupations.all(), key=lambda occupation: occupation.code)


def _pay(material: Material) -> tuple[Pay, Occupation] | None:
    """The pay of the code under which it is published, and that code."""
    counted = counted_as(material.occupation, material.around.wider, material.cells, material.newest_pay)
    if counted is None:
        return None
    own = [cell for cell in material.cells if cell.occupation_id == counted.pk]
    pay = pays.pay(counted, own, material.by_industry, newest=material.newest_pay)
    return (pay, counted) if pay else None
