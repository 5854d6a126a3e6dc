"""What a bundle holds, and that it brings back what it was written from."""

import filecmp
import json
from decimal import Decimal
from io import StringIO

import polars as pl
import pytest
from django.core.management import CommandError, call_command

from importers.bundle.loader import load_bundle
from importers.bundle.manifest import read_manifest
from importers.bundle.writer import write_bundle
from importers.progress import NoProgress
from importers.report import InputRefusedError
from importers.runs import Options
from occupations.models import (
    AlternateTitle,
    AreaPriceParity,
    Description,
    EducationShare,
    ImportRun,
    Industry,
    IndustryShare,
    JobZone,
    Occupation,
    PriceIndex,
    PriceParity,
    Profile,
    ProfileSection,
    ProfileWage,
    ProgramOccupation,
    Projection,
    QuickFacts,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
)
from occupations.models.handbook import QUICK_FACTS
from tests.importers.bundle.small import cell, load_cells
from wages.models import County, WageEstimate, ZipCode

LABELS = [
    "SOC 2018", "NAICS 2022", "May 2024", "May 2025", "O*NET-SOC 2019", "2019–29", "2024–34",
    "CIP 2020 to SOC 2018", "August 2026", "May 2024", "29.0", "2024–34", "2024", "SOC 2010 to SOC 2018",
]  # fmt: skip
# What the bundle brings back row by row, and by what the rows are known; `None`: what is no key of ours.
BROUGHT_BACK = {
    JobZone: ("occupation__code", "zone", "lowest"),
    Rating: (
        "occupation__code", "element__code", "element__name", "element__domain", "scale", "value",
        "standard_error", "sample_size", "is_suppressed", "is_not_relevant", "domain_source",
    ),
    EducationShare: ("occupation__code", "category", "percent", "is_suppressed"),
    Technology: ("occupation__code", "name", "kind_code", "kind", "is_hot", "is_in_demand"),
    RelatedOccupation: ("occupation__code", "related__code", "tier", "rank"),
    ProgramOccupation: ("program__code", "program__title", "occupation__code"),
    PriceIndex: ("year", "month", "value"),
    AreaPriceParity: ("kind", "code", "name", "year", "category", "value"),
    PriceParity: ("state_code", "year", "category", "value"),
    County: ("fips", "name", "key", "delineation", "area_code"),
    ZipCode: ("code", "place", "key", "state_code", "county__fips"),
    Profile: ("slug", "title", "state", "release__label", "occupations__code", "similar__slug"),
    QuickFacts: (
        "profile__slug", "growth_word", "entry_education", "work_experience", "training",
        *(name for figure in QUICK_FACTS for name in (figure, f"{figure}_missing")),
    ),
    IndustryShare: (
        "profile__slug", "occupation__code", "industry__code", "industry_title", "class_of_worker", "share",
        "denominator",
    ),
    ProfileWage: (
        "profile__slug", "occupation__code", "industry__code", "industry_title", "reference_period", "basis",
        "median", "median_missing", "floor",
    ),
    Projection: ("release__label", "occupation__code", "percent_change", "growth_word", "growth_word_basis"),
    Release: ("source__slug", "label", "reference_period", "published_on", "state"),
}  # fmt: skip


def _manifest(bundle):
    return json.loads((bundle / "manifest.json").read_text())


def _change(bundle, change):
    manifest = _manifest(bundle)
    change(manifest)
    (bundle / "manifest.json").write_text(json.dumps(manifest))


def _labels(runs):
    return [run.release.label for run in runs]


def _rows(model):
    rows = model.objects.all()
    if model is Rating:
        rows = rows.exclude(element__domain="work-context")  # which no bundle holds
    return sorted(rows.values_list(*BROUGHT_BACK[model]), key=repr)


def _outcomes(runs):
    return {run.outcome for run in runs}


def test_the_manifest_names_releases_sources_parts_and_origins(bundle):
    manifest = _manifest(bundle)
    assert [release["label"] for release in manifest["releases"]] == LABELS
    assert set(manifest["sources"]) == {
        "soc", "naics", "oews", "projections", "onet-soc", "cip-soc", "onet", "ooh", "cpi", "rpp", "soc-2010",
        "localities",
    }  # fmt: skip
    assert "CC BY 4.0" in manifest["sources"]["onet"]["attribution"]
    assert manifest["sources"]["oews"]["attribution"].startswith("U.S. Bureau of Labor Statistics")
    newest = manifest["releases"][3]
    assert (newest["published_on"], newest["hourly_cap"], newest["annual_cap"]) == (
        "2026-04-01",
        "115.00",
        239200,
    )
    assert [part["table"] for part in newest["parts"]] == ["areas", "industries", "cells"]
    assert newest["parts"][2]["rows"] == 4
    assert [origin["name"] for origin in newest["made_from"]] == ["national_M2025_dl.xlsx"]
    origins = [origin["name"] for origin in manifest["releases"][6]["made_from"]]
    assert origins == ["Employment Projections_2024-34.csv", "occupation_2024-34.xlsx"]


def test_a_manifest_of_the_british_spelling_is_read(bundle):
    """Bundles written before 2027 say "licence"."""

    def as_before(manifest):
        for credit in manifest["sources"].values():
            credit["licence"], credit["licence_url"] = credit.pop("license"), credit.pop("license_url")

    _change(bundle, as_before)
    assert [entry.label for entry in read_manifest(bundle)] == LABELS


def test_earlier_releases_are_there_for_the_nation_alone(bundle):
    cells = pl.read_parquet(bundle / "oews-may-2024-cells.parquet")
    assert cells.select("area_code", "industry_code").rows() == [("0000000", "000000")]
    assert pl.read_parquet(bundle / "oews-may-2025-cells.parquet").height == 4


def test_the_same_data_make_the_same_bytes(bundle, loaded, tmp_path):
    write_bundle(tmp_path / "again", NoProgress())
    names = sorted(path.name for path in bundle.iterdir())
    assert filecmp.cmpfiles(bundle, tmp_path / "again", names, shallow=False) == (names, [], [])


def test_writing_again_replaces_the_bundle_and_nothing_else(bundle, loaded):
    (bundle / "soc-2010-structure.parquet").write_text("from last year")
    (bundle / "my_copy.parquet").write_text("by hand")
    (bundle / "README.md").write_text("by hand")
    names = {path.name for path in bundle.iterdir()} - {"soc-2010-structure.parquet"}
    write_bundle(bundle, NoProgress())
    assert {path.name for path in bundle.iterdir()} == names


def test_a_bundle_brings_back_what_it_was_written_from(bundle, loaded, emptied, tmp_path):
    occupations = Occupation.objects.count()
    titles = AlternateTitle.objects.exclude(kind__in=("alternate", "reported")).count()
    before = {model: _rows(model) for model in BROUGHT_BACK}
    assert all(before.values())
    emptied()
    runs = load_bundle([bundle], Options())
    assert [run.report for run in runs if run.outcome != ImportRun.Outcome.LOADED] == []
    assert _labels(runs) == LABELS
    assert {model: _rows(model) for model in BROUGHT_BACK} == before
    assert (Occupation.objects.count(), AlternateTitle.objects.count()) == (occupations, titles)
    assert not any(model.objects.exists() for model in (Task, Description, ProfileSection))
    median = WageEstimate.objects.get(
        release__label="May 2025", area__code="0000000", industry__code="000000"
    )
    assert (median.annual_median, median.hourly_median, median.employment) == (
        126060,
        Decimal("60.61"),
        246250,
    )
    assert (median.jobs_per_1000_missing, median.annual_p90_missing) == (5, 3)
    capped = WageEstimate.objects.get(area__code="4800000")
    assert (capped.annual_p90, capped.annual_p90_missing, capped.annual_p10) == (None, 2, 239300)
    combination = Industry.objects.get(code="3250A1")
    assert (combination.system.slug, combination.kind, combination.parent.code) == (
        "oews-industries", "combination", "325"
    )  # fmt: skip
    release = Release.objects.get(label="May 2025")
    assert (release.state, release.revision, release.annual_cap) == ("ready", 0, 239200)
    run = release.import_runs.get()
    assert run.made_from[0]["name"] == "national_M2025_dl.xlsx"
    # And the next bundle is the same, origins and all.
    write_bundle(tmp_path / "again", NoProgress())
    names = sorted(path.name for path in bundle.iterdir())
    assert filecmp.cmpfiles(bundle, tmp_path / "again", names, shallow=False) == (names, [], [])


def test_loading_it_again_does_nothing(bundle, emptied):
    emptied()
    load_bundle([bundle], Options())
    runs = ImportRun.objects.count()
    assert load_bundle([bundle], Options()) == []
    assert ImportRun.objects.count() == runs
    assert len(load_bundle([bundle], Options(force=True))) == len(LABELS)
    assert len(load_bundle([bundle], Options(force=True, release="May 2025"))) == 1
    assert len(load_bundle([bundle], Options(force=True, release="2024–34"))) == 2


def test_what_came_from_the_publisher_is_left_alone(bundle, loaded):
    assert load_bundle([bundle], Options()) == []


def test_a_publishers_file_takes_the_place_of_a_bundle(bundle, emptied, tmp_path):
    emptied()
    load_bundle([bundle], Options())
    new = [cell(annual_median=127000), cell(area="4800000"), cell(industry="325"), cell(industry="3250A1")]
    assert load_cells(tmp_path, 2025, new).outcome == ImportRun.Outcome.LOADED
    assert load_bundle([bundle], Options()) == []
    wage = WageEstimate.objects.get(release__label="May 2025", area__code="0000000", industry__code="000000")
    assert wage.annual_median == 127000


def test_a_newer_bundle_takes_the_place_of_an_older_one(bundle, loaded, emptied, tmp_path):
    run = load_cells(tmp_path, 2024, [cell(annual_median=121450)], force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    write_bundle(tmp_path / "newer", NoProgress())
    emptied()
    load_bundle([bundle], Options())
    runs = load_bundle([tmp_path / "newer"], Options())
    assert (_labels(runs), _outcomes(runs)) == (["May 2024"], {ImportRun.Outcome.LOADED})
    assert WageEstimate.objects.get(release__label="May 2024").annual_median == 121450


def test_a_withdrawn_release_does_not_come_back(bundle, emptied):
    emptied()
    load_bundle([bundle], Options())
    Release.objects.filter(label="May 2024").update(state=Release.State.WITHDRAWN)
    assert load_bundle([bundle], Options()) == []


def test_a_dry_run_does_everything_and_keeps_only_its_reports(bundle, emptied):
    emptied()
    runs = load_bundle([bundle], Options(dry_run=True))
    assert _outcomes(runs) == {ImportRun.Outcome.DRY_RUN}
    assert len(runs) == len(LABELS)
    assert not Occupation.objects.exists()
    assert not WageEstimate.objects.exists()
    assert ImportRun.objects.filter(outcome="dry-run").count() == len(LABELS)


def _damage(name):
    def damage(bundle):
        with (bundle / name).open("ab") as file:
            file.write(b"x")

    return damage


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda bundle: (bundle / "manifest.json").unlink(), "has no manifest.json, so it isn't a bundle"),
        (lambda bundle: (bundle / "manifest.json").write_text("<html>"), "this isn't a bundle's manifest"),
        (lambda bundle: (bundle / "manifest.json").write_text("[]"), "this isn't a bundle's manifest"),
        (lambda bundle: _change(bundle, lambda m: m.update(format=2)), "this version reads format 1"),
        (lambda bundle: _change(bundle, lambda m: m["releases"][0].pop("label")), "KeyError 'label'"),
        (lambda bundle: _change(bundle, lambda m: m["releases"][0].update(source="x")), "no source 'x'"),
        (
            lambda bundle: (bundle / "naics-2022-codes.parquet").unlink(),
            "naics-2022-codes.parquet: this part",
        ),
        (_damage("oews-may-2025-cells.parquet"), "its SHA-256 differs"),
        (
            lambda bundle: _change(
                bundle, lambda m: m["releases"][0]["parts"][0].update(name="../x.parquet")
            ),
            "../x.parquet: this part of the bundle is missing",
        ),
    ],
)
def test_a_damaged_bundle_is_refused_whole(bundle, emptied, spoil, message):
    emptied()
    spoil(bundle)
    with pytest.raises(InputRefusedError) as refused:
        load_bundle([bundle], Options())
    assert message in str(refused.value)
    assert not Occupation.objects.exists()
    assert not ImportRun.objects.exists()


def _replace(bundle, name, frame):
    """Put another table in the place of a part, with the right SHA-256."""
    from importers.files import sha256_of

    frame.write_parquet(bundle / name)

    def correct(manifest):
        for release in manifest["releases"]:
            for part in release["parts"]:
                if part["name"] == name:
                    part["sha256"] = sha256_of(bundle / name)

    _change(bundle, correct)


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("soc-2018-structure.parquet", lambda f: f.drop("title"), "its columns are not those of the table"),
        ("soc-2018-structure.parquet", lambda f: f.head(3), "it has 3 rows, and the manifest says"),
        (
            "soc-2018-structure.parquet",
            lambda f: f.with_columns(major=pl.col("major").replace("11-0000", "11-00")),
            "soc-2018-structure.parquet:1: '11-00' is not a SOC code",
        ),
        (
            "soc-2018-titles.parquet",
            lambda f: f.with_columns(code=pl.lit("99-9999")),
            "soc-2018-titles.parquet:1: '99-9999' is not a code of SOC 2018",
        ),
        (
            "naics-2022-codes.parquet",
            lambda f: f.with_columns(code=pl.lit("311")),
            "naics-2022-codes.parquet:2: 311 is here a second time with another title",
        ),
        (
            "projections-2024-34-projections.parquet",
            lambda f: f.with_columns(openings=pl.lit(Decimal("-1.0"), dtype=pl.Decimal(9, 1))),
            "projections-2024-34-projections.parquet:1: 00-0000: openings is -1.0",
        ),
        (
            "projections-2024-34-lay-titles.parquet",
            lambda f: f.with_columns(code=pl.lit("99-9999")),
            "projections-2024-34-lay-titles.parquet:1: '99-9999' is not a code",
        ),
        (
            "oews-may-2025-cells.parquet",
            lambda f: f.with_columns(annual_p90=pl.col("annual_p10") - 1, annual_p90_missing=None),
            "annual percentiles out of order for 11-3051",
        ),
        (
            "oews-may-2025-cells.parquet",
            lambda f: f.with_columns(
                hourly_p90=pl.col("hourly_median") - 1,
                hourly_p90_missing=pl.when(pl.col("hourly_median").is_null()).then("hourly_p90_missing"),
            ),
            "hourly percentiles out of order for 11-3051",
        ),
        ("oews-may-2025-cells.parquet", lambda f: f.with_columns(area_code=pl.lit("0000001")), "unknown area"),
        (
            "onet-soc-2019-occupations.parquet",
            lambda f: f.with_columns(soc=pl.lit("99-9999")),
            "'99-9999' is not a detailed occupation of SOC 2018",
        ),
        (
            "cip-soc-cip-2020-to-soc-2018-pairs.parquet",
            lambda f: f.with_columns(cip=pl.lit("5")),
            "pairs.parquet:1: '5' is not a CIP code",
        ),
        (
            "onet-29-0-ratings.parquet",
            lambda f: f.with_columns(value=pl.col("value") + 90),
            "1.C.1.a IM is 94.12, outside 1 to 5",
        ),
        (
            "onet-29-0-job-zones.parquet",
            lambda f: f.with_columns(zone=pl.lit(6)),
            "'6' is not a job zone from 1 to 5",
        ),
        (
            "ooh-2024-34-coverage.parquet",
            lambda f: f.with_columns(code=pl.lit("99-9999")),
            "'99-9999' is not a code of SOC 2018 or of OEWS",
        ),
        (
            "ooh-2024-34-industry-shares.parquet",
            lambda f: f.with_columns(share=pl.col("share") + 60),
            "come to more than 100 percent",
        ),
        (
            "ooh-2024-34-industry-shares.parquet",
            lambda f: f.with_columns(profile=pl.lit("Nobody")),
            "there is no profile 'Nobody'",
        ),
        (
            "ooh-2024-34-medians.parquet",
            lambda f: f.with_columns(floor=pl.lit(1), median=pl.lit(2)),
            "is 2.00 or from 1.00, ",
        ),
        (
            "ooh-2024-34-quick-facts.parquet",
            lambda f: f.with_columns(jobs_missing=pl.lit(6)),
            "and the reason 6",
        ),
        (
            "cpi-august-2026-prices.parquet",
            lambda f: f.with_columns(month=pl.lit(14)),
            "prices.parquet:1: 'M14' is not a period",
        ),
        (
            "rpp-2024-parities.parquet",
            lambda f: f.with_columns(state_code=pl.lit("99")),
            "'99000' is not the code of a state",
        ),
    ],
)  # fmt: skip
def test_bad_contents_are_refused_by_the_checks_of_their_source(bundle, emptied, name, change, message):
    emptied()
    frame = pl.read_parquet(bundle / name)
    changed = change(frame)
    _replace(bundle, name, changed.cast(dict(frame.select(changed.columns).schema)))
    runs = load_bundle([bundle], Options())
    assert runs[-1].outcome == ImportRun.Outcome.REFUSED
    assert message in runs[-1].report


def test_without_a_source_there_is_no_bundle(db, tmp_path):
    with pytest.raises(InputRefusedError, match="no release of soc is ready; load it first"):
        write_bundle(tmp_path / "bundle", NoProgress())
    assert not (tmp_path / "bundle").exists()


def test_the_commands(loaded, emptied, tmp_path):
    folder = tmp_path / "bundle"
    out = StringIO()
    call_command("bundle", output=folder, stdout=out)
    assert "oews May 2025: 9 rows in 3 parts" in out.getvalue()
    emptied()
    out = StringIO()
    call_command("load", "bundle", str(folder), stdout=out)
    assert out.getvalue().startswith("14 releases of the bundle loaded, ")
    assert out.getvalue().count("\n") == 1
    out = StringIO()
    call_command("load", "bundle", str(folder), stdout=out)
    assert "Everything in the bundle is loaded already" in out.getvalue()
    with pytest.raises(CommandError, match="give the folder of the bundle"):
        call_command("load", "bundle", str(folder / "manifest.json"), stdout=out)
    with pytest.raises(CommandError, match="the bundle has no release May 1999"):
        call_command("load", "bundle", str(folder), release="May 1999", stdout=out)
