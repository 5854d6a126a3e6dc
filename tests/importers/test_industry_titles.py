import pytest

from importers.industry_titles import TITLES, industries_by_title, spelled
from importers.naics import checks, reader
from importers.report import Problems


def test_a_title_means_the_industry_that_has_it():
    found = industries_by_title(
        [("62", "Health Care and Social Assistance"), ("325", "Chemical Manufacturing T")]
    )
    assert found[spelled("Healthcare and social assistance")] == "62"
    assert found[spelled("chemical manufacturing")] == "325"


def test_an_undivided_industry_is_known_by_its_shortest_code():
    found = industries_by_title([("541330", "Engineering Services"), ("54133", "Engineering Services ")])
    assert found[spelled("Engineering services")] == "54133"


def test_a_title_of_two_industries_means_neither():
    assert industries_by_title([("111", "Other"), ("112", "Other")]) == {}


def test_matrix_titles_mean_what_the_table_says_where_it_is_loaded():
    title = "Hospitals; state, local, and private"
    assert industries_by_title([("622", "Hospitals")])[spelled(title)] == "622"
    assert spelled(title) not in industries_by_title([("621", "Ambulatory Health Care Services")])


@pytest.mark.real_files
def test_every_title_of_the_table_names_an_industry_of_oews_or_naics(real_data):
    content = reader.read([real_data / "naics-2022" / "2-6 digit_2022_Codes.xlsx"])
    known = set(checks.industries(content.codes, Problems())["code"])
    text = (real_data / "oews-labstat-2025" / "oe.industry").read_text()
    known |= {line.split("\t")[0] for line in text.splitlines()}
    known |= {code.rstrip("0") for code in known}
    missing = {code for code in TITLES.values() if code not in known}
    assert missing <= {"622102"}, missing
