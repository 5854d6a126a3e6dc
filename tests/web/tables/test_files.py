"""Files of tables: what is in a cell, what a figure's status is, and which data a file is from."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client, RequestFactory

from importers.runs import ensure_source
from occupations.models import Certification, CertifyingOrganization, MissingReason, Occupation, Release
from tests.web.files import agrees, body, csv_rows, json_rows, page_rows, xlsx_rows
from wages.estimates import NOTHING, Figure
from web.tables.files import Sheet, computed, export, published, safe, status, text

FIELDS = (
    text("name", lambda row: row[0]),
    published("annual_median_usd", lambda row: row[1]),
    computed("gap_percent", lambda row: row[2], 1),
)
ROWS: list[tuple[Any, ...]] = [
    ("Managers", Figure(126_060), Decimal("-3.25")),
    ("=cmd()", Figure(None, MissingReason.TOP_CODED, 239_200), None),
    ("Actors", Figure(None, MissingReason.OTHER_BASIS), None),
]


def sheet(rows: Any = ROWS, release: Release | None = None) -> Sheet:
    return Sheet("managers-by-industry", "Managers by industry", FIELDS, rows, {"wages": release})


def fetched(kind: str, of: Sheet, address: str = "/x/?sort=-jobs&_export=csv&table=a") -> Any:
    return export(RequestFactory().get(address), of, kind)


def test_every_figure_brings_its_status() -> None:
    rows = csv_rows(fetched("csv", sheet()))
    assert [row["annual_median_usd"] for row in rows] == ["126060", "", ""]
    assert [row["annual_median_usd_status"] for row in rows] == [
        "published", "top-coded: 239200 or more", "other basis only",
    ]  # fmt: skip
    assert [(row["gap_percent"], row["gap_percent_status"]) for row in rows] == [
        ("-3.3", "computed"), ("", "not computed"), ("", "not computed"),
    ]  # fmt: skip


def test_what_is_too_small_for_the_page_is_not_zero_in_a_file() -> None:
    rows = csv_rows(fetched("csv", sheet([("Few", Figure(40), Decimal("0.0028"))])))
    assert rows[0]["gap_percent"] == "0.003"


def test_reasons_stay_distinct() -> None:
    said = [status(Figure(None, reason)) for reason in MissingReason] + [status(NOTHING)]
    assert len(set(said)) == len(said)


def test_three_formats_say_the_same() -> None:
    plain, objects, cells = (read(fetched(kind, sheet())) for kind, read in
                             (("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)))  # fmt: skip
    unescaped = [{k: v.removeprefix("'") for k, v in row.items()} for row in plain]
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in objects] == unescaped
    assert [{k: v or "" for k, v in row.items()} for row in cells] == unescaped


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_is_no_formula(start: str) -> None:
    assert safe(start) == f"'{start}"


@pytest.mark.parametrize("cell", [-780, Decimal("-3.2"), 0, None, "Managers, all other", "1-2"])
def test_numbers_and_plain_text_are_left_alone(cell: Any) -> None:
    assert safe(cell) == cell


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_every_row_is_read_before_any_is_sent(kind: str) -> None:
    """So a file is from the snapshot that its page is read in, and one that can't be made is an error and no file."""
    made = []

    def rows() -> Iterator[Any]:
        for row in ROWS:
            made.append(row)
            yield row

    response = fetched(kind, sheet(rows()))
    assert (response.streaming, len(made)) == (False, len(ROWS))

    def broken() -> Iterator[Any]:
        yield ROWS[0]
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError, match="went away"):
        fetched(kind, sheet(broken()))


@pytest.mark.django_db
def test_name_says_what_and_when_and_the_address_leads_back() -> None:
    source = ensure_source("oews")
    release = Release.objects.create(
        source=source, label="May 2025", reference_period="May 2025", published_on=dt.date(2026, 5, 15),
        kind="official", state="ready",
    )  # fmt: skip
    response = fetched("json", sheet(release=release))
    name = 'attachment; filename="managers-by-industry_oews-may-2025.json"'
    assert response.headers["Content-Disposition"] == name
    found = json.loads(body(response))
    assert found["address"] == "http://testserver/x/?sort=-jobs"
    assert {(row["wages_source"], row["wages_release"]) for row in found["rows"]} == {("OEWS", "May 2025")}


@pytest.mark.django_db
@pytest.mark.parametrize("sort", ["name", "-name"])
def test_certifications_as_a_file_are_those_of_the_page(
    client: Client, managers: Occupation, sort: str
) -> None:
    organization = CertifyingOrganization.objects.create(
        slug="makers", name="Association of Makers", official_url="https://example.org/"
    )
    for name in ("Certified maker", "Master maker"):
        certification = Certification.objects.create(
            slug=name.lower().replace(" ", "-"), name=name, organization=organization, renewal_years=3
        )
        certification.occupations.add(managers)
    shown = page_rows(client.get(f"/certifications/?sort={sort}"))
    for kind, read in (("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)):
        rows = read(client.get(f"/certifications/?sort={sort}&_export={kind}"))
        assert [row["certification"] for row in rows] == [row[0] for row in shown]
        assert [row["renewal"] for row in rows] == [row[3] for row in shown]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "read"), [("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)])
def test_a_file_says_which_parameters_were_ignored(client: Client, kind: str, read: Any) -> None:
    """In every row, as the page does on top: whoever gets the file doesn't see the page."""
    organization = CertifyingOrganization.objects.create(
        slug="makers", name="Association of Makers", official_url="https://example.org/"
    )
    Certification.objects.create(slug="maker", name="Certified maker", organization=organization)
    said = "We ignored “-price” in the address: it isn’t a choice for “sort”."
    rows = read(client.get("/certifications/", {"sort": "-price", "_export": kind}))
    assert [row["notice"] for row in rows] == [said]
    assert "notice" not in read(client.get("/certifications/", {"_export": kind}))[0]
    rows = read(client.get("/certifications/", {"release": "May-1066", "_export": kind}))
    assert (
        rows[0]["notice"]
        == "This site has no release called “May-1066”, so this page shows the newest figures."
    )


@pytest.mark.django_db
def test_a_file_without_rows_says_it_too(client: Client) -> None:
    (row,) = csv_rows(client.get("/certifications/", {"sort": "-price", "_export": "csv"}))
    assert row["notice"] == "We ignored “-price” in the address: it isn’t a choice for “sort”."


@pytest.mark.django_db
def test_the_title_of_a_file_is_not_about_what_only_the_page_draws() -> None:
    drawn = replace(sheet(), title="Managers by industry. Annual pay. The dotted line is the median, $24.51.")
    assert json.loads(body(fetched("json", drawn)))["title"] == "Managers by industry. Annual pay."


@pytest.mark.django_db
def test_an_unknown_format_gets_the_page_and_a_notice(client: Client) -> None:
    response = client.get("/certifications/?_export=pdf")
    assert response.headers["Content-Type"].startswith("text/html")
    assert "“pdf” in the address: it isn’t a choice for “_export”" in response.content.decode()


def test_comparing_page_and_file_can_fail() -> None:
    assert agrees("+$9,470", "9470", "computed")
    assert agrees("$239,200 or more", "", "top-coded: 239200 or more")
    assert not agrees("$126,060", "126061", "published")
    assert not agrees("$126,060", "", "not released")
