import pytest

from occupations.models import ImportRun, Program, ProgramOccupation

CSV = "CIP2020_SOC2018_Crosswalk.csv"
HEADER = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
ROW = [
    "52.0201",
    "Business Administration and Management, General.",
    "11-3051",
    "Industrial Production Managers",
]


def _refused(load, *paths):
    run = load("cip-soc", *paths)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not Program.objects.exists()
    return run.report


def test_programs_lead_to_occupations_and_no_match_is_counted(soc, load, samples):
    run = load("cip-soc", samples / "cip-soc" / CSV)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    programs = Program.objects.filter(occupations__code="11-3051").values_list("code", "title")
    assert dict(programs)["52.0201"] == "Business Administration and Management, General"
    assert not Program.objects.filter(title__endswith=".").exists()
    assert Program.objects.get(code="52.0201").system.slug == "cip-2020"
    assert run.counts["programs without an occupation (99-9999), not kept"] == 1
    assert run.counts["occupations without a program (99.9999), not kept"] == 1
    assert not Program.objects.filter(code__in=("99.9999", "01.0508")).exists()
    assert run.release.label == "CIP 2020 to SOC 2018"


def test_again_dry_and_the_workbook_beside_it(soc, load, samples, workbook):
    path = samples / "cip-soc" / CSV
    assert load("cip-soc", path, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Program.objects.exists()
    load("cip-soc", path)
    before = set(ProgramOccupation.objects.values_list("program_id", "occupation_id"))
    assert load("cip-soc", path).outcome == ImportRun.Outcome.UNCHANGED
    assert load("cip-soc", path, force=True).outcome == ImportRun.Outcome.LOADED
    assert set(ProgramOccupation.objects.values_list("program_id", "occupation_id")) == before


def test_of_a_workbook_the_first_sheet_of_pairs_is_read_and_wrapped_codes_are_unwrapped(
    soc, load, workbook, tmp_path
):
    guide = [["File Name", "Description"], ["CIP-SOC", "Pairs"]]
    book = workbook("book.xlsx", Guide=guide, Pairs=[HEADER, ROW], Extract=[HEADER])
    wrapped = tmp_path / "wrapped.csv"
    wrapped.write_text(f'{",".join(HEADER)}\n"=""52.0201""","{ROW[1]}","=""11-3051""",{ROW[3]}\n')
    run = load("cip-soc", book, wrapped)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert Program.objects.get().code == "52.0201"


def test_files_that_differ_name_every_pair(soc, load, workbook):
    other = ["52.0201", ROW[1], "17-2112", "Industrial Engineers"]
    one, two = workbook("one.xlsx", A=[HEADER, ROW, other]), workbook("two.xlsx", A=[HEADER, ROW])
    assert "one.xlsx:3: 52.0201 with 17-2112 is not in two.xlsx" in _refused(load, one, two)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["520201", "T.", "11-3051", "T"], "bad.xlsx:3: '520201' is not a CIP code"),
        (["52.0201", ROW[1], "11-9998", "T"], "bad.xlsx:3: 52.0201: '11-9998' is not a code of SOC 2018"),
        (["52.0202", ".", "11-3051", "T"], "bad.xlsx:3: 52.0202 has no title"),
        (["52.0202", "T" * 252, "11-3051", "T"], "longer than 250"),
        (["52.0201", "Other.", "11-3051", "T"], "bad.xlsx:3: 52.0201 has another title here"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(soc, load, workbook, row, message):
    assert message in _refused(load, workbook("bad.xlsx", A=[HEADER, ROW, row]))


def test_bad_files(soc, load, workbook, tmp_path):
    assert "lacks: SOC2018Title" in _refused(load, workbook("half.xlsx", A=[HEADER[:3]]))
    assert "there is no pair" in _refused(load, workbook("empty.xlsx", A=[HEADER]))
    semicolons = tmp_path / "semicolons.csv"
    semicolons.write_text(";".join(HEADER) + "\n")
    assert "missing columns: CIP2020Code, CIP2020Title, SOC2018Code, SOC2018Title" in _refused(
        load, semicolons
    )


def test_soc_comes_first(load, workbook):
    assert "SOC 2018 is not loaded" in _refused(load, workbook("a.xlsx", A=[HEADER, ROW]))


@pytest.mark.real_files
def test_the_real_crosswalk_from_both_files(real_data, load):
    load("soc", real_data / "soc-2018" / "soc_structure_2018.xlsx")
    run = load("cip-soc", real_data / "cip-soc")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert list(run.counts.values()) == [1948, 5723, 194, 180]
    assert load("cip-soc", real_data / "cip-soc").outcome == ImportRun.Outcome.UNCHANGED
    programs = Program.objects.filter(occupations__code="11-3051")
    assert programs.count() == 9
