"""One table by industry: two measures of a share side by side, each with its own remainder."""

from decimal import Decimal

import pytest
from django.test import Client

from occupations.models import Industry, Occupation, Release
from tests import rows
from tests.web.files import csv_rows, named_tables
from wages.models import WageEstimate

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurses() -> Occupation:
    return rows.occupation(title="Registered nurses", code="29-1141")


def cell(nurses: Occupation, release: Release, industry: Industry, jobs: int, median: int) -> WageEstimate:
    return rows.wage_estimate(
        release=release, occupation=nurses, industry=industry, employment=jobs, annual_median=median
    )


def test_both_measures_stand_beside_each_other(client: Client, nurses: Occupation) -> None:
    """Registered nurses: the Handbook of 2024–34 has 59 percent in hospitals, and OEWS of May 2025 2,020,230 of the
    3,379,720 on a payroll, 59.8 percent."""
    may = rows.release("oews", "May 2025", kind="official")
    edition = rows.release("ooh", "2024–34", kind="official")
    profile = rows.profile(release=edition)
    profile.occupations.set([nurses])
    hospitals = rows.industry("622", "Hospitals", level=3)
    services = rows.industry("61", "Educational services", kind="sector", level=2)
    cell(nurses, may, rows.all_industries(), 3_379_720, 97_550)
    cell(nurses, may, hospitals, 2_020_230, 100_220)
    cell(nurses, may, rows.industry("621", "Ambulatory health care services", level=3), 647_720, 91_230)
    cell(nurses, may, services, 95_990, 78_620)
    for industry, title, share in (
        (hospitals, "Hospitals; private", 59),
        (services, "Education; private", 3),
    ):
        rows.industry_share(
            release=edition, profile=profile, occupation=None, industry=industry, industry_title=title, share=share,
            denominator="profile-jobs",
        )  # fmt: skip
    rows.industry_share(
        release=edition, profile=profile, occupation=None, industry=None, industry_title="Government", share=5,
        denominator="profile-jobs",
    )  # fmt: skip
    table = named_tables(client.get(nurses.get_absolute_url()).text)["pay-by-industry"]
    assert table == [
        ["Hospitals", "59", "59.8", "$100,220"],
        ["Ambulatory health care services", "", "19.2", "$91,230"],
        ["All other industries", "", "21.1", ""],
        ["Government", "5", "", "not published for this industry"],
        ["Education; private", "3", "2.8", "$78,620"],
        ["Not listed", "33", "", ""],
    ]
    file = csv_rows(client.get(nurses.get_absolute_url(), {"_export": "csv", "table": "pay-by-industry"}))
    assert [row["share_of_all_jobs_percent"] for row in file[:2]] == ["59.00", ""]
    assert Decimal(file[0]["share_of_wage_and_salary_jobs_percent"]) == Decimal("59.8")
    assert {row["wages_release"] for row in file} == {"May 2025"}
