from collections import Counter

import pytest

from importers.report import Problems
from importers.soc import checks, reader
from occupations.models import AlternateTitle, Description, ImportRun, Occupation, Release

HEADER = ["Major Group", "Minor Group", "Broad Group", "Detailed Occupation", None]
GOOD = [
    HEADER,
    ["11-0000", None, None, None, "Management Occupations"],
    [None, "11-1000", None, None, "Top Executives"],
    [None, None, "11-1010", None, "Chief Executives"],
    [None, None, None, "11-1011", "Chief Executives"],
]
TITLES_HEADER = ["2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title", "Illustrative Example"]

DEFINITIONS_HEADER = ["SOC Group", "SOC Code", "SOC Title", "SOC Definition"]
CROSSWALK_HEADER = ["O*NET-SOC 2019 Code", "O*NET-SOC 2019 Title", "2018 SOC Code", "2018 SOC Title"]


def _refused(load, *paths):
    run = load("soc", *paths)
    assert run.outcome == ImportRun.Outcome.REFUSED
    return run.report


def test_the_structure_gives_levels_parents_and_residuals(soc):
    assert soc.outcome == ImportRun.Outcome.LOADED
    by_code = {
        row.code: row for row in Occupation.objects.filter(system__slug="soc-2018").select_related("parent")
    }
    assert by_code["00-0000"].title == "All Occupations"
    assert by_code["00-0000"].parent is None
    assert by_code["11-0000"].parent.code == "00-0000"
    managers = by_code["11-3051"]
    assert (managers.title, managers.sentence_title) == (
        "Industrial Production Managers", "Industrial production managers"
    )  # fmt: skip
    assert managers.level == Occupation.Level.DETAILED
    # Cut from the digits, each of these would hang from another group.
    assert by_code["15-1211"].parent.parent.code == "15-1200"
    assert by_code["15-1200"].parent.code == "15-0000"
    assert by_code["31-1121"].parent.parent.code == "31-1100"
    assert by_code["51-5111"].parent.parent.code == "51-5100"
    assert by_code["11-9199"].is_residual
    assert by_code["29-1029"].is_residual
    assert not by_code["11-3051"].is_residual


def test_the_combined_codes_come_with_the_structure(soc):
    combined = Occupation.objects.get(system__slug="oews-2021", code="21-1018")
    assert combined.parent.code == "21-1010"
    assert sorted(combined.combines.values_list("code", flat=True)) == ["21-1011", "21-1014"]
    assert not combined.is_retired
    hybrid = Occupation.objects.get(system__slug="oews-2019-hybrid", code="15-1256")
    assert hybrid.is_retired
    assert hybrid.sentence_title == "Software developers and software quality assurance analysts and testers"
    assert Occupation.objects.exclude(system__slug="soc-2018").count() == 29


def test_direct_match_titles_tell_examples_apart(soc):
    titles = AlternateTitle.objects.filter(occupation__code="11-3051")
    kinds = dict(titles.values_list("title", "kind"))
    assert (kinds["Plant Superintendent"], kinds["Plant Manager"]) == ("direct", "example")
    assert set(kinds.values()) == {"direct", "example"}
    release = Release.objects.get(source__slug="soc")
    assert (release.label, str(release), release.kind, release.state) == (
        "SOC 2018",
        "SOC 2018",
        "official",
        "ready",
    )
    assert release.published_on.isoformat() == "2017-11-28"


def test_the_same_files_again_do_nothing_and_other_copies_keep_the_ids(soc, load, samples, workbook):
    before = dict(Occupation.objects.values_list("code", "id"))
    assert load("soc", samples / "soc").outcome == ImportRun.Outcome.UNCHANGED
    assert load("soc", samples / "soc", force=True).outcome == ImportRun.Outcome.LOADED
    assert dict(Occupation.objects.values_list("code", "id")) == before


def test_a_dry_run_writes_nothing(load, samples):
    assert load("soc", samples / "soc", dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Occupation.objects.exists()


def test_a_code_that_vanishes_is_retired_not_deleted(soc, load, samples, workbook):
    rows = reader.read([samples / "soc" / "soc_structure_2018.xlsx"]).structure
    assert rows is not None
    kept = [
        [row[level] for level in reader.LEVELS] + [row["title"]]
        for row in rows.iter_rows(named=True)
        if row["detailed"] != "17-2112"
    ]
    assert load("soc", workbook("new.xlsx", Structure=[HEADER, *kept])).outcome == ImportRun.Outcome.LOADED
    assert Occupation.objects.get(code="17-2112").is_retired
    load("soc", samples / "soc" / "soc_structure_2018.xlsx", force=True)
    assert not Occupation.objects.get(code="17-2112").is_retired


def test_a_torn_file_is_refused_unless_forced(soc, load, workbook):
    path = workbook("short.xlsx", Structure=GOOD)
    assert "only 5 occupations where" in _refused(load, path)
    assert Occupation.objects.filter(is_retired=False, code="11-3051").exists()


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ([[None, None, None, "11-1011", "Someone Else"]], "bad.xlsx:6: 11-1011 is here a second time"),
        ([[None, None, None, "111011", "Someone"]], "bad.xlsx:6: '111011' is not a SOC code"),
        ([[None, None, "11-1020", "11-1021", "Two"]], "bad.xlsx:6: 2 codes in one row"),
        ([[None, None, None, "11-1021", None]], "bad.xlsx:6: 11-1021 has no title"),
        ([[None, None, None, "13-1021", "Buyers"]], "bad.xlsx:6: 13-1021 stands under 11-1010"),
        (
            [["13-0000"] + [None] * 3 + ["B"], [None, None, None, "13-1011", "C"]],
            "bad.xlsx:7: 13-1011, a detailed",
        ),
        ([[None, None, None, "11-1012", "X" * 201]], "longer than 200"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(load, workbook, extra, message):
    report = _refused(load, workbook("bad.xlsx", Structure=[*GOOD, *extra]))
    assert message in report
    assert "Nothing was changed." in report
    assert not Occupation.objects.exists()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["99-9999", "T", "Boss", ""], "bad.xlsx:2: '99-9999' is not a code of SOC 2018"),
        (["11-3051", "T", "", "x"], "bad.xlsx:2: 11-3051 has a row without a direct-match title"),
        (
            ["11-3051", "T", "Boss", "maybe"],
            "bad.xlsx:2: the mark of an illustrative example is x, not 'maybe'",
        ),
        (["11-3051", "T", "B" * 251, "x"], "longer than 250"),
    ],
)
def test_bad_titles_are_named_with_file_and_line(soc, load, workbook, row, message):
    assert message in _refused(load, workbook("bad.xlsx", Titles=[TITLES_HEADER, row]))


def test_other_workbooks_are_left_out_or_refused(load, workbook, tmp_path):
    crosswalk = workbook("onet.xlsx", A=[CROSSWALK_HEADER])
    assert "none of the files is the structure" in _refused(load, crosswalk)
    assert "lacks: Broad Group, Detailed Occupation, " in _refused(
        load, workbook("half.xlsx", A=[["Major Group", "Minor Group"]])
    )
    assert "no sheet has the structure or the direct-match titles or the definitions" in _refused(
        load, workbook("x.xlsx", A=[["?"]])
    )


def test_two_editions_of_the_titles_are_not_mixed(soc, load, workbook):
    one = workbook("one.xlsx", Titles=[TITLES_HEADER, ["11-3051", "", "Boss", ""]])
    two = workbook("two.xlsx", Titles=[TITLES_HEADER, ["17-2112", "", "Boss", ""]])
    assert "one.xlsx and two.xlsx are two editions that differ" in _refused(load, one, two)


@pytest.mark.real_files
@pytest.mark.parametrize("structure", ["soc_structure_2018.xlsx", "soc_structure_2018_danfromstl.xlsx"])
def test_the_real_structure(real_data, structure):
    problems = Problems()
    content = reader.read([real_data / "soc-2018" / structure])
    assert content.structure is not None
    occupations = checks.occupations(content.structure, problems)
    assert not problems
    assert Counter(occupations["level"]) == {0: 1, 1: 23, 2: 98, 3: 459, 4: 867}
    assert occupations["is_residual"].sum() == 77
    assert occupations["parent"].null_count() == 1


@pytest.mark.real_files
@pytest.mark.parametrize(
    ("file", "count", "examples"),
    [
        ("soc_2018_direct_match_title_file.xlsx", 6520, 2408),
        ("soc_2018_direct_match_title_file_2018banner.xlsx", 6534, 2411),
    ],
)
def test_the_real_direct_match_titles(real_data, file, count, examples):
    problems = Problems()
    folder = real_data / "soc-2018"
    content = reader.read(
        [folder / "soc_structure_2018.xlsx", folder / file, folder / "2019_to_SOC_Crosswalk.xlsx"]
    )
    assert content.structure is not None
    assert content.titles is not None
    known = set(checks.occupations(content.structure, problems)["code"])
    titles = checks.alternate_titles(content.titles, known, problems)
    assert not problems
    assert titles.height == count
    assert (titles["kind"] == "example").sum() == examples
    assert content.notes == [
        "2019_to_SOC_Crosswalk.xlsx: left out, it is the crosswalk from O*NET-SOC (onet-soc)."
    ]


def test_definitions_become_descriptions_and_groups_have_none(soc, load, workbook):
    path = workbook(
        "definitions.xlsx",
        Definitions=[
            ["A banner", None, None, None],
            [],
            DEFINITIONS_HEADER,
            ["Broad", "11-3050", "Industrial Production Managers", None],
            ["Detailed", "11-3051", "Industrial Production Managers", "Keep the line  running."],
            ["Detailed", "17-2112", "Industrial Engineers", "Say how it could run better."],
        ],
    )
    run = load("soc", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.parts == ["definitions"]
    texts = dict(Description.objects.values_list("occupation__code", "text"))
    assert texts == {"11-3051": "Keep the line running.", "17-2112": "Say how it could run better."}
    assert load("soc", path).outcome == ImportRun.Outcome.UNCHANGED
    assert load("soc", path, force=True).outcome == ImportRun.Outcome.LOADED
    assert Description.objects.count() == 2
    assert AlternateTitle.objects.exists(), "the other parts are left as they were"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["Detailed", "99-9999", "T", "X."], "bad.xlsx:3: '99-9999' is not a code of SOC 2018"),
        (["Detailed", "17-2112", "T", None], "bad.xlsx:3: 17-2112 has no definition"),
        (["Detailed", "11-3051", "T", "Y."], "bad.xlsx:3: 11-3051 is defined in other words here"),
    ],
)
def test_bad_definitions_are_named_with_file_and_line(soc, load, workbook, row, message):
    good = ["Detailed", "11-3051", "T", "X."]
    assert message in _refused(load, workbook("bad.xlsx", D=[DEFINITIONS_HEADER, good, row]))
    assert not Description.objects.exists()


def test_two_editions_of_the_definitions_are_not_mixed(soc, load, workbook):
    one = workbook("one.xlsx", D=[DEFINITIONS_HEADER, ["Detailed", "11-3051", "T", "X."]])
    two = workbook("two.xlsx", D=[DEFINITIONS_HEADER, ["Detailed", "11-3051", "T", "Y."]])
    assert "two.xlsx:2: 11-3051 is defined in other words in one.xlsx" in _refused(load, one, two)


@pytest.mark.real_files
@pytest.mark.parametrize("file", ["soc_2018_definitions.xlsx", "soc_2018_definitions_danfromstl.xlsx"])
def test_the_real_definitions(real_data, file):
    problems = Problems()
    folder = real_data / "soc-2018"
    content = reader.read([folder / "soc_structure_2018.xlsx", folder / file])
    assert content.structure is not None
    assert content.definitions is not None
    known = set(checks.occupations(content.structure, problems)["code"])
    assert checks.definitions(content.definitions, known, problems).height == 867
    assert not problems
