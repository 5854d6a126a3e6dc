"""Sentences of an occupation's page that its profile leaves to the page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from occupations.choices import ProfileLicense
from occupations.models import (
    EntryEducation,
    Occupation,
    Projection,
    Training,
    UtilizationFactor,
    WorkExperience,
)
from wages.estimates import Figure
from web.occupations.comparisons import LeftOut, States
from web.words import numbers
from web.words.sentences import as_subject, joined, plural, ranked_list, sentence

LICENSES = {
    ProfileLicense.STATE: "Most states, if not all, license {name}. Each state sets its own rules, and its licensing"
    " board can explain them.",
    ProfileLicense.SOME_STATES: "Some states license {name}; others don’t. A state’s licensing board can explain its"
    " rules.",
    ProfileLicense.FEDERAL: "A federal agency licenses or certifies {name}.",
    ProfileLicense.NONE: "{name} usually don’t need a license to start.",
}


def license_sentence(license: str, name: str = "") -> str:
    """Who licenses the workers of that name, in the plural, if anybody; "" where no source speaks of it."""
    said = LICENSES.get(ProfileLicense(license), "").format(name=name or "these workers")
    return said[:1].upper() + said[1:]


# The same at a glance: whom it concerns, and what that means.
LICENSED: dict[str, tuple[str, str]] = {
    ProfileLicense.STATE: ("In most states", "each sets its own rules"),
    ProfileLicense.SOME_STATES: ("In some states", "others don’t ask for one"),
    ProfileLicense.FEDERAL: ("Federal", "a federal agency licenses or certifies"),
    ProfileLicense.NONE: ("Usually none", "to start"),
}


def ends(low: Figure, high: Figure, basis: str) -> tuple[str, ...]:
    """What the ends of a bar from P10 to P90 mean; `low` is a number, `high` one or top-coded."""
    first = f"10% earn under {numbers.wage(low, basis)}"
    if high.is_top_coded:
        return first, f"10% earn {numbers.wage(high, basis)}"
    return first, f"10% earn over {numbers.wage(high, basis)}"


def unverified(verified_on: Sequence[object]) -> str:
    """Which of the certifications nobody has checked with their organizations: "" where all are."""
    if all(verified_on):
        return ""
    if any(verified_on):
        return "Certifications without a date are not yet verified with their organizations."
    one = "This certification is not yet verified with its organization."
    many = "These certifications are not yet verified with their organizations."
    return one if len(verified_on) == 1 else many


def pooled_lead(*, was_alone: bool) -> str:
    """What stands before the codes under which OEWS publishes an occupation together with others."""
    if was_alone:
        return "OEWS no longer publishes this occupation alone. It is now part of"
    return "No pay is published for this occupation alone. OEWS includes it in"


def which_states(states: States) -> str:
    """Which states the table of pay by state has, in which order, without a period."""
    exact = " published exactly" if states.unranked else ""
    if states.lowest:
        return f"The five states with the highest median pay and the five with the lowest, of {states.count}{exact}"
    if states.unranked and not states.highest:
        return "States with a published median"
    return f"States with a median{exact or ' that is published'}, highest first"


def unranked_states(states: States, basis: str) -> str:
    """What the states on top are, whose medians are known to be a floor or more; "" for none."""
    if not states.unranked:
        return ""
    floors = [state.median.floor for state in states.unranked if state.median.floor is not None]
    amount = (
        f"{numbers.money(min(floors), basis)} or more" if floors else "above the highest published figure"
    )
    if len(states.unranked) == 1:
        name = states.unranked[0].name
        return f"{name} comes first because its median, {amount}, may be the highest. BLS publishes no exact figure."
    return (
        f"The first {len(states.unranked)} have a median of {amount}. BLS publishes no exact figures that high, so any"
        " of these states may be the"
        " highest, and nobody can rank them."
    )


def tied_states(states: States) -> str:
    """Which states are not shown, though their median is that of the last shown at either end; "" for none."""
    return " ".join(
        f"{ranked_list(list(names))} {'has' if len(names) == 1 else 'have'} the same median as the last of the five"
        f" with the {end}."
        for names, end in ((states.as_high, "highest"), (states.as_low, "lowest"))
        if names
    )


LEFT_OUT = {
    LeftOut.TOP_CODED: (
        "has",
        "have",
        "a top-coded median, which can’t be adjusted for prices and may be the highest",
    ),
    LeftOut.NO_LEVEL: ("has", "have", "no price level here"),
    LeftOut.ROUGH: ("has", "have", "a very rough median: the same amount as the 90th percentile"),
    LeftOut.OTHER: ("has", "have", "no median on this basis"),
}


def left_out_states(states: States) -> str:
    """How many states are in no order, and why; "" for none. Those that BLS released no median of have a sentence of
    their own, whose term leads to the glossary."""
    said = [
        f"{plural(count, 'state', 'states')} {one if count == 1 else many} {what}"
        for kind, (one, many, what) in LEFT_OUT.items()
        if (count := states.left_out.get(kind, 0))
    ]
    return f"Left out: {joined(said)}." if said else ""


# Where openings come from. Figures of the projections are yearly averages; 0.0 thousand is fewer than fifty.
FEW = "fewer than 50"
TRANSFERS, EXITS, OPENINGS = "Move to another occupation", "Leave the labor force", "Openings"


OPENINGS_ORIGIN = "Where openings come from"


def other_round(found: Projection, shown: Projection) -> str:
    """Said where the parts of openings are of an earlier round than the openings above them."""
    openings = numbers.thousands(found.openings) if found.openings is not None else ""
    counted = f", which projected {openings} openings a year" if openings else ""
    return (
        f"The projections for {shown.round_label} don’t say where openings come from. The figures below come from the"
        " projections for"
        f" {found.round_label}{counted}."
    )


def new_jobs(change: Decimal) -> str:
    """The name of the part that the change in jobs makes."""
    return "New jobs" if change > 0 else "Jobs lost, not filled again"


def openings_caption(projection: Projection) -> str:
    """What the table of parts shows, of when."""
    label, years = projection.round_label, projection.target_year - projection.base_year
    said = f"People and jobs a year, on average, projections {label}."
    if not projection.employment_change:
        return said
    kind = "New jobs" if projection.employment_change > 0 else "Jobs lost"
    parts = {10: "a tenth"}.get(years, f"one of {years} parts")
    return f"{said} {kind} are {parts} of the change over the round’s {years} years. Rounded parts may not add up."


def openings_origin(occupation: Occupation, projection: Projection) -> str:
    """Whether most openings come from people who leave, with how many a year; "" where the round doesn't say."""
    exits, transfers, separations = (
        projection.labor_force_exits, projection.occupational_transfers, projection.separations,
    )  # fmt: skip
    openings, change = projection.openings, projection.employment_change
    if not openings or not separations or exits is None or transfers is None or change is None:
        return ""
    leave = "leave their occupation" if occupation.is_group else "leave this work"
    years = f"from {projection.base_year} to {projection.target_year}"
    moving, stopping = (FEW if not part else numbers.thousands(part) for part in (transfers, exits))
    who = f"{moving} move to another occupation and {stopping} retire or leave the labor force for another reason"
    if change < 0:
        replaced = (
            f"That round expects fewer jobs: about {numbers.thousands(openings)} of these people are replaced, and the"
            " others are not."
            if openings < separations
            else "Nearly all of these people are replaced."
        )
        return f"All openings {years} come from people who {leave}: each year, on average, {who}. {replaced}"
    if change == 0:
        return f"All openings {years} come from people who {leave}: each year, on average, {who}."
    yearly = change / (projection.target_year - projection.base_year)
    if yearly > separations:
        rest = f"The other openings come from people who {leave}: each year, on average, {who}."
        return f"Most openings {years} are new jobs. {rest}"
    most = f"Most openings {years} come from people who {leave}"
    return f"{most}: each year, on average, {who}. New jobs make up the rest."


# Why an occupation's share of an industry's jobs changes, by kind and direction as the projections give them.
ALL_INDUSTRIES, EVERYWHERE = "TE1000", "All industries together"
SHARE_NOTE = "A share can fall while jobs are added, if the industry grows, and rise while jobs are lost."
UP, DOWN = UtilizationFactor.Direction.UP, UtilizationFactor.Direction.DOWN
Kind = UtilizationFactor.Kind
REASONS: dict[tuple[str, str], str] = {
    (Kind.DEMAND, UP): "more demand for this work",
    (Kind.DEMAND, DOWN): "less demand for this work",
    (Kind.PRODUCTIVITY, DOWN): "each worker gets more done",
    (Kind.CAPITAL, DOWN): "machines or software take over work",
    (Kind.SOURCING, UP): "work comes in from other companies or countries",
    (Kind.SOURCING, DOWN): "work goes to other companies or countries",
    (Kind.SUBSTITUTION, UP): "tasks come from other occupations",
    (Kind.SUBSTITUTION, DOWN): "tasks go to other occupations",
}
# Of several kinds together only the sum has a direction.
CHANGES: dict[str, str] = {
    Kind.DEMAND: "demand",
    Kind.PRODUCTIVITY: "how much each worker gets done",
    Kind.CAPITAL: "what machines or software do",
    Kind.SOURCING: "which companies or countries do the work",
    Kind.SUBSTITUTION: "which occupations do a task",
}
DIRECTIONS: dict[str, str] = {UP: "Larger share", DOWN: "Smaller share"}


def because(kinds: Sequence[str], direction: str) -> str:
    """The kinds of change in words: "more demand for this work"; "changes in demand and in …" of several together."""
    if len(kinds) == 1 and (kinds[0], direction) in REASONS:
        return REASONS[kinds[0], direction]
    return f"changes {joined([f'in {CHANGES[kind]}' for kind in kinds])}"


def reason(kinds: Sequence[str], direction: str) -> str:
    """ "Larger share: more demand for this work"."""
    return f"{DIRECTIONS[direction]}: {because(kinds, direction)}"


def as_said(statement: str) -> str:
    """The publisher's sentence from its verb on: "Share increases as …"; its kinds are said in other words beside."""
    _, verb, rest = statement.partition("share")
    return f"{verb.capitalize()}{rest}" if verb else statement


def why_shares_change(occupation: Occupation, factors: Sequence[UtilizationFactor]) -> str:
    """Of which jobs the occupation's share is projected to rise and to fall, and why where it is for one reason.

    `factors` are those of one round.
    """
    said = []
    for direction in (UP, DOWN):
        everywhere = [f for f in factors if f.direction == direction and f.industry_code == ALL_INDUSTRIES]
        inside = [f for f in factors if f.direction == direction and f.industry_code != ALL_INDUSTRIES]
        for where, found in (
            ("all jobs", everywhere),
            (f"the jobs in {plural(len(inside), 'industry', 'industries')}", inside),
        ):
            kinds = {tuple(sorted(factor.kinds, key=Kind.values.index)) for factor in found}
            why = f": {because(kinds.pop(), direction)}" if len(kinds) == 1 else ""
            if found:
                said.append(
                    (not everywhere or found is inside, f"a {_size(direction)} share of {where}{why}.")
                )
    # What is said of all industries comes first.
    first, *others = [text for _, text in sorted(said, key=lambda clause: clause[0])]
    subject, years = as_subject(occupation.sentence_title), factors[0].release.label
    return " ".join(
        [
            f"The projections for {years} expect {subject} to hold {first}",
            *(f"The projections also expect {text}" for text in others),
        ]
    )


def _size(direction: str) -> str:
    return "larger" if direction == UP else "smaller"


# Related occupations beside one, by O*NET's job zones: lower, the same, higher.
PREPARED = {-1: "Usually less preparation", 0: "About as much", 1: "Usually more preparation"}

# How long the way in is, by what the projections assign. The spans are those of BLS's definitions, and where these
# give none, neither does this: https://www.bls.gov/emp/documentation/education/tech.htm
EDUCATION: dict[int, str] = {
    EntryEducation.DOCTORAL: "college and several more years for a doctoral or professional degree",
    EntryEducation.MASTERS: "about four years of college, then further study for a master’s degree",
    EntryEducation.BACHELORS: "about four years of college for a bachelor’s degree",
    EntryEducation.ASSOCIATES: "two years of college or a little more for an associate’s degree",
    EntryEducation.POSTSECONDARY: "a certificate program after high school, without a degree",
    EntryEducation.SOME_COLLEGE: "some college courses, but no degree",
    EntryEducation.HIGH_SCHOOL: "a high school diploma",
}
EXPERIENCE: dict[int, str] = {
    WorkExperience.FIVE_YEARS: "five years or more of work in a related occupation",
    WorkExperience.LESS_THAN_FIVE: "up to five years of work in a related occupation",
}
TRAINING: dict[int, str] = {
    Training.APPRENTICESHIP: "an apprenticeship, which takes several years",
    Training.LONG: "more than a year of training on the job",
    Training.MODERATE: "a month to a year of training on the job",
    Training.SHORT: "up to a month of training on the job",
}


NO_SCHOOL = "no diploma or degree is usually asked for"
RESIDENCY = "with an internship or residency"  # often while people study


def _steps(projection: Projection) -> list[str]:
    """What usually comes before somebody does the work well, in its order."""
    steps = (
        EDUCATION.get(projection.entry_education or 0, ""),
        EXPERIENCE.get(projection.work_experience or 0, ""),
        TRAINING.get(projection.training or 0, ""),
    )
    return [step for step in steps if step]


def time_at_a_glance(projection: Projection) -> tuple[str, str] | None:
    """The first step of the way in, and the others; None where no education is assigned."""
    if projection.entry_education is None:
        return None
    steps = _steps(projection)
    first, rest = (steps[0], steps[1:]) if steps else (NO_SCHOOL, [])
    said = [f"then {step}" for step in rest]
    if projection.training == Training.RESIDENCY:
        said.append(RESIDENCY)
    if steps and projection.entry_education == EntryEducation.NO_CREDENTIAL:
        said.append(NO_SCHOOL)
    return sentence(first), "; ".join(said)


def time_to_enter(projection: Projection) -> str:
    """What usually comes before somebody does the work well, in its order; "" where no education is assigned."""
    if projection.entry_education is None:
        return ""
    stated = ", then ".join(_steps(projection))
    if projection.training == Training.RESIDENCY:
        stated += f", {RESIDENCY}"
    if projection.entry_education != EntryEducation.NO_CREDENTIAL:
        return f"Usually {stated}."
    return f"Usually {stated}; {NO_SCHOOL}." if stated else f"{sentence(NO_SCHOOL)}."


def entry_job(projection: Projection) -> str:
    """Whether people can begin in this work, or come to it from another; "" where no experience is assigned."""
    if projection.entry_education is None or projection.work_experience is None:
        return ""
    if projection.work_experience == WorkExperience.NONE:
        return "People can usually start without earlier experience in a related occupation."
    return "This is usually not a first job: people come to it from related work."
