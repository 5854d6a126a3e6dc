"""Every constraint of areas and wage estimates, broken on purpose: in the default partition and in a release's own."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from occupations.models import MissingReason, Occupation
from tests import rows
from tests.constraints import accepts, names_of, refuses, refuses_twin, tried_in
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES, MEASURES
from wages.models import WageEstimate
from wages.partitions import create_staging, publish_staging

pytestmark = pytest.mark.django_db
VALUE_OR_REASON = {f"wageestimate_{measure}_value_or_reason" for measure in MEASURES}
Make = Callable[..., WageEstimate]


def test_every_constraint_has_a_test() -> None:
    """The names that this file passes to the functions that break constraints are those of the models."""
    assert tried_in(Path(__file__)) | VALUE_OR_REASON == names_of(apps.get_app_config("wages").get_models())


@pytest.fixture(params=["editorial", "official"])
def cell(request: pytest.FixtureRequest) -> Make:
    """Make a wage estimate: in the default partition, or in the partition that a load made for its release."""
    release = rows.release(kind=request.param)
    if request.param == "official":
        with connection.cursor() as cursor:
            create_staging(cursor, release.pk)
            publish_staging(cursor, release.pk)

    def make(**fields: object) -> WageEstimate:
        return rows.wage_estimate(**{"release": release} | fields)

    return make


# Areas


def test_area_natural_key() -> None:
    row = rows.area(delineation="May 2024", code="0019430")
    refuses_twin("area_natural_key", row)
    assert rows.area(delineation="May 2015", code="0019430").pk  # the same code, drawn otherwise


def test_area_kind_known() -> None:
    refuses("area_kind_known", rows.area(), kind="county")


@pytest.mark.parametrize("code", ["19430", "00194300", "001943A", ""])
def test_area_code_is_seven_digits(code: str) -> None:
    row = rows.area()
    if len(code) > 7:
        with pytest.raises(Exception, match="too long"), transaction.atomic():
            accepts(row, code=code)
    else:
        refuses("area_code_is_seven_digits", row, code=code)


def test_area_nation_and_states_are_fips() -> None:
    refuses("area_nation_and_states_are_fips", rows.nation(), delineation="May 2024")
    refuses("area_nation_and_states_are_fips", rows.area(), delineation="FIPS")
    refuses("area_nation_and_states_are_fips", rows.area(), kind="state")


# Counties and ZIP codes


def test_county_natural_key() -> None:
    row = rows.county()
    refuses_twin("county_natural_key", row)
    assert rows.county(fips="39049").pk


def test_county_codes() -> None:
    row = rows.county()
    for fips in ("3911", "3911A", ""):
        refuses("county_fips_is_five_digits", row, fips=fips)
    for code in ("19430", "001943A"):
        refuses("county_area_code_is_seven_digits", row, area_code=code)
    refuses("county_key_not_empty", row, key="")


def test_zipcode_natural_key() -> None:
    refuses_twin("zipcode_natural_key", rows.zip_code())


def test_zipcode_columns() -> None:
    row = rows.zip_code()
    for code in ("4540", "4540A"):
        refuses("zipcode_is_five_digits", row, code=code)
    for state in ("00", "99", ""):
        refuses("zipcode_state_known", row, state_code=state)
    refuses("zipcode_key_not_empty", row, key="")
    accepts(row, county_id=None)


# Wage estimates


@pytest.mark.parametrize("measure", MEASURES)
def test_wageestimate_value_or_reason(measure: str, cell: Make) -> None:
    name, reason = f"wageestimate_{measure}_value_or_reason", f"{measure}_missing"
    row = cell()
    refuses(name, row, **{measure: None, reason: None})  # neither
    refuses(name, row, **{measure: 1, reason: MissingReason.NOT_RELEASED})  # both
    refuses(name, row, **{measure: None, reason: 0})  # no reason that we know
    refuses(name, row, **{measure: None, reason: max(MissingReason) + 1})
    for known in MissingReason:
        accepts(row, **{measure: None, reason: known})
    accepts(row, **{measure: 1, reason: None})


@pytest.mark.parametrize(("low", "high"), list(combinations(ANNUAL_PERCENTILES, 2)))
def test_annual_percentiles_in_order(low: str, high: str, cell: Make) -> None:
    row = cell(**{low: 50_000, high: 50_000})
    refuses("wageestimate_annual_percentiles_in_order", row, **{high: 49_999})
    accepts(row, **{high: 50_001})


@pytest.mark.parametrize(("low", "high"), list(combinations(HOURLY_PERCENTILES, 2)))
def test_hourly_percentiles_in_order(low: str, high: str, cell: Make) -> None:
    row = cell(**{low: "20.00", high: "20.00"})
    refuses("wageestimate_hourly_percentiles_in_order", row, **{high: "19.99"})
    accepts(row, **{high: "20.01"})


def test_the_mean_is_free_of_the_percentiles(cell: Make) -> None:
    """411 published cells have a mean outside P10–P90."""
    accepts(cell(annual_p10=50_000, annual_p90=60_000, annual_mean=55_000), annual_mean=70_000)


@pytest.mark.parametrize("measure", ["percent_of_industry", "percent_reporting"])
def test_wageestimate_percents_0_to_100(measure: str, cell: Make) -> None:
    row = cell(percent_of_industry=1, percent_reporting=1)
    refuses("wageestimate_percents_0_to_100", row, **{measure: "100.01"})
    refuses("wageestimate_percents_0_to_100", row, **{measure: "-0.01"})
    accepts(row, **{measure: 100})
    other = {"percent_of_industry", "percent_reporting"} - {measure}
    empty = cell(industry=rows.industry(), **{measure: 1})
    assert getattr(empty, other.pop()) is None
    refuses("wageestimate_percents_0_to_100", empty, **{measure: "100.01"})


def test_wageestimate_natural_key(cell: Make) -> None:
    refuses_twin("wageestimate_natural_key", cell())


@pytest.mark.parametrize("column", ["release_id", "occupation_id", "area_id", "industry_id"])
def test_references_are_held_in_every_partition(column: str, cell: Make) -> None:
    row = cell()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="foreign key constraint"), transaction.atomic():
        accepts(row, **{column: 999_999_999})


def test_what_estimates_refer_to_is_protected(cell: Make) -> None:
    row = cell()
    with pytest.raises(ProtectedError):
        Occupation.objects.get(pk=row.occupation_id).delete()


def test_ids_come_from_one_sequence_for_all_partitions(cell: Make) -> None:
    elsewhere = rows.wage_estimate(release=rows.release())
    assert len({cell().pk, elsewhere.pk, cell(industry=rows.industry()).pk}) == 3


@pytest.mark.parametrize("column", ["employment", "annual_median", "annual_p10"])
def test_counts_and_dollars_are_not_negative(column: str, cell: Make) -> None:
    with pytest.raises(IntegrityError, match="check constraint"), transaction.atomic():
        accepts(cell(**{column: 1}), **{column: -1})
