"""The sentences of an answer, made from figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from occupations.models import MissingReason
from wages.estimates import Figure
from web.search.question.text import PayLimit
from web.words.numbers import PER, money, number
from web.words.places import in_place
from web.words.sentences import as_subject, in_sentence, joined


def in_where(name: str, where: str) -> str:
    """ "Registered nurses in Columbus, OH"; the name alone for the nation."""
    return f"{name} in {in_place(where)}" if where else name


def amount(median: Figure, basis: str) -> str:
    """ "$83,900 a year", "$239,200 or more a year"; "" where it isn't known."""
    if median.value is not None:
        return f"{money(median.value, basis)} {PER[basis]}"
    if median.is_top_coded and median.floor is not None:
        return f"{money(median.floor, basis)} or more {PER[basis]}"
    return ""


def end_lead(title: str, amount: str, per: str, measure: str) -> str:
    """The end of the range in a line, where that was asked for."""
    if measure == "starting":
        return f"{title}: {amount} {per} is the 10th percentile (one in ten earns less)"
    return f"{title}: {amount} {per} is the 90th percentile (one in ten earns more)"


def median_fact(median: Figure, basis: str) -> str:
    said = amount(median, basis)
    return f"median {said}" if said else "no median published"


def jobs(employment: Figure) -> str:
    return f"{number(employment.value)} jobs" if employment.value is not None else ""


def why_missing(has_cell: bool, median: Figure, name: str, where: str, label: str) -> str:
    """Why a figure isn't there."""
    place = f" in {in_place(where)}" if where else ""
    if has_cell and median.reason == MissingReason.NOT_RELEASED:
        return f"BLS did not release what {in_sentence(name)} earn{place} in {label}."
    return f"OEWS {label} has no pay for {in_sentence(name)}{place}."


STARTING = (
    "Nobody publishes starting pay. The closest figure is the 10th percentile: one in ten earns less, and many of them"
    " are new to the work."
)  # fmt: skip
TOP = "One in ten earns more than the 90th percentile. None of our sources say who they are."
ADDRESSED = "Pay is before taxes and without overtime, for people on payrolls."
MILITARY = "The survey behind these figures leaves out the armed forces."
NO_STATE_OUTLOOK = "These projections are for the whole country. This site has none for states or cities."
NO_BOTH = "BLS publishes no pay for a place and an industry together, so this is pay in the whole country."
BEST = (
    "The best job depends on you, so nothing here ranks jobs as best. Each list below ranks by one thing. In the finder"
    " you can combine them."
)  # fmt: skip
MINOR_BY_AREA = "BLS publishes figures by area only for the 22 major groups and for single occupations."


def family_lede(name: str, where: str) -> str:
    place = f" in {in_place(where)}" if where else ""
    return f"“{name.capitalize()}” can mean several occupations{place}. Choose one."


def dominant_others(name: str) -> str:
    return f"Other {name}"


def limit_said(limit: PayLimit) -> str:
    """ "$75,000 a year or more", "between …"."""
    per = PER[limit.basis]
    if limit.lowest is not None and limit.highest is not None:
        return f"{_money(limit.lowest, limit.basis)} to {_money(limit.highest, limit.basis)} {per}"
    if limit.highest is not None:
        return f"at most {_money(limit.highest, limit.basis)} {per}"
    return f"{_money(limit.lowest or Decimal(0), limit.basis)} {per} or more"


def _money(value: Decimal, basis: str) -> str:
    whole = value == value.to_integral_value()
    return f"${value:,.0f}" if whole else money(value, basis)


LIST_TITLES = {
    "-median": "Highest-paying occupations",
    "median": "Lowest-paying occupations",
    "-openings": "Occupations with the most openings",
    "-growth": "Fastest-growing occupations",
    "-jobs": "Occupations with the most jobs",
}
PROPERTY_SAID = {
    "no-degree": "no degree needed to start", "no-college": "no college needed to start",
    "no-diploma": "no high school diploma needed to start", "associates": "entered with an associate’s degree",
    "bachelors": "entered with a bachelor’s degree", "masters": "entered with a master’s degree",
    "doctoral": "entered with a doctoral or professional degree", "award": "entered with a certificate from a school",
    "growing": "growing", "shrinking": "shrinking", "no-experience": "no experience needed to start",
    "apprenticeship": "learned in an apprenticeship", "on-the-job": "learned on the job", "hands-on": "hands-on work",
    "helping": "helping people", "creative": "creative work", "investigating": "research and ideas",
}  # fmt: skip


def list_title(ranking: str, where: str, group: str) -> str:
    title = LIST_TITLES[ranking]
    if group:
        title = f"{title}: {in_sentence(group)}"
    return f"{title} in {in_place(where)}" if where else title


def list_note(count: int, folded: bool, has_area: bool, ranking: str) -> str:
    """How the list was made."""
    parts = [f"{count:,} occupations match" if count != 1 else "One occupation matches"]
    parts.append("“all other” occupations are left out")
    if folded:
        parts.append("similar occupations share a line")
    said = f"{joined(parts)}."
    if has_area and ranking in ("-openings", "-growth", "-jobs"):
        said += " Jobs, growth and openings are national. Pay is for the place."
    return said


TOP_CODED_LIST = (
    "“Or more” means BLS publishes no exact median above that amount, so nobody can rank these occupations against each"
    " other."
)
EXPERIENCE_TAG = {
    "five-years": "usually asks for 5 years or more of experience",
    "under-five": "usually asks for some experience",
}


def and_more(names: Sequence[str], kind: str) -> str:
    """The other occupations of one kind that share a line; `kind` is what they are called together, or ""."""
    if not names:
        return ""
    if len(names) == 1 and not kind:
        return f"and {in_sentence(names[0])}"
    more = f"{len(names)} other{'s' if not kind and len(names) > 1 else ''}"
    return f"and {more} {kind}" if kind else f"and {more} like them"


def where_title(name: str, kind: str) -> str:
    return f"Where {as_subject(name)} earn the most, by {kind}"


WHERE_NOTE = (
    "Ranked by median pay, counting only places with at least 100 of these jobs and a published median."
)


def places_asked(said: str) -> str:
    return f"Several places are named {said.title()}. Which one do you mean?"


def counted_among(called: str, title: str) -> str:
    """That a name is another one of an occupation, or of a part of it."""
    return f"“{called}” is counted among {in_sentence(title)}."


def unused_said(unused: Sequence[str]) -> str:
    """The words that nothing was made of, in one line."""
    if not unused:
        return ""
    return f"Words we didn’t use: {joined([f'“{word}”' for word in unused])}."


def mended_said(text: str) -> str:
    return f"No exact match. Showing results for “{text}”."


def ways_in_title(where: str) -> str:
    return f"Ways to find a good job{f' in {in_place(where)}' if where else ''}"


def education_line(education: str, experience: str, training: str) -> str:
    """What people usually need to start, as the projections say."""
    parts = [f"Usual education: {education}" if education else ""]
    parts.append(f"experience: {experience.lower()}" if experience else "")
    parts.append(f"training on the job: {training.lower()}" if training else "")
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else ""
