"""Counting occupations under conditions: which are found, and how many there would be with another choice.

One pass over facts that were read once, whatever the conditions: an occupation that fails exactly one of them counts
only for the other values of that one. A condition says True, False, or None where the source gives nothing that
could decide it: then the occupation is left out, and counted as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure, Number
from web.finder.facets import INDUSTRY, NO_WORD, OF_PERCENT, Limits, Narrowing
from web.http.residuals import RESIDUAL

Condition = Callable[["Facts"], bool | None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an occupation can be found by.

    `values` are those of each facet that hold for it. Jobs and openings are in full. `pay` is the median in the
    area or industry that is read, `pay_range` P10 and P90 there, `national_pay` the nation's; all are on one basis.
    """

    pk: int
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    jobs: Decimal | None = None
    openings: Decimal | None = None
    pay: Figure = NOTHING
    pay_range: tuple[Figure, ...] = ()
    national_pay: Figure = NOTHING
    is_published_here: bool = True
    interest_code: str = ""
    interest_source: str = ""
    zone: str = ""
    is_residual: bool = False


def one_of(name: str, chosen: Iterable[str]) -> Condition:
    """Whether one of the chosen values of a facet holds."""
    wanted = frozenset(chosen)

    def holds(facts: Facts) -> bool | None:
        values = facts.values.get(name, frozenset())
        if values & wanted:
            return True
        decided = values - {NO_WORD} if wanted <= OF_PERCENT or NO_WORD not in values else None
        return False if decided else None

    return holds


def pay_between(lowest: Number | None, highest: Number | None, *, national: bool = False) -> Condition:
    """Whether the median is within limits. A top-coded one is its floor or more, so it is never known to be below
    a limit that isn't under its floor."""

    def holds(facts: Facts) -> bool | None:
        pay = facts.national_pay if national else facts.pay
        if pay.value is not None:
            return (lowest is None or pay.value >= lowest) and (highest is None or pay.value <= highest)
        if pay.floor is None:
            return None
        if highest is not None:
            return False if pay.floor > highest else None
        return True if lowest is None or pay.floor >= lowest else None

    return holds


def number_between(name: str, lowest: Number | None, highest: Number | None) -> Condition:
    """Whether "jobs" or "openings" are within limits."""

    def holds(facts: Facts) -> bool | None:
        number = getattr(facts, name)
        if number is None:
            return None
        return (lowest is None or number >= lowest) and (highest is None or number <= highest)

    return holds


def published_here(facts: Facts) -> bool:
    """Whether the chosen industry has a cell of the occupation."""
    return facts.is_published_here


def named_in_full(facts: Facts) -> bool:
    """Whether it is an occupation of its own and not what is left of its group, an "All Other" one."""
    return not facts.is_residual


def among(named: frozenset[int]) -> Condition:
    """Whether a search has found it."""
    return lambda facts: facts.pk in named


def between(name: str, limits: Limits) -> Condition:
    """Whether a range's number is within limits: "pay", "jobs" or "openings"."""
    return pay_between(*limits) if name == "pay" else number_between(name, *limits)


def conditions_of(
    asked: Narrowing, named: frozenset[int] | None, *, in_industry: bool, is_ranking: bool
) -> dict[str, Condition]:
    """Every condition in force by its name, in the order of the page.

    `named` are the occupations that a search has found, None where nothing is searched for. With `in_industry` only
    those pass that the chosen industry publishes. `is_ranking` leaves out residuals, but whoever searches for one
    finds it.
    """
    conditions: dict[str, Condition] = {}
    if named is not None:
        conditions["q"] = among(named)
    conditions |= {name: one_of(name, values) for name, values in asked.values.items()}
    conditions |= {name: between(name, limits) for name, limits in asked.limits.items()}
    if in_industry:
        conditions[INDUSTRY] = published_here
    if is_ranking and named is None:
        conditions[RESIDUAL] = named_in_full
    return conditions


@dataclass
class Tally:
    """How many occupations there are, and would be.

    `without` is the number for each condition if that one were dropped, `unknown` those that only a figure missing
    for that condition keeps out. `nearly` are the occupations that fail at most the named condition, and `by_two` is
    how many fail exactly those two.
    """

    passing: list[Facts]
    nearly: dict[str, list[Facts]]
    unknown: dict[str, list[Facts]]
    by_two: Counter[frozenset[str]] = field(default_factory=Counter)

    @property
    def without(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.nearly.items()}

    def without_both(self, first: str, second: str) -> int:
        """How many there would be if these two conditions were dropped."""
        by_one = self.without[first] + self.without[second] - len(self.passing)
        return by_one + self.by_two[frozenset((first, second))]

    def but_for(self, name: str) -> list[Facts]:
        """The occupations that pass every condition but, maybe, this one; all that pass if it isn't in force."""
        return self.nearly.get(name, self.passing)

    def options(self, name: str) -> Counter[str]:
        """For each value of a facet, how many occupations there are with it, all other conditions in force."""
        return Counter(value for facts in self.but_for(name) for value in facts.values.get(name, ()))


def tally(rows: Iterable[Facts], conditions: Mapping[str, Condition]) -> Tally:
    """Put every condition to every occupation."""
    passing: list[Facts] = []
    nearly: dict[str, list[Facts]] = {name: [] for name in conditions}
    unknown: dict[str, list[Facts]] = {name: [] for name in conditions}
    by_two: Counter[frozenset[str]] = Counter()
    for facts in rows:
        failed = [(name, verdict) for name, holds in conditions.items() if not (verdict := holds(facts))]
        if not failed:
            passing.append(facts)
            for but_for_one in nearly.values():
                but_for_one.append(facts)
        elif len(failed) == 1:
            [(name, verdict)] = failed
            nearly[name].append(facts)
            if verdict is None:
                unknown[name].append(facts)
        elif len(failed) == 2:
            by_two[frozenset(name for name, _ in failed)] += 1
    return Tally(passing, nearly, unknown, by_two)


def passing_all(rows: Iterable[Facts], conditions: Mapping[str, Condition]) -> list[Facts]:
    """The occupations that every condition lets through."""
    return [facts for facts in rows if all(holds(facts) for holds in conditions.values())]


@dataclass(frozen=True)
class Narrowed:
    """All occupations with what was asked of them, the conditions that follow from it, and what these let through."""

    facts: Sequence[Facts]
    asked: Narrowing
    conditions: Mapping[str, Condition]
    tally: Tally

    @property
    def passing(self) -> list[Facts]:
        return self.tally.passing

    @property
    def residuals(self) -> int:
        """How many occupations are left out only because they are "all other" ones."""
        return len(self.tally.but_for(RESIDUAL)) - len(self.passing)


def narrow(facts: Sequence[Facts], asked: Narrowing, conditions: Mapping[str, Condition]) -> Narrowed:
    """Put the conditions to every occupation, and count."""
    return Narrowed(facts, asked, conditions, tally(facts, conditions))


def passing_but_for(narrowed: Narrowed, *dropped: str) -> list[Facts]:
    """The occupations that pass without the conditions that are `dropped`."""
    return passing_all(narrowed.facts, _without(narrowed.conditions, dropped))


def count_nationally(narrowed: Narrowed, *dropped: str) -> int:
    """How many there would be without an area or industry, whose pay is then the nation's, and without the conditions
    that are `dropped`."""
    rest = _without(narrowed.conditions, dropped)
    if "pay" in rest:
        rest["pay"] = pay_between(*narrowed.asked.limits_of("pay"), national=True)
    return len(passing_all(narrowed.facts, rest))


def _without(conditions: Mapping[str, Condition], dropped: Collection[str]) -> dict[str, Condition]:
    return {name: holds for name, holds in conditions.items() if name not in dropped}


def count_from(narrowed: Narrowed, name: str, lowest: Decimal) -> int:
    """How many there would be with `lowest` as the lowest number of a range, the highest as it is."""
    limits = narrowed.asked.limits_of(name)._replace(lowest=lowest)
    return len(passing_all(narrowed.tally.but_for(name), {name: between(name, limits)}))


@dataclass(frozen=True)
class Unpaid:
    """Why occupations are left out where pay is limited."""

    other_basis: int
    top_coded: int
    unpublished: int


def unpaid(rows: Iterable[Facts]) -> Unpaid:
    reasons = Counter(facts.pay.reason for facts in rows)
    other, top = reasons.pop(MissingReason.OTHER_BASIS, 0), reasons.pop(MissingReason.TOP_CODED, 0)
    return Unpaid(other, top, reasons.total())
