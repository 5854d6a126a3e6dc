"""Titles with commas as running words: every one that the classifications have, each looked at."""

import csv
from pathlib import Path

import polars as pl
import pytest

from occupations.running_titles import running_title
from occupations.titles import sentence_case

KINDS = ("occupations", "projections", "structure")
HERE = Path(__file__).parent
TITLES = dict(csv.reader((HERE / "running_titles.tsv").read_text().splitlines(), delimiter="\t"))


def test_every_title_of_the_table_reads_as_it_was_reviewed() -> None:
    assert len(TITLES) > 480
    assert {title: running_title(title) for title in TITLES} == TITLES


def test_running_words_stay_as_they_are() -> None:
    again = {reads: running_title(reads) for reads in TITLES.values()}
    assert [reads for reads, twice in again.items() if reads != twice] == []


def test_none_is_cut_in_two_by_a_qualifier() -> None:
    for title, reads in TITLES.items():
        assert reads.count("(") <= title.count(";") + 1, title
        assert "all other," not in reads or "(all other," in reads, title


@pytest.mark.real_files
def test_no_title_with_a_comma_is_missing() -> None:
    bundle = HERE.parent.parent / "fixtures" / "bundle"
    titles: set[str] = set()
    for path in [path for kind in KINDS for path in bundle.glob(f"*-{kind}.parquet")]:
        frame = pl.read_parquet(path)
        for code, title in (
            ("code", "title"),
            ("occ_code", "occ_title"),
            ("occupation_code", "occupation_title"),
        ):
            if {code, title} <= set(frame.columns):
                coded = frame.filter(pl.col(code).cast(pl.String).str.contains(r"^\d\d-\d{4}"))
                titles |= set(coded[title].drop_nulls())
    assert len(titles) > 800
    written = {sentence_case(title) for title in titles}
    assert (
        sorted(title for title in written if (", " in title or "--" in title) and title not in TITLES) == []
    )
