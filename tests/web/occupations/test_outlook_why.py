"""Where openings come from, and why shares of jobs change: in sentences, in tables, under the round that says so."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from occupations.models import Industry, Occupation, Projection, Release, UtilizationFactor
from tests import rows
from tests.web.conftest import make_occupation, make_release
from tests.web.files import csv_rows, named_tables
from tests.web.wording import says
from web.occupations import words
from web.occupations.openings import openings_of

pytestmark = pytest.mark.django_db


def project(release: Release, occupation: Occupation, *figures: str | None, **more: Any) -> Projection:
    """With exits, transfers, separations, the change over ten years and openings, as far as they are given."""
    names = ("labor_force_exits", "occupational_transfers", "separations", "employment_change", "openings")
    stated = {
        name: Decimal(figure) for name, figure in zip(names, figures, strict=False) if figure is not None
    }
    base = int(release.label[:4])
    fields = {"base_year": base, "target_year": base + 10, "percent_change": Decimal("1.9")} | stated | more
    return rows.projection(release=release, occupation=occupation, **fields)


@pytest.fixture(scope="module")
def older(shared_db: None) -> Release:
    return make_release("2024–34", dt.date(2025, 8, 28), source="projections")


@pytest.fixture(scope="module")
def newer(shared_db: None) -> Release:
    return make_release("2025–35", dt.date(2026, 8, 27), source="projections")


@pytest.fixture(scope="module")
def two_rounds(managers: Occupation, older: Release, newer: Release) -> Occupation:
    """Managers in two rounds, of which the newer says nothing of where openings come from."""
    project(older, managers, "5.8", "10.8", "16.7", "4.6", "17.1")
    project(newer, managers, None, None, None, "6.5", "17.0")
    return managers


def test_the_figures_stand_under_the_round_that_they_are_of(client: Client, two_rounds: Occupation) -> None:
    html = client.get(two_rounds.get_absolute_url()).text
    assert says(html, "About 17,000 openings a year are projected")
    assert says(
        html,
        "Most openings from 2024 to 2034 come from people who leave this work: each year, on average, 10,800 move to"
        " another occupation and 5,800 retire or leave the labor force for another reason. New jobs make up the rest.",
    )
    # Whose openings are which is said before the second number of them.
    assert "Where openings come from, projections 2024–34" in html
    assert says(
        html,
        "The figures below come from the projections for 2024–34, which projected 17,100 openings a year.",
    )
    assert says(html, "projections 2024–34. New jobs are a tenth of the change over the round’s 10 years.")
    assert named_tables(html)["openings"] == [
        ["Move to another occupation", "", "10,800"],
        ["Leave the labor force", "", "5,800"],
        ["New jobs", "", "+460"],
        ["Openings, 2024–34", "", "17,100"],
    ]
    # Both rounds are among the sources, and the mark opens the note on the older one.
    assert says(html, "Employment Projections. 2025–35, published August 27, 2026. 2024–34, published")


def test_they_are_given_as_a_file(client: Client, two_rounds: Occupation) -> None:
    found = csv_rows(client.get(two_rounds.get_absolute_url(), {"table": "openings", "_export": "csv"}))
    assert [(row["part"], row["people_or_jobs_a_year"]) for row in found] == [
        ("Move to another occupation", "10800"),
        ("Leave the labor force", "5800"),
        ("New jobs", "460"),
        ("Openings, 2024–34", "17100"),
    ]
    assert {row["outlook_release"] for row in found} == {"2024–34"}
    assert found[2]["people_or_jobs_a_year_status"] != found[0]["people_or_jobs_a_year_status"]  # ours


def test_a_reader_of_an_earlier_day_sees_what_was_out_then(
    client: Client, two_rounds: Occupation, soc: Any
) -> None:
    before = make_release("2022–32", dt.date(2023, 9, 6), source="projections")
    project(before, two_rounds, None, None, None, "1.0", "15.3")
    html = client.get(two_rounds.get_absolute_url(), {"release": "2022-32"}).text
    assert "Where openings come from" not in html


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        # Word processors: not everybody is replaced.
        (
            ("2.0", "1.7", "3.7", "-14.4", "2.2"),
            "All openings from 2024 to 2034 come from people who leave this work: each year, on average, 1,700 move to"
            " another occupation and 2,000 retire or leave the labor force for another reason. That round expects"
            " fewer jobs: about 2,200 of these people are replaced, and the others are not.",
        ),
        # So few jobs are lost that the rounded figures are equal.
        (("1.0", "1.0", "2.0", "-0.1", "2.0"), "Nearly all of these people are replaced."),
        # Mathematicians.
        (
            ("0.0", "0.1", "0.1", "0.0", "0.1"),
            "All openings from 2024 to 2034 come from people who leave this work: each year, on average, 100 move to"
            " another occupation and fewer than 50 retire or leave the labor force for another reason.",
        ),
        (("1.0", "1.0", "2.0", "30.0", "5.0"), "are new jobs. The other openings come from"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_the_figures_say(
    managers: Occupation, older: Release, figures: tuple[str, ...], said: str
) -> None:
    openings = openings_of(managers, [project(older, managers, *figures)])
    assert openings is not None
    assert said in openings.sentence


def test_jobs_lost_are_outlined_and_lead_back(client: Client, managers: Occupation, older: Release) -> None:
    project(older, managers, "2.0", "1.7", "3.7", "-14.4", "2.2")
    html = client.get(managers.get_absolute_url()).text
    assert named_tables(html)["openings"][2:] == [
        ["Jobs lost, not filled again", "", "−1,440"],
        ["Openings", "", "2,200"],
    ]
    assert html.count('class="taken"') == 1


@pytest.mark.parametrize(
    "figures",
    [("0.0", "0.0", "0.0", "0.0", "0.0"), (None, "1.7", "3.7", "-14.4", "2.2"), ("2.0", "1.7", "3.7")],
)
def test_without_openings_or_a_part_of_them_nothing_is_said(
    managers: Occupation, older: Release, figures: tuple[str | None, ...]
) -> None:
    assert openings_of(managers, [project(older, managers, *figures)]) is None


def test_groups_and_residuals_have_them_too(
    client: Client, managers: Occupation, older: Release, soc: Any
) -> None:
    group = Occupation.objects.get(code="11-3000")
    project(older, group, "72.3", "131.2", "203.5", "282.7", "231.7")
    assert says(
        client.get(group.get_absolute_url()).text, "come from people who leave their occupation: each year"
    )
    other = make_occupation(soc, "11-9199", "Managers, All Other", 4, group, is_residual=True)
    project(older, other, "1.2", "1.8", "3.0", "1.2", "3.1")
    assert says(client.get(other.get_absolute_url()).text, "come from people who leave this work")


# Why shares of jobs change


@pytest.fixture
def chemicals(industry: Callable[..., Industry]) -> Industry:
    return industry("325", "Chemical manufacturing", industry("31-33", "Manufacturing"))


def factor(
    release: Release, occupation: Occupation, industry: Industry | None = None, **more: Any
) -> UtilizationFactor:
    inside = {"industry_code": "325000", "industry_title": "Chemical manufacturing"} if industry else {}
    return rows.utilization_factor(
        release=release, occupation=occupation, industry=industry, **{**inside, **more}
    )


def test_reasons_stand_on_the_profile_and_on_the_industry(
    client: Client,
    managers: Occupation,
    all_industries: Industry,
    chemicals: Industry,
    older: Release,
    newer: Release,
) -> None:
    project(older, managers)
    project(newer, managers)
    everywhere = {"industry_code": "TE1000", "industry_title": "Total, all industries"}
    factor(older, managers, all_industries, kinds=["demand", "capital"], direction="down", **everywhere)
    factor(older, managers, chemicals, kinds=["sourcing"], direction="up")
    factor(older, managers, None, kinds=["productivity"], industry_code="1131-2", industry_title="Forestry")
    html = client.get(managers.get_absolute_url()).text
    assert says(
        html,
        "The projections for 2024–34 expect industrial production managers to hold a smaller share of all jobs: changes"
        " in demand and in what machines or software do. The projections also expect a larger share of the jobs in 1"
        " industry:"
        " work comes in from other companies or countries. The projections also expect a smaller share of the jobs in"
        " 1 industry:"
        " each worker gets more done.",
    )
    assert says(html, "Larger share: work comes in from other companies or countries")
    assert f'href="{chemicals.get_absolute_url()}"' in html
    assert "Forestry" in html
    assert "In BLS’s words" not in html
    page = client.get(chemicals.get_absolute_url()).text
    assert says(
        page, "The projections for 2024–34 expect 1 occupation to hold a larger share of the jobs here."
    )
    assert f'href="{managers.get_absolute_url()}"' in page
    assert page.count("Employment Projections. 2024–34") == 1
    whole = client.get(all_industries.get_absolute_url()).text
    assert says(whole, "expect 1 occupation to hold a smaller share of all jobs.")


def test_the_publisher_s_sentence_is_shown_where_it_is_loaded(
    client: Client, managers: Occupation, all_industries: Industry, older: Release
) -> None:
    project(older, managers)
    statement = "Productivity change - share decreases as offices share their managers."
    factor(
        older, managers, statement=statement, industry_code="TE1000", industry_title="Total, all industries"
    )
    html = client.get(managers.get_absolute_url()).text
    assert says(html, "In BLS’s words")
    assert says(html, "Share decreases as offices share their managers.")


def test_an_older_round_is_silent_where_the_newest_that_gives_reasons_has_none(
    client: Client, managers: Occupation, all_industries: Industry, older: Release, soc: Any
) -> None:
    ancient = make_release("2019–29", dt.date(2020, 9, 1), source="projections")
    project(older, managers)
    factor(ancient, managers)
    factor(older, make_occupation(soc, "11-3061", "Purchasing Managers", 4, managers.parent))
    assert "Why this occupation’s share of jobs changes" not in client.get(managers.get_absolute_url()).text
    past = client.get(managers.get_absolute_url(), {"release": "2019-29"}).text
    assert "Why this occupation’s share of jobs changes" not in past or "2019–29" in past


def test_one_kind_has_a_direction_and_several_have_none() -> None:
    assert words.because(["demand"], "up") == "more demand for this work"
    assert words.because(["capital"], "up") == "changes in what machines or software do"
    assert (
        words.because(["productivity", "demand"], "down")
        == "changes in how much each worker gets done and in demand"
    )
    for kind in UtilizationFactor.Kind:
        for direction in UtilizationFactor.Direction:
            assert words.because([kind], direction)
