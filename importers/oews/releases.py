"""Releases of OEWS that are known. Knows nothing of Django.

No file says when it was published, so the dates are kept here, from the archive of news releases
(https://www.bls.gov/oes/news.htm). The top codes are those that the files of each release state; they are
here for a file that doesn't.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class KnownRelease:
    """When it was published, and its top codes in dollars an hour and a year."""

    published_on: dt.date
    hourly_cap: Decimal
    annual_cap: int


# No file of May 2014 to May 2018 states its top codes; the largest annual figure published is just below them: 186,720
# to May 2015, 207,400 from May 2016 on.
TO_2015 = (Decimal("90.00"), 187_200)
TO_2021 = (Decimal("100.00"), 208_000)
SINCE_2022 = (Decimal("115.00"), 239_200)

KNOWN = {
    "May 2014": KnownRelease(dt.date(2015, 3, 25), *TO_2015),
    "May 2015": KnownRelease(dt.date(2016, 3, 30), *TO_2015),
    "May 2016": KnownRelease(dt.date(2017, 3, 31), *TO_2021),
    "May 2017": KnownRelease(dt.date(2018, 3, 30), *TO_2021),
    "May 2018": KnownRelease(dt.date(2019, 3, 29), *TO_2021),
    "May 2019": KnownRelease(dt.date(2020, 3, 31), *TO_2021),
    "May 2020": KnownRelease(dt.date(2021, 3, 31), *TO_2021),
    "May 2021": KnownRelease(dt.date(2022, 3, 31), *TO_2021),
    "May 2022": KnownRelease(dt.date(2023, 4, 25), *SINCE_2022),
    "May 2023": KnownRelease(dt.date(2024, 4, 3), *SINCE_2022),
    "May 2024": KnownRelease(dt.date(2025, 4, 2), *SINCE_2022),
    "May 2025": KnownRelease(dt.date(2026, 5, 15), *SINCE_2022),
}
