"""A small database to bundle: the samples of every source, and a few cells of OEWS."""

import shutil
from pathlib import Path

import pytest
from django.db import connection, transaction

from importers.bundle.writer import write_bundle
from importers.loading import load_source
from importers.progress import NoProgress
from occupations.models import ImportRun
from tests.importers.bundle.small import cell, load_cells

SAMPLES = Path(__file__).resolve().parents[3] / "fixtures" / "samples"


def load_everything(folder: Path) -> None:
    """Every source, two releases of OEWS, the newer one with a state and industries."""
    load_source("soc", [SAMPLES / "soc"])
    load_source("naics", [SAMPLES / "naics"])
    projections = SAMPLES / "projections"
    load_source("projections", [projections / "occupation_2019-29.xlsx"])
    round_ = [projections / "occupation_2024-34.xlsx", projections / "Employment Projections_2024-34.csv"]
    load_source("projections", round_)
    old = [cell(annual_median=121440), cell(industry="325", annual_median=130000)]
    new = [
        cell(employment=246250, annual_median=126060, hourly_median=60.61, jobs_per_1000_missing=5),
        cell(annual_p90_missing=2, hourly_p90_missing=2, annual_p10=239300, area="4800000"),
        cell(industry="325", annual_median=135530, percent_of_industry=1.05),
        cell(industry="3250A1", annual_median=136000),
    ]
    assert load_cells(folder, 2024, old).outcome == "loaded"
    assert load_cells(folder, 2025, new).outcome == "loaded"
    for source in ("soc-2010", "onet-soc", "cip-soc", "onet", "cpi", "rpp", "localities"):
        load_source(source, [SAMPLES / source])
    load_source("ooh", [SAMPLES / "ooh" / "xml-compilation.xml"])
    problems = ImportRun.objects.exclude(outcome="loaded").values_list("report", flat=True)
    assert list(problems) == []


@pytest.fixture
def loaded(db, tmp_path):
    """The small database of `load_everything`."""
    load_everything(tmp_path)


@pytest.fixture(scope="session")
def written_bundle(django_db_setup, django_db_blocker, tmp_path_factory):
    """The folder of a bundle written from what `loaded` holds: made once, to be copied."""
    folder = tmp_path_factory.mktemp("written")
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined]  # as pytest-django's own: loads insist on transactions of their own
    with django_db_blocker.unblock(), whole:
        load_everything(folder)
        write_bundle(folder / "bundle", NoProgress())
        transaction.set_rollback(True)
    return folder / "bundle"


@pytest.fixture
def bundle(db, written_bundle, tmp_path):
    """The folder of a bundle written from what `loaded` holds. Ask for `loaded`, too, for the rows themselves."""
    return Path(shutil.copytree(written_bundle, tmp_path / "bundle"))


@pytest.fixture
def emptied():
    """`emptied()` leaves the database as it was after migrating."""

    def empty():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "TRUNCATE occupations_source, occupations_codesystem, wages_area, occupations_editorialrow CASCADE"
            )

    return empty
