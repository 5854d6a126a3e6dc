"""The projection rounds: what is known of each that its files don't say. Knows nothing of Django."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# The days of the news releases, https://www.bls.gov/bls/archived_news_releases.htm (Employment Projections).
PUBLISHED_ON = {
    "2016–26": dt.date(2017, 10, 24),
    "2018–28": dt.date(2019, 9, 4),
    "2019–29": dt.date(2020, 9, 1),
    "2020–30": dt.date(2021, 9, 8),
    "2021–31": dt.date(2022, 9, 8),
    "2022–32": dt.date(2023, 9, 6),
    "2023–33": dt.date(2024, 8, 29),
    "2024–34": dt.date(2025, 8, 28),
    "2025–35": dt.date(2026, 8, 27),
}
# Published on a day that isn't known here. The usual one, the last Thursday of August, puts them in their order.
DAY_NOT_KNOWN = frozenset(["2025–35"])
# Rounds before it are coded in SOC 2010: often the same codes, at times with other meanings.
FIRST_IN_SOC_2018 = 2019


@dataclass(frozen=True)
class Round:
    """A projection round, known by its years."""

    base_year: int
    target_year: int

    @property
    def label(self) -> str:
        """As BLS writes it, with an en dash: "2024–34"."""
        return f"{self.base_year}–{self.target_year % 100:02}"

    @property
    def years(self) -> int:
        return self.target_year - self.base_year

    @property
    def reference_period(self) -> str:
        return self.label


def round_of(label: str) -> Round:
    """The round of a label such as "2024–34". Raises ValueError for anything else."""
    base, _, target = label.partition("–")
    return Round(int(base), int(base[:2] + target) + (100 if int(target) < int(base[2:]) else 0))
