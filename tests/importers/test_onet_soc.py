import pytest

from importers.onet_soc import checks, reader
from importers.report import Problems
from occupations.models import ImportRun, Occupation, Release

HEADER = ["O*NET-SOC 2019 Code", "O*NET-SOC 2019 Title", "2018 SOC Code", "2018 SOC Title"]
GOOD = [
    HEADER,
    ["11-3051.00", "Industrial Production Managers", "11-3051", "Industrial Production Managers"],
    ["11-3051.01", "Quality Control Systems Managers", "11-3051", "Industrial Production Managers"],
    ["17-2112.01", "Human Factors Engineers and Ergonomists", "17-2112", "Industrial Engineers"],
]


def _refused(load, *paths):
    run = load("onet-soc", *paths)
    assert run.outcome == ImportRun.Outcome.REFUSED
    return run.report


def test_base_codes_are_the_soc_occupation_and_others_hang_under_it(soc, load, workbook):
    before = Occupation.objects.count()
    run = load("onet-soc", workbook("crosswalk.xlsx", Listing=GOOD))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert Occupation.objects.count() == before + 2
    child = Occupation.objects.select_related("parent", "system").get(code="11-3051.01")
    assert (child.level, child.parent.code, child.system.slug) == (
        Occupation.Level.ONET,
        "11-3051",
        "onet-soc-2019",
    )
    assert child.sentence_title == "Quality control systems managers"
    assert child.system.extends is not None
    assert child.system.extends.slug == "soc-2018"
    # 17-2112.00 is not in this file: its child hangs under the SOC occupation all the same.
    assert Occupation.objects.get(code="17-2112.01").parent.code == "17-2112"
    assert run.counts == {
        "O*NET occupations under a SOC occupation": 2, "codes that are SOC occupations themselves": 1
    }  # fmt: skip
    assert Release.objects.get(source__slug="onet-soc").is_official


def test_again_dry_and_a_code_that_vanishes(soc, load, workbook):
    path = workbook("crosswalk.xlsx", Listing=GOOD)
    assert load("onet-soc", path, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Occupation.objects.filter(level=Occupation.Level.ONET).exists()
    load("onet-soc", path)
    assert load("onet-soc", path).outcome == ImportRun.Outcome.UNCHANGED
    shorter = workbook("shorter.xlsx", Listing=GOOD[:-1])
    assert "only 1 O*NET occupations where 2 are loaded" in _refused(load, shorter)
    assert load("onet-soc", shorter, force=True).outcome == ImportRun.Outcome.LOADED
    assert Occupation.objects.get(code="17-2112.01").is_retired


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["11-3051", "T", "11-3051", "T"], "bad.xlsx:5: '11-3051' is not an O*NET-SOC code"),
        (
            ["11-3051.02", "T", "11-3059", "T"],
            "bad.xlsx:5: 11-3051.02: '11-3059' is not a detailed occupation",
        ),
        (["11-3051.02", "T", "11-3000", "T"], "'11-3000' is not a detailed occupation"),
        (["11-3051.02", None, "11-3051", "T"], "bad.xlsx:5: 11-3051.02 has no title"),
        (["11-3051.02", "T" * 201, "11-3051", "T"], "longer than 200"),
        (["11-3051.01", "Other", "11-3051", "T"], "bad.xlsx:5: 11-3051.01 is here a second time"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(soc, load, workbook, row, message):
    assert message in _refused(load, workbook("bad.xlsx", Listing=[*GOOD, row]))
    assert not Occupation.objects.filter(level=Occupation.Level.ONET).exists()


def test_bad_files(soc, load, workbook):
    assert "lacks: 2018 SOC Title" in _refused(load, workbook("half.xlsx", A=[HEADER[:3]]))
    assert "unexpected columns: More" in _refused(load, workbook("more.xlsx", A=[[*HEADER, "More"]]))
    assert "there is no row in the crosswalk" in _refused(load, workbook("empty.xlsx", A=[HEADER]))


def test_soc_comes_first(load, workbook):
    assert "SOC 2018 is not loaded" in _refused(load, workbook("crosswalk.xlsx", Listing=GOOD))


def test_a_base_code_under_another_soc_code_is_an_occupation_of_its_own(workbook):
    path = workbook("odd.xlsx", A=[HEADER, ["11-3059.00", "Odd ones", "11-3051", "T"]])
    problems = Problems()
    rows = checks.occupations(reader.read([path]), {"11-3051"}, problems)
    assert not problems
    assert rows.rows() == [("11-3059.00", "Odd ones", "11-3051")]


@pytest.mark.real_files
def test_the_real_crosswalk(real_data, load):
    load("soc", real_data / "soc-2018" / "soc_structure_2018.xlsx")
    path = real_data / "soc-2018" / "2019_to_SOC_Crosswalk.xlsx"
    run = load("onet-soc", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert list(run.counts.values()) == [149, 867]
    assert load("onet-soc", path).outcome == ImportRun.Outcome.UNCHANGED
    parents = Occupation.objects.filter(level=Occupation.Level.ONET).values_list(
        "parent__is_residual", "parent_id"
    )
    assert len({parent for residual, parent in parents if residual}) == 24
