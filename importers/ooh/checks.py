"""What must hold of an edition of the Handbook, and the profiles that it comes to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from importers.ooh.blocks import Block, blocks_of, join, parts, with_spans, without_charts
from importers.ooh.figures import Employers, Medians, Share, Wage, take_employers, take_medians
from importers.ooh.reader import Entry, Fact, Handbook
from importers.projections.checks import CATEGORIES
from importers.report import Problems
from occupations.markup import clean_html
from occupations.titles import PROPER_NAMES, sentence_case

# Relative links are those of the publisher's pages.
BASE = "https://www.bls.gov/ooh/home.htm"

# Values of occupations.models.MissingReason; a test holds them together.
OTHER_BASIS, TOP_CODED, NOT_RELEASED, NOT_STATED = REASONS = 1, 2, 3, 6
# The figures among the quick facts.
FIGURES = ("annual_median", "hourly_median", "jobs", "percent_change", "employment_change")
NEVER_NEGATIVE = {"annual_median", "hourly_median", "jobs"}
BASES = ("annual", "hourly")

# Where each element goes, and the headings inside it that are sections of their own here; the kinds are
# those of occupations.models.ProfileSection, and a test holds them together.
KIND = {
    "what_they_do": "10-what-they-do",
    "work_environment": "20-work-environment",
    "how_to_become_one": "40-education-and-training",
    "pay": "70-pay",
    "job_outlook": "80-job-outlook",
    "more_information": "90-contacts",
}
KIND_OF_HEADING = {
    ("work_environment", "work schedules"): "30-work-schedules",
    ("work_environment", "work schedule"): "30-work-schedules",
    ("how_to_become_one", "important qualities"): "50-other-skills",
    ("how_to_become_one", "advancement"): "60-advancement",
}
GROWTH_WORDS = {
    "decline": "decline",
    "little or no change": "little",
    "slower than average": "slower",
    "as fast as average": "average",
    "faster than average": "faster",
    "much faster than average": "much-faster",
}
ELSEWHERE = "See How to Become One"
TOP_CODE_NOTE = "equal to or greater than"
NAMES = (*PROPER_NAMES, "EMTs", "DJs")
LONGEST_TITLE = 200


@dataclass
class ProfileRow:
    """A profile ready to be written. A figure belongs to the occupation with the code beside it, or, where
    that is None, to the whole profile. `facts` are the columns of QuickFacts, None where there are none.
    """

    title: str
    line: int
    codes: list[str]
    similar: list[str]
    handbook_code: str
    sections: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] | None = None
    as_published: dict[str, Any] = field(default_factory=dict)
    shares: list[tuple[str | None, Share]] = field(default_factory=list)
    wages: list[tuple[str | None, Medians, Wage]] = field(default_factory=list)


def profiles(
    handbook: Handbook, titles: Mapping[str, str], counts: Counter[str], problems: Problems
) -> list[ProfileRow]:
    """The profiles of the edition. `titles` are those of the known occupations by code.

    `counts` is told how many tables and charts were taken out of the text or left in it.
    """
    rows = []
    seen: dict[str, int] = {}
    for entry in handbook.entries:
        place: dict[str, Any] = {"file": handbook.file, "line": entry.line}
        if len(entry.title) > LONGEST_TITLE:
            problems.add(f"the title {entry.title!r} is longer than {LONGEST_TITLE} characters", **place)
        if (first := seen.setdefault(entry.title.lower(), entry.line)) != entry.line:
            problems.add(f"{entry.title} is here a second time; the first is in line {first}", **place)
        row = ProfileRow(
            title=sentence_case(entry.title, NAMES),
            line=entry.line,
            codes=_codes(entry, titles, handbook.file, problems),
            similar=[other.text for other in entry.similar if other.text],
            handbook_code=entry.handbook_code,
        )
        covered = {code: titles.get(code, "") for code in row.codes}
        counts.update(_read_sections(row, entry, handbook.file, covered, problems))
        if entry.facts:
            row.facts = _facts(entry, handbook.file, problems)
        row.as_published = {tag: fact.words for tag, fact in entry.facts.items()}
        rows.append(row)
    return rows


def rows(found: Sequence[ProfileRow], known: Collection[str], file: str, problems: Problems) -> None:
    """What must hold of profiles and their figures, wherever they come from."""
    seen: dict[str, int] = {}
    for row in found:
        place: dict[str, Any] = {"file": file, "line": row.line}
        if not 0 < len(row.title) <= LONGEST_TITLE:
            problems.add(f"the title {row.title!r} is empty or longer than {LONGEST_TITLE}", **place)
        if (first := seen.setdefault(row.title.lower(), row.line)) != row.line:
            problems.add(f"{row.title} is here a second time; the first is in line {first}", **place)
        for unknown in {*row.codes} - {*known}:
            problems.add(f"{row.title}: {unknown!r} is not a code of SOC 2018 or of OEWS", **place)
        of_codes = {code for code, _ in row.shares} | {code for code, _, _ in row.wages}
        for code in of_codes - {None, *row.codes}:
            problems.add(f"{row.title} has figures of {code}, which it doesn't cover", **place)
        tables: dict[str | None, list[Share]] = {}
        for code, share in row.shares:
            tables.setdefault(code, []).append(share)
            if not 0 <= share.share <= 100:
                problems.add(f"{row.title}: a share of {share.share} percent can't be", **place)
        employers = [Employers(code or row.title, shares) for code, shares in tables.items()]
        _check_shares(row, employers, place, problems)
        for _, table, wage in row.wages:
            amounts = [amount for amount in (wage.median, wage.floor) if amount is not None]
            if table.basis not in BASES or len(amounts) > 1 or any(amount <= 0 for amount in amounts):
                said = f"{wage.median} or from {wage.floor}, {table.basis}"
                problems.add(f"{row.title}: the median in {wage.industry_title} is {said}", **place)
        _check_wages(row, place, problems)
        _check_facts(row, place, problems)


def _check_facts(row: ProfileRow, place: dict[str, Any], problems: Problems) -> None:
    facts = row.facts
    if facts is None:
        return
    for figure in FIGURES:
        value, reason = facts[figure], facts[f"{figure}_missing"]
        if (value is None) == (reason is None) or reason not in (None, *REASONS):
            problems.add(
                f"{row.title}: {figure.replace('_', ' ')} is {value} and the reason {reason}", **place
            )
        elif figure in NEVER_NEGATIVE and value is not None and value < 0:
            problems.add(f"{row.title}: {figure.replace('_', ' ')} is {value}, less than nothing", **place)
    if facts["growth_word"] not in ("", *GROWTH_WORDS.values()):
        problems.add(f"{row.title}: {facts['growth_word']!r} is not a word for growth", **place)
    for column, categories in CATEGORIES.items():
        if facts[column] not in (None, *categories.values()):
            problems.add(f"{row.title}: {column.replace('_', ' ')} is {facts[column]}", **place)


def _codes(entry: Entry, titles: Mapping[str, str], file: str, problems: Problems) -> list[str]:
    codes: dict[str, None] = {}
    for code in entry.codes:
        if code.text not in titles:
            problems.add(
                f"{entry.title}: {code.text!r} is not a code of SOC 2018 or of OEWS",
                file=file,
                line=code.line,
            )
        codes[code.text] = None
    return list(codes)


def _read_sections(
    row: ProfileRow, entry: Entry, file: str, titles: Mapping[str, str], problems: Problems
) -> Counter[str]:
    """Fill in the sections and the figures inside them; return counts of what was taken out and left."""
    counts: Counter[str] = Counter()
    divided: dict[str, list[Block]] = {}
    for element, text in entry.sections.items():
        place: dict[str, Any] = {"file": file, "line": text.line}
        blocks, charts = without_charts(blocks_of(clean_html(text.text, BASE)))
        counts["charts left out"] += charts
        if not blocks:
            problems.add(f"{entry.title}: {element} has no text", **place)
        if element == "work_environment":
            blocks, employers = take_employers(
                blocks, lambda name: _whose(name, row, titles) != "", place, problems
            )
            row.shares += [
                (_whose(table.subject, row, titles), share) for table in employers for share in table.rows
            ]
            counts["tables of largest employers"] += len(employers)
            _check_shares(row, employers, place, problems)
        if element == "pay":
            blocks, medians = take_medians(
                blocks, lambda name: _whose(name, row, titles) != "", place, problems
            )
            row.wages += [
                (_whose(table.subject, row, titles), table, wage) for table in medians for wage in table.rows
            ]
            counts["tables of medians by industry"] += len(medians)
            _check_wages(row, place, problems)
        counts["other tables left in the text"] += sum(block.tag == "table" for block in blocks)
        for heading, part in parts(blocks):
            kind = KIND_OF_HEADING.get((element, heading.lower()))
            divided.setdefault(kind or KIND[element], []).extend(part[1:] if kind else part)
    row.sections = {
        kind: join(with_spans(block) if block.tag == "table" else block for block in blocks)
        for kind, blocks in divided.items()
        if blocks
    }
    return counts


def _whose(subject: str, row: ProfileRow, titles: Mapping[str, str]) -> str | None:
    """The code of the one covered occupation that has this title; None: the whole profile; "": nobody known."""
    if len(titles) < 2 or _plain(subject) == _plain(row.title):
        return None
    named = [code for code, title in titles.items() if _plain(title) == _plain(subject)]
    return named[0] if len(named) == 1 else ""


def _plain(title: str) -> str:
    return title.lower().replace("’", "'")


def _check_shares(
    row: ProfileRow, employers: list[Employers], place: dict[str, Any], problems: Problems
) -> None:
    for table in employers:
        if sum(share.share for share in table.rows) > 101:
            problems.add(f"{row.title}: the shares of {table.subject} come to more than 100 percent", **place)
    said = Counter((code, share.industry_title) for code, share in row.shares)
    for (_, title), times in said.items():
        if times > 1:
            problems.add(f"{row.title}: {title!r} is here {times} times among the largest employers", **place)


def _check_wages(row: ProfileRow, place: dict[str, Any], problems: Problems) -> None:
    said = Counter((code, table.basis, wage.industry_title) for code, table, wage in row.wages)
    for (_, _, title), times in said.items():
        if times > 1:
            problems.add(f"{row.title}: {title!r} is here {times} times among the medians", **place)


def _facts(entry: Entry, file: str, problems: Problems) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for figure, tag, form in (
        ("annual_median", "qf_median_pay_annual", r"\d+"),
        ("hourly_median", "qf_median_pay_hourly", r"\d+(\.\d\d?)?"),
        ("jobs", "qf_number_of_jobs", r"\d+"),
        ("percent_change", "qf_employment_outlook", r"-?\d+(\.\d)?"),
        # The number is the change in employment, whatever the element is called.
        ("employment_change", "qf_employment_openings", r"-?\d+"),
    ):
        fact = entry.facts.get(tag, Fact({}, entry.line))
        text = re.sub(r"[$,%\s]", "", fact.value)
        if text and not re.fullmatch(form, text):
            problems.add(f"{entry.title}: {tag} is {fact.value!r}, not a number", file=file, line=fact.line)
            text = ""
        facts[figure] = Decimal(text) if text else None
        facts[f"{figure}_missing"] = None if text else NOT_STATED
    _wages_of(entry, facts)
    _words_of(entry, facts, file, problems)
    return facts


def _wages_of(entry: Entry, facts: dict[str, Any]) -> None:
    """Why a median isn't there: top-coded says a note, or it is published on the other basis alone."""
    note = entry.facts.get("qf_median_pay_annual", Fact({}, 0)).words.get("note", "")
    said = re.findall(r"\d[\d,]*(?:\.\d\d)?", note) if TOP_CODE_NOTE in note else []
    caps = {Decimal(number.replace(",", "")) for number in said}
    for basis, other in (("annual_median", "hourly_median"), ("hourly_median", "annual_median")):
        if facts[basis] in caps:
            facts[basis], facts[f"{basis}_missing"] = None, TOP_CODED
        elif facts[basis] is None and facts[f"{basis}_missing"] == NOT_STATED:
            there = facts[other] is not None or facts[f"{other}_missing"] == TOP_CODED
            facts[f"{basis}_missing"] = OTHER_BASIS if there else NOT_RELEASED


def _words_of(entry: Entry, facts: dict[str, Any], file: str, problems: Problems) -> None:
    outlook = entry.facts.get("qf_employment_outlook", Fact({}, entry.line))
    word = outlook.words.get("description", "")
    facts["growth_word"] = GROWTH_WORDS.get(word.lower(), "")
    if word and not facts["growth_word"]:
        problems.add(f"{entry.title}: {word!r} is not a word for growth", file=file, line=outlook.line)
    for column, tag in (
        ("entry_education", "qf_entry_level_education"),
        ("work_experience", "qf_work_experience"),
        ("training", "qf_on_the_job_training"),
    ):
        fact = entry.facts.get(tag, Fact({}, entry.line))
        text = fact.value.replace("’", "'")
        facts[column] = CATEGORIES[column].get(text)
        # Where the occupations of a profile differ, the Handbook refers to its text.
        if facts[column] is None and text not in ("", ELSEWHERE):
            problems.add(f"{entry.title}: {tag} is {text!r}, which is not known", file=file, line=fact.line)
