"""Two releases of O*NET, the newer one with a part of it only, on every page that reads O*NET."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from occupations.models import (
    Element,
    JobZone,
    Occupation,
    Rating,
    RelatedOccupation,
    Release,
    Task,
)
from tests.web.conftest import make_occupation, make_release
from tests.web.files import csv_rows
from tests.web.wording import says
from wages.models import WageEstimate
from web.occupations.descriptors import skills_title
from web.words.origins import origin_sentence

pytestmark = pytest.mark.django_db


def _rate(release: Release, occupation: Occupation, domain: str, rows: list[tuple[Any, ...]]) -> None:
    for code, name, scale, value, source in rows:
        element, _ = Element.objects.get_or_create(code=code, defaults={"name": name, "domain": domain})
        Rating.objects.create(
            release=release, occupation=occupation, element=element, scale=scale, value=value, domain_source=source
        )  # fmt: skip


@pytest.fixture(scope="module")
def releases(managers: Occupation) -> dict[str, Release]:
    """29.0 with zones, interests, skills and styles of its own scale; 30.3 with styles and tasks alone."""
    old = make_release("29.0", dt.date(2024, 8, 1), source="onet")
    new = make_release("30.3", dt.date(2026, 5, 1), source="onet")
    other = make_occupation(managers.system, "17-2112", "Industrial Engineers", 4, managers.parent)
    JobZone.objects.create(release=old, occupation=managers, zone=4)
    RelatedOccupation.objects.create(
        release=old, occupation=managers, related=other, rank=1, tier="1-primary-short"
    )
    learned = "Machine Learning"
    _rate(old, managers, "interest", [
        ("1.B.1.a", "Realistic", "OI", "4.23", learned), ("1.B.1.g", "First Interest High-Point", "IH", 1, learned),
    ])  # fmt: skip
    _rate(old, managers, "skill", [
        ("2.A.1.a", "Reading", "IM", "3.88", "Analyst"), ("2.B.1.a", "Coordination", "IM", "4.00", "Analyst"),
    ])  # fmt: skip
    _rate(old, managers, "work-style", [("1.C.1.a", "Effort", "IM", "4.12", "Incumbent")])
    _rate(new, managers, "work-style", [
        ("1.D.1.i", "Leadership Orientation", "WI", "2.74", "AI/Expert"),
        ("1.D.1.i", "Leadership Orientation", "DR", 1, "AI/Expert"),
        ("1.D.1.a", "Innovation", "WI", "1.36", "AI/Expert"), ("1.D.1.a", "Innovation", "DR", 0, "AI/Expert"),
    ])  # fmt: skip
    Task.objects.create(release=old, occupation=managers, task_id=1, text="Words of our own, from before.")
    Task.objects.create(release=new, occupation=managers, task_id=1, text="Words of our own, newer.")
    parts = ["interests", "work styles", "essential skills", "transferable skills", "job zones", "tasks"]
    for release, own in ((old, [*parts, "related occupations"]), (new, ["work styles", "tasks"])):
        release.parts = own
        release.save()
    return {"29.0": old, "30.3": new}


def test_a_part_that_came_only_later_is_said_as_of_a_day(
    client: Client, managers: Occupation, releases: dict[str, Release]
) -> None:
    """As if 29.0 had been loaded with its work styles and tasks alone."""
    releases["29.0"].parts = ["work styles", "tasks"]
    releases["29.0"].save()
    releases["30.3"].parts = [
        "work styles",
        "tasks",
        "interests",
        "job zones",
        "essential skills",
        "transferable skills",
    ]
    releases["30.3"].save()
    html = client.get(managers.get_absolute_url(), {"release": "2025-01-01"}).text
    assert says(
        html,
        "Left out as of this day: O*NET’s job zones, skills, and interests, which this site has only from O*NET 30.3,"
        " published"
        " May 1, 2026.",
    )
    assert '<a href="#skills">' in html
    assert not says(client.get(managers.get_absolute_url()).text, "Left out as of this day")
    before = client.get(managers.get_absolute_url(), {"release": "2020-01-01"}).text
    assert says(
        before,
        "O*NET’s tasks and work styles, which this site has only from O*NET 29.0, published August 1, 2024.",
    )
    finder = client.get("/occupations/", {"release": "2025-01-01"}).text
    assert "Job zone</legend>" not in finder


def _section(html: str, anchor: str) -> str:
    return html.partition(f'<section id="{anchor}"')[2].partition("</section>")[0]


def _table(html: str, name: str) -> str:
    return html.partition(f'data-table="{name}"')[2].partition("</table>")[0]


def test_a_profile_names_the_release_beside_each_part(
    client: Client, managers: Occupation, releases: dict[str, Release]
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert "newer." in _section(html, "what-they-do")
    assert "from before." not in html
    assert says(_section(html, "what-they-do"), "O*NET, 30.3")
    assert "Job zone 4: considerable preparation" in html
    for table, release in (("skills", "29.0"), ("work-styles", "30.3")):
        assert says(_table(html, table), f"O*NET, {release}")
    assert says(_section(html, "skills"), "realistic")
    assert (
        html.count(f'id="source-{releases["29.0"].pk}"')
        == html.count(f'id="source-{releases["30.3"].pk}"')
        == 1
    )


def test_work_styles_are_of_one_scale_with_their_rank_and_origin(
    client: Client, managers: Occupation, releases: dict[str, Release]
) -> None:
    table = _table(client.get(managers.get_absolute_url()).text, "work-styles")
    assert "Impact runs from −3" in table
    assert "Effort" not in table, "a style of 29.0, which is rated on another scale"
    assert says(table, "artificial intelligence and experts, not from asking people who do this work")
    assert table.index("Leadership Orientation") < table.index("Innovation")
    rows = csv_rows(client.get(managers.get_absolute_url(), {"_export": "csv", "table": "work-styles"}))
    assert [(row["element"], row["rating"], row["distinctiveness_rank"]) for row in rows] == [
        ("Leadership Orientation", "2.7", "1"), ("Innovation", "1.4", "")
    ]  # fmt: skip
    assert {row["domain_source"] for row in rows} == {"AI/Expert"}


def test_styles_with_a_rank_alone_are_shown_by_it(
    client: Client, managers: Occupation, releases: dict[str, Release]
) -> None:
    Rating.objects.filter(release=releases["30.3"], scale="WI").delete()
    table = _table(client.get(managers.get_absolute_url()).text, "work-styles")
    assert "Leadership Orientation" in table
    assert "Innovation" not in table, "0 is no rank"
    assert "Ranked by what sets this work apart" in table


def test_as_of_before_the_newer_release_everything_is_of_the_older_one(
    client: Client, managers: Occupation, releases: dict[str, Release]
) -> None:
    html = client.get(managers.get_absolute_url(), {"release": "2025-01-01"}).text
    assert "from before." in html
    assert "30.3" not in html


def test_handouts_compare_and_finder_read_each_part_where_it_is(
    client: Client, managers: Occupation, releases: dict[str, Release], estimate: Any, may_2025: Release
) -> None:
    for occupation in (managers, Occupation.objects.get(code="17-2112")):
        estimate(may_2025, occupation, annual_median=100_000)
    WageEstimate.objects.update(published_level=4)
    sheet = client.get("/handouts/", {"occupation": "11-3051"}).text
    assert "newer." in sheet
    assert "Job zone 4" in sheet
    assert says(sheet, "realistic (from machine learning)")
    assert "Coordination (4.0)" in sheet
    related = client.get("/compare/", {"occupation": "11-3051"}).text.partition('id="related"')[2]
    assert "17-2112" in related.partition("</ul>")[0]
    found = client.get("/occupations/", {"interest": "R", "columns": ["zone", "interests"]})
    assert "11-3051" in found.text
    assert "11-3051" in client.get("/occupations/", {"zone": "4"}).text


def test_one_zone_for_two_is_said_and_found(
    client: Client, managers: Occupation, releases: dict[str, Release], estimate: Any, may_2025: Release
) -> None:
    estimate(may_2025, managers, annual_median=100_000)
    JobZone.objects.update(zone=2, lowest=1)
    html = client.get(managers.get_absolute_url()).text
    assert "Job zone 1–2: very little to some preparation" in html
    finder = client.get("/occupations/", {"zone": "1-2", "columns": "zone"}).text
    assert "11-3051" in finder
    assert "1–2: very little to some preparation" in finder


def test_origins_are_in_words() -> None:
    assert origin_sentence("Machine Learning/Expert") == (
        "From machine learning and experts, not from asking people who do this work."
    )
    assert origin_sentence("Analyst; Incumbent") == "From occupational analysts and people who do this work."
    assert origin_sentence("Machine Learning; Machine Learning/Expert") == (
        "From machine learning, in part with experts, not from asking people who do this work."
    )
    assert origin_sentence("Oracle") == "From “Oracle”."
    assert (origin_sentence(""), skills_title([])) == ("", "Skills")
