"""A round whose scale of words is not known, and that states less than the round before."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from occupations.carried import carry
from occupations.models import CodeSystem, GrowthWordBasis, MissingReason, Occupation, Projection, Release
from occupations.models.outlook import PROJECTION_FIGURES
from tests.web.conftest import make_occupation, make_release
from tests.web.files import csv_rows
from tests.web.wording import says

pytestmark = pytest.mark.django_db


def project(release: Release, occupation: Occupation, percent: str, **figures: Any) -> Projection:
    base = int(release.label[:4])
    stated: dict[str, Any] = {
        "base_employment": Decimal("240.0"), "target_employment": Decimal("246.0"), "employment_change": Decimal("6.0"),
        "percent_change": Decimal(percent), "openings": Decimal("17.0"), "entry_education": 3,
    } | figures  # fmt: skip
    unstated = {
        f"{name}_missing": MissingReason.NOT_STATED for name in PROJECTION_FIGURES if name not in stated
    }
    return Projection.objects.create(
        release=release, occupation=occupation, base_year=base, target_year=base + 10, **stated, **unstated
    )


@pytest.fixture(scope="module")
def rounds(soc: CodeSystem, total: Occupation, managers: Occupation) -> Occupation:
    """Managers in 2024–34 and 2025–35, and legislators, whom only 2024–34 has; returns the legislators."""
    legislators = make_occupation(soc, "11-1031", "Legislators", Occupation.Level.DETAILED, managers.parent)
    old = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    new = make_release("2025–35", dt.date(2026, 8, 27), source="projections")
    whole = {"percent_self_employed": Decimal("2.6"), "work_experience": 1, "training": 5}
    words = {"growth_word": "slower", "growth_word_basis": GrowthWordBasis.DERIVED}
    project(old, managers, "1.9", **whole, **words)
    project(old, legislators, "3.4", base_employment=Decimal("27.7"), **whole, **words)
    project(old, total, "3.1", **whole)
    project(new, managers, "2.6")
    project(new, total, "3.5")
    carry(2025)
    return legislators


def test_growth_is_held_against_all_jobs_where_no_word_is_known(
    rounds: Occupation, managers: Occupation, client: Client
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert says(
        html, "is projected to grow 2.6 percent from 2025 to 2035, less than the 3.5 percent for all jobs."
    )
    assert not says(html, "All jobs together")
    before = client.get(managers.get_absolute_url(), {"release": "2024-34"}).text
    assert says(before, "slower than the average for all occupations")
    assert says(before, "All jobs together: +3.1 percent from 2024 to 2034.")


def test_what_the_round_leaves_out_names_the_round_before(
    rounds: Occupation, managers: Occupation, client: Client
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert says(html, "5 years or more (projections 2024–34)")
    assert says(html, "Self-employed, 2024 (projections 2024–34)")
    assert says(html, "then up to a month of training on the job (projections 2024–34)")
    before = client.get(managers.get_absolute_url(), {"release": "2024-34"}).text
    assert not says(before, "(projections 2024–34)")


def test_who_is_left_out_keeps_the_round_before(rounds: Occupation, client: Client) -> None:
    html = client.get(rounds.get_absolute_url()).text
    assert says(html, "from 2024 to 2034")
    found = client.get(
        "/occupations/", {"q": "legislators", "columns": ["jobs", "growth", "experience"]}
    ).text
    assert '27,700 <span class="missing">2024–34</span>' in found
    assert '+3.4 <span class="missing">2024–34</span>' in found


def test_what_is_carried_twice_keeps_the_name_of_the_round_that_states_it(
    rounds: Occupation, managers: Occupation
) -> None:
    newest = make_release("2026–36", dt.date(2027, 8, 26), source="projections")
    project(newest, managers, "2.2")
    carry(2026)
    twice = Projection.objects.get(release=newest, occupation=managers)
    assert twice.carried_from is not None
    assert (twice.carried_from.label, twice.training) == ("2024–34", 5)


def test_every_file_names_the_round_of_each_row(
    rounds: Occupation, managers: Occupation, client: Client
) -> None:
    chosen = {"occupation": [managers.code, rounds.code], "_export": "csv"}
    compared = csv_rows(client.get("/compare/", chosen))
    of_round = {row["occupation"]: row["projections_release"] for row in compared}
    assert of_round == {"Industrial production managers": "2025–35", "Legislators": "2024–34"}
    columns = ["jobs", "growth", "experience", "training", "self_employed"]
    found = csv_rows(client.get("/occupations/", {"columns": columns, "_export": "csv"}))
    rows = {row["occupation"]: row for row in found}
    of_rows = {name: row["outlook_release"] for name, row in rows.items()}
    assert of_rows == of_round | {"All occupations": "2025–35"}
    for carried in ("work_experience_round", "training_round", "self_employed_round"):
        assert {row[carried] for row in rows.values()} == {"2024–34"}
    assert rounds.parent is not None
    within = client.get(rounds.parent.get_absolute_url(), {"_export": "csv", "table": "within"})
    assert {row["occupation"]: row["outlook_release"] for row in csv_rows(within)} == of_round


def test_tables_and_sentences_name_the_round_before_beside_its_figure(
    rounds: Occupation, managers: Occupation, client: Client
) -> None:
    assert rounds.parent is not None
    group = client.get(rounds.parent.get_absolute_url()).text
    assert '+3.4 <span class="missing">2024–34</span>' in group
    assert "+2.6</td>" in group
    assert says(group, "Outlook 2025–35.")
    compared = client.get("/compare/", {"occupation": [managers.code, rounds.code]}).text
    assert 'Bachelor’s degree <span class="missing">2024–34</span>' in compared
    assert not says(compared, "The projected change in jobs over 2025–35 ranges")


def test_the_fastest_growing_of_a_round_is_not_one_of_the_round_before(
    rounds: Occupation, client: Client
) -> None:
    Projection.objects.filter(occupation=rounds).update(percent_change=Decimal("9.4"))
    assert not says(client.get("/").text, "+9.4%")
    assert says(client.get("/", {"release": "2024-34"}).text, "<dd>+9.4%")


def test_the_round_before_is_cited_where_something_is_from_it(
    rounds: Occupation, managers: Occupation, client: Client
) -> None:
    html = client.get(managers.get_absolute_url()).text
    newest, before = "2025–35, published August 27, 2026.", "2024–34, published August 28, 2025."
    assert says(html, f"Employment Projections. {newest} {before}")
    handout = client.get(f"/handouts/?occupation={managers.code}").text
    for edition in (newest, before):
        assert says(handout, f"Employment Projections. {edition}")


def test_the_finder_offers_bands_of_percent(rounds: Occupation, managers: Occupation, client: Client) -> None:
    html = client.get("/occupations/").text
    assert says(html, "Growing 0.1 to 4.9 percent")
    assert not says(html, "Slower than average")
    assert says(client.get("/occupations/", {"growth": "up-0"}).text, "growing 0.1 to 4.9 percent")
    old = client.get("/occupations/", {"release": "2024-34"}).text
    assert says(old, "Slower than average")
    assert not says(old, "Growing 0.1 to 4.9 percent")
    # A saved search for a word stays valid, and says that nobody can tell.
    saved = client.get("/occupations/", {"growth": "slower"}).text
    assert says(saved, "for which the projections give no growth word")
