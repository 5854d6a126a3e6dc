"""Pay at the nation's prices: computed here from a published wage and the published price level of its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Release
from wages.estimates import NOTHING, Figure
from wages.geography import place_key
from wages.models import Area
from web.words import numbers

NO_LEVEL = "no price level"
NOT_EXACT = "top-coded pay is not adjusted"


@dataclass(frozen=True)
class PriceLevels:
    """The price levels of one release, in percent of the nation's: of states by their FIPS code, of metropolitan areas
    by their code with the name that the publisher gives it, and of the nonmetropolitan portion of each state."""

    release: Release | None = None
    states: Mapping[str, Decimal] = field(default_factory=dict)
    metros: Mapping[str, tuple[str, Decimal]] = field(default_factory=dict)
    nonmetro: Mapping[str, Decimal] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.states or self.metros or self.nonmetro)

    @property
    def has_areas(self) -> bool:
        """Whether there are any of metropolitan and nonmetropolitan areas."""
        return bool(self.metros or self.nonmetro)

    def of(self, area: Area) -> Decimal | None:
        """The level of an area; None where none is published.

        A metropolitan area has that of the same code and name, for a code alone may have meant another area; a
        nonmetropolitan area that of all nonmetropolitan areas of its state together.
        """
        if area.kind == Area.Kind.STATE:
            return self.states.get(area.state_code)
        if area.kind == Area.Kind.METROPOLITAN:
            name, level = self.metros.get(area.code[2:], ("", None))
            return level if place_key(name) == place_key(area.title) else None
        return self.nonmetro.get(area.state_code) if area.kind == Area.Kind.NONMETROPOLITAN else None


def at_national_prices(wage: Figure, parity: Decimal | None) -> Figure:
    """A wage over its place's price level, in percent of the nation's; NOTHING where either isn't a number."""
    if wage.value is None or not parity:
        return NOTHING
    return Figure(numbers.rounded(Decimal(wage.value) * 100 / parity, 2), is_rough=wage.is_rough)


def why_not_adjusted(wage: Figure, parity: Decimal | None) -> str:
    """Why there is no adjusted figure, in a word; "" where the wage's own cell says it already."""
    if not parity:
        return NO_LEVEL
    return NOT_EXACT if wage.is_top_coded else ""
