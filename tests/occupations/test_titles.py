import re

import fastexcel
import pytest

from importers.soc.combinations import COMBINATIONS
from occupations.titles import sentence_case

# Where EP differs from ours: the apostrophe of the SOC file, and a language without its capital.
EXCEPTIONS = {
    "25-3011": (
        "Adult basic education, adult secondary education, and English as a second language instructors",
        "Adult basic education, adult secondary education, and english as a second language instructors",
    ),
    "33-3051": ("Police and sheriff’s patrol officers", "Police and sheriff's patrol officers"),
}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Industrial Production Managers", "Industrial production managers"),
        ("First-Line Supervisors of Retail Sales Workers", "First-line supervisors of retail sales workers"),
        (
            "English Language and Literature Teachers, Postsecondary",
            "English language and literature teachers, postsecondary",
        ),
        ("Teachers of English as a Second Language", "Teachers of English as a second language"),
        ("Weapons Specialists/Crew Members", "Weapons specialists/crew members"),
        ("HVAC Mechanics  and RV Technicians ", "HVAC mechanics and RV technicians"),
    ],
)
def test_sentence_case_keeps_proper_names_and_acronyms(title, expected):
    assert sentence_case(title) == expected


def _titles_by_code(path, sheet, code_column, title_column):
    rows = fastexcel.read_excel(str(path)).load_sheet(sheet, header_row=None, dtypes="string").to_polars()
    pattern = re.compile(r"^\d\d-\d{4}$")
    return {
        row[code_column]: row[title_column].strip()
        for row in rows.iter_rows()
        if row[code_column] and pattern.match(row[code_column])
    }


@pytest.mark.real_files
def test_sentence_case_agrees_with_the_titles_of_the_projections(real_data):
    soc: dict[str, str] = {}
    for level in range(4):
        soc |= _titles_by_code(real_data / "soc-2018" / "soc_structure_2018.xlsx", 0, level, 4)
    soc |= {row.code: row.title for row in COMBINATIONS}
    projections = _titles_by_code(real_data / "ep" / "occupation_2024-34.xlsx", "Table 1.2", 1, 0)
    shared = soc.keys() & projections.keys()
    differing = {
        code: (sentence_case(soc[code]), projections[code])
        for code in shared
        if sentence_case(soc[code]) != projections[code]
    }
    assert differing == EXCEPTIONS
    assert len(shared) == 1112
