import pytest

from importers.headers import Columns, find_table, no_table, read_csv, read_sheets
from importers.report import InputRefusedError

COLUMNS = Columns(
    wanted={"code": r"Code", "first": r"Jobs,? \d{4}", "second": r"Jobs,? \d{4}"}, ignored=(r"Notes",)
)


def test_the_header_is_found_under_a_banner_and_lines_are_those_of_the_sheet(workbook):
    path = workbook(
        "a.xlsx",
        Other=[["something", "else"]],
        Data=[
            [],
            ["A banner"],
            [],
            ["Code", "Notes", "Jobs, 2024", "Jobs, 2034"],
            [],
            ["A ", "", 1.5, "  2  "],
        ],
    )
    table = find_table("a.xlsx", read_sheets(path), COLUMNS)
    assert table is not None
    assert table.rows.to_dicts() == [{"code": "A", "first": "1.5", "second": "2", "line": 6}]
    assert table.headers["second"] == "Jobs, 2034"


def test_a_header_in_two_rows_is_read_together(workbook):
    path = workbook("a.xlsx", Data=[["Code", "Jobs", None], [None, 2019, 2029], ["A", 1, 2]])
    table = find_table("a.xlsx", read_sheets(path), COLUMNS)
    assert table is not None
    assert table.rows.to_dicts() == [{"code": "A", "first": "1", "second": "2", "line": 3}]


def test_an_unexpected_column_is_named(workbook):
    path = workbook("a.xlsx", Data=[["Code", "Jobs, 2024", "Jobs, 2034", "Surprise"]])
    with pytest.raises(InputRefusedError, match=r"a\.xlsx:1: unexpected columns: Surprise"):
        find_table("a.xlsx", read_sheets(path), COLUMNS)


def test_a_missing_column_is_named_by_the_nearest_header(workbook):
    path = workbook("a.xlsx", Data=[["Title"], ["Code", "Jobs, 2024"]])
    sheets = read_sheets(path)
    assert find_table("a.xlsx", sheets, COLUMNS) is None
    assert no_table(sheets, {"the jobs": COLUMNS}) == (
        "no sheet has the jobs; the nearest header, of the jobs (sheet 'Data', row 2), lacks: Jobs YYYY"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"<!DOCTYPE html><html>", "a web page saved under the name of a workbook"),
        (b"Code,Jobs", "this is not an Excel workbook"),
        (b"PK\x05\x06" + bytes(18), "can't be opened"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(tmp_path, content, message):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputRefusedError, match=message):
        read_sheets(path)


def test_a_workbook_without_cells_is_refused(workbook):
    with pytest.raises(InputRefusedError, match="no cells"):
        read_sheets(workbook("a.xlsx", Data=[]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \n", "the file is empty"),
        (b"<html></html>", "a web page"),
        (b"\xff\xfe\x00", "not a text file in UTF-8"),
        (b"Code;Jobs 2024;Jobs 2034\nA;1;2\n", "missing columns: Code, Jobs YYYY, Jobs YYYY"),
        (b"Code,Jobs 2024,Jobs 2034\nA,1\n", r"a\.csv:2: the row has 2 fields, the header 3"),
        (b"Code,Jobs 2024,Jobs 2034,More\nA,1,2,3\n", "unexpected columns: More"),
    ],
)
def test_bad_text_files_are_refused(tmp_path, content, message):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(InputRefusedError, match=message):
        read_csv(path, COLUMNS)


def test_a_text_file_keeps_its_line_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'\xef\xbb\xbfCode,Jobs 2024,Jobs 2034\r\n\r\n"A",1,\r\n')
    assert read_csv(path, COLUMNS).rows.to_dicts() == [{"code": "A", "first": "1", "second": None, "line": 3}]
