"""What changed for an occupation between two releases: in figures, and in the words of its profile."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, ProfileSection, Projection, Release
from wages.estimates import Figure, figure
from wages.models import WageEstimate
from web import figures
from web.charts import gap
from web.presenters.outlook import Shares

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
Form = Callable[[figures.Number], str]


@dataclass(frozen=True)
class Change:
    """One figure in both releases; the difference is "" where it can't be formed or would mislead."""

    name: str
    before: str
    after: str
    difference: str
    percent: str
    direction: str


@dataclass(frozen=True)
class TextChange:
    """One section of the profile, as words kept, taken out and put in."""

    title: str
    parts: list[tuple[str, str]]


@dataclass(frozen=True)
class ChangesPage:
    """Two releases of one occupation side by side."""

    occupation: Occupation
    before: Release
    after: Release
    pay: list[Change]
    outlook: list[Change]
    rounds: tuple[str, str]
    shares: list[Change]
    texts: list[TextChange]


def changes_page(
    occupation: Occupation,
    estimates: tuple[WageEstimate, WageEstimate],
    projections: tuple[Projection | None, Projection | None],
    shares: tuple[Shares | None, Shares | None],
    sections: tuple[Sequence[ProfileSection], Sequence[ProfileSection]],
) -> ChangesPage:
    """Compare the earlier with the later of each pair."""
    before, after = estimates
    pay = [_measure(name, title, before, after) for name, title in MEASURES]
    return ChangesPage(
        occupation=occupation,
        before=before.release,
        after=after.release,
        pay=[change for change in pay if change.before or change.after],
        outlook=_outlook(*projections),
        rounds=(_label(projections[0]), _label(projections[1])),
        shares=_shares(*shares),
        texts=_texts(*sections),
    )


def _label(projection: Projection | None) -> str:
    return projection.release.label if projection else "none that old"


def _measure(name: str, title: str, before: WageEstimate, after: WageEstimate) -> Change:
    then, now = figure(before, name), figure(after, name)
    if name == "employment":
        return _change(title, then, now, figures.number)
    basis = name.partition("_")[0]
    return _change(title, then, now, lambda amount: figures.money(amount, basis))


def _change(title: str, then: Figure, now: Figure, form: Form) -> Change:
    found = gap(now, then)
    difference, percent, direction = "", "", ""
    if found is not None:
        text = form(found[0] if found[0] >= 0 else -found[0])
        sign = "+" if found[0] > 0 else figures.MINUS if found[0] < 0 else ""
        difference, percent = f"{sign}{text}", figures.number(found[1], 1, signed=True)
        direction = "above" if found[0] > 0 else "below" if found[0] < 0 else ""
    return Change(title, _said(then, form), _said(now, form), difference, percent, direction)


def _said(fig: Figure, form: Form) -> str:
    return figures.figure_or_reason(fig.value, fig.reason, form, floor=fig.floor)


def _outlook(before: Projection | None, after: Projection | None) -> list[Change]:
    """What the rounds said, without differences: each round counts its base year anew."""
    rows: list[tuple[str, str, str]] = []
    for title, field, form in (
        ("Jobs in the base year", "base_employment", figures.thousands),
        ("Change over the decade", "percent_change", _signed),
        ("Openings a year", "openings", figures.thousands),
    ):
        then, now = _value(before, field, form), _value(after, field, form)
        if then or now:
            rows.append((title, then, now))
    then, now = _word(before), _word(after)
    if then or now:
        rows.append(("In words", then, now))
    return [Change(title, then, now, "", "", "") for title, then, now in rows]


def _word(projection: Projection | None) -> str:
    return projection.get_growth_word_display() if projection and projection.growth_word else ""


def _signed(value: figures.Number) -> str:
    return figures.percent_sign(value, signed=True)


def _value(projection: Projection | None, field: str, form: Form) -> str:
    value: Decimal | None = getattr(projection, field) if projection else None
    return form(value) if value is not None else ""


def _shares(before: Shares | None, after: Shares | None) -> list[Change]:
    """Published shares of the same denominator; a difference of shares is in percentage points."""
    if before is None or after is None or before.release == after.release:
        return []
    if before.denominator != after.denominator:
        return []
    then, now = dict(before.rows), dict(after.rows)
    found = []
    for name in dict.fromkeys([*now, *then]):
        both = name in then and name in now
        points = f"{figures.number(now[name] - then[name], 1, signed=True)} {SHARE_LABEL}" if both else ""
        found.append(Change(name, _percent(then.get(name)), _percent(now.get(name)), points, "", ""))
    return found


def _percent(share: Decimal | None) -> str:
    return "not listed" if share is None else f"{share.normalize():f}%"


def _texts(before: Sequence[ProfileSection], after: Sequence[ProfileSection]) -> list[TextChange]:
    old, new = ({section.kind: section for section in sections} for sections in (before, after))
    found = []
    for kind in sorted({*old, *new}):
        then = old[kind].body if kind in old else ""
        now = new[kind].body if kind in new else ""
        if then != now:
            title = ProfileSection.Kind(kind).label
            found.append(TextChange(title, word_difference(then, now)))
    return found


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
