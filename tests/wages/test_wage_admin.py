"""Wage estimates in the admin: editorial ones are entered, official ones looked at, and nothing counts them all."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from occupations.admin.paginator import COUNTED, EstimatingPaginator
from occupations.models import MissingReason, Occupation, Release
from tests import rows
from tests.admin_client import address, editor, errors, submit
from wages.measures import MEASURES
from wages.models import WageEstimate
from wages.partitions import create_staging, publish_staging

__all__ = ["editor"]
ADD = "/admin/wages/wageestimate/add/"


@pytest.fixture
def cell(db: None) -> dict[str, Any]:
    """What a person picks first: an editorial release and an occupation; nation and all industries are given."""
    rows.nation()
    rows.all_industries()
    return {"release": rows.release().pk, "occupation": rows.occupation("11-3051").pk}


def official_estimate() -> WageEstimate:
    """A row in a partition of its own, as a load leaves it."""
    release = rows.release(kind="official")
    with connection.cursor() as cursor:
        create_staging(cursor, release.pk)
        publish_staging(cursor, release.pk)
    return rows.wage_estimate(release=release, annual_median=126060)


def test_figures_left_empty_are_not_stated(editor: Client, cell: dict[str, Any]) -> None:
    response = submit(editor, ADD, **cell, annual_median="103150", annual_p10="64150")
    assert response.status_code == 302, errors(response)
    row = WageEstimate.objects.get()
    assert (row.annual_median, row.annual_median_missing) == (103150, None)
    assert (row.annual_p90, row.annual_p90_missing) == (None, MissingReason.NOT_STATED)
    assert (row.area.title, row.industry.code) == ("United States", "000000")
    assert row.published_level == Occupation.Level.DETAILED
    row.full_clean()


def test_a_given_reason_is_kept_and_a_reason_beside_a_figure_is_dropped(
    editor: Client, cell: dict[str, Any]
) -> None:
    reasons = {
        "annual_p90_missing": MissingReason.TOP_CODED,
        "annual_median_missing": MissingReason.NOT_RELEASED,
    }
    submit(editor, ADD, **cell, annual_median="103150", **reasons)
    row = WageEstimate.objects.get()
    assert row.annual_p90_missing == MissingReason.TOP_CODED
    assert row.annual_median_missing is None


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"annual_p10": "70000", "annual_p25": "60000"}, "annual_p25", "Annual percentiles must not fall"),
        ({"annual_p10": "70000", "annual_p90": "60000"}, "annual_p90", "Annual percentiles must not fall"),
        ({"hourly_median": "20.00", "hourly_p75": "19.99"}, "hourly_p75", "Hourly percentiles must not fall"),
        ({"percent_of_industry": "101"}, "percent_of_industry", "from 0 to 100"),
        ({"percent_reporting": "-1"}, "percent_reporting", "from 0 to 100"),
        ({"annual_median": "much"}, "annual_median", "whole number"),
        ({"annual_median": "-1"}, "annual_median", "greater than or equal to 0"),
        ({"annual_median": "99999999999"}, "annual_median", "less than or equal to"),
        ({"hourly_median": "1.234"}, "hourly_median", "2 decimal places"),
        ({"occupation": None}, "occupation", "required"),
        ({"release": None}, "release", "required"),
        ({"occupation": "999999"}, "occupation", "valid choice"),
        ({"annual_median_missing": "9"}, "annual_median_missing", "valid choice"),
    ],
)
def test_mistakes_are_named_at_their_field(
    editor: Client, cell: dict[str, Any], typed: dict[str, Any], field: str, message: str
) -> None:
    found = errors(submit(editor, ADD, **cell | typed))
    assert list(found) == [field]
    assert message in found[field][0]
    assert not WageEstimate.objects.exists()


def test_the_same_cell_twice_is_refused_in_words(editor: Client, cell: dict[str, Any]) -> None:
    submit(editor, ADD, **cell, annual_median="103150")
    found = errors(submit(editor, ADD, **cell, annual_median="103150"))
    assert found == {"__all__": ["The release already has this occupation in this area and industry."]}


def test_an_official_release_cannot_be_chosen(editor: Client, cell: dict[str, Any]) -> None:
    official = rows.release(kind="official")
    projections = rows.release("projections")
    for release in (official, projections):
        found = errors(submit(editor, ADD, **cell | {"release": release.pk}, annual_median="1"))
        assert "valid choice" in found["release"][0]


def test_a_row_is_changed_and_deleted(editor: Client, cell: dict[str, Any]) -> None:
    submit(editor, ADD, **cell, annual_median="103150")
    row = WageEstimate.objects.get()
    response = submit(editor, address(WageEstimate, "change", row.pk), annual_median=None, annual_p10="64150")
    assert response.status_code == 302, errors(response)
    row.refresh_from_db()
    assert (row.annual_median, row.annual_median_missing) == (None, MissingReason.NOT_STATED)
    assert row.annual_p10 == 64150
    editor.post(address(WageEstimate, "delete", row.pk), {"post": "yes"})
    assert not WageEstimate.objects.exists()
    assert LogEntry.objects.count() == 3


def test_ids_are_unique_over_partitions_and_a_change_reaches_one_row_only(
    editor: Client, cell: dict[str, Any]
) -> None:
    official = official_estimate()
    submit(editor, ADD, **cell, annual_median="103150")
    row = WageEstimate.objects.get(release_id=cell["release"])
    assert row.pk != official.pk
    submit(editor, address(WageEstimate, "change", row.pk), annual_median="1")
    official.refresh_from_db()
    assert official.annual_median == 126060


def test_an_official_row_is_shown_and_cannot_be_touched(editor: Client) -> None:
    row = official_estimate()
    path = address(WageEstimate, "change", row.pk)
    page = editor.get(path)
    assert "126060" in page.text
    assert 'name="_save"' not in page.text
    assert editor.post(path, {"annual_median": "1"}).status_code == 403
    assert editor.post(address(WageEstimate, "delete", row.pk), {"post": "yes"}).status_code == 403
    row.refresh_from_db()
    assert row.annual_median == 126060


def delete_selected(client: Client, path: str, *keys: int) -> Any:
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    return client.post(path, data)


def test_many_are_deleted_within_one_editorial_release_only(editor: Client) -> None:
    official, editorial = official_estimate(), rows.wage_estimate()
    path = address(WageEstimate, "changelist")
    delete_selected(editor, path, official.pk, editorial.pk)
    delete_selected(editor, f"{path}?release={official.release_id}", official.pk)
    assert WageEstimate.objects.count() == 2
    delete_selected(editor, f"{path}?release={editorial.release_id}", official.pk, editorial.pk)
    assert list(WageEstimate.objects.all()) == [official]


def test_deleting_an_editorial_release_takes_its_rows_along_and_an_official_one_stays(editor: Client) -> None:
    official, editorial = official_estimate(), rows.wage_estimate()
    for row in (official, editorial):
        editor.post(address(Release, "delete", row.release_id), {"post": "yes"})
    assert list(WageEstimate.objects.all()) == [official]
    assert list(Release.objects.all()) == [official.release]


def test_the_list_shows_figures_and_reasons(editor: Client) -> None:
    rows.wage_estimate(employment=192270, annual_median_missing=MissingReason.TOP_CODED, annual_median=None)
    text = editor.get(address(WageEstimate, "changelist")).text
    assert "192,270" in text
    assert "<em>top-coded</em>" in text


def test_the_list_is_searched_by_occupation(editor: Client) -> None:
    rows.wage_estimate(occupation=rows.occupation("11-3051", "Industrial Production Managers"))
    rows.wage_estimate(occupation=rows.occupation("17-2112", "Industrial Engineers"))
    path = address(WageEstimate, "changelist")
    for term, count in (
        ("11-3051", 1),
        ("industrial", 2),
        ("industrial engin", 1),
        ("17- engineers", 1),
        ("nurse", 0),
    ):
        assert len(editor.get(path, {"q": term}).context["cl"].result_list) == count, term


def test_long_tables_are_estimated_and_short_ones_counted(db: None) -> None:
    everything = WageEstimate.objects.order_by("pk")
    assert EstimatingPaginator(everything, 50).count == 0
    rows.wage_estimate()
    assert EstimatingPaginator(everything.all(), 50).count == 1
    template = rows.wage_estimate(release=rows.release("oews"))
    names = [
        str(field.column) for field in WageEstimate._meta.fields if field.column not in {"id", "industry_id"}
    ]
    columns = ", ".join(names)
    with connection.cursor() as cursor:
        parent = rows.all_industries()
        cursor.execute(
            "INSERT INTO occupations_industry (system_id, code, title, short_title, kind, level, parent_id,"
            " is_retired) SELECT %s, n, n, n, 'naics', 3, %s, false FROM generate_series(1, %s) n",
            [parent.system_id, parent.pk, COUNTED + 2_000],
        )
        cursor.execute(
            f"INSERT INTO wages_wageestimate ({columns}, industry_id) SELECT {columns}, i.id"
            " FROM wages_wageestimate w, occupations_industry i WHERE w.id = %s AND i.kind = 'naics'",
            [template.pk],
        )
        cursor.execute("ANALYZE wages_wageestimate")
    with CaptureQueriesContext(connection) as captured:
        count = EstimatingPaginator(everything.all(), 50).count
    assert COUNTED < count < 2 * COUNTED
    assert f"LIMIT {COUNTED + 1}" in captured[0]["sql"]
    assert captured[1]["sql"].startswith("EXPLAIN")
    assert len(captured) == 2


def test_a_page_is_the_same_rows_in_the_same_order_as_without_the_short_cut(db: None) -> None:
    release = rows.release()
    keys = [rows.wage_estimate(release=release).pk for _ in range(7)]
    everything = WageEstimate.objects.order_by("-pk").select_related("occupation")
    pages = [EstimatingPaginator(everything, 3).page(number) for number in (1, 2, 3)]
    assert [row.pk for page in pages for row in page] == keys[::-1]
    assert [len(page) for page in pages] == [3, 3, 1]


def test_the_list_is_filtered_by_kind_of_release(editor: Client) -> None:
    official, editorial = official_estimate(), rows.wage_estimate()
    path = address(WageEstimate, "changelist")
    for kind, found in (("official", [official]), ("editorial", [editorial]), ("other", [])):
        assert list(editor.get(path, {"kind": kind}).context["cl"].result_list) == found


def test_the_list_never_counts_or_sorts_the_whole_table(editor: Client) -> None:
    rows.wage_estimate()
    path = address(WageEstimate, "changelist")
    with CaptureQueriesContext(connection) as captured:
        page = editor.get(path)
    counts = [query["sql"] for query in captured if "COUNT(" in query["sql"] and "wages_" in query["sql"]]
    assert counts
    assert all("LIMIT" in sql for sql in counts)
    assert {name.lstrip("-") for name in page.context["cl"].queryset.query.order_by} == {"pk"}
    assert "?o=" not in page.text


def test_every_measure_is_on_the_form(editor: Client, cell: dict[str, Any]) -> None:
    text = editor.get(ADD).text
    for measure in MEASURES:
        assert f'name="{measure}"' in text
        assert f'name="{measure}_missing"' in text
    assert "leave empty if not stated" in text
