"""The counts beside everything that can be chosen, held against a slow and obvious count of the same occupations."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from occupations.models import MissingReason
from tests.effort import examples
from wages.estimates import NOTHING, Figure
from web.finder.counts import Facts, among, number_between, one_of, pay_between, tally, unpaid
from web.finder.facets import NO_WORD, UNCHANGED
from web.finder.queries import growth_values

WORDS = ["decline", "little", "slower", "average", "faster", "much-faster"]
CHOICES = {
    "education": ["bachelors", "masters", "none"],
    "growth": [*WORDS, "growing", "shrinking"],
    "zone": ["1", "4"],
}
AMOUNTS = st.sampled_from([30_000, 60_000, 75_000, 239_200, 300_000])
LIMITS = st.one_of(st.none(), AMOUNTS)
PAY = st.one_of(
    st.builds(Figure, AMOUNTS),
    st.just(Figure(None, MissingReason.TOP_CODED, 239_200)),
    st.just(Figure(None, MissingReason.OTHER_BASIS)),
    st.just(Figure(None, MissingReason.NOT_RELEASED)),
    st.just(NOTHING),
)
JOBS = st.one_of(st.none(), st.sampled_from([Decimal(50), Decimal(10_000), Decimal(200_000)]))


@st.composite
def occupations(draw: Any) -> list[dict[str, Any]]:
    """Occupations as a person would write them down: what is known of each, None for what isn't."""
    one = st.fixed_dictionaries({
        "education": st.one_of(st.none(), st.sampled_from(CHOICES["education"])),
        "zone": st.one_of(st.none(), st.sampled_from(CHOICES["zone"])),
        "word": st.one_of(st.none(), st.just(""), st.sampled_from(WORDS)),
        "percent": st.sampled_from([Decimal("-3.5"), Decimal(0), Decimal("0.3"), Decimal("6.5")]),
        "pay": PAY,
        "jobs": JOBS,
        "is_called_so": st.booleans(),
    })  # fmt: skip
    return draw(st.lists(one, max_size=12))


def facts_of(pk: int, occupation: dict[str, Any]) -> Facts:
    values = {name: frozenset(filter(None, [occupation[name]])) for name in ("education", "zone")}
    values["growth"] = growth_values(occupation["word"], occupation["percent"])
    return Facts(pk=pk, values=values, pay=occupation["pay"], jobs=occupation["jobs"])


def is_found(occupation: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Whether somebody who goes through a printed list would tick the occupation."""
    if asked["q"] and not occupation["is_called_so"]:
        return False
    for name in ("education", "zone"):
        if asked[name] and occupation[name] not in asked[name]:
            return False
    if asked["growth"]:
        projected, percent = occupation["word"] is not None, occupation["percent"]
        fits = projected and (
            occupation["word"] in asked["growth"]
            or ("growing" in asked["growth"] and percent > 0)
            or ("shrinking" in asked["growth"] and percent < 0)
        )
        if not fits:
            return False
    lowest, highest = asked["pay"]
    pay = occupation["pay"]
    if lowest is not None and not (pay.value or pay.floor or -1) >= lowest:
        return False
    if highest is not None and not (pay.value is not None and pay.value <= highest):
        return False
    if (lowest, highest) != (None, None) and pay.value is None and pay.floor is None:
        return False
    fewest = asked["jobs"]
    return fewest is None or (occupation["jobs"] is not None and occupation["jobs"] >= fewest)


ASKED = st.fixed_dictionaries({
    "q": st.booleans(),
    **{name: st.lists(st.sampled_from(values), max_size=2, unique=True) for name, values in CHOICES.items()},
    "pay": st.tuples(LIMITS, LIMITS),
    "jobs": st.one_of(st.none(), st.just(Decimal(10_000))),
})  # fmt: skip
NOTHING_ASKED: dict[str, Any] = {
    "q": False,
    "education": [],
    "growth": [],
    "zone": [],
    "pay": (None, None),
    "jobs": None,
}


def conditions_of(listed: list[dict[str, Any]], asked: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: one_of(name, asked[name]) for name in CHOICES if asked[name]}
    if asked["q"]:
        found["q"] = among(frozenset(pk for pk, each in enumerate(listed) if each["is_called_so"]))
    if asked["pay"] != (None, None):
        found["pay"] = pay_between(*asked["pay"])
    if asked["jobs"] is not None:
        found["jobs"] = number_between("jobs", asked["jobs"], None)
    return found


@settings(max_examples=examples(300), deadline=None)
@given(occupations(), ASKED)
def test_every_count_is_what_a_search_with_it_would_find(
    listed: list[dict[str, Any]], asked: dict[str, Any]
) -> None:
    rows = [facts_of(pk, occupation) for pk, occupation in enumerate(listed)]
    counted = tally(rows, conditions_of(listed, asked))

    def found(**changes: Any) -> int:
        return sum(is_found(occupation, asked | changes) for occupation in listed)

    assert len(counted.passing) == found()
    for name, values in CHOICES.items():
        numbers = counted.options(name)
        for value in values:
            assert numbers[value] == found(**{name: [value]}), (name, value)
    for name in conditions_of(listed, asked):
        assert counted.without[name] == found(**{name: NOTHING_ASKED[name]})
    for first, second in combinations(conditions_of(listed, asked), 2):
        dropped = {name: NOTHING_ASKED[name] for name in (first, second)}
        assert counted.without_both(first, second) == found(**dropped)


@pytest.mark.parametrize(
    ("word", "percent", "values"),
    [
        (None, None, set()),
        ("faster", Decimal("5.1"), {"faster", "growing", "up-5"}),
        ("little", Decimal("0.3"), {"little", "growing", "up-0"}),
        ("little", Decimal("0"), {"little", UNCHANGED}),
        ("", Decimal("6.5"), {NO_WORD, "growing", "up-5"}),
        ("", Decimal("10"), {NO_WORD, "growing", "up-10"}),
        ("", Decimal("-4.9"), {NO_WORD, "shrinking", "down-0"}),
        ("", Decimal("-5"), {NO_WORD, "shrinking", "down-5"}),
        ("", None, {NO_WORD}),
    ],
)
def test_what_a_projection_says_of_growth(
    word: str | None, percent: Decimal | None, values: set[str]
) -> None:
    assert growth_values(word, percent) == values


def test_a_percent_between_two_words_is_no_word_but_grows() -> None:
    between = Facts(1, {"growth": growth_values("", Decimal("6.5"))})
    assert one_of("growth", ["growing"])(between) is True
    assert one_of("growth", ["shrinking"])(between) is False
    assert one_of("growth", ["faster"])(between) is None
    assert one_of("growth", ["up-5"])(between) is True
    assert one_of("growth", ["up-10"])(between) is False
    assert one_of("growth", ["faster", "growing"])(between) is True


@pytest.mark.parametrize(
    ("limits", "verdict"),
    [
        ((200_000, None), True),
        ((239_200, None), True),
        ((239_201, None), None),
        ((None, 239_199), False),
        ((None, 239_200), None),
        ((100_000, 400_000), None),
    ],
)
def test_a_top_coded_median_is_its_floor_or_more(limits: tuple[Any, Any], verdict: bool | None) -> None:
    top_coded = Facts(1, pay=Figure(None, MissingReason.TOP_CODED, 239_200))
    assert pay_between(*limits)(top_coded) is verdict


def test_who_is_left_out_is_counted_for_the_condition_that_does_it() -> None:
    paid = Facts(1, {"zone": frozenset("4")}, pay=Figure(50_000))
    hourly = Facts(2, {"zone": frozenset("4")}, pay=Figure(None, MissingReason.OTHER_BASIS))
    unpublished = Facts(3, {"zone": frozenset("4")})
    elsewhere = Facts(4, {"zone": frozenset("1")})
    undescribed = Facts(5, pay=Figure(60_000))
    rows = [paid, hourly, unpublished, elsewhere, undescribed]
    counted = tally(rows, {"zone": one_of("zone", ["4"]), "pay": pay_between(40_000, None)})
    assert counted.passing == [paid]
    assert counted.unknown == {"zone": [undescribed], "pay": [hourly, unpublished]}
    left = unpaid(counted.unknown["pay"])
    assert (left.other_basis, left.top_coded, left.unpublished) == (1, 0, 1)


# On the whole bundle, through the running site: what its page counts, against its own file of everything.

COLUMNS = (
    "code",
    "median",
    "jobs",
    "growth",
    "word",
    "openings",
    "education",
    "experience",
    "training",
    "zone",
)
SAID = {
    "education": {
        "bachelors": "Bachelor’s degree", "none": "No formal educational credential", "masters": "Master’s degree",
    },
    "experience": {"five-years": "5 years or more", "none": "None"},
    "training": {"apprenticeship": "Apprenticeship", "none": "None"},
}  # fmt: skip
FIELD = {"education": "entry_education", "experience": "work_experience", "training": "training"}


@pytest.fixture(scope="module")
def everything(site: Any) -> list[dict[str, Any]]:
    query = "&".join(f"columns={name}" for name in COLUMNS)
    _, text = site.get(f"/occupations/?{query}&_export=json")
    found = json.loads(text)
    assert found["complete"]
    return found["rows"]


def holds(row: dict[str, Any], name: str, values: list[str]) -> bool:
    if name in SAID:
        return row[FIELD[name]] in [SAID[name][value] for value in values]
    if name == "zone":
        return str(row["job_zone"] or "") in values
    if name == "group":
        return row["occupation_code"][:2] in [value[:2] for value in values]
    change = row["projected_change_percent"]
    # The newest round has no words of its publisher's: bands of the percent.
    bands = {"up-5": (5, 10), "down-0": (-4.95, 0)}
    return change is not None and any(
        change > 0 if value == "growing" else bands[value][0] <= change < bands[value][1] for value in values
    )


def passes(row: dict[str, Any], asked: dict[str, Any]) -> bool:
    for name, wanted in asked.items():
        if name == "pay_min":
            floor = re.search(r"\d+", row["annual_median_usd_status"])
            amount = row["annual_median_usd"] or (int(floor[0]) if floor else None)
            if amount is None or amount < wanted:
                return False
        elif name in ("jobs_min", "openings_min"):
            number = row["all_jobs" if name == "jobs_min" else "openings_a_year"]
            if number is None or number < wanted:
                return False
        elif not holds(row, name, wanted):
            return False
    return True


def found_by(page: str) -> int:
    """How many occupations a page says it has found."""
    said = re.findall(r'class="results"><span>([\d,]+) occupations?\b', page)
    if not said:
        assert "We couldn’t find any occupation" in page
        return 0
    [number] = said
    return int(number.replace(",", ""))


def test_a_ranking_counts_no_all_other_occupation(site: Any, everything: list[dict[str, Any]]) -> None:
    def counted(query: str) -> tuple[int, dict[str, int]]:
        _, page = site.get(f"/occupations/?education=bachelors&pay_min=75000&sort={query}")
        beside = re.findall(
            r'name="zone" value="(\d)"[^>]*> <span>[^<]*</span> <span class="count">(\d+)<', page
        )
        return found_by(page), {zone: int(number) for zone, number in beside}

    asked = {"education": ["bachelors"], "pay_min": 75_000}
    fits = [row for row in everything if passes(row, asked)]
    named = [row for row in fits if ", all other" not in row["occupation"]]
    assert len(named) < len(fits)
    for query, rows in (("-median", named), ("title", fits), ("-median&residual=show", fits)):
        count, beside = counted(query)
        assert count == len(rows), query
        assert beside["4"] == sum(row["job_zone"] == "4" for row in rows), query


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"education": ["bachelors"], "pay_min": 75_000, "growth": ["growing"]},
        {"education": ["bachelors", "masters"], "growth": ["up-5"], "zone": ["4"]},
        {"experience": ["five-years"], "jobs_min": 10_000},
        {"training": ["apprenticeship"], "openings_min": 1_000, "group": ["47-0000", "49-0000"]},
        {"pay_min": 200_000, "growth": ["down-0", "up-5"]},
        {"education": ["none"], "pay_min": 150_000},
    ],
    ids=lambda asked: "&".join(asked) or "everything",
)
def test_the_page_counts_what_its_own_file_holds(
    site: Any, everything: list[dict[str, Any]], asked: dict[str, Any]
) -> None:
    query = "&".join(
        f"{name}={value}" for name, given in asked.items() for value in (given if isinstance(given, list) else [given])
    )  # fmt: skip
    _, page = site.get(f"/occupations/?{query}")
    count = sum(passes(row, asked) for row in everything)
    assert found_by(page) == count
    shown = {
        (name, value): int(number.replace(",", ""))
        for name, value, number in re.findall(
            r'name="(\w+)" value="([^"]*)"[^>]*> <span>[^<]*</span> <span class="count">([\d,]+)<', page
        )
    }
    checked = [(name, value) for name in SAID for value in SAID[name]] + [
        ("growth", "growing"), ("growth", "up-5"), ("growth", "down-0"), ("zone", "4"), ("group", "29-0000"),
    ]  # fmt: skip
    for name, value in checked:
        expected = sum(passes(row, asked | {name: [value]}) for row in everything)
        assert shown[name, value] == expected, (name, value)


def test_the_number_beside_an_industry_is_what_choosing_it_finds(site: Any) -> None:
    _, page = site.get("/occupations/?education=bachelors&pay_min=75000")
    numbers = dict(re.findall(r'<option value="([\d-]{2,5})"[^>]*>[^<(]*\((\d+)\)', page))
    assert len(numbers) > 90
    for code in ("622", "31-33", "713", "111"):
        if code in numbers:
            _, there = site.get(f"/occupations/?education=bachelors&pay_min=75000&industry={code}")
            assert found_by(there) == int(numbers[code])
