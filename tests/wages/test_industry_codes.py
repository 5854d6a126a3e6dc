from collections import Counter

import pytest

from tests.importers.oews.samples import SAMPLES
from wages.industry_codes import INDUSTRY_GROUPS, IndustryCode, labstat_code, read_industry_code


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    """All 444 industries of May 2025, by the code of LABSTAT."""
    lines = (SAMPLES / "labstat/oe.industry").read_text().splitlines()[1:]
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines}


def industry(published: str, owner: str = "") -> IndustryCode:
    read = read_industry_code(published, owner)
    assert read is not None, published
    return read


def test_every_industry_of_a_release_has_its_place(titles):
    industries = {code: industry(code) for code in titles}
    assert len(industries) == 444
    assert Counter(read.kind for read in industries.values()) == {
        "all": 1, "private": 1, "sector": 20, "naics": 370, "combination": 18, "ownership": 30, "government": 4,
    }  # fmt: skip
    assert len({read.code for read in industries.values()}) == 444
    assert {read.group for read in industries.values()} <= set(INDUSTRY_GROUPS)


def test_the_code_of_labstat_comes_back(titles):
    assert {labstat_code(industry(code).code) for code in titles} == set(titles)


def test_every_parent_is_in_the_release_or_a_naics_industry_between(titles):
    codes = {industry(code).code for code in titles}
    strangers = {industry(code).parent for code in titles} - codes - {None}
    # OEWS publishes some 6-digit industries without the 5-digit one around them.
    assert strangers == {"22111", "52411", "72251"}


def test_titles_agree_with_the_kind(titles):
    for code, title in titles.items():
        read = industry(code)
        assert (read.kind == "ownership") == title.endswith(" Owned"), title
        assert (read.kind == "sector") == title.startswith("Sector"), title
        assert (read.kind == "combination" and not read.code.startswith("99")) == ("only)" in title), title


@pytest.mark.parametrize(
    ("published", "code", "kind", "level", "parent"),
    [
        ("000000", "000000", "all", 0, None),
        ("000001", "000001", "private", 0, "000000"),
        ("31--34", "31-33", "sector", 2, "000000"),
        ("31-33", "31-33", "sector", 2, "000000"),
        ("99-100", "99", "sector", 2, "000000"),
        ("99", "99", "sector", 2, "000000"),
        ("332000", "332", "naics", 3, "31-33"),
        ("332700", "3327", "naics", 4, "332"),
        ("332710", "33271", "naics", 5, "3327"),
        ("221111", "221111", "naics", 6, "22111"),
        ("3320A1", "3320A1", "combination", 4, "332"),
        ("551000", "551", "naics", 3, "55"),
        ("551100", "5511", "naics", 4, "551"),
        ("611105", "611105", "ownership", 4, "6111"),
        ("622002", "622002", "ownership", 3, "622"),
        ("999000", "999", "combination", 3, "99"),
        ("999100", "9991", "combination", 4, "999"),
        ("999001", "999001", "government", 0, "000000"),
        ("999101", "999101", "government", 0, "999001"),
        ("999301", "999301", "government", 0, "999001"),
    ],
)
def test_places(published, code, kind, level, parent):
    read = industry(published)
    assert (read.code, read.kind, read.level, read.parent) == (code, kind, level, parent)


@pytest.mark.parametrize(
    ("published", "owner", "code"),
    [
        ("611000", "235", "611"), ("611000", "5", "611005"), ("611100", "2", "611102"),
        ("622000", "58", "622"), ("622100", "3", "622103"),
        # A sole owner is the whole of an industry that OEWS doesn't cut.
        ("621000", "5", "621"), ("11", "5", "11"), ("713200", "57", "7132"), ("999100", "1", "9991"),
    ],
)  # fmt: skip
def test_ownership_is_part_of_a_row_of_a_workbook(published, owner, code):
    assert industry(published, owner).code == code


@pytest.mark.parametrize(
    "published",
    ["", "0", "332", "33200", "332A00", "3320B1", "100000", "990000", "32--33", "31--33", "45", "92--93",
     "921000", "332101", "611001", "611009", "999009", "999999", "999400", "991000", "333000 ", "OEUM00"],
)  # fmt: skip
def test_what_is_no_industry(published):
    assert read_industry_code(published) is None
