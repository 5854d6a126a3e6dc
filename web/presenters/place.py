"""The page of one area."""

from __future__ import annotations

from dataclasses import dataclass

from occupations.models import Release
from wages.estimates import figure
from wages.measures import ANNUAL_PERCENTILES
from wages.models import Area, WageEstimate
from web import figures
from web.presenters.glance import Glance


@dataclass(frozen=True)
class Namesake:
    """Another area of the same code, under another delineation, and the newest release that publishes it."""

    area: Area
    newest: Release


@dataclass(frozen=True)
class Place:
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
class PlacePage:
    """What the page of an area shows. `remarks` say of when it is, and what else the code has meant."""

    area: Area
    kind_line: str
    remarks: list[str]
    glance: list[Glance]
    releases: list[Release]


KINDS = {
    Area.Kind.NATION: "nation",
    Area.Kind.STATE: "state",
    Area.Kind.TERRITORY: "territory",
    Area.Kind.METROPOLITAN: "metropolitan area",
    Area.Kind.NONMETROPOLITAN: "nonmetropolitan area",
}


def kind_line(area: Area) -> str:
    """The line under the title: the code and what kind of area it is, with its boundaries."""
    line = f"OEWS area {area.code} · {KINDS[Area.Kind(area.kind)]}"
    return line if area.delineation == "FIPS" else f"{line}, boundaries used since {area.delineation}"


def place_page(place: Place, total: WageEstimate | None) -> PlacePage:
    """`total` is the area's cell of all occupations, in the release shown."""
    return PlacePage(
        area=place.area,
        kind_line=kind_line(place.area),
        remarks=remarks(place),
        glance=glance(total) if total is not None else [],
        releases=[place.release] if place.release is not None else [],
    )


def remarks(place: Place) -> list[str]:
    """What a reader must know about the area itself, in sentences."""
    said = []
    if place.release is None:
        said.append("No release that old is here with figures for this area.")
    elif place.is_dropped and place.newest is not None:
        said.append(
            f"The newest release here that has figures for this area is {place.release.label};"
            f" {place.newest.label} has none."
        )
    for other in place.namesakes:
        said.append(
            f"Under the boundaries used since {other.area.delineation}, the code {place.area.code} means"
            f" {other.area.title}, with figures here up to {other.newest.label}. Areas that were drawn anew can't"
            " be compared with what they were before."
        )
    return said


def glance(total: WageEstimate) -> list[Glance]:
    """Jobs and pay of all occupations together."""
    release, period = total.release, total.release.label
    jobs, median, mean = (figure(total, name) for name in ("employment", "annual_median", "annual_mean"))
    p10, _, _, _, p90 = (figure(total, name) for name in ANNUAL_PERCENTILES)
    hourly = figure(total, "hourly_median")
    spread = f"{figures.wage(p10, 'annual')} to {figures.wage(p90, 'annual')}"
    return [
        Glance(f"Jobs, {period}", figures.figure_or_reason(jobs.value, jobs.reason, figures.number),
               "wage and salary only", release, jobs.value is None),
        Glance(f"Median pay, {period}", figures.wage(median, "annual"),
               f"{figures.wage(hourly, 'hourly')} an hour" if hourly.value is not None else "", release,
               median.value is None),
        Glance(f"Mean pay, {period}", figures.wage(mean, "annual"), "a year", release, mean.value is None),
        Glance(f"P10 to P90, {period}", spread, "one in ten earns less, one in ten more", release,
               p10.value is None or p90.value is None),
    ]  # fmt: skip
