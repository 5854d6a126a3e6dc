import re
from collections import defaultdict

import fastexcel
import pytest

from importers.naics.short_titles import SHORT_TITLES
from importers.naics.titles import official_words, short_industry_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sectors 31, 32, and 33 - Manufacturing", "Manufacturing"),
        ("Sector 31-33 - Manufacturing", "Manufacturing"),
        ("Sector 42 - Wholesale Trade", "Wholesale trade"),
        ("Soybean FarmingT", "Soybean farming"),
        ("Soybean Farming T", "Soybean farming"),
        ("Hospitals, Local Government Owned", "Hospitals, local government"),
        ("Technical and Trade Schools, Privately Owned", "Technical and trade schools, private"),
        (
            "Sector 99 - Federal, State, and Local Government, excl. State & Local Schools & Hospitals & USPS",
            "Government, except schools, hospitals and mail",
        ),
        (
            "American Indian and Alaska Native Tribal Governments",
            "American Indian and Alaska Native tribal governments",
        ),
        (
            "RV (Recreational Vehicle) Parks and Campgrounds",
            "RV (recreational vehicle) parks and campgrounds",
        ),
        ("Cross-Industry, Private, Federal, State, and Local", "All industries"),
    ],
)
def test_short_titles(title, expected):
    assert short_industry_title(title) == expected


def _naics_titles(real_data):
    path = real_data / "naics-2022" / "2-6 digit_2022_Codes.xlsx"
    rows = fastexcel.read_excel(str(path)).load_sheet(0, dtypes="string").to_polars().iter_rows()
    return {row[1].strip(): row[2] for row in rows if row[1] and re.match(r"\d", row[1])}


def _oews_titles(real_data):
    lines = (real_data / "oews-labstat-2025" / "oe.industry").read_text().splitlines()[1:]
    return dict(line.split("\t")[:2] for line in lines)


@pytest.mark.real_files
def test_short_titles_are_short_and_tell_siblings_apart(real_data):
    naics, oews = _naics_titles(real_data), _oews_titles(real_data)
    in_use = [title for code, title in naics.items() if len(code) < 6] + list(oews.values())
    assert [short_industry_title(title) for title in in_use if len(short_industry_title(title)) > 60] == []

    siblings = defaultdict(list)
    for code, title in naics.items():
        siblings[code[:-1] if code.isdigit() and len(code) > 2 else ""].append(short_industry_title(title))
    for parent, titles in siblings.items():
        assert len(set(titles)) == len(titles), parent
    # OEWS repeats whole sectors and groups one level down; those are the only titles that occur twice.
    by_title = defaultdict(list)
    for code, title in oews.items():
        by_title[short_industry_title(title)].append(code)
    for title, codes in by_title.items():
        assert len({oews[code].split(" - ")[-1] for code in codes}) == 1 or title.startswith("Government"), (
            codes
        )


@pytest.mark.real_files
def test_no_short_title_is_left_over(real_data):
    known = set()
    for title in [*_naics_titles(real_data).values(), *_oews_titles(real_data).values()]:
        words = official_words(title)
        known |= {words, re.sub(r", [\w ]+ Owned$", "", words)}
    spelled_otherwise_in_workbooks = {
        "Cross-industry",
        "Federal, State, and Local Government, excluding State and Local Government Schools and Hospitals and"
        " the U.S. Postal Service",
    }
    assert SHORT_TITLES.keys() - known == spelled_otherwise_in_workbooks
