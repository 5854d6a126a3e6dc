"""Questions as people type them, against all the data that come with the site: does what they ask come first?

`questions.tsv` has a question on each line, the kind of answer that is right, of whom and where, and what else must
have been read. The figures are not in it: those of the answer are held against the release's own.
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.running_site import ROOT, ServedSite

HERE = Path(__file__).parent
RIGHT, ASKS, WRONG = "right", "asks rightly", "wrong"
# Kinds of an answer that ask the reader which of several is meant.
ASKING = {"ask", "family"}


def read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def put(site: ServedSite, questions: list[str]) -> list[dict[str, Any]]:
    """What the search says to each question: one process on the site's data."""
    command = [sys.executable, "-m", "tests.web.search.asking"]
    text = "".join(f"{question}\n" for question in questions)
    done = subprocess.run(
        command, input=text, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def told(site: ServedSite) -> dict[str, dict[str, Any]]:
    typed = [row["typed"] for row in read("questions.tsv")]
    return dict(zip(typed, put(site, typed), strict=True))


def judged(row: dict[str, str], answer: dict[str, Any]) -> str:
    """Whether an answer is right, asks rightly, or is wrong."""
    kind, found = row["kind"], answer["kind"]
    if not matches_where(row, answer) or not matches_more(row, answer):
        return WRONG
    if kind == "family":
        return RIGHT if found in ("family", "figure") and answer["family"] == row["who"] else WRONG
    if kind == "figure" and found in ASKING and set(row["who"].split()) & set(answer["codes"]):
        return ASKS
    if kind != found:
        return WRONG
    if kind == "versus":
        return RIGHT if set(row["who"].split()) <= set(answer["codes"]) else WRONG
    if kind in ("figure", "where"):
        return RIGHT if answer["codes"][:1] and answer["codes"][0] in row["who"].split() else WRONG
    if kind == "group":
        return RIGHT if answer["group"] == row["who"] else WRONG
    return RIGHT


def matches_where(row: dict[str, str], answer: dict[str, Any]) -> bool:
    if row["kind"] == "ask":
        return True
    wanted = row["where"].split(";") if row["where"] else []
    places = [place for place in answer.get("places", []) if place != "United States"]
    return places == wanted


def matches_more(row: dict[str, str], answer: dict[str, Any]) -> bool:
    for each in row["more"].split():
        name, _, value = each.partition("=")
        if name == "property" and value not in answer["properties"]:
            return False
        if name != "property" and answer.get(name) != value:
            return False
    return True


def test_the_table_has_questions_of_all_kinds() -> None:
    rows = read("questions.tsv")
    assert len({row["typed"] for row in rows}) == len(rows) >= 300
    assert set(Counter(row["kind"] for row in rows)) >= {
        "figure", "family", "versus", "list", "place", "industry", "group", "where", "ways", "absent", "ask",
    }  # fmt: skip


def test_what_is_asked_comes_first(told: dict[str, dict[str, Any]]) -> None:
    rows = read("questions.tsv")
    verdicts = {row["typed"]: judged(row, told[row["typed"]]) for row in rows}
    count = Counter(verdicts.values())
    wrong = [f"{row['typed']}: {told[row['typed']]}" for row in rows if verdicts[row["typed"]] == WRONG]
    print(f"{len(rows)} questions: {dict(count)}", *wrong, sep="\n")
    assert count[WRONG] <= 0.03 * len(rows)
    assert count[RIGHT] >= 0.9 * len(rows)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("roofing", "47-2181"), ("painting", "47-2141"), ("drafting", "17-3011"), ("acting", "27-2011"),
        ("welding", "51-4121"), ("printer", "51-5112"), ("barber school", "39-5011"), ("law school", "23-1011"),
        ("nursing school", "29-1141"), ("middle school", "25-2022"), ("elementary school", "25-2021"),
    ],
)  # fmt: skip
def test_a_kind_of_work_or_its_school_suggests_the_people_first(
    site: ServedSite, typed: str, code: str
) -> None:
    html = site.get(f"/search/suggest/?{urlencode({'q': typed})}")[1]
    first = re.search(r'href="/occupations/(\d\d-\d{4})', html)
    assert first is not None
    assert first[1] == code


def test_the_figures_are_those_of_the_release(told: dict[str, dict[str, Any]]) -> None:
    cards = [answer for answer in told.values() if answer["kind"] == "figure"]
    assert len(cards) > 200
    for answer in cards:
        cell = answer["release"]
        if cell is None:
            assert answer["missing"], answer
        else:
            assert answer["shown"]["figures"] == cell[answer["shown"]["basis"]], answer


def test_no_figure_stands_for_a_reading_that_no_chip_states(told: dict[str, dict[str, Any]]) -> None:
    for answer in told.values():
        for place in answer.get("places", ()):
            if answer["kind"] in ("figure", "family", "group", "place", "list") and not answer["industry"]:
                assert place in answer["chips"], answer


def test_what_means_something_is_never_mended(site: ServedSite) -> None:
    """English words, places, industries, words of titles, everyday and Spanish ones."""
    typed = (HERE / "unmended.txt").read_text().splitlines()
    assert len(set(typed)) == len(typed) >= 150
    mended = {answer["typed"]: answer["mended"] for answer in put(site, typed) if answer["mended"]}
    assert mended == {}
