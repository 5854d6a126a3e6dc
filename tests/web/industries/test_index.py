"""The table of all industries, and the page of one."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, Occupation, Release
from tests.web.conftest import make_release
from tests.web.files import agrees, csv_rows, json_rows, page_tables, xlsx_rows
from wages.models import WageEstimate

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def economy(
    estimate: Make, industry: Callable[..., Industry], total: Occupation, may_2025: Release
) -> dict[str, Industry]:
    """Manufacturing with an industry, one below it that nobody publishes, and hospitals with a cut by owner."""
    found = {"manufacturing": industry("31-33", "Manufacturing"), "health": industry("62", "Health care")}
    found["metal"] = industry("332", "Fabricated metal products", found["manufacturing"])
    found["forging"] = industry("3321", "Forging and stamping", found["metal"])
    found["presses"] = industry("332111", "Iron and steel forging", found["forging"])
    found["hospitals"] = industry("622", "Hospitals", found["health"])
    found["private"] = industry("622005", "Hospitals, private", found["hospitals"], kind="ownership", level=3)
    for name, jobs, median in (
        (None, 1_000, 50_000), ("manufacturing", 400, 55_000), ("health", 600, 48_000), ("metal", 100, 56_000),
        ("hospitals", 200, 60_000), ("private", 150, 61_000),
    ):  # fmt: skip
        estimate(may_2025, total, found[name] if name else None, employment=jobs, annual_median=median)
    return found


def test_addresses(economy: dict[str, Industry], client: Client) -> None:
    assert economy["manufacturing"].get_absolute_url() == "/industries/31-33-manufacturing/"
    for given in ("31-33", "31-33-factories", "32", "31-33-MANUFACTURING"):
        answer = client.get(f"/industries/{given}/?pay=hourly&release=May-2025")
        assert answer.status_code == 302
        assert answer["Location"] == "/industries/31-33-manufacturing/?pay=hourly&release=May-2025"
    assert client.get("/industries/332000/")["Location"] == economy["metal"].get_absolute_url()
    for industry in economy.values():
        assert client.get(industry.get_absolute_url()).status_code == 200
    assert client.get("/industries/777-nothing/").status_code == 404


def test_a_code_that_naics_repeats_leads_to_the_one_with_the_figures(
    economy: dict[str, Industry], client: Client, estimate: Make, industry: Callable[..., Industry],
    total: Occupation, may_2025: Release,
) -> None:  # fmt: skip
    """OEWS publishes engineering services once, as 54133; its files write 541330, which is also the only industry of
    NAICS within it."""
    services = industry("5413", "Architectural and engineering services", economy["metal"])
    engineering = industry("54133", "Engineering services", services)
    repeated = industry("541330", "Engineering services", engineering)
    drafting = industry("54134", "Drafting services", services)
    unpublished = industry("541340", "Drafting services", drafting)
    estimate(may_2025, total, engineering, employment=50, annual_median=70_000)
    for path in ("/industries/541330/", repeated.get_absolute_url()):
        answer = client.get(path, {"sort": "-median"})
        assert answer.status_code == 302
        assert answer["Location"] == f"{engineering.get_absolute_url()}?sort=-median"
    page = client.get(engineering.get_absolute_url())
    assert page.status_code == 200
    assert "541330" not in page.text
    assert client.get(unpublished.get_absolute_url()).status_code == 200  # neither has figures
    answer = client.get("/occupations/", {"industry": "541330"})
    assert answer["Location"] == "/occupations/?industry=54133"


def test_sectors_with_the_median_of_everybody(economy: dict[str, Industry], client: Client) -> None:
    page = client.get("/industries/").text
    assert "Of every 100 payroll jobs, 60 are in health care." in page
    assert "People earn the most in manufacturing: $55,000, 10 percent above the national median." in page
    assert "Fabricated metal" not in page
    assert "Fabricated metal" in client.get("/industries/", {"open": "31-33"}).text


def test_an_industry_that_nobody_publishes_leads_to_a_wider_one(
    economy: dict[str, Industry], client: Client
) -> None:
    page = client.get(economy["presses"].get_absolute_url()).text
    assert "OEWS May 2025 has no figures for this industry alone" in page
    assert f'<a href="{economy["metal"].get_absolute_url()}">Fabricated metal products</a>' in page


def test_what_oews_counts_elsewhere_leads_there(
    economy: dict[str, Industry], client: Client, estimate: Make, industry: Callable[..., Industry],
    total: Occupation, may_2025: Release,
) -> None:  # fmt: skip
    """A combination names its parts in its title; OEWS has government, 99, for public administration, 92."""
    forged = industry("3320A1", "Forgings and tools", economy["metal"], kind="combination", level=4)
    Industry.objects.filter(pk=forged.pk).update(title="Fabricated Metal (3321 and 3322 only)")
    government, public = industry("99", "Government"), industry("92", "Public administration")
    courts = industry("9221", "Courts", industry("922", "Justice", public))
    for where in (forged, government):
        estimate(may_2025, total, where, employment=50, annual_median=70_000)
    for asked, nearest in ((economy["presses"], forged), (courts, government), (public, government)):
        page = client.get(asked.get_absolute_url()).text
        assert f'<a href="{nearest.get_absolute_url()}">{nearest.short_title}</a>' in page, asked
    combined = client.get(forged.get_absolute_url()).text
    assert "OEWS combination of NAICS 3321 and 3322" in re.sub(r"\s+", " ", combined)


def test_an_old_release_without_industries_says_so(economy: dict[str, Industry], client: Client) -> None:
    make_release("May 2021", dt.date(2022, 3, 31))
    for address in ("/industries/", economy["metal"].get_absolute_url()):
        assert (
            "OEWS May 2021 and earlier releases are on this site only for all industries together"
            in client.get(address, {"release": "May-2021"}).text
        )


def names(page: Any) -> list[str]:
    return [row[0] for row in page_tables(page)[0][1:]]


def test_owners_are_kept_apart_from_the_sectors(economy: dict[str, Industry], client: Client) -> None:
    page = client.get("/industries/?view=owners")
    assert names(page) == [
        "All industries", "Hospitals", "Hospitals, private part of an industry, by owner",
    ]  # fmt: skip
    assert "never added to the sectors" in page.text
    assert not any("private" in name for name in names(client.get("/industries/?open=62&open=622")))


def test_a_name_or_code_finds_industries_at_any_level(economy: dict[str, Industry], client: Client) -> None:
    for text in ("hospital", "622", "HOSPITALS", "hopsitals"):
        page = client.get("/industries/", {"q": text})
        assert names(page)[1:3] == [
            "Hospitals in Health care", "Hospitals, private in Hospitals; part of an industry, by owner",
        ], text  # fmt: skip
    assert "No exact match for “hopsitals”. These come closest." in page.text
    metal = client.get("/industries/", {"q": "33"})
    assert names(metal) == ["All industries", "Fabricated metal products in Manufacturing"]
    assert "Forging and stamping</a> (3321), in Fabricated metal products" in metal.text


def test_an_industry_without_figures_is_found_too(economy: dict[str, Industry], client: Client) -> None:
    page = client.get("/industries/", {"q": "steel forging"}).text
    assert "“steel forging” matches only industries without figures of their own." in page
    assert f'<a href="{economy["presses"].get_absolute_url()}">Iron and steel forging</a>' in page
    nothing = client.get("/industries/", {"q": "zzzzzz"}).text
    assert "We couldn’t find an industry for “zzzzzz”." in nothing
    assert 'href="/industries/"' in nothing


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("sort=name", "it isn’t a choice for “sort”"),
        ("view=tree", "it isn’t a choice for “view”"),
        ("pay=weekly", "it isn’t a choice for “pay”"),
        ("q=...", "We ignored that search: it needs letters or digits"),
        ("q=%00", "We ignored that search: it needs letters or digits"),
        ("_export=pdf", "it isn’t a choice for “_export”"),
        ("colour=red", "ignored “colour” in the address"),
    ],
)
def test_parameters_that_cannot_be_used(
    economy: dict[str, Industry], client: Client, query: str, says: str
) -> None:
    page = client.get(f"/industries/?{query}")
    assert page.status_code == 200
    assert says in page.text
    assert "Manufacturing" in names(page)[2]


@pytest.mark.parametrize(
    "query", ["", "open=31-33&sort=-median", "view=all&sort=gap", "view=owners", "q=metal"]
)
@pytest.mark.parametrize(("kind", "read"), [("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)])
def test_file_says_what_the_page_says(
    economy: dict[str, Industry], client: Client, kind: str, read: Callable, query: str
) -> None:
    shown = page_tables(client.get(f"/industries/?{query}"))[0][1:]
    rows = read(client.get(f"/industries/?{query}&_export={kind}"))
    assert len(rows) == len(shown)
    for cells, row in zip(shown, rows, strict=True):
        assert row["industry"] in cells[0]
        for place, name in ((1, "jobs"), (2, "share_of_all_jobs_percent"), (5, "annual_median_usd")):
            if cells[place]:
                assert agrees(cells[place], row[name], row[f"{name}_status"] or ""), (cells, row)


def test_an_occupations_industries_lead_here_and_back(
    economy: dict[str, Industry], client: Client, estimate: Make, managers: Occupation, may_2025: Release
) -> None:
    for where in (None, economy["manufacturing"], economy["metal"]):
        estimate(may_2025, managers, where, employment=50, annual_median=126_060)
    table = client.get(f"{managers.get_absolute_url()}industries/?release=May-2025").text
    href = f"{economy['manufacturing'].get_absolute_url()}?release=May-2025"
    assert f'<a href="{href}"' in table
    assert f'<a href="{managers.get_absolute_url()}?release=May-2025">' in client.get(href).text
    profile = client.get(managers.get_absolute_url()).text
    assert profile.count(f'<a href="{economy["metal"].get_absolute_url()}">') == 1


def test_number_of_queries(
    economy: dict[str, Industry], client: Client, estimate: Make, industry: Callable[..., Industry],
    total: Occupation, may_2025: Release, django_assert_num_queries,
) -> None:  # fmt: skip
    def ask() -> None:
        cache.clear()
        with django_assert_num_queries(3):
            client.get("/industries/", {"view": "all"})
        with django_assert_num_queries(4):
            client.get("/industries/", {"q": "metal"})
        with django_assert_num_queries(9):
            client.get(economy["metal"].get_absolute_url())

    ask()
    for number in range(40):
        more = industry(f"88{number:02}", f"Industry {number}", economy["metal"])
        estimate(may_2025, total, more, employment=10, annual_median=Decimal(1000))
    ask()


def test_a_search_that_finds_many_compares_each_with_its_parent_alone(
    client: Client, may_2025: Release, total: Occupation, estimate: Callable[..., WageEstimate],
    industry: Callable[..., Industry], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    estimate(may_2025, total, employment=1_000)
    sector = industry("31-33", "Manufacturing of anything")
    for number in range(100):
        industry(f"3{number:02}", f"Things {number}", sector)
    compared = 0
    real = Industry.__eq__

    def note(one: Industry, other: object) -> bool:
        nonlocal compared
        compared += 1
        return real(one, other)

    monkeypatch.setattr(Industry, "__eq__", note)
    monkeypatch.setattr(Industry, "__hash__", lambda one: hash(one.pk))
    assert client.get("/industries/", {"q": "things"}).status_code == 200
    assert compared < 500
