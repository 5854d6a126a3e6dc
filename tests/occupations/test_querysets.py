"""What the querysets of occupations, industries and releases answer."""

import datetime as dt

import pytest

from occupations.models import Industry, Occupation, Release
from tests import rows

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("retired_year", [2010, 2030])
def test_a_code_of_several_systems_is_that_of_the_current_one(retired_year: int) -> None:
    """The years don't decide: a system that was dropped may bear a later one than the system in use."""
    dropped = rows.system("soc-dropped", name="Dropped", year=retired_year, is_current=False)
    rows.occupation("11-9199", system=dropped, is_retired=True)
    current = rows.occupation("11-9199", system=rows.system("soc-now", name="Now", year=2018))
    assert Occupation.objects.by_code("11-9199")[0] == current
    assert Occupation.objects.by_codes(["11-9199"]) == {"11-9199": current}


@pytest.mark.parametrize("retired_year", [2017, 2030])
def test_an_industry_of_several_systems_is_that_of_the_current_one(retired_year: int) -> None:
    system = rows.system(
        "naics-dropped", name="Dropped", subject="industries", year=retired_year, is_current=False
    )
    rows.industry("443", system=system, is_retired=True)
    current = rows.industry("443", system=rows.system("naics-now", name="Now", year=2022))
    assert Industry.objects.by_code("443")[0].pk == current.pk


def test_of_two_current_systems_the_later_is_first() -> None:
    old = rows.occupation("11-9199", system=rows.system("old", name="Old", year=2010))
    new = rows.occupation("11-9199", system=rows.system("new", name="New", year=2028))
    assert [found.pk for found in Occupation.objects.by_code("11-9199")] == [new.pk, old.pk]


def test_a_release_is_out_on_the_day_of_its_publication() -> None:
    release = rows.release("oews", "May 2025", kind="official", published_on=dt.date(2026, 5, 15))
    assert Release.objects.newest("oews", dt.date(2026, 5, 15)) == release
    assert Release.objects.newest("oews", dt.date(2026, 5, 14)) is None


def test_a_group_holds_its_details_at_any_depth_and_no_group() -> None:
    level = Occupation.Level
    major = rows.occupation("11-0000", level=level.MAJOR)
    minor = rows.occupation("11-1000", level=level.MINOR, parent=major)
    broad = rows.occupation("11-1010", level=level.BROAD, parent=minor)
    detail = rows.occupation("11-1011", parent=broad)
    rows.occupation("11-1012", parent=broad, is_retired=True)
    for group in (major, minor, broad):
        assert list(Occupation.objects.within(group)) == [detail]
    assert list(Occupation.objects.within(rows.all_occupations())) == [major]
    (found,) = Occupation.objects.filter(pk=detail.pk).with_major_group()
    assert found.major_group_id == major.pk
