import pytest

from importers.oews.areas import delineation_of, kind_of_code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("0000000", "nation"), ("1700000", "state"), ("1100000", "state"), ("7200000", "territory"),
        ("0016980", "metro"), ("1700001", "nonmetro"), ("0300000", None), ("170000", None), ("00169800", None),
        ("00ABC00", None),
    ],
)  # fmt: skip
def test_the_kind_follows_from_the_code(code, kind):
    assert kind_of_code(code) == kind


@pytest.mark.parametrize(
    ("kind", "year", "delineation"),
    [
        ("nation", 2025, "FIPS"), ("state", 2019, "FIPS"), ("territory", 2024, "FIPS"),
        ("metro", 2025, "May 2024"), ("nonmetro", 2024, "May 2024"), ("metro", 2023, "May 2015"),
    ],
)  # fmt: skip
def test_areas_were_redrawn_in_may_2024(kind, year, delineation):
    assert delineation_of(kind, year) == delineation
