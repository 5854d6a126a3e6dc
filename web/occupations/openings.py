"""Where an occupation's openings come from: people who leave, and new jobs; of the newest round that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Projection, Release
from wages.estimates import Figure
from web.charts.steps import Step, steps
from web.occupations import words
from web.words import numbers


@dataclass(frozen=True)
class OpeningsPart:
    """One line of the table: a yearly average in thousands, and its bar. `is_ours` says that we derived it."""

    name: str
    yearly: Decimal
    step: Step
    is_whole: bool = False
    is_ours: bool = False

    @property
    def figure(self) -> Figure:
        """Jobs or people a year, in full."""
        return Figure(int((self.yearly * 1000).to_integral_value()))

    @property
    def shown(self) -> str:
        """In full; a published 0.0 is fewer than 50."""
        if not self.yearly:
            return words.FEW if not self.is_ours else "0"
        return numbers.number(self.yearly * 1000, signed=self.is_ours)


@dataclass(frozen=True)
class Openings:
    """The section's part: a sentence, and the parts that make the openings of one round; where that isn't the round
    shown above it, `other_round` says so first."""

    release: Release
    sentence: str
    caption: str
    parts: list[OpeningsPart]
    other_round: str = ""

    @property
    def title(self) -> str:
        return words.OPENINGS_ORIGIN + (f", projections {self.release.label}" if self.other_round else "")


def openings_of(occupation: Occupation, rounds: Sequence[Projection]) -> Openings | None:
    """Of the occupation's projections, the newest first, the newest that says where its openings come from.

    All figures are of that one round. None where no round says it, or where there are hardly any openings.
    """
    found = next((projection for projection in rounds if _is_whole(projection)), None)
    if found is None:
        return None
    exits, transfers = found.labor_force_exits, found.occupational_transfers
    change, openings = found.employment_change, found.openings
    assert exits is not None
    assert transfers is not None
    assert change is not None
    assert openings is not None
    yearly = change / (found.target_year - found.base_year)
    named = [
        (words.TRANSFERS, transfers, False),
        (words.EXITS, exits, False),
        *([(words.new_jobs(change), yearly, True)] if change else []),
    ]
    bars = steps([part for _, part, _ in named])
    parts = [
        OpeningsPart(name, part, bar, is_ours=is_ours)
        for (name, part, is_ours), bar in zip(named, bars, strict=True)
    ]
    is_other = found is not rounds[0]
    name = f"{words.OPENINGS}, {found.release.label}" if is_other else words.OPENINGS
    whole = OpeningsPart(name, openings, _whole(bars), is_whole=True)
    return Openings(
        release=found.release,
        sentence=words.openings_origin(occupation, found),
        caption=words.openings_caption(found),
        parts=[*parts, whole],
        other_round=words.other_round(found, rounds[0]) if is_other else "",
    )


def _is_whole(projection: Projection) -> bool:
    """Whether the round states all of it, and there are openings to speak of."""
    stated = (projection.labor_force_exits, projection.occupational_transfers, projection.employment_change)
    return None not in stated and bool(projection.openings) and bool(projection.separations)


def _whole(bars: Sequence[Step]) -> Step:
    """The bar of all openings: as far as the parts lead."""
    last = bars[-1]
    return Step(0, last.x if last.falls else round(last.x + last.width, 1))
