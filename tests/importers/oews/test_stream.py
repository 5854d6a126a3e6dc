import gzip

import pytest

from importers.oews.stream import LONGEST_GROUP, pieces_of, text_of
from importers.report import InputRefusedError

LINES = [f"{group:03}{member:02} figure\n" for group in range(40) for member in range(group % 7 + 1)]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lines"
    path.write_text("".join(LINES))
    return path


@pytest.mark.parametrize("size", [1, 7, 13, 14, 100, 1000, 10_000])
@pytest.mark.parametrize("packed", [False, True])
def test_pieces_are_whole_groups_in_order(file, size, packed):
    if packed:
        file.write_bytes(gzip.compress(file.read_bytes()))
    pieces = list(pieces_of(file, same=3, size=size))
    assert b"".join(piece.lines for piece in pieces).decode() == "".join(LINES)
    line = 1
    for piece in pieces:
        assert piece.first_line == line
        line += piece.lines.count(b"\n")
    groups = [{text[:3] for text in piece.lines.splitlines()} for piece in pieces]
    assert sum(map(len, groups)) == 40


def test_endless_groups_are_cut(tmp_path):
    path = tmp_path / "lines"
    path.write_text("same\n" * (3 * LONGEST_GROUP))
    pieces = list(pieces_of(path, same=4, size=5 * LONGEST_GROUP))
    assert len(pieces) > 1
    assert b"".join(piece.lines for piece in pieces) == path.read_bytes()


def test_nothing_comes_of_an_empty_file(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    assert list(pieces_of(path, same=3)) == []
    assert text_of(path) == ""


@pytest.mark.parametrize("cut", [1, 10, 30])
def test_a_packed_file_that_is_cut_off(file, cut):
    file.write_bytes(gzip.compress(file.read_bytes())[:-cut])
    with pytest.raises(InputRefusedError, match="cut off or damaged"):
        list(pieces_of(file, same=3))
    with pytest.raises(InputRefusedError, match="cut off or damaged"):
        text_of(file)


def test_a_plain_file_that_is_cut_off(file):
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(InputRefusedError, match=f":{len(LINES)}: the file breaks off"):
        list(pieces_of(file, same=3, size=50))


def test_a_small_file_in_an_older_encoding(tmp_path):
    path = tmp_path / "oe.area"
    path.write_bytes("Mayagüez".encode("cp1252"))
    assert text_of(path) == "Mayagüez"
