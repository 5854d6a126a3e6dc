"""Where ZIP codes, cities and counties are: by way of the county into the OEWS area."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from importers.loading import load_source
from importers.runs import Options
from tests import rows
from wages import localities
from wages.geography import county_key, place_key
from wages.localities import areas_of_zip, cities_named, counties_named, leading, localities_named

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "samples" / "localities"
# All jobs of OEWS May 2025, to ten thousand.
AREAS = {
    "0018140": ("Columbus, OH", "39", 1_130_000),
    "0017980": ("Columbus, GA-AL", "13", 120_000),
    "0019430": ("Dayton-Kettering-Beavercreek, OH", "39", 380_000),
    "0044140": ("Springfield, MA", "25", 240_000),
    "0044180": ("Springfield, MO", "29", 220_000),
    "0044100": ("Springfield, IL", "17", 100_000),
    "0044220": ("Springfield, OH", "39", 50_000),
    "0041180": ("St. Louis, MO-IL", "29", 1_350_000),
    "0028140": ("Kansas City, MO-KS", "29", 1_100_000),
    "0047900": ("Washington-Arlington-Alexandria, DC-VA-MD-WV", "11", 3_100_000),
    "0012420": ("Austin-Round Rock-San Marcos, TX", "48", 1_300_000),
    "0038900": ("Portland-Vancouver-Hillsboro, OR-WA", "41", 1_200_000),
    "0033460": ("Minneapolis-St. Paul-Bloomington, MN-WI", "27", 1_900_000),
    "0032420": ("Mayagüez, PR", "72", None),
}


@pytest.fixture
def places(db):
    """The sample of the source, and its areas with all their jobs in a release of OEWS."""
    load_source("localities", [SAMPLES], Options())
    release = rows.release(kind="official", label="May 2025")
    everyone = {"release": release, "occupation": rows.all_occupations(), "industry": rows.all_industries()}
    for code, (title, state, jobs) in AREAS.items():
        area = rows.area(code=code, title=title, state_code=state)
        if jobs:
            rows.wage_estimate(area=area, employment=jobs, employment_missing=None, **everyone)
    for code, title, state in (("0900000", "Connecticut", "09"), ("7200000", "Puerto Rico", "72")):
        kind = "territory" if state == "72" else "state"
        rows.area(delineation="FIPS", code=code, title=title, state_code=state, kind=kind)
    return release


def _where(found):
    return [(row.name, row.state, row.area_code) for row in found]


@pytest.mark.usefixtures("places")
class TestZip:
    def test_a_zip_code_leads_by_its_county_to_its_area(self):
        (found,) = areas_of_zip("45401")
        assert found == localities.Locality(
            kind="zip", name="45401", place="Dayton", state="OH", counties=("Montgomery County",),
            area_code="0019430", area_title="Dayton-Kettering-Beavercreek, OH", area_kind="metro",
            jobs=380_000, zips=1,
        )  # fmt: skip
        assert areas_of_zip(" 45401-1234 ") == [found]

    def test_where_the_newest_release_has_no_areas_the_one_before_tells_the_jobs(self):
        rows.release(kind="official", label="May 2026", published_on=dt.date(2026, 11, 1))
        assert areas_of_zip("45401")[0].jobs == 380_000

    def test_without_a_county_the_state_stands_in(self):
        (found,) = areas_of_zip("06066")
        assert (found.place, found.counties, found.area_title, found.area_kind) == (
            "Vernon Rockville", (), "Connecticut", "state"
        )  # fmt: skip
        (found,) = areas_of_zip("00901")
        assert (found.state, found.area_title, found.area_kind) == ("PR", "Puerto Rico", "territory")

    @pytest.mark.parametrize("text", ["00000", "4540", "454011", "dayton", "", "96910"])
    def test_anything_else_is_nowhere(self, text):
        assert areas_of_zip(text) == []

    def test_the_armed_forces_are_told_apart(self):
        assert areas_of_zip("09001") == []
        assert localities.is_of_armed_forces("09001")
        assert not localities.is_of_armed_forces("45401")

    def test_before_the_table_was_there_nothing_is_known(self, places):
        assert areas_of_zip("45401", places.published_on) == []
        assert cities_named("Dayton", day=places.published_on) == []
        assert counties_named("Travis County", day=places.published_on) == []


@pytest.mark.usefixtures("places")
class TestCities:
    def test_the_city_whose_area_has_three_times_the_jobs_leads(self):
        found = cities_named("columbus")
        assert _where(found) == [("Columbus", "OH", "0018140"), ("Columbus", "GA", "0017980")]
        assert [(row.zips, row.is_principal) for row in found] == [(2, True), (1, True)]
        assert leading(found) == found[0]

    def test_a_name_in_several_states_asks(self):
        found = cities_named("Springfield")
        assert [row.state for row in found] == ["MA", "MO", "IL", "OH"], "by the jobs of their areas"
        assert leading(found) is None
        for state in ("MO", "mo", "Missouri", "missouri"):
            assert _where(cities_named("Springfield", state)) == [("Springfield", "MO", "0044180")]
        assert cities_named("Springfield", "Atlantis") == []
        assert cities_named("Springfield", "TX") == []
        assert leading([]) is None

    @pytest.mark.parametrize("text", ["Saint Louis", "st. louis", "ST LOUIS", "St.Louis"])
    def test_however_a_saint_is_written(self, text):
        (found,) = cities_named(text)
        assert (found.area_title, set(found.counties)) == (
            "St. Louis, MO-IL", {"St. Louis County", "St. Louis city"}
        )  # fmt: skip

    def test_a_city_in_two_states_and_one_area_is_one_place(self):
        found = cities_named("Kansas City")
        assert {row.state for row in found} == {"KS", "MO"}
        meant = leading(found)
        assert meant is not None
        assert meant.area_code == "0028140"

    def test_a_city_of_an_areas_title_needs_no_zip_code(self):
        (found,) = cities_named("round rock")
        assert (found.name, found.state, found.zips, found.is_principal) == ("Round Rock", "TX", 0, True)
        assert cities_named("Mayaguez")[0].name == "Mayagüez"
        assert cities_named("Mayagüez")[0].jobs is None, "no release has its jobs"
        assert cities_named("rock") == []

    def test_queries_are_as_many_for_many_as_for_one(self):
        counts = []
        for text in ("Springfield", "Dayton"):
            with CaptureQueriesContext(connection) as queries:
                assert cities_named(text)
            counts.append(len(queries))
        assert counts == [6, 6]


@pytest.mark.usefixtures("places")
class TestCounties:
    def test_a_county_is_in_its_area(self):
        (found,) = counties_named("travis county")
        assert (found.kind, found.name, found.state, found.area_title) == (
            "county", "Travis County", "TX", "Austin-Round Rock-San Marcos, TX"
        )  # fmt: skip
        assert counties_named("Travis", "TX") == [found]
        assert counties_named("Travis County", "Ohio") == []
        assert localities_named("Travis County") == [found] == localities_named("travis")

    def test_a_name_in_several_states_asks(self):
        found = counties_named("Washington County")
        assert [row.state for row in found] == ["MN", "OR"]
        assert leading(found) is None

    def test_a_county_is_not_the_city_of_its_name(self):
        assert [row.name for row in counties_named("Fairfax County")] == ["Fairfax County"]
        assert {row.name for row in counties_named("Fairfax")} == {"Fairfax County", "Fairfax city"}
        assert [row.name for row in counties_named("Travis Parish")] == ["Travis County"]

    def test_what_no_place_is_called_is_nowhere(self):
        for text in ("", "!", "Atlantis", "county"):
            assert localities_named(text) == []


def test_keys_have_one_spelling():
    assert place_key("Saint Louis") == place_key("St. Louis") == "st louis"
    assert (place_key("O'Fallon"), place_key("Mount Vernon"), place_key("Fort Worth")) == (
        "ofallon", "mt vernon", "ft worth"
    )  # fmt: skip
    assert (place_key("Saint"), place_key("Mayagüez"), place_key(" – ")) == ("saint", "mayaguez", "")
    assert county_key("Charles City County") == "charles city"
    assert county_key("Carson City") == "carson city"
    assert county_key("Yakutat City and Borough") == "yakutat"
