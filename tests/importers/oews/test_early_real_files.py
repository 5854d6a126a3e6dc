"""The nation's workbooks of May 2014 to May 2018 and of May 2025, every cell against a second reading."""

from pathlib import Path

import polars as pl
import pytest

from importers.oews.cells import Reason
from importers.oews.workbook import open_workbook
from importers.report import Problems
from tests.importers.oews import obvious
from tests.importers.oews.compare import as_published
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES, MEASURES

pytestmark = pytest.mark.real_files
BUNDLE = Path(__file__).resolve().parents[3] / "fixtures" / "bundle"
# The publisher's own caps: to May 2015 $90.00 and $187,200, from May 2016 on $100.00 and $208,000.
LARGEST_HOURLY, LARGEST_ANNUAL = {2014: 90, 2015: 90}, {2014: 187_200, 2015: 187_200}


def cells_of(file: Path) -> pl.DataFrame:
    problems = Problems()
    [cells] = open_workbook(file).batches(problems, lambda done, total: None)
    assert not problems, str(problems)
    return cells


@pytest.mark.parametrize("year", range(2014, 2019))
def test_every_cell_of_an_early_release(real_data, year):
    file = real_data / "oews-xlsx-more" / f"national_M{year}_dl.xlsx"
    assert open_workbook(file).facts.label == f"May {year}"
    cells = cells_of(file)
    published = {row["OCC_CODE"]: obvious.workbook_figures(row) for row in obvious.workbook_rows(file)}
    assert cells.height == len(published)
    for row in cells.iter_rows(named=True):
        ours = as_published(row)
        stated = published[row["occupation_code"]]
        for measure in ("jobs_per_1000", "location_quotient", "percent_of_industry"):
            stated[measure] = "not produced for this kind of cell"  # as in every later cell of the nation
        assert ours == stated, row["occupation_code"]
    facts = open_workbook(file).facts
    assert facts.hourly_cap == LARGEST_HOURLY.get(year, 100)
    assert facts.annual_cap == LARGEST_ANNUAL.get(year, 208_000)
    for measures, cap in ((HOURLY_PERCENTILES, facts.hourly_cap), (ANNUAL_PERCENTILES, facts.annual_cap)):
        largest = cells.select(pl.max_horizontal(measures).max()).item()
        assert cap * 97 / 100 < largest < cap


def test_the_nation_of_may_2025_is_the_same_in_both_forms(real_data):
    """LABSTAT, as the bundle has it, and the workbook: every figure and every reason that both state."""
    book = cells_of(real_data / "oews-xlsx-more" / "national_M2025_dl.xlsx")
    labstat = pl.read_parquet(BUNDLE / "oews-may-2025-cells.parquet").filter(
        area_code="0000000", industry_code="000000"
    )
    both = labstat.join(book, on="occupation_code", suffix="_book")
    assert both.height == labstat.height == 1_104
    for measure in MEASURES:
        missing = f"{measure}_missing"
        stated = both.filter(
            ~(
                pl.col(missing).eq_missing(int(Reason.NOT_STATED))
                | pl.col(f"{missing}_book").eq_missing(int(Reason.NOT_STATED))
            )
        )
        same = pl.col(measure).eq_missing(pl.col(f"{measure}_book")) & pl.col(missing).eq_missing(
            pl.col(f"{missing}_book")
        )
        assert stated.filter(~same).height == 0, measure
    assert book.filter(~pl.col("occupation_code").is_in(labstat["occupation_code"].implode())).height == 290
