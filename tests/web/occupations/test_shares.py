"""Published shares of an occupation's jobs: lists as the Handbook makes them, and what overlaps left out."""

from decimal import Decimal

import pytest

from occupations.models import Industry, IndustryShare, Occupation, Profile, Release
from tests import rows
from web.occupations.shares import published_shares

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Release:
    return rows.release("ooh", "2024–34", kind="official")


@pytest.fixture
def profile(edition: Release) -> Profile:
    return rows.profile(release=edition)


def share(profile: Profile, industry: Industry, percent: int) -> None:
    rows.industry_share(
        release=profile.release, profile=profile, occupation=None, industry=industry, industry_title=industry.title,
        share=percent, denominator="profile-jobs",
    )  # fmt: skip


def test_government_is_part_of_a_list_of_the_handbook(profile: Profile) -> None:
    """Air traffic controllers: the Handbook of 2024–34 has 90 percent of them with the federal government."""
    federal = rows.industry("999101", "Federal government", kind="government", level=0)
    share(profile, federal, 90)
    share(profile, rows.industry("488", "Support activities for transportation"), 6)
    (shares,) = published_shares(list(profile.industry_shares.all()))
    assert shares.rows == [
        ("Federal government", Decimal(90)), ("Support activities for transportation", Decimal(6))
    ]  # fmt: skip
    assert shares.remainder == Decimal(4)


def test_schools_are_listed_by_their_owners(profile: Profile) -> None:
    """Postsecondary teachers: 42, 38, 9 and 6 percent, all of them in cuts by owner."""
    colleges = rows.industry("6113", "Colleges", level=4)
    junior = rows.industry("6112", "Junior colleges", level=4)
    for code, name, cut, percent in (
        ("611302", "Colleges; state", colleges, 42), ("611305", "Colleges; private", colleges, 38),
        ("611203", "Junior colleges; local", junior, 9), ("611202", "Junior colleges; state", junior, 6),
    ):  # fmt: skip
        share(profile, rows.industry(code, name, kind="ownership", level=4, parent=cut), percent)
    (shares,) = published_shares(list(profile.industry_shares.all()))
    assert [percent for _, percent in shares.rows] == [42, 38, 9, 6]
    assert shares.remainder == Decimal(5)


def test_what_passes_the_whole_or_lies_within_another_is_no_part_of_it(profile: Profile) -> None:
    schools = rows.industry("6111", "Schools", level=4)
    share(profile, schools, 60)
    share(profile, rows.industry("611103", "Schools; local", kind="ownership", level=4, parent=schools), 30)
    (shares,) = published_shares(list(profile.industry_shares.all()))
    assert [name for name, _ in shares.rows] == ["Schools"], "a cut of an industry that is listed"
    share(profile, rows.industry("999301", "Local government", kind="government", level=0), 35)
    (shares,) = published_shares(list(profile.industry_shares.all()))
    assert [name for name, _ in shares.rows] == ["Schools"], "the list passes the whole: it is none"


def test_beside_a_tree_cuts_are_left_out(profile: Profile) -> None:
    occupation: Occupation = rows.occupation()
    matrix = rows.release("matrix", "2024", kind="official")
    services = rows.industry("61", "Educational services", kind="sector", level=2)
    federal = rows.industry("999101", "Federal government", kind="government", level=0)
    rows.industry_share(release=matrix, occupation=occupation, industry=services, share=40, display_level=2)
    rows.industry_share(release=matrix, occupation=occupation, industry=federal, share=20)
    (shares,) = published_shares(list(occupation.industry_shares.all()))
    assert [percent for _, percent in shares.rows] == [40]


def test_shares_of_several_occupations_together_say_whose_they_are(profile: Profile) -> None:
    """Cooks: the Handbook's 76 percent in restaurants are of all cooks, and not of those in private households."""
    cook, other = (
        rows.occupation(title="Cooks, private household"),
        rows.occupation(title="Cooks, restaurant"),
    )
    profile.occupations.set([cook])
    share(profile, rows.industry("722", "Food services and drinking places"), 76)
    (alone,) = published_shares(list(IndustryShare.objects.of(cook)))
    assert (alone.together, alone.denominator[:33]) == ("", "percent of the jobs of the profil")
    profile.occupations.add(other)
    (shares,) = published_shares(list(IndustryShare.objects.of(cook)))
    assert shares.title.startswith(f"Largest industries of “{profile.title}” together, ")
    assert shares.denominator == (
        f"percent of the jobs of the 2 occupations of “{profile.title}”, self-employed included"
    )
