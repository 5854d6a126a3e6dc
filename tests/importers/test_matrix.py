"""Exports of the matrix: shares with their denominators, each export a part of its release."""

from decimal import Decimal

import pytest

from importers.industry_titles import our_code
from importers.matrix import checks
from occupations.models import ImportRun, IndustryShare, Occupation
from web.occupations.shares import published_shares

INDUSTRY = "National Employment Matrix_IND_336000_2019-29.csv"
OCCUPATION = "National Employment Matrix_OCC_11-3051_2019-29.csv"


@pytest.fixture
def folder(samples):
    return samples / "matrix"


@pytest.fixture
def codes(soc, load, samples):
    return load("naics", samples / "naics")


@pytest.fixture
def edited(folder, tmp_path):
    def write(old, new, name=INDUSTRY, source=INDUSTRY):
        text = (folder / source).read_text()
        assert old in text
        path = tmp_path / name
        path.write_text(text.replace(old, new))
        return path

    return write


def _refused(load, *paths, **options):
    run = load("matrix", *paths, **options)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not IndustryShare.objects.exists()
    return run.report


def test_an_industrys_export_gives_both_shares(codes, load, folder):
    run = load("matrix", folder / INDUSTRY)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = run.release
    assert (release.label, release.reference_period, release.state) == (
        "2019",
        "2019, projected to 2029",
        "ready",
    )
    assert release.published_on.isoformat() == "2020-09-01"
    assert run.parts == ["industry 336000"]
    row = IndustryShare.objects.get(occupation__code="11-3051", denominator="occupation-jobs")
    assert (row.industry.code, row.industry_title, row.share, row.target_share) == (
        "336", "", Decimal("10.7"), Decimal("10.4")
    )  # fmt: skip
    assert (row.employment, row.target_employment, row.employment_change, row.percent_change) == (
        Decimal("20.3"), Decimal("19.9"), Decimal("-0.4"), Decimal("-2.0")
    )  # fmt: skip
    inverse = IndustryShare.objects.get(occupation__code="11-3051", denominator="industry-jobs")
    assert (inverse.share, inverse.target_share, inverse.employment) == (Decimal("1.2"), Decimal("1.2"), None)
    assert IndustryShare.objects.count() == 8
    hybrid = IndustryShare.objects.filter(occupation__system__slug="oews-2019-hybrid")
    assert hybrid.count() == 2


def test_an_occupations_export_has_classes_of_worker_beside_industries(codes, load, folder):
    run = load("matrix", folder / OCCUPATION)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    shares = IndustryShare.objects.filter(denominator="occupation-jobs").select_related("industry")
    assert {
        (row.industry.code if row.industry else None, row.industry_title, row.class_of_worker): row.share
        for row in shares
    } == {
        (None, "", "self-employed"): Decimal("1.7"),
        (None, "", "wage-and-salary"): Decimal("98.3"),
        ("31-33", "Manufacturing", ""): Decimal("68.4"),
        ("336", "Transportation equipment manufacturing", ""): Decimal("10.7"),
        (None, "Chemical manufacturing (3251,2 only)", ""): Decimal("2.6"),
    }
    assert (
        "Kept by title, as they name no single industry of ours: Chemical manufacturing (3251,2 only)"
        in run.report
    )


def test_both_together_and_one_after_the_other_are_the_same(codes, load, folder):
    load("matrix", folder)
    fields = ("occupation", "industry", "class_of_worker", "denominator", "share")
    together = set(IndustryShare.objects.values_list(*fields))
    assert IndustryShare.objects.count() == len(together) == 8 + 10 - 2
    assert load("matrix", folder).outcome == ImportRun.Outcome.UNCHANGED
    IndustryShare.objects.all().delete()
    load("matrix", folder / INDUSTRY, force=True)
    load("matrix", folder / OCCUPATION, force=True)
    assert set(IndustryShare.objects.values_list(*fields)) == together


def test_again_dry_and_reissued(codes, load, folder, edited):
    assert load("matrix", folder / INDUSTRY, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not IndustryShare.objects.exists()
    load("matrix", folder / INDUSTRY)
    assert load("matrix", folder / INDUSTRY).outcome == ImportRun.Outcome.UNCHANGED
    run = load("matrix", edited('"10.7"', '"10.8"'))
    assert run.outcome == ImportRun.Outcome.LOADED
    run.release.refresh_from_db()
    assert run.release.revision == 1
    row = IndustryShare.objects.get(occupation__code="11-3051", denominator="occupation-jobs")
    assert row.share == Decimal("10.8")
    lines = (folder / INDUSTRY).read_text().splitlines()
    torn = edited("\n".join(lines[2:]), "")
    assert "looks incomplete" in load("matrix", torn).report


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("11-3051", "99-3051", "2019-29.csv:4: '99-3051' is not a code of SOC 2018 or of OEWS"),
        ('"1.2","10.7"', '"1.2","101"', "11-3051: base of occupation is 101, not a percent"),
        ('"1.2","10.7"', '"1.2","—"', "base of occupation is '—', not a number"),
        ('"20.3"', '"-20.3"', "base employment is -20.3, less than nothing"),
        ("11-0000", "11-3051", "2019-29.csv:4: 11-3051 is here a second time"),
        (
            '"1,728.6","100.0"',
            '"1,728.6","90.0"',
            "all occupations are 90.0 percent of the industry, not 100",
        ),
        ("Display Level", "Level", "missing columns: Display Level"),
        ("2019 Percent of Industry", "2018 Percent of Industry", "is of another round than 2019–29"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(codes, load, edited, old, new, message):
    assert message in _refused(load, edited(old, new))


def test_bad_files_are_refused(codes, load, folder, edited, tmp_path):
    renamed = edited("20.3", "20.3", name="matrix.csv")
    assert "the name doesn't say what it is of" in _refused(load, renamed)
    unknown = edited("20.3", "20.3", name="National Employment Matrix_IND_777000_2019-29.csv")
    assert "'777000' in the name is not an industry that is loaded" in _refused(load, unknown)
    unknown = edited("20.3", "20.3", name="National Employment Matrix_OCC_99-1111.csv", source=OCCUPATION)
    assert "'99-1111' in the name is not a code" in _refused(load, unknown)
    page = tmp_path / INDUSTRY
    page.write_text("<html>Access denied")
    assert "this is a web page" in _refused(load, page)
    later = edited("2029", "2031", name="National Employment Matrix_IND_332000_2021-31.csv")
    later.write_text(later.read_text().replace("2019", "2021"))
    assert "several rounds (2019–29, 2021–31)" in _refused(load, folder / INDUSTRY, later)
    assert "these files are 2019, not 2021" in _refused(load, folder / INDUSTRY, release="2021")


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("541700", "5417"), ("310000", "31-33"), ("31-330", "31-33"), ("220000", "22"), ("221000", "221"),
        ("3320A1", "3320A1"), ("999100", "9991"), ("238220", "23822"), ("777000", None), ("TE1000", None),
    ],
)  # fmt: skip
def test_codes_of_the_matrix(code, ours):
    known = dict.fromkeys(("5417", "31-33", "22", "221", "3320A1", "9991", "99", "23822", "54"), "")
    assert our_code(code, known) == ours


def test_classes_are_those_of_the_model():
    assert set(checks.CLASSES.values()) == set(IndustryShare.ClassOfWorker.values)


@pytest.mark.real_files
def test_the_real_export(real_data, load, db):
    for source, path in (
        ("soc", "soc-2018/soc_structure_2018.xlsx"),
        ("naics", "naics-2022/2-6 digit_2022_Codes.xlsx"),
    ):
        load(source, real_data / path)
    run = load("matrix", real_data / "nem")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.counts["shares"] == 962
    row = IndustryShare.objects.get(occupation__code="11-1021", denominator="industry-jobs")
    assert (row.share, row.target_share, row.industry.code) == (Decimal("2.6"), Decimal("2.6"), "5417")
    assert load("matrix", real_data / "nem").outcome == ImportRun.Outcome.UNCHANGED


def test_one_partition_of_an_occupations_industries_is_shown(codes, load, folder, edited):
    """The sample: one sector with 68.4 percent, an industry within it, and one more that is known by title alone."""

    def shown():
        (shares,) = published_shares(list(IndustryShare.objects.of(Occupation.objects.get(code="11-3051"))))
        return shares

    load("matrix", folder / OCCUPATION)
    assert shown().rows == [("Manufacturing", Decimal("68.4"))]
    assert shown().classes == [
        ("Wage and salary workers", Decimal("98.3")), ("Self-employed workers", Decimal("1.7"))
    ]  # fmt: skip
    assert shown().remainder == Decimal("29.9"), "100 - 68.4 - 1.7"
    load("matrix", folder / INDUSTRY)
    assert [name for name, _ in shown().rows] == ["Manufacturing"], "336 keeps its place in the tree"
    load("matrix", folder / OCCUPATION, force=True)
    IndustryShare.objects.update(display_level=None)
    assert [name for name, _ in shown().rows] == ["Manufacturing", "Chemical manufacturing (3251,2 only)"]
    IndustryShare.objects.filter(industry__code="31-33").update(share=Decimal("98.6"))
    assert [name for name, _ in shown().rows] == ["Manufacturing"], (
        "more than the whole: what can't be placed goes"
    )


def test_a_display_level_that_is_none_is_refused(codes, load, edited):
    path = edited('"60","2"', '"60","two"', name=OCCUPATION, source=OCCUPATION)
    assert "310000: the display level is 'two', not a digit" in _refused(load, path)
