"""Sources of every kind are read passage by passage, and what can't be read is said."""

import gzip
from pathlib import Path

import pytest
import xlsxwriter

from occupations.lint.prose import prose_of
from occupations.lint.sources import UnreadableSourceError, passages

XML = """<?xml version="1.0"?><ooh><occupation><title>Tuners</title><section_body><![CDATA[<p>They tune
 <em>pianos</em> &amp; organs.</p>
<ul><li>Listen</li><li>Adjust</li></ul><script>var secret</script>]]></section_body></occupation></ooh>"""
MARKED_UP = ["Tuners", "They tune pianos & organs.", "Listen", "Adjust"]
TABLE = "Code\tTask\n1\tTune a piano.\n2\tTune an organ.\n"


def texts(path: Path) -> list[str]:
    return [passage for _, passage in passages(path)]


@pytest.mark.parametrize("packed", [False, True])
def test_xml_with_html_inside(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("ooh.xml.gz" if packed else "ooh.xml")
    path.write_bytes(gzip.compress(XML.encode()) if packed else XML.encode())
    assert texts(path) == MARKED_UP


def test_a_table_as_text_is_read_cell_by_cell(tmp_path: Path) -> None:
    (tmp_path / "Tasks.txt").write_text(TABLE)
    assert texts(tmp_path / "Tasks.txt") == ["Code", "Task", "1", "Tune a piano.", "2", "Tune an organ."]


def test_plain_text_is_read_by_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They tune\npianos.\n\nThey listen.\n", encoding="utf-8-sig")
    assert texts(tmp_path / "a.txt") == ["They tune\npianos.", "They listen.\n"]


def test_a_workbook_is_read_cell_by_cell(tmp_path: Path) -> None:
    path = tmp_path / "definitions.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for rows in ([["Code", "Definition"], ["49-9063", "Tune pianos."]], [["Another sheet"]]):
            sheet = workbook.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    assert sorted(texts(path)) == ["49-9063", "Another sheet", "Code", "Definition", "Tune pianos."]


def test_a_folder_stands_for_its_files_and_each_passage_names_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.html").write_text("<p>B</p>")
    (tmp_path / ".hidden").write_text("C")
    assert list(passages(tmp_path)) == [("a.txt", "A"), ("b.html", "B")]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b"\xff\xfe\x00"), ("a.txt.gz", b"no gzip"), ("a.xlsx", b"<html>"), ("missing.txt", None)],
)
def test_what_cannot_be_read_is_said_with_its_path(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=name):
        texts(tmp_path / name)


def test_a_truncated_gzip_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.xml.gz"
    path.write_bytes(gzip.compress(XML.encode())[:-20])
    with pytest.raises(UnreadableSourceError, match="can't be read as text"):
        texts(path)


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    markdown = (
        "### Head\n\nThey **tune**\npianos, see [this](https://example.org/9-percent).\n\n- One `item`\n"
    )
    assert prose_of(markdown) == "Head\n\nThey tune pianos, see this.\n\nOne item"
