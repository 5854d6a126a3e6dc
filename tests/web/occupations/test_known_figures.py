"""Published figures, known beforehand, read back from the pages of a site that runs on the whole bundle."""

import html
import re
from typing import Any

import pytest

IPM = "occupations/11-3051-industrial-production-managers/"


def text_of(site: Any, path: str) -> str:
    """A page as text, with one space between words."""
    status, page = site.get(path)
    assert status == 200
    page = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page, flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        (IPM, ["$126,060", "$78,000", "$98,160", "$161,880", "$205,520", "246,250"]),
        (
            IPM,
            [
                "held about 252,100 jobs in 2025",
                "grow 2.6 percent from 2025 to 2035, less than the 3.5 percent for all jobs",
                "17,000 openings a year",
                "+6,500",
                "5 years or more (projections 2024–34)",
            ],
        ),
        (
            f"{IPM}?release=2024-34",
            [
                "held about 241,900 jobs in 2024",
                "grow 1.9 percent from 2024 to 2034",
                "17,100 openings a year",
                "+4,600",
            ],
        ),
        ("occupations/11-1031-legislators/", ["Outlook, 2024–34", "27,700"]),
        (f"{IPM}history/", ["May 2014", "May 2018", "$92,470", "new occupation codes"]),
        (f"{IPM}?release=May-2024", ["$121,440"]),
        (f"{IPM}?release=May-2021", ["$103,150", "$64,150", "$170,470"]),
        (
            f"{IPM}?release=May-2021",
            ["189,300 jobs in 2020", "grow 5 percent from 2020 to 2030", "13,900 openings"],
        ),
        (f"{IPM}?release=May-2021", ["$125,480", "$119,400", "$101,870", "$98,500", "$98,490"]),
        (
            f"{IPM}industries/?release=May-2021&view=all",
            ["$125,480", "$119,400", "$101,870", "$98,500", "$98,490"],
        ),
        (
            f"{IPM}?release=May-2021",
            [
                "Fabricated metal product manufacturing 10",
                "Transportation equipment manufacturing 9",
                "Chemical manufacturing 8",
                "Machinery manufacturing 8",
                "Food manufacturing 7",
            ],
        ),
    ],
)
def test_figures_of_industrial_production_managers(site: Any, path: str, figures: list[str]) -> None:
    page = text_of(site, path)
    assert [figure for figure in figures if figure not in page] == []


@pytest.mark.parametrize(
    ("industry", "median"),
    [
        ("Chemical manufacturing", "$135,530"),
        ("Transportation equipment manufacturing", "$131,510"),
        ("Machinery manufacturing", "$124,850"),
        ("Food manufacturing", "$116,250"),
        ("Fabricated metal product manufacturing", "$109,920"),
    ],
)
def test_medians_by_industry(site: Any, industry: str, median: str) -> None:
    page = text_of(site, f"{IPM}industries/?open=31-33")
    row = re.search(rf"{industry} (.{{0,80}}?)(?= [A-Z][a-z]+ )", page)
    assert row is not None
    assert median in row[1]


def test_employment_of_may_2021(site: Any) -> None:
    shell = """
from wages.models import WageEstimate
cells = WageEstimate.objects.filter(release__slug="May-2021", release__kind="official", industry__kind="all")
print(cells.get(occupation__code="11-3051", area__code="0000000").employment)
"""
    assert "192270" in site.manage("shell", "--verbosity=0", "-c", shell)


def test_counts_of_the_release(site: Any) -> None:
    shell = """
from django.db.models import Max, Q
from wages.models import WageEstimate
cells = WageEstimate.objects.filter(release__slug="May-2025", release__kind="official")
nation = cells.filter(area__code="0000000", industry__kind="all")
top_coded = cells.filter(area__code="0000000", annual_p90_missing=2)
print(cells.count(), cells.values("area").distinct().count(), cells.values("industry").distinct().count(),
      nation.count(), nation.filter(published_level=4).count(), top_coded.count(),
      cells.aggregate(top=Max("annual_p90"))["top"])
"""
    assert site.manage("shell", "--verbosity=0", "-c", shell).split() == [
        "370172", "583", "444", "1104", "830", "24", "972450",
    ]  # fmt: skip


def test_every_occupation_has_a_page(site: Any) -> None:
    """One request for every code that any source covers, so that no combination of gaps breaks a page."""
    shell = """
from occupations.models import Occupation
print(*(occupation.get_absolute_url() for occupation in Occupation.objects.exclude(level=5)))
"""
    addresses = site.manage("shell", "--verbosity=0", "-c", shell).split()
    assert len(addresses) > 1_400
    for address in addresses[::7]:
        status, page = site.get(address.lstrip("/"))
        assert status == 200, address
        assert ">None<" not in page, address
        assert "  percent" not in page


def test_registered_nurses_in_columbus_and_in_hospitals(site: Any) -> None:
    """Published: May 2025 in the release of OEWS, the price level in that of RPP."""
    status, page = site.get(
        "occupations/29-1141-registered-nurses/places/0018140-columbus-oh/?prices=adjusted"
    )
    assert status == 200
    for said in (
        "Registered nurses in Columbus, OH: $83,900 a year (half earn more, half less)",
        "10% earn under $67,720", "10% earn over $105,770", "14.0% below the nation",
        "the median buys what $87,882 a year buys at national prices",  # 83,900 over 95.469 percent
    ):  # fmt: skip
        assert said in page, said
    _, page = site.get("occupations/29-1141-registered-nurses/industries/622-hospitals/")
    assert "Registered nurses in hospitals: $100,220 a year" in page
    assert "2,020,230 registered nurses were on payrolls in hospitals" in page
