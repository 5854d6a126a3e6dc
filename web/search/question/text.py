"""From a text to its words, codes and amounts of money. Knows nothing of Django."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from occupations.search_text import key_of_word

MOST_WORDS = 16
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
SOC_CODE = re.compile(
    r"\b(?:(?:soc|onet|o\*net)(?:[ -]*code)?[: ]*)?(\d\d-\d{4}(?:\.\d\d)?)\b", re.IGNORECASE
)
SOC_BARE = re.compile(r"\b(?:soc|onet|o\*net)(?:[ -]*code)?[: ]+(\d{6})(?:\.?\d\d)?\b", re.IGNORECASE)

NUMBER = (
    r"(?P<dollar>\$\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|thousand|grand|mil|million)?\b\s?\+?"
)
UNIT = (
    r"(?:\s?(?:dollars|bucks|usd))?"
    r"(?:\s?(?:(?P<hour>an hour|per hour|a hour|each hour|/ ?hr|/ ?hour|/ ?h|hourly|hr|the hour)"
    r"|(?P<year>a year|per year|/ ?yr|/ ?year|yearly|annually|annual|per annum|yr|the year))\b)?"
)
LEAST = r"over|above|more than|at least|greater than|higher than|minimum|min|from|upwards of|north of|starting at|\+"
MOST = r"under|below|less than|at most|up to|lower than|maximum|max|no more than"
MONEY = re.compile(
    rf"(?:\b(?P<most>{MOST})\s+|\b(?P<least>{LEAST})\s+)?{NUMBER}(?P<words>{UNIT})", re.IGNORECASE
)
BETWEEN = re.compile(
    rf"(?:\b(?:between|from)\s+)?\$?\s?(?P<low>\d[\d,]*(?:\.\d+)?)\s?(?P<low_scale>k)?\s?(?:-|–|to|and)\s?\$?\s?"
    rf"(?P<high>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|thousand|grand)?\b(?P<words>{UNIT})",
    re.IGNORECASE,
)
SIX_FIGURES = re.compile(r"\b(?:six|6)[ -]figures?\b", re.IGNORECASE)
# Below it, a number of dollars is an hour's.
HOURLY_BELOW = 300
LEAST_A_YEAR = 10_000


@dataclass(frozen=True)
class Word:
    """One word: in lower case, without accents, and where it stands in the text. `after_comma` says what is before."""

    text: str
    start: int
    end: int
    typed: str = ""
    after_comma: bool = False


@dataclass(frozen=True)
class PayLimit:
    """What pay shall be: dollars on a basis, "annual" or "hourly"; None where there is no such limit."""

    basis: str
    lowest: Decimal | None = None
    highest: Decimal | None = None


@dataclass(frozen=True)
class Typed:
    """A text as it was taken apart."""

    text: str
    words: tuple[Word, ...]
    codes: tuple[str, ...] = ()
    limit: PayLimit | None = None
    limit_said: str = ""


def taken_apart(text: str) -> Typed:
    """Cut codes out, then money, and make words of the rest."""
    rest, codes = text, []
    for pattern in (SOC_CODE, SOC_BARE):
        for match in pattern.finditer(rest):
            code = match[1]
            code = code if "-" in code else f"{code[:2]}-{code[2:]}"
            codes.append(code.removesuffix(".00"))
        rest = pattern.sub(lambda found: " " * len(found[0]), rest)
    limit, rest = _money(rest)
    words = _words(rest)
    return Typed(text, words, tuple(dict.fromkeys(codes)), limit, "" if limit is None else _cut(text, rest))


def _cut(text: str, rest: str) -> str:
    """What is in the text and no more in the rest, which is as long."""
    cut = "".join(was if was != now else " " for was, now in zip(text, rest, strict=True))
    return " ".join(cut.split())


def _words(text: str) -> tuple[Word, ...]:
    words = []
    last = 0
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        plain = plain_word(match[0])
        if plain:
            words.append(Word(plain, match.start(), match.end(), match[0], "," in between))
        last = match.end()
    return tuple(words[:MOST_WORDS])


def plain_word(word: str) -> str:
    """In lower case, without accents and apostrophes: "Bachelor’s" → "bachelors", "Médico" → "medico"."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def _money(text: str) -> tuple[PayLimit | None, str]:
    """The limit of pay that a text names, and the text with blanks in its place."""
    if six := SIX_FIGURES.search(text):
        return PayLimit("annual", Decimal(100_000)), _blank(text, six)
    for match in BETWEEN.finditer(text):
        low, high = (
            _amount(match["low"], match["low_scale"] or match["scale"]),
            _amount(match["high"], match["scale"]),
        )
        is_money = match["scale"] or "$" in match[0] or match["hour"] or match["year"] or low >= LEAST_A_YEAR
        if is_money and low < high:
            return PayLimit(_basis(match, high), low, high), _blank(text, match)
    for match in MONEY.finditer(text):
        amount = _amount(match["number"], match["scale"])
        if not _is_money(match, amount):
            continue
        basis = _basis(match, amount)
        if match["most"]:
            return PayLimit(basis, highest=amount), _blank(text, match)
        return PayLimit(basis, lowest=amount), _blank(text, match)
    return None, text


def _is_money(match: re.Match[str], amount: Decimal) -> bool:
    digits = match["number"].replace(",", "").partition(".")[0]
    if len(digits) == 5 and not (
        match["dollar"] or match["least"] or match["most"] or match["words"].strip()
    ):
        return False  # a ZIP code, an area or an industry
    if match["dollar"] or match["scale"] or match["hour"] or match["year"] or match["words"].strip():
        return amount > 0
    if match["least"] or match["most"]:
        return amount >= LEAST_A_YEAR
    return "," in match["number"] and amount >= LEAST_A_YEAR


def _amount(digits: str, scale: str | None) -> Decimal:
    number = Decimal(digits.replace(",", ""))
    if scale is None:
        return number
    return number * (1_000_000 if scale.lower().startswith("mil") else 1000)


def _basis(match: re.Match[str], amount: Decimal) -> str:
    if match["hour"]:
        return "hourly"
    if match["year"]:
        return "annual"
    return "hourly" if amount < HOURLY_BELOW else "annual"


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]


def key_of(words: tuple[str, ...]) -> str:
    """Words as names are compared, as `occupations.names.KEY` does it in the database."""
    return " ".join(key_of_word(word) for word in words)
