"""The page of one area: what it is, what it is known for, and what is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Release
from wages.estimates import Figure, figure
from wages.geography import NAMES
from wages.models import Area, WageEstimate
from web.occupations.by_place.rows import KIND_WORDS
from web.occupations.glance import Glance
from web.places.rows import HereRow, best_paid, most_concentrated, of_note
from web.tables.cells import share_of
from web.words import numbers, places
from web.words.places import in_place
from web.words.sentences import joined


@dataclass(frozen=True)
class Namesake:
    """Another area of the same code, under another delineation, and the newest release that publishes it."""

    area: Area
    newest: Release


@dataclass(frozen=True)
class ShownArea:
    """The area that a code means, as of a day.

    `release` is the newest one that publishes the area; None where none that old is here. `newest` is the
    newest release of the source, which may have dropped the area since.
    """

    area: Area
    release: Release | None
    newest: Release | None
    namesakes: list[Namesake]

    @property
    def is_dropped(self) -> bool:
        """Whether the newest release no longer publishes the area."""
        return (
            self.release is not None and self.newest is not None and self.release.label != self.newest.label
        )


@dataclass(frozen=True)
class NearRow:
    """An area nearby: all its occupations together."""

    area: Area
    employment: Figure
    median: Figure

    @property
    def kind(self) -> str:
        return KIND_WORDS[Area.Kind(self.area.kind)]


@dataclass(frozen=True)
class Remark:
    """A sentence about the area, and where it leads, if anywhere."""

    text: str
    href: str = ""
    link: str = ""


@dataclass
class PlacePage:
    """What the page of an area shows. `remarks` say of when it is, and what else the code has meant.

    `parents` are the nation and the primary state, `near` the other areas of the states that it is in.
    """

    area: Area
    kind_line: str
    remarks: list[Remark]
    glance: list[Glance]
    lede: list[str]
    parents: list[Area]
    near: list[NearRow]
    near_title: str
    basis: str
    release: Release | None
    prices: Release | None

    @property
    def releases(self) -> list[Release]:
        return [release for release in (self.release, self.prices) if release is not None]


def kind_line(area: Area) -> str:
    """The line under the title: the code and what kind of area it is, where, and with which boundaries."""
    line = f"OEWS area {area.code} · {KIND_WORDS[Area.Kind(area.kind)]}"
    if area.delineation == "FIPS":
        return line
    states = joined(sorted(in_place(NAMES[letters]) for letters in area.states))
    return f"{line} in {states}, boundaries used since {area.delineation}"


def place_page(
    place: ShownArea,
    rows: Sequence[HereRow],
    near: Sequence[WageEstimate],
    *,
    basis: str,
    nation: tuple[Area, Figure] | None,
    parity: Decimal | None = None,
    prices: Release | None = None,
) -> PlacePage:
    """The page of an area.

    `rows` are its occupations, `near` the cells of all occupations together in its states and the areas in
    them, `nation` the nation's area and jobs in the same release, and `parity` its price level.
    """
    area = place.area
    total = next((row for row in rows if row.is_total), None)
    around = [cell for cell in near if cell.area_id != area.pk]
    states = [cell.area for cell in around if cell.area.kind in STATEWIDE]
    others = [cell for cell in around if cell.area.kind not in STATEWIDE]
    parents = [nation[0]] if nation and nation[0].pk != area.pk else []
    share = None
    if nation and parents and total and area.kind != Area.Kind.TERRITORY:
        share = share_of(total.employment, nation[1])
    return PlacePage(
        area=area,
        kind_line=kind_line(area),
        remarks=remarks(place),
        glance=_glance(total, place.release, basis, parity, prices) if total and place.release else [],
        lede=_lede(place, rows, total, share, basis),
        parents=[*parents, *(state for state in states if state.state_code == area.state_code)],
        near=[
            NearRow(cell.area, figure(cell, "employment"), figure(cell, f"{basis}_median"))
            for cell in sorted(others, key=lambda cell: cell.area.title)
        ],
        near_title=_near_title(area, states),
        basis=basis,
        release=place.release,
        prices=prices if parity else None,
    )


STATEWIDE = (Area.Kind.STATE, Area.Kind.TERRITORY)


def _near_title(area: Area, states: Sequence[Area]) -> str:
    if area.kind in STATEWIDE:
        return f"Areas in {in_place(area.title)}"
    names = joined([in_place(state.title) for state in sorted(states, key=lambda state: state.title)])
    return f"Other areas in {names}" if names else "Other areas nearby"


def _lede(
    place: ShownArea, rows: Sequence[HereRow], total: HereRow | None, share: Decimal | None, basis: str
) -> list[str]:
    """How large the area is, and what it is known for."""
    if place.release is None:
        return []
    area, period = place.area, place.release.reference_period
    noted = of_note([row for row in rows if row.level == Occupation.Level.DETAILED], total)
    paid, dense = best_paid(noted), most_concentrated(noted)
    said = [
        places.place_share_sentence(area.title, total.employment, share, period) if total else "",
    ]
    if area.kind != Area.Kind.NATION:
        said.append(places.known_for_sentence(dense.named))
    said.append(places.best_paid_sentence(paid.named, paid.top_coded, basis, of_basis=paid.lacks_other_basis))
    return [sentence for sentence in said if sentence]


def remarks(place: ShownArea) -> list[Remark]:
    """What a reader must know about the area itself."""
    said = []
    if place.release is None:
        said.append(Remark("This site has no release that old with figures for this area."))
    elif place.is_dropped and place.newest is not None:
        said.append(
            Remark(
                f"The newest release with figures for this area is {place.release.label};"
                f" {place.newest.label} has none."
            )
        )
    for other in place.namesakes:
        said.append(
            Remark(
                f"Under the boundaries used since {other.area.delineation}, the code {place.area.code} means"
                f" {other.area.title}, with figures here up to {other.newest.label}. Areas that were drawn anew"
                " can’t be compared with what they were before.",
                f"{other.area.get_absolute_url()}?release={other.newest.slug}",
                f"See it as of {other.newest.label}",
            )
        )
    return said


def _glance(
    total: HereRow, release: Release, basis: str, parity: Decimal | None, prices: Release | None
) -> list[Glance]:
    """Jobs and pay of all occupations together, and the price level of a state."""
    period, per = release.label, {"annual": "a year", "hourly": "an hour"}[basis]
    jobs = total.employment
    p10, p90 = total.percentiles[0], total.percentiles[4]
    facts = [
        Glance(f"Jobs, {period}", numbers.figure_or_reason(jobs.value, jobs.reason, numbers.number),
               "wage and salary only", release, jobs.value is None),
        Glance(f"Median pay, {period}", numbers.wage(total.median, basis), f"{per}, all occupations", release,
               total.median.value is None),
        Glance(f"Mean pay, {period}", numbers.wage(total.mean, basis), f"{per}, all occupations", release,
               total.mean.value is None),
        Glance(f"P10 to P90, {period}", f"{numbers.wage(p10, basis)} to {numbers.wage(p90, basis)}",
               "one in ten earned less, one in ten more", release, p10.value is None or p90.value is None),
    ]  # fmt: skip
    if parity is not None and prices is not None:
        note = "the nation is 100"
        if total.adjusted.value is not None:
            worth = numbers.money(total.adjusted.value, basis)
            note += f"; the median buys what {worth} buys at national prices (computed)"
        facts.append(
            Glance(f"Price level, {prices.reference_period}", numbers.number(parity, 1), note, prices)
        )
    return facts
