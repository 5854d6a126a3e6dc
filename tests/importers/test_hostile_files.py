"""Files that would take all memory or time are refused, in a sentence and before they do."""

import gzip
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from importers import workbooks
from importers.headers import read_sheets
from importers.oews import stream
from importers.onet import reader as onet
from importers.ooh import reader as ooh
from importers.report import InputRefusedError
from importers.workbooks import open_workbook


def workbook(path: Path, *cells: str) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Data")
        for cell in cells:
            sheet.write(*xl_cell_to_rowcol(cell), "x")
    return path


@pytest.mark.parametrize("cell", ["AZZ1048576", "XFD40000", "B1048576"])
def test_one_cell_far_from_the_others(tmp_path, cell):
    """The reader holds the whole rectangle: 1.4 billion cells for the first of these."""
    with pytest.raises(InputRefusedError, match="a cell stands far from the others"):
        read_sheets(workbook(tmp_path / "a.xlsx", "A1", cell))


@pytest.mark.parametrize("cells", [("A1", "B2"), ("A1", "AZ2000"), ("A1", "A900000")])
def test_cells_with_some_space_between_are_read(tmp_path, cells):
    assert open_workbook(workbook(tmp_path / "a.xlsx", *cells)).sheet_names == ["Data"]


def test_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    path = workbook(tmp_path / "a.xlsx", "A1")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings2.xml", "x" * 100_000)
    monkeypatch.setattr(workbooks, "MOST_BESIDE_SHEETS", 90_000)
    with pytest.raises(InputRefusedError, match="the workbook unpacks to more than"):
        open_workbook(path)


@pytest.mark.parametrize("encoding", ["utf-7", "klingon", "hex", "shift_jis"])
def test_xml_in_a_strange_encoding(tmp_path, encoding):
    path = tmp_path / "ooh.xml"
    path.write_text(f'<?xml version="1.0" encoding="{encoding}"?>\n<ooh/>')
    with pytest.raises(InputRefusedError, match=r"ooh\.xml:1: "):
        ooh.read([path])


def test_xml_of_endless_elements(tmp_path, monkeypatch):
    monkeypatch.setattr(ooh, "MOST_ELEMENTS", 1_000)
    path = tmp_path / "ooh.xml"
    path.write_text("<ooh>" + "<a/>" * 1_001 + "</ooh>")
    with pytest.raises(InputRefusedError, match="the XML has more than 1,000 elements"):
        ooh.read([path])


def test_a_compressed_file_without_the_end_of_a_line(tmp_path, monkeypatch):
    monkeypatch.setattr(stream, "LONGEST_REST", 1 << 16)
    path = tmp_path / "oe.data.0.Current.gz"
    path.write_bytes(gzip.compress(b"a" * (1 << 20)))
    with pytest.raises(InputRefusedError, match="there is no end of a line in"):
        list(stream.pieces_of(path, 17, 1 << 14))


def test_small_files_that_are_large(tmp_path, monkeypatch):
    monkeypatch.setattr(stream, "LARGEST_SMALL", 1_000)
    monkeypatch.setattr(onet, "LARGEST_FILE", 1_000)
    path = tmp_path / "oe.area.gz"
    path.write_bytes(gzip.compress(b"a" * 1_001))
    with pytest.raises(InputRefusedError, match="the file is larger than 1,000 bytes"):
        stream.text_of(path)
    with pytest.raises(InputRefusedError, match="the file is larger than 1,000 bytes"):
        onet._text(path)
