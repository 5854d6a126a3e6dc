"""Bars that begin where the one above ends: how parts make a whole, some of them taking away. No mark-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 160.0


@dataclass(frozen=True)
class Step:
    """A bar of `WIDTH` units' scale; `falls` says that the part takes away from what stands above it."""

    x: float
    width: float
    falls: bool = False


def steps(parts: Sequence[Decimal]) -> list[Step]:
    """A bar for each part, from where the one above ends, on the scale of the farthest that they reach. Parts begin at
    zero; a negative one leads back."""
    ends = [sum(parts[: count + 1], Decimal(0)) for count in range(len(parts))]
    farthest = max(ends, default=Decimal(0))
    if farthest <= 0:
        return [Step(0, 0, part < 0) for part in parts]
    starts = [Decimal(0), *ends[:-1]]
    return [
        Step(_at(min(start, end), farthest), _at(abs(part), farthest), part < 0)
        for part, start, end in zip(parts, starts, ends, strict=True)
    ]


def _at(value: Decimal, farthest: Decimal) -> float:
    return round(float(value / farthest) * WIDTH, 1)
