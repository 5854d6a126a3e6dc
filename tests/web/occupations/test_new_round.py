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
        html, "is projected to grow 2.6 percent from 2025 to 2035, less than the +3.5 percent of all jobs."
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
