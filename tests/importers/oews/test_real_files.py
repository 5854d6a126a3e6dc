"""The whole release of May 2025 and the workbooks of 2019 to 2024, against a second reading of the same files."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import Count, F, Max, Q, Sum

from importers.loading import load_source, runs_for
from occupations.models import ImportRun, MissingReason, Release
from tests.importers.oews import obvious
from tests.importers.oews.compare import as_published
from wages.industry_codes import labstat_code
from wages.models import Area, WageEstimate
from wages.partitions import drop_partition

pytestmark = [pytest.mark.real_files, pytest.mark.django_db]

SEED = 20260515
COMPARED = 2_000
KEY = ("area__code", "industry__code", "occupation__code")
FIELDS = [field.attname for field in WageEstimate._meta.concrete_fields]
# What figures of a measure are multiples of, as text without the point: "26.13" is 2613 cents.
SCALE = {"01": 1, "02": 10, "03": 100, "04": 1, "05": 10, "16": 1000, "17": 100}


@pytest.fixture(scope="module")
def loaded(real_data: Path, django_db_setup: None, django_db_blocker) -> Iterator[list[ImportRun]]:
    """Everything loaded once and committed, and taken away after the last test of this module."""
    with django_db_blocker.unblock():
        for source, path in (("soc", "soc-2018/soc_structure_2018.xlsx"), ("naics", "naics-2022")):
            load_source(source, [real_data / path])
        runs = [
            load_source("oews", files)
            for folder in ("oews-xlsx", "oews-labstat-2025")
            for files in runs_for("oews", sorted((real_data / folder).iterdir()))
        ]
    yield runs
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for release in Release.objects.filter(source__slug="oews"):
            drop_partition(cursor, release.pk)
        cursor.execute("TRUNCATE occupations_source, occupations_codesystem, wages_area CASCADE")


@pytest.fixture(scope="module")
def cells(loaded):
    return WageEstimate.objects.filter(release__label="May 2025", release__kind="official")


def test_every_file_loads_without_a_complaint(loaded):
    assert [(run.release and run.release.label, run.outcome, run.problem_count) for run in loaded] == [
        (f"May {year}", "loaded", 0) for year in range(2019, 2026)
    ]
    assert [run.rows_written for run in loaded] == [
        1_316,
        1_316,
        1_396,
        1_395,
        1_396,
        1_396 + 16_324,
        370_172,
    ]
    assert loaded[-1].rows_read == 6_023_970
    assert Release.objects.ready().filter(source__slug="oews").count() == 7


def test_the_counts_of_may_2025(cells):
    assert cells.count() == 370_172
    assert cells.aggregate(n=Count("area", distinct=True))["n"] == 583
    assert Area.objects.exclude(delineation="May 2015").count() == 583
    assert cells.aggregate(n=Count("industry", distinct=True))["n"] == 444
    national = cells.national()
    assert national.all_industries().count() == 1_104
    assert national.all_industries().filter(published_level=4).count() == 830
    assert national.filter(annual_p90_missing=MissingReason.TOP_CODED).count() == 24
    assert cells.aggregate(highest=Max("annual_p90"))["highest"] == 972_450
    outside = Q(annual_mean__lt=F("annual_p10")) | Q(annual_mean__gt=F("annual_p90"))
    assert cells.filter(outside).count() == 411


@pytest.mark.parametrize(
    ("industry", "measure", "figure"),
    [
        ("000000", "annual_median", 126_060), ("000000", "annual_p10", 78_000), ("000000", "annual_p25", 98_160),
        ("000000", "annual_p75", 161_880), ("000000", "annual_p90", 205_520), ("000000", "employment", 246_250),
        ("325", "annual_median", 135_530), ("336", "annual_median", 131_510), ("333", "annual_median", 124_850),
        ("311", "annual_median", 116_250), ("332", "annual_median", 109_920),
    ],
)  # fmt: skip
def test_industrial_production_managers_in_may_2025(cells, industry, measure, figure):
    managers = cells.national().get(occupation__code="11-3051", industry__code=industry)
    assert getattr(managers, measure) == figure


@pytest.mark.parametrize(
    ("label", "figures"),
    [
        ("May 2021", {"annual_median": 103_150, "annual_p10": 64_150, "annual_p90": 170_470, "employment": 192_270}),
        ("May 2024", {"annual_median": 121_440}),
    ],
)  # fmt: skip
def test_industrial_production_managers_before(loaded, label, figures):
    managers = (
        WageEstimate.objects.national().all_industries().get(release__label=label, occupation__code="11-3051")
    )
    assert {measure: getattr(managers, measure) for measure in figures} == figures


@dataclass
class Tally:
    """What one pass over the lines of the data file finds."""

    series: int = 0
    cells: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    wanted: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def tally_of(file: Path, wanted: set[str]) -> Tally:
    """Count and add up every line of the file, and keep those of the wanted cells."""
    tally = Tally()
    before = ""
    for line in obvious.lines_of(file):
        cell, datatype = line[:23], line[23:25]
        tally.series += 1
        tally.cells += cell != before
        before = cell
        value, footnote = (
            line[40:].rstrip().split("\t") if line.rstrip()[-2] == "\t" else (line[40:].strip(), "")
        )
        if footnote:
            tally.reasons[datatype, footnote] += 1
        else:
            tally.sums[datatype] += int(value.replace(".", ""))
        if cell in wanted:
            tally.wanted[cell].append(line)
    return tally


def test_every_figure_is_in_the_sums_and_random_cells_are_as_published(cells, real_data):
    """One pass in plain Python: sums and reasons of all 6,023,970 series, and 2,000 cells figure by figure."""
    print(f"seed {SEED}")
    chosen = random.Random(SEED).sample(sorted(cells.values_list("id", flat=True)), COMPARED)
    rows = {_series_id(row): row for row in cells.filter(id__in=chosen).values(*KEY, "area__kind", *FIELDS)}
    tally = tally_of(real_data / "oews-labstat-2025" / "oe.data.0.Current.gz", set(rows))
    assert (tally.series, tally.cells) == (6_023_970, 370_172)

    assert len(rows) == len(tally.wanted) == COMPARED
    for series_id, row in rows.items():
        assert as_published(row) == obvious.labstat_figures(tally.wanted[series_id]), series_id

    measures = obvious.LABSTAT_MEASURES
    found = cells.aggregate(**{f"sum_{measure}": Sum(measure) for measure in measures.values()})
    for datatype, measure in measures.items():
        scale = SCALE.get(datatype, 100 if "hourly" in measure else 1)
        assert found[f"sum_{measure}"] == Decimal(tally.sums[datatype]) / scale, measure
        missing = cells.filter(**{f"{measure}__isnull": True}).values_list(f"{measure}_missing")
        reasons = {
            MissingReason(reason).label: count for reason, count in missing.annotate(n=Count("id")).order_by()
        }
        reasons.pop("not produced for this kind of cell", None)
        assert reasons == {
            obvious.LABSTAT_REASONS[footnote]: count
            for (code, footnote), count in tally.reasons.items()
            if code == datatype
        }, measure


def _series_id(row: dict) -> str:
    letter = {"nation": "N", "state": "S", "territory": "S"}.get(row["area__kind"], "M")
    industry = labstat_code(row["industry__code"])
    return f"OEU{letter}{row['area__code']}{industry}{row['occupation__code'].replace('-', '')}"


@pytest.mark.parametrize(
    "name", [f"national_M{year}_dl" for year in range(2019, 2025)] + ["natsector_M2024_dl"]
)
def test_every_row_of_the_workbooks_is_as_published(loaded, real_data, name):
    label = f"May {name[-7:-3]}"
    rows = {
        (row["occupation__code"], row["industry__code"]): row
        for row in WageEstimate.objects.filter(release__label=label, release__kind="official").values(
            *KEY, *FIELDS
        )
    }
    seen = set()
    for published in obvious.workbook_rows(real_data / "oews-xlsx" / f"{name}.xlsx"):
        key = published["OCC_CODE"], published["NAICS"]
        assert as_published(rows[key]) == obvious.workbook_figures(published), key
        seen.add(key)
    kind = "sectors" if name.startswith("natsector") else "all industries"
    assert len(seen) == sum((industry == "000000") == (kind == "all industries") for _, industry in rows)
