"""What no single row shows: shares of one list, wages of one job, profiles under one heading, days to come."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from occupations.models import Certification, IndustryShare, Occupation, Profile
from occupations.sections import sections_for
from tests import rows
from tests.admin_client import address, editor, errors, submit
from tests.occupations.test_admin_importing import preview, uploads
from wages.models import WageEstimate
from wages.plausible import question_of

__all__ = ["editor", "uploads"]
pytestmark = pytest.mark.django_db
TOMORROW = dt.date.today() + dt.timedelta(days=1)


@pytest.fixture
def listed() -> dict[str, Any]:
    """An editorial list with one share: manufacturing, 60 percent."""
    manufacturing = rows.industry("31-33", "Manufacturing", kind="sector", level=2)
    food = rows.industry("311", "Food manufacturing", parent=manufacturing)
    meat = rows.industry("3116", "Animal slaughtering", parent=food, level=4)
    common = {"release": rows.release("matrix"), "occupation": rows.occupation("11-3051")}
    rows.industry_share(**common, industry=manufacturing, share=60)
    return {"common": common, "food": food, "meat": meat, "manufacturing": manufacturing}


def share(listed: dict[str, Any], **fields: Any) -> IndustryShare:
    return IndustryShare(**listed["common"] | {"denominator": "occupation-jobs", "share": 5} | fields)


@pytest.mark.parametrize("part", ["food", "meat"])
def test_an_industry_and_its_part_are_not_of_one_list(listed: dict[str, Any], part: str) -> None:
    with pytest.raises(ValidationError, match="“Manufacturing” is already in this list"):
        share(listed, industry=listed[part]).clean()


def test_neither_is_a_part_before_its_industry(listed: dict[str, Any]) -> None:
    IndustryShare.objects.update(industry=listed["meat"])
    with pytest.raises(ValidationError, match="“Animal slaughtering” is already in this list"):
        share(listed, industry=listed["manufacturing"]).clean()


def test_nor_a_cut_by_owner_and_an_industry_beside_it(listed: dict[str, Any]) -> None:
    education = rows.industry("611", "Education")
    schools = rows.industry("6111", "Schools", level=4, parent=education)
    cut = rows.industry("611105", "Schools, private", kind="ownership", level=4, parent=education)
    rows.industry_share(**listed["common"], industry=schools, share=5)
    with pytest.raises(ValidationError, match="“Schools” is already in this list"):
        share(listed, industry=cut).clean()


def test_nor_everybody_on_a_payroll_and_an_industry(listed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="“Manufacturing” is already in this list"):
        share(listed, class_of_worker="wage-and-salary", share=30).clean()
    share(listed, class_of_worker="self-employed", share=30).clean()  # they are in no industry


def test_a_list_comes_to_a_hundred_at_most(listed: dict[str, Any]) -> None:
    hospitals = rows.industry("622", "Hospitals")
    share(listed, industry=hospitals, share=40).clean()
    share(listed, industry=hospitals, share=41).clean()  # 60 and 41 may be 59.5 and 40.5
    with pytest.raises(ValidationError, match="it comes to 102 percent"):
        share(listed, industry=hospitals, share=42).clean()


def test_other_lists_do_not_count(listed: dict[str, Any]) -> None:
    share(listed, industry=listed["food"], release=rows.release("matrix")).clean()
    share(listed, industry=listed["food"], occupation=rows.occupation("29-1141")).clean()
    share(listed, industry=listed["food"], denominator="industry-jobs").clean()
    official = rows.release("matrix", kind="official")
    rows.industry_share(release=official, occupation=listed["common"]["occupation"], industry=listed["food"])
    share(listed, industry=listed["manufacturing"], release=official).clean()  # every level, as published


def test_shares_of_an_industry_are_of_one_list_too(listed: dict[str, Any]) -> None:
    group = rows.occupation("11-3000", level=Occupation.Level.MINOR)
    member = rows.occupation("11-3012", parent=group)
    rows.industry_share(
        release=listed["common"]["release"],
        occupation=group,
        industry=listed["food"],
        denominator="industry-jobs",
    )
    with pytest.raises(ValidationError, match="11-3000"):
        share(listed, occupation=member, industry=listed["food"], denominator="industry-jobs").clean()


def test_an_editor_is_told_at_the_form(editor: Client, listed: dict[str, Any]) -> None:
    typed = {name: row.pk for name, row in listed["common"].items()}
    response = submit(
        editor, address(IndustryShare, "add"), **typed, industry=listed["food"].pk, share="5",
        denominator="occupation-jobs",
    )  # fmt: skip
    assert "counts some of the same jobs" in str(errors(response))


def test_a_check_that_is_still_to_come_is_refused() -> None:
    for row in (
        rows.certification(last_verified_on=TOMORROW, verified_by="A. Editor"),
        rows.profile(reviewed_on=TOMORROW, reviewed_by="A. Editor"),
    ):
        with pytest.raises(ValidationError, match="can’t be later than today"):
            row.full_clean()
    Certification(last_verified_on=dt.date.today()).clean()


def test_one_published_profile_of_ours_stands_under_a_heading(editor: Client) -> None:
    nurse = rows.occupation("29-1141")
    for title in ("Nurses", "Nursing"):
        made = rows.profile(title=title, state="published")
        made.occupations.add(nurse)
        rows.profile_section(profile=made, body=f"{title} nurse.")
    handbook = rows.profile(title="Handbook", state="published", release=rows.release("ooh", kind="official"))
    handbook.occupations.add(nurse)
    rows.profile_section(profile=handbook, body="They nurse.")
    assert [s.profile.title for s in sections_for(nurse)["10-what-they-do"]] == ["Nurses", "Handbook"]


@pytest.fixture
def nurses() -> Profile:
    made = rows.profile(title="Nurses", slug="nurses", state="published")
    made.occupations.add(rows.occupation("29-1141"))
    return made


def test_an_editor_cannot_publish_a_second_one(editor: Client, nurses: Profile) -> None:
    nurse = nurses.occupations.get().pk
    typed = {"title": "Nursing", "slug": "nursing", "occupations": [nurse], "license": "unknown"}
    page = address(Profile, "add")
    assert "“Nurses” (nurses)" in errors(submit(editor, page, **typed, state="published"))["occupations"][0]
    assert submit(editor, page, **typed, state="draft").status_code == 302
    assert submit(editor, address(Profile, "change", nurses.pk), title="Our nurses").status_code == 302


def test_nor_bring_one_in_with_a_file(editor: Client, nurses: Profile) -> None:
    text = "slug,title,occupations,state\nnursing,Nursing,soc-2018 29-1141,published\n"
    assert "“Nurses” (nurses)" in preview(editor, Profile, text).text
    assert "confirm_form" in preview(editor, Profile, text.replace("published", "draft")).context


WAGES = {"hourly_median": "99.99", "annual_median": "9999"}


def test_wages_that_can_hardly_be_of_one_job_are_asked_about(editor: Client) -> None:
    rows.nation()
    rows.all_industries()
    cell = {"release": rows.release().pk, "occupation": rows.occupation("11-3051").pk}
    page = address(WageEstimate, "add")
    asked = errors(submit(editor, page, **cell, **WAGES))
    assert asked == {
        "as_published": [
            "$99.99 an hour is $207,979 for a year of 2,080 hours, but the annual median is $9,999. If the source"
            " really gives both, mark them as published."
        ]
    }
    assert submit(editor, page, **cell, **WAGES, as_published="on").status_code == 302
    assert WageEstimate.objects.get().annual_median == 9999


def test_they_are_asked_about_in_a_file_too(editor: Client) -> None:
    release, occupation = rows.release(label="May 2021"), rows.occupation("11-3051")
    rows.nation()
    rows.all_industries()
    text = (
        "release,occupation,area,industry,hourly_median,annual_median,as_published\n"
        f"oews {release.label},soc-2018 {occupation.code},FIPS 0000000,oews-industries 000000,99.99,9999,"
    )
    assert "mark them as published" in preview(editor, WageEstimate, text).text
    assert "confirm_form" in preview(editor, WageEstimate, text + "yes").context


@pytest.mark.parametrize(
    ("hourly", "annual", "asked"),
    [
        ("10", 20_800, False),
        ("10", 10_400, False),
        ("10", 41_600, False),
        ("10", 10_399, True),
        ("10", 41_601, True),
    ],
)
def test_half_and_double_are_the_limits(hourly: str, annual: int, asked: bool) -> None:
    row = rows.wage_estimate(hourly_p10=Decimal(hourly), annual_p10=annual)
    assert bool(question_of(row)) is asked
