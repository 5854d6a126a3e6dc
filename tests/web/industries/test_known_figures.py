"""Published figures of industries, known beforehand or worked out slowly from the bundle, on a running site."""

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.web.occupations.test_known_figures import text_of

CELLS = Path("fixtures/bundle/oews-may-2025-cells.parquet")


def file_of(site: Any, path: str) -> dict[str, dict[str, str]]:
    status, text = site.get(path)
    assert status == 200
    return {row["occupation_code"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}


@pytest.mark.parametrize(
    ("industry", "median"),
    [
        ("325-chemical-manufacturing", 135_530),
        ("336-transportation-equipment-manufacturing", 131_510),
        ("333-machinery-manufacturing", 124_850),
        ("311-food-manufacturing", 116_250),
        ("332-fabricated-metal-product-manufacturing", 109_920),
    ],
)
def test_medians_of_industrial_production_managers(site: Any, industry: str, median: int) -> None:
    page = text_of(site, f"industries/{industry}/?q=11-3051")
    gap = median - 126_060
    row = page[page.index("Industrial production managers 11-3051") :][:160]
    assert f"${median:,}" in row
    assert f"{'+' if gap > 0 else '−'}${abs(gap):,}" in row


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("622", "622-hospitals"),
        ("000001", "000001-all-private-industries"),
        ("3320A1", "3320A1-forgings-handtools-hardware-wire-and-other-metal-products"),
        ("99", "99-government-except-schools-hospitals-and-mail"),
    ],
)
def test_an_industry_against_a_slow_obvious_computation(site: Any, code: str, path: str) -> None:
    """Every share, gap and concentration of the file, from the bundle's rows and nothing else."""
    nation = pl.read_parquet(CELLS).filter(pl.col("area_code") == "0000000")
    wanted = ["occupation_code", "published_level", "employment", "annual_median"]
    here = nation.filter(pl.col("industry_code") == code).select(wanted).rows(named=True)
    everywhere = {
        row["occupation_code"]: row
        for row in nation.filter(pl.col("industry_code") == "000000").select(wanted).rows(named=True)
    }
    in_industry = next(row["employment"] for row in here if row["occupation_code"] == "00-0000")
    in_all = everywhere["00-0000"]["employment"]
    file = file_of(site, f"industries/{path}/?_export=csv&residual=show")
    assert set(file) == {row["occupation_code"] for row in here if row["published_level"] == 4}
    for row in here:
        if row["published_level"] != 4:
            continue
        shown, national = file[row["occupation_code"]], everywhere.get(row["occupation_code"], {})
        jobs, all_jobs = row["employment"], national.get("employment")
        median, all_median = row["annual_median"], national.get("annual_median")
        assert shown["jobs"] == ("" if jobs is None else str(jobs))
        assert shown["annual_median_usd"] == ("" if median is None else str(median))
        if jobs is not None and all_jobs:
            share = Decimal(jobs) / in_industry
            _same(shown["share_of_industry_jobs_percent"], share * 100)
            _same(shown["share_of_occupation_jobs_percent"], Decimal(jobs) / all_jobs * 100)
            _same(shown["concentration"], share / (Decimal(all_jobs) / in_all))
        else:
            assert shown["concentration"] == ""
        if median is not None and all_median is not None:
            assert int(shown["annual_median_gap_usd"]) == median - all_median
            percent = Decimal(median - all_median) / all_median * 100
            _same(shown["median_gap_percent"], percent, "0.1")
        else:
            assert shown["annual_median_gap_usd"] == ""


def _same(shown: str, expected: Decimal, step: str = "0.01") -> None:
    usual = expected.quantize(Decimal(step), rounding=ROUND_HALF_UP)
    # What is too small for the page's digits has two more in a file.
    finer = expected.quantize(Decimal(step) / 100, rounding=ROUND_HALF_UP)
    assert Decimal(shown) == (usual or finer)


def test_only_the_sectors_make_up_the_whole(site: Any) -> None:
    page = text_of(site, "industries/")
    assert "The 20 sectors published here hold 100 percent of the 155,495,730 wage-and-salary jobs." in page
    owners = text_of(site, "industries/?view=owners")
    assert "Hospitals, private part of an industry, by owner 5,570,850" in owners


def test_every_industry_has_a_page(site: Any) -> None:
    shell = """
from occupations.models import Industry
print(*(industry.get_absolute_url() for industry in Industry.objects.order_by("code")))
"""
    addresses = site.manage("shell", "--verbosity=0", "-c", shell).split()
    assert len(addresses) > 2_000
    for address in addresses[::23]:
        status, page = site.get(address.lstrip("/"))
        assert status == 200, address
        assert ">None<" not in page, address
        assert "/industries/" in page
