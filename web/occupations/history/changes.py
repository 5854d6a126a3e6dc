"""What changed for an occupation between two releases: in figures, and in the words of its profile."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from occupations.editions import year_of
from occupations.models import Occupation, ProfileSection, Projection, Release
from wages.estimates import Figure, Number, figure
from wages.models import WageEstimate
from web.charts.pay_bar import gap
from web.occupations.history.page import NATIONAL_BREAKS
from web.occupations.shares import Shares
from web.words import numbers
from web.words.sentences import joined, named

MEASURES = (
    ("employment", "Jobs, wage and salary"),
    ("annual_p10", "P10, $ a year"),
    ("annual_median", "Median, $ a year"),
    ("annual_p90", "P90, $ a year"),
    ("hourly_p10", "P10, $ an hour"),
    ("hourly_median", "Median, $ an hour"),
    ("hourly_p90", "P90, $ an hour"),
)
SHARE_LABEL = "percentage points"
Form = Callable[[numbers.Number], str]


@dataclass(frozen=True)
class Change:
    """One figure in both releases, or a word; there is no gap where it can't be formed or would mislead.

    `gap` is the difference in the figure's unit, and in percent of the earlier one; a difference of shares is in
    percentage points and has no percent.
    """

    name: str
    then: Figure | str
    now: Figure | str
    form: Form
    gap: tuple[Number, Decimal | None] | None = None
    gap_unit: str = ""
    unit: str = ""

    @property
    def before(self) -> str:
        return self._said(self.then)

    @property
    def after(self) -> str:
        return self._said(self.now)

    @property
    def difference(self) -> str:
        if self.gap is None:
            return ""
        number = self.gap[0]
        if self.gap_unit:
            return f"{numbers.number(number, 1, signed=True)} {self.gap_unit}"
        sign = "+" if number > 0 else numbers.MINUS if number < 0 else ""
        return f"{sign}{self.form(number if number >= 0 else -number)}"

    @property
    def percent(self) -> str:
        if self.gap is None or self.gap[1] is None:
            return ""
        return numbers.number(self.gap[1], 1, signed=True)

    @property
    def without_percent(self) -> Change:
        """The same with the difference in its unit alone."""
        return self if self.gap is None else replace(self, gap=(self.gap[0], None))

    @property
    def direction(self) -> str:
        """Whether the later figure is "above" or "below" the earlier one."""
        if self.gap is None or self.gap_unit:
            return ""
        return "above" if self.gap[0] > 0 else "below" if self.gap[0] < 0 else ""

    def _said(self, value: Figure | str) -> str:
        if isinstance(value, str):
            return value
        return numbers.figure_or_reason(value.value, value.reason, self.form, floor=value.floor)


@dataclass(frozen=True)
class TextChange:
    """One section of the profile, as words kept, taken out and put in."""

    title: str
    parts: list[tuple[str, str]]


@dataclass(frozen=True)
class ChangesPage:
    """Two releases of one occupation side by side.

    `breaks` are those in the method or the codes of wages between the two, in words; `has_percent` says whether the
    table of pay forms percents, which it does across a break only for those who ask.
    """

    occupation: Occupation
    before: Release
    after: Release
    breaks: list[str]
    has_percent: bool
    pay: list[Change]
    outlook: list[Change]
    rounds: tuple[str, str]
    shares: list[Change]
    texts: list[TextChange]

    @property
    def then(self) -> str:
        return named(self.before)

    @property
    def now(self) -> str:
        return named(self.after)

    @property
    def across(self) -> str:
        """What the heading of the differences of pay says of the breaks between; "" for none."""
        return f"across a break: {joined(self.breaks)}" if self.breaks else ""

    @property
    def no_percent(self) -> bool:
        return not self.has_percent

    @property
    def why_no_percent(self) -> str:
        """Said where percents are left out."""
        return (
            f"There is a break between the two releases ({joined(self.breaks)}). Part of each difference comes from the"
            " break, not from pay or jobs, so we don’t show percents."
        )


def breaks_between(first: int, second: int) -> list[str]:
    """The breaks in national figures between the releases of two years, whichever is the later."""
    early, late = sorted((first, second))
    return [
        f"{words} in May {year}" for year, words in sorted(NATIONAL_BREAKS.items()) if early < year <= late
    ]


def changes_page(
    occupation: Occupation,
    estimates: tuple[WageEstimate, WageEstimate],
    projections: tuple[Projection | None, Projection | None],
    shares: tuple[Shares | None, Shares | None],
    sections: tuple[Sequence[ProfileSection], Sequence[ProfileSection]],
    *,
    percent_across_breaks: bool = False,
) -> ChangesPage:
    """Compare the earlier with the later of each pair."""
    before, after = estimates
    breaks = breaks_between(year_of(before.release), year_of(after.release))
    has_percent = percent_across_breaks or not breaks
    pay = [_measure(name, title, before, after) for name, title in MEASURES]
    if not has_percent:
        pay = [change.without_percent for change in pay]
    return ChangesPage(
        occupation=occupation,
        before=before.release,
        after=after.release,
        breaks=breaks,
        has_percent=has_percent,
        pay=[change for change in pay if change.before or change.after],
        outlook=_outlook(*projections),
        rounds=(_label(projections[0]), _label(projections[1])),
        shares=_shares(*shares),
        texts=_texts(*sections),
    )


def _label(projection: Projection | None) -> str:
    return named(projection.release) if projection else "no round that old"


def _measure(name: str, title: str, before: WageEstimate, after: WageEstimate) -> Change:
    then, now = figure(before, name), figure(after, name)
    if name == "employment":
        return Change(title, then, now, numbers.number, gap(now, then), unit="jobs")
    basis = name.partition("_")[0]
    unit = title.partition(", ")[2]
    return Change(title, then, now, lambda amount: numbers.money(amount, basis), gap(now, then), unit=unit)


def _outlook(before: Projection | None, after: Projection | None) -> list[Change]:
    """What the rounds said, without differences: each round counts its base year anew."""
    changes = []
    for title, field, form, unit in (
        ("Jobs in the base year", "base_employment", numbers.number, "jobs"),
        ("Change over the decade", "percent_change", _signed, "percent"),
        ("Openings a year", "openings", numbers.number, "openings a year"),
    ):
        then, now = _value(before, field), _value(after, field)
        if then or now:
            changes.append(Change(title, then or "", now or "", form, unit=unit))
    words = _word(before), _word(after)
    if any(words):
        changes.append(Change("In words", *words, form=str))
    return changes


def _word(projection: Projection | None) -> str:
    return projection.get_growth_word_display() if projection and projection.growth_word else ""


def _signed(value: numbers.Number) -> str:
    return numbers.percent_sign(value, signed=True)


def _value(projection: Projection | None, field: str) -> Figure | None:
    value: Decimal | None = getattr(projection, field) if projection else None
    if value is None:
        return None
    return Figure(value if field == "percent_change" else value * 1000)


def _shares(before: Shares | None, after: Shares | None) -> list[Change]:
    """Published shares of the same denominator; a difference of shares is in percentage points."""
    if before is None or after is None or before.release == after.release:
        return []
    if before.denominator != after.denominator:
        return []
    then, now = (dict([*shares.rows, *shares.classes]) for shares in (before, after))
    changes = []
    for name in dict.fromkeys([*now, *then]):
        points = (now[name] - then[name], None) if name in then and name in now else None
        changes.append(
            Change(
                name, _share(then.get(name)), _share(now.get(name)), _percent, points, SHARE_LABEL, "percent"
            )
        )
    return changes


def _share(share: Decimal | None) -> Figure | str:
    return "not listed" if share is None else Figure(share)


def _percent(share: numbers.Number) -> str:
    return f"{Decimal(share).normalize():f}%"


def _texts(before: Sequence[ProfileSection], after: Sequence[ProfileSection]) -> list[TextChange]:
    old, new = ({section.kind: section for section in sections} for sections in (before, after))
    changes = []
    for kind in sorted({*old, *new}):
        then = old[kind].body if kind in old else ""
        now = new[kind].body if kind in new else ""
        if then != now:
            title = ProfileSection.Kind(kind).label
            changes.append(TextChange(title, word_difference(then, now)))
    return changes


def word_difference(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of words as ("kept" | "out" | "in", text), in reading order."""
    old, new = before.split(), after.split()
    parts: list[tuple[str, str]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(("kept", " ".join(old[a:b])))
            continue
        if b > a:
            parts.append(("out", " ".join(old[a:b])))
        if d > c:
            parts.append(("in", " ".join(new[c:d])))
    return parts
