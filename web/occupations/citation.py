"""How to cite a page, for its permanent address at its release."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from occupations.models import Release
from web.http.permalinks import newest_of
from web.words.numbers import day_in_words

SITE = "Occupedia"


@dataclass(frozen=True)
class Citation:
    """The page's permanent address, and the page cited in three styles."""

    permalink: str
    apa: str
    mla: str
    bibtex: str


def cite(title: str, address: str, releases: Sequence[Release], today: dt.date) -> Citation:
    """Cite a page with the releases that its figures come from.

    `address` is the page's own, without a release; the permalink pins the newest release it shows, so that it
    keeps showing what was cited.
    """
    newest = newest_of(releases)
    permalink = f"{address}?release={newest.slug}" if newest else address
    names = "; ".join(f"{r.source.short_name} {r.label}" for r in releases)
    data = f" [Data: {names}]" if names else ""
    year = today.year
    key = re.sub(r"[^a-z]+", "-", title.lower()).strip("-")
    mla_day = f"{today.day} {today:%b}. {today.year}" if today.month != 5 else f"{today.day} May {today.year}"
    return Citation(
        permalink=permalink,
        apa=f"{SITE}. ({year}). {title}{data}. Retrieved {day_in_words(today)}, from {permalink}",
        mla=f"“{title}.” {SITE}, {year}, {permalink}. Accessed {mla_day}.",
        bibtex=(
            f"@misc{{occupedia-{key}-{year},\n  title = {{{title}}},\n  author = {{{{{SITE}}}}},\n"
            f"  year = {{{year}}},\n  url = {{{permalink}}},\n"
            f"  note = {{Data: {names}. Accessed {today.isoformat()}}}\n}}"
        ),
    )


# What the figures of a source cover, said where a source mark is opened.
COVERS = {
    "oews": "Wage-and-salary workers on the payrolls of nonfarm establishments. The self-employed, owners of"
    " unincorporated firms and household workers aren’t covered.",
    "projections": "All jobs, including the self-employed, in thousands.",
    "matrix": "All of an occupation’s jobs by industry, including the self-employed.",
    "ooh": "All the occupations in one profile together.",
    "onet": "Ratings on O*NET’s own scales, by people who do the work, by experts or analysts, or by machine learning;"
    " each table says from whom.",
    "cip-soc": "Which programs of study prepare people for which occupation, by definition.",
    "soc-2010": "Which 2018 occupations took over the work of each 2010 occupation, but not how many jobs moved.",
    "soc": "Each occupation’s definition and group.",
    "cpi": "Consumer prices in U.S. cities.",
}
RELIABILITY = {
    "oews": "Estimates from a sample. BLS publishes the relative standard errors of jobs and of mean pay, but none for"
    " percentiles.",
    "projections": "Projections rest on a model of the whole economy; no margin of error is published.",
    "matrix": "Shares are rounded as published; no margin of error is published.",
    "onet": "Ratings that O*NET recommends not to use are left out.",
}
