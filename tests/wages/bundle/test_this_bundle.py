"""The bundle that this site comes with: whole, small, and true to the figures that are known."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from occupations.importers.runs import Options
from occupations.models import ImportRun, Occupation, Projection, Release
from wages.bundle.loader import load_bundle
from wages.bundle.manifest import read_manifest
from wages.bundle.parts import read_parts
from wages.models import WageEstimate

BUNDLE = Path(__file__).resolve().parents[3] / "fixtures" / "bundle"
MEGABYTES = 16
MANAGERS = "11-3051"


@pytest.fixture(scope="module")
def tables():
    """The tables of each release by its label, the parts held to the manifest."""
    return {entry.label: read_parts(BUNDLE, entry) for entry in read_manifest(BUNDLE)}


def _nation(cells, industry="000000"):
    here = (pl.col("area_code") == "0000000") & (pl.col("industry_code") == industry)
    return cells.filter(here)


def _managers(cells, industry="000000"):
    return _nation(cells, industry).row(by_predicate=pl.col("occupation_code") == MANAGERS, named=True)


def test_it_is_small_and_says_where_it_is_from():
    assert sum(path.stat().st_size for path in BUNDLE.iterdir()) <= MEGABYTES * 1_000_000
    entries = {entry.label: entry for entry in read_manifest(BUNDLE)}
    assert list(entries) == [
        "SOC 2018", "NAICS 2022", *(f"May {year}" for year in range(2019, 2026)), "2024–34"
    ]  # fmt: skip
    origins = {origin.name: origin.sha256 for origin in entries["May 2025"].made_from}
    # As the publisher issued it, decompressed.
    assert origins["oe.data.0.Current"] == "09879508d69f51149842368c8953f13974338728329375481d485ee696d3370b"
    assert all(entry.made_from for entry in entries.values())


def test_may_2025_is_whole(tables):
    cells = tables["May 2025"]["cells"]
    assert cells.height == 370_172
    assert (tables["May 2025"]["areas"].height, tables["May 2025"]["industries"].height) == (583, 444)
    assert cells["occupation_code"].n_unique() == 1104
    assert cells.filter(published_level=4)["occupation_code"].n_unique() == 830
    capped = cells.filter(area_code="0000000", annual_p90_missing=2)
    assert capped.height == 24
    assert cells["annual_p90"].max() == 972_450


def test_the_known_figures_of_industrial_production_managers(tables):
    now = _managers(tables["May 2025"]["cells"])
    assert [now[f"annual_{name}"] for name in ("p10", "p25", "median", "p75", "p90")] == [
        78_000, 98_160, 126_060, 161_880, 205_520
    ]  # fmt: skip
    assert now["employment"] == 246_250
    industries = {"325": 135_530, "336": 131_510, "333": 124_850, "311": 116_250, "332": 109_920}
    cells = tables["May 2025"]["cells"]
    assert {code: _managers(cells, code)["annual_median"] for code in industries} == industries
    assert _managers(tables["May 2024"]["cells"])["annual_median"] == 121_440
    then = _managers(tables["May 2021"]["cells"])
    assert (then["annual_median"], then["annual_p10"], then["annual_p90"], then["employment"]) == (
        103_150, 64_150, 170_470, 192_270
    )  # fmt: skip
    projection = tables["2024–34"]["projections"].row(by_predicate=pl.col("code") == MANAGERS, named=True)
    assert (projection["base_employment"], projection["employment_change"], projection["openings"]) == (
        Decimal("241.9"), Decimal("4.6"), Decimal("17.1")
    )  # fmt: skip
    assert projection["percent_change"] == Decimal("1.9")


def test_it_holds_names_and_no_sentences(tables):
    for label, frames in tables.items():
        for table, frame in frames.items():
            for column in frame.select(pl.col(pl.String)).iter_columns():
                texts = column.drop_nulls().unique().str.replace("excl.", "excluding", literal=True)
                sentences = texts.filter(texts.str.contains(r"[a-z]{2}\. ?$|[a-z]{2}\. [A-Z]"))
                assert sentences.is_empty(), (label, table, column.name, sentences[:3])
                assert (texts.str.len_chars().max() or 0) <= 160, (label, table, column.name)


@pytest.mark.django_db
def test_it_loads_into_an_empty_database():
    runs = load_bundle([BUNDLE], Options())
    assert [run.report for run in runs if run.outcome != ImportRun.Outcome.LOADED] == []
    assert set(Release.objects.values_list("state", flat=True)) == {"ready"}
    assert WageEstimate.objects.filter(release__label="May 2025").count() == 370_172
    assert Occupation.objects.filter(system__slug="soc-2018").count() == 1448
    chemicals = WageEstimate.objects.get(
        release__label="May 2025", occupation__code=MANAGERS, industry__code="325", area__code="0000000"
    )
    assert chemicals.annual_median == 135_530
    projection = Projection.objects.get(occupation__code=MANAGERS)
    assert (projection.growth_word, projection.growth_word_basis) == ("slower", "derived")
    assert load_bundle([BUNDLE], Options()) == []
