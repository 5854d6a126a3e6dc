"""Finds statistical figures in a text and says whether they agree with the data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["dollars", "percent", "count", "share"]

NUMBER = r"\d(?:[\d.,]*\d)?"
SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
SCALE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SCALES = "|".join(SCALE)
COUNTED = (
    "jobs?|people|persons?|workers?|employees|employers|positions|openings|americans|establishments|vacancies"
)

# Who a share is of, by the ending of the word: nurses, teachers, doctors, scientists, assistants.
PERSONS = r"nurses|[a-z]+(?:ers|ors|ists|ians|ants|ents|ees)"
# A requirement or a size of the work: "2,000 hours of paid work", "under 26,001 pounds".
SIZES = (
    r"(?:flight|supervised|clinical|paid|work|working|training|square|cubic)?\s?"
    r"(?:hours|feet|miles|pounds|degrees|parts|credits|volts|gallons)"
)
THOUSANDS = rf"\b\d{{1,3}}(?:,\d{{3}})+\b(?!\s{SIZES}\b)"
# A price that is no statistic, such as a fee, has a backslash before its sign, which Markdown doesn't show: \$350.
PRICE = re.compile(rf"\\\$ ?{NUMBER}(?:[\s-](?:hundred|{SCALES})\b)?", re.IGNORECASE)

# An amount of money, a percentage, or a number written with thousands: never anything but a statistic.
_STATISTICAL_FIGURE = re.compile(
    rf"\$ ?{NUMBER}|{NUMBER}(?:\s?%|[\s-]percent(?:age)?\b)|{THOUSANDS}"
    rf"|\b(?:{SMALL})[\s-]percent\b|\b(?:{SMALL}|hundred|{SCALES})[\s-](?:dollars|cents)\b"
    rf"|\b{NUMBER}(?:k\b|[\s-](?:{SCALES})\b)",
    re.IGNORECASE,
)
_HINT = re.compile(r"[\d$]|percent|dollars|cents", re.IGNORECASE)  # without which there is none: most texts
# The same in words, and what counts jobs or people. A number of years, hours or grades is a fact of the work.
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "dollars",
        re.compile(
            rf"\$ ?(?P<number>{NUMBER})(?:[\s-](?P<scale>{SCALES})\b)?"
            rf"|\b(?:{SMALL})-(?:{SMALL})(?:[\s-](?:hundred|{SCALES}))*[\s-](?:dollars|cents)\b"
            rf"|\b(?P<word>{NUMBER}|{SMALL})(?:[\s-](?P<wordscale>hundred|{SCALES}))?[\s-](?:dollars|cents)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "percent",
        re.compile(
            rf"(?<!\w)(?P<number>[-+–−]?{NUMBER})(?:\s?%|[\s-]percent(?:age points?)?\b)"
            rf"|\b(?P<word>{SMALL})(?:-(?:{SMALL}))?[\s-]percent\b",
            re.IGNORECASE,
        ),
    ),
    (
        "count",
        re.compile(
            rf"\b(?P<number>{NUMBER})[\s-](?P<scale>{SCALES})\b"
            rf"|\b(?:{SMALL})(?:[\s-](?:hundred|{SCALES}))+\b"
            r"|\b(?:hundreds|thousands|millions|billions"
            rf"|(?:an?|one|several|few) (?:hundred|dozen|{SCALES})(?: (?:{SCALES}))?)(?:\sof)?\s(?:{COUNTED})\b"
            rf"|\b(?P<counted>{NUMBER})\s(?:{COUNTED})\b"
            rf"|\b(?P<k>{NUMBER})k\b"
            rf"|\b(?P<thousands>\d{{1,3}}(?:,\d{{3}})+)\b(?!\s{SIZES}\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            rf"\b(?:half|(?:a|one|two)[\s-]thirds?|(?:a|one|three)[\s-]quarters?)\sof\s"
            rf"(?:all\s|the\s|these\s)*"
            rf"(?:{COUNTED}|{PERSONS})\b"
            rf"|\b(?:{SMALL}|\d+)\s(?:in|out of)\s(?:every\s)?(?:{SMALL}|\d+)(?:\s(?:{COUNTED}|{PERSONS}))\b"
            rf"|\b(?:{SMALL}|\d+)\s(?:in|out of)\s(?:every\s)?(?:ten|10|hundred|100)\b",
            re.IGNORECASE,
        ),
    ),
)
# What each of these has in it: most texts have nothing of it, and needn't be read any closer.
_TRACE_OF_ONE = re.compile(
    rf"[\d$]|percent|dollars|cents|hundred|{SCALES}|dozen|half|third|quarter"
    rf"|\b(?:in|of)\s(?:every\s)?(?:{SMALL})\b",
    re.IGNORECASE,
)
WORD_VALUES = dict(
    zip(SMALL.split("|"), (*range(1, 20), *range(20, 100, 10)), strict=True)
)  # "twenty-five percent" counts as 20: it is named, not compared


@dataclass(frozen=True)
class StatedFigure:
    """A figure in a text: its words as they stand there, and its value where one can be read off."""

    kind: Kind
    words: str
    value: Decimal | None = None
    step: Decimal = Decimal(1)
    """The size of the last place stated: 1,000 for "$126 thousand" or "$126,000"."""


@dataclass(frozen=True)
class Fact:
    """A figure of the data, in dollars, percent or jobs, with its name and where it is from."""

    kind: Kind
    name: str
    value: Decimal


def statistical_figure(text: str) -> str:
    """The first figure that can only be a statistic, "" if there is none: fast, for every text that is saved."""
    found = _STATISTICAL_FIGURE.search(without_prices(text)) if _HINT.search(text) else None
    return found[0] if found else ""


def without_prices(markdown: str) -> str:
    """The text without the prices that its writer marked as no statistics."""
    return PRICE.sub("a price", markdown)


def figures_in(text: str) -> list[StatedFigure]:
    """The statistical figures that the text states, in their order; one that fits two patterns counts once."""
    found: list[tuple[int, int, StatedFigure]] = []
    if not _TRACE_OF_ONE.search(text):
        return []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), _figure(kind, match)))
    return [figure for _, _, figure in sorted(found, key=lambda entry: entry[0])]


def judge(figure: StatedFigure, facts: Iterable[Fact]) -> str:
    """Whether the data agree with the figure, in words: "contradicts …", "agrees with …" or "" if nothing compares.

    A figure agrees with a fact that becomes it when rounded to the last place that the figure states.
    """
    comparable = [fact for fact in facts if fact.kind == figure.kind]
    if figure.value is None or not comparable:
        return ""
    nearest = min(comparable, key=lambda fact: abs(fact.value - figure.value))  # type: ignore[operator]
    verdict = "agrees with" if abs(nearest.value - figure.value) <= figure.step / 2 else "contradicts"
    which = "" if verdict == "agrees with" else ", the nearest figure"
    return f"{verdict} the data: {nearest.name} is {_said(nearest)}{which}"


def _figure(kind: Kind, match: re.Match[str]) -> StatedFigure:
    groups = {name: text for name, text in match.groupdict().items() if text}
    digits = next((groups[name] for name in ("number", "counted", "thousands", "k") if name in groups), None)
    word = groups.get("word", "").lower()
    if digits is None and word[:1].isdigit():
        digits = word
    scale = SCALE.get((groups.get("scale") or groups.get("wordscale") or "").lower(), 1)
    if "k" in groups:
        scale = SCALE["thousand"]
    words = " ".join(match[0].split())
    if digits is not None:
        number = Decimal(digits.replace(",", "").replace("–", "-").replace("−", "-").lstrip("+"))
        return StatedFigure(kind, words, number * scale, _last_place(number) * scale)
    if word in WORD_VALUES and kind == "percent" and "-" not in match[0]:
        return StatedFigure(kind, words, Decimal(WORD_VALUES[word]))
    return StatedFigure(kind, words)


def _last_place(number: Decimal) -> Decimal:
    """1 for 27; 0.1 for 1.9; 1,000 for 126,000: round numbers are taken as rounded."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # a number of digits is finite
    return Decimal(1).scaleb(exponent)


def _said(fact: Fact) -> str:
    if fact.kind == "dollars":
        cents = fact.value != fact.value.to_integral_value()
        return f"${fact.value:,.2f}" if cents else f"${fact.value:,.0f}"
    return f"{fact.value.normalize():,f} percent" if fact.kind == "percent" else f"{fact.value:,.0f}"
