"""Where ZIP codes, cities and counties are: by way of the county into the OEWS area."""

from pathlib import Path

import pytest

from importers.loading import load_source
from importers.runs import Options
from wages.geography import county_key, place_key
from wages.localities import Locality, localities_among

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "samples" / "localities"


@pytest.fixture
def places(db):
    """The sample of the source."""
    return load_source("localities", [SAMPLES], Options()).release


def _found(text):
    return localities_among([text]).get(text, [])


def _said(text):
    return sorted((each.said, each.state, each.area_code) for each in _found(text))


@pytest.mark.usefixtures("places")
class TestZip:
    def test_a_zip_code_leads_by_its_county_to_its_area(self):
        assert _found("45401") == [Locality("0019430", "OH", "45401, Dayton, OH,")]

    def test_without_a_county_the_state_stands_in(self):
        assert _found("06066") == [Locality("0900000", "CT", "06066, Vernon Rockville, CT,")]

    @pytest.mark.parametrize(
        ("code", "letters", "area"),
        [("00901", "PR", "7200000"), ("00802", "VI", "7800000"), ("96910", "GU", "6600000"),
         ("96932", "GU", "6600000")],
    )  # fmt: skip
    def test_a_territory_that_the_table_leaves_out(self, code, letters, area):
        assert _found(code) == [Locality(area, letters, code)]

    @pytest.mark.parametrize("text", ["00000", "4540", "454011", "96909", "96933", "09001", ""])
    def test_anything_else_is_nowhere(self, text):
        assert _found(text) == []

    def test_before_the_table_was_there_nothing_is_known(self, places):
        assert localities_among(["45401", "dayton", "travis county"], places.published_on) != {}
        day_before = places.published_on.replace(year=places.published_on.year - 1)
        assert localities_among(["45401", "dayton", "travis county"], day_before) == {}


@pytest.mark.usefixtures("places")
class TestCities:
    def test_one_for_each_state_and_area(self):
        assert _said("columbus") == [("Columbus", "GA", "0017980"), ("Columbus", "OH", "0018140")]
        assert {state for _, state, _ in _said("springfield")} == {"MA", "MO", "IL", "OH"}
        assert {(state, area) for _, state, area in _said("kansas city")} == {
            ("KS", "0028140"), ("MO", "0028140")
        }  # fmt: skip

    @pytest.mark.parametrize("text", ["saint louis", "st. louis", "st louis", "st.louis"])
    def test_however_a_saint_is_written(self, text):
        assert [(each.state, each.area_code) for each in _found(text)] == [("MO", "0041180")]

    def test_a_whole_question_is_read_in_three_queries(self, django_assert_num_queries):
        texts = ["springfield", "travis county", "45401", "columbus", "dayton", "nurse", "fairfax"]
        with django_assert_num_queries(3):
            found = localities_among(texts)
        assert found.keys() == set(texts) - {"nurse"}
        assert all(found[text] == _found(text) for text in found)


@pytest.mark.usefixtures("places")
class TestCounties:
    @pytest.mark.parametrize("text", ["travis county", "travis parish", "travis"])
    def test_a_county_is_in_its_area(self, text):
        assert _said(text) == [("Travis County", "TX", "0012420")]

    def test_a_name_in_several_states_is_several(self):
        assert {state for _, state, _ in _said("washington county")} == {"MN", "OR"}

    def test_a_county_is_not_the_city_of_its_name(self):
        assert [each.said for each in _found("fairfax county")] == ["Fairfax County"]
        assert [each.said for each in _found("fairfax")] == ["Fairfax"]

    def test_what_no_place_is_called_is_nowhere(self):
        for text in ("", "!", "atlantis", "county"):
            assert _found(text) == []


def test_keys_have_one_spelling():
    assert place_key("Saint Louis") == place_key("St. Louis") == "st louis"
    assert (place_key("O'Fallon"), place_key("Mount Vernon"), place_key("Fort Worth")) == (
        "ofallon", "mt vernon", "ft worth"
    )  # fmt: skip
    assert (place_key("Saint"), place_key("Mayagüez"), place_key(" – ")) == ("saint", "mayaguez", "")
    assert county_key("Charles City County") == "charles city"
    assert county_key("Carson City") == "carson city"
    assert county_key("Yakutat City and Borough") == "yakutat"
