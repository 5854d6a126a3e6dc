"""The profile: what is shown of when, editions, groups, and codes that stand for others."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import (
    AlternateTitle,
    Certification,
    CertifyingOrganization,
    CodeSystem,
    Industry,
    IndustryShare,
    MissingReason,
    Occupation,
    PriceParity,
    Profile,
    ProfileSection,
    Projection,
    Release,
)
from occupations.models.outlook import PROJECTION_FIGURES
from tests.web.conftest import make_occupation, make_release
from tests.web.files import csv_rows, named_tables
from tests.web.wording import says
from wages.models import Area, WageEstimate

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]


def projection(release: Release, occupation: Occupation, **given: object) -> Projection:
    base, target = (2000 + int(part) for part in (release.label[2:4], release.label[-2:]))
    missing = {
        f"{name}_missing": MissingReason.NOT_STATED for name in PROJECTION_FIGURES if name not in given
    }
    return Projection.objects.create(
        release=release, occupation=occupation, base_year=base, target_year=target, **missing, **given
    )


@pytest.fixture(scope="module")
def editions(estimate: Make, managers: Occupation, may_2025: Release) -> dict[str, WageEstimate]:
    """May 2025 and May 2021 as published, and May 2021 as entered by hand, which differs."""
    may_2021 = make_release("May 2021", dt.date(2022, 3, 31))
    by_hand = make_release("May 2021", dt.date(2022, 3, 31), kind="editorial")
    return {
        "new": estimate(
            may_2025, managers, annual_median=126_060, annual_p10=78_000, annual_p90=205_520, employment=246_250
        ),
        "old": estimate(may_2021, managers, annual_median=103_150, annual_p10=64_150, annual_p90=170_470),
        "by hand": estimate(by_hand, managers, annual_median=103_000, annual_p90=170_000),
    }  # fmt: skip


def test_newest_official_edition_is_shown_and_the_others_offered(
    client: Client, managers: Occupation, editions: dict
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert "was $126,060 in May 2025" in html
    assert "earned less than $78,000, and the highest 10 percent earned more than $205,520" in html
    assert 'href="?release=May-2021"' in html
    assert "$103,150" in html
    assert "$103,000" in html  # what the hand-entered release states is listed too


def test_as_of_a_past_release(client: Client, managers: Occupation, editions: dict) -> None:
    html = client.get(managers.get_absolute_url(), {"release": "May-2021"}).text
    assert "was $103,150 in May 2021" in html  # the official figure wins over the one entered by hand
    assert "126,060" not in html
    assert "This page is shown as of OEWS May 2021" in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("page", ["", "places/", "pay/"])
def test_a_code_of_onet_for_the_whole_occupation_leads_to_it(
    client: Client, managers: Occupation, page: str
) -> None:
    answer = client.get(f"/occupations/11-3051.00/{page}", {"release": "May-2021"})
    assert answer.status_code == 302
    assert answer["Location"] == f"{managers.get_absolute_url()}{page}?release=May-2021"
    assert client.get("/occupations/11-9999.00/").status_code == 404


def test_before_the_first_release_nothing_is_shown(
    client: Client, managers: Occupation, editions: dict
) -> None:
    html = client.get(managers.get_absolute_url(), {"release": "2019-01-01"}).text
    assert "None of our sources had published pay or an outlook for this code by then." in html
    between = client.get(managers.get_absolute_url(), {"release": "2022-06-01"}).text
    assert ("had published an outlook for this code by then." in between) == ('id="outlook"' not in between)
    assert 'id="pay"' not in html


def test_industries_of_an_edition_come_from_the_editorial_release_where_the_official_has_none(
    client: Client, managers: Occupation, editions: dict, estimate: Make, industry: Callable[..., Industry]
) -> None:
    chemicals = industry("325", "Chemical manufacturing", industry("31-33", "Manufacturing"))
    estimate(editions["by hand"].release, managers, chemicals, annual_median=125_480)
    html = client.get(managers.get_absolute_url(), {"release": "May-2021"}).text
    assert "$125,480" in html
    table = client.get(
        f"{managers.get_absolute_url()}industries/", {"release": "May-2021", "view": "all"}
    ).text
    assert "$125,480" in table
    assert "+$22,330" in table  # against the official median of the same edition


def test_outlook_of_a_round_and_what_average_means(
    client: Client, managers: Occupation, total: Occupation
) -> None:
    new, old = (
        make_release("2024–34", dt.date(2025, 8, 28), source="projections"),
        make_release("2020–30", dt.date(2021, 9, 8), kind="editorial", source="projections"),
    )
    projection(
        new, managers, base_employment=Decimal("241.9"), percent_change=Decimal("1.9"), openings=Decimal("17.1"),
        employment_change=Decimal("4.6"), growth_word="slower", growth_word_basis="derived",
        entry_education=3, work_experience=1, training=6,
    )  # fmt: skip
    projection(new, total, percent_change=Decimal("3.1"))
    projection(old, managers, percent_change=Decimal(5), growth_word="slower", growth_word_basis="published")
    html = client.get(managers.get_absolute_url()).text
    assert (
        "projected to grow 1.9 percent from 2024 to 2034, slower than the average for all occupations" in html
    )
    assert "About 17,100 openings a year" in html
    assert "All jobs together: +3.1 percent" in html
    assert "Industrial production managers held about 241,900 jobs in 2024." in html
    assert "are ours, from BLS’s scale" in html
    assert "Bachelor’s degree" in html
    assert 'href="?release=2020-30"' in html
    past = client.get(managers.get_absolute_url(), {"release": "2020-30"}).text
    assert "grow 5 percent from 2020 to 2030, slower than the average" in past
    assert "BLS’s own" in past


def test_text_certifications_shares_and_titles(
    client: Client, managers: Occupation, industry: Callable[..., Industry], may_2025: Release
) -> None:
    profile = Profile.objects.create(slug="ipm", title="Industrial production managers", state="published")
    profile.occupations.add(managers)
    ProfileSection.objects.create(
        profile=profile, kind="10-what-they-do", body="They *run* plants. <script>x</script>"
    )
    organization = CertifyingOrganization.objects.create(
        slug="ascm", name="ASCM", official_url="https://www.ascm.org/"
    )
    certification = Certification.objects.create(
        slug="cpim",
        organization=organization,
        name="Planning",
        official_url="https://www.ascm.org/",
        renewal_years=3,
    )
    certification.occupations.add(managers)
    matrix = make_release("2020", dt.date(2021, 9, 8), kind="editorial", source="matrix")
    metal = industry("332", "Metal products", industry("31-33", "Manufacturing"))
    IndustryShare.objects.create(
        release=matrix, occupation=managers, industry=metal, share=10, denominator="occupation-jobs"
    )
    for title in ("Plant Manager", "plant manager", "Mill Manager"):
        AlternateTitle.objects.create(occupation=managers, release=may_2025, kind="direct", title=title)
    html = client.get(managers.get_absolute_url()).text
    assert "<em>run</em> plants. &lt;script&gt;" in html
    assert "not yet reviewed" in html
    assert "Every 3 years" in html
    assert "not yet verified" in html
    assert "Metal products" in html
    assert html.lower().count("<li>plant manager</li>") == 1
    Profile.objects.update(state="draft")
    cache.clear()
    assert "<em>run</em>" not in client.get(managers.get_absolute_url()).text


def test_a_wider_profile_is_named_also_without_its_text(
    client: Client, managers: Occupation, soc: CodeSystem
) -> None:
    other = make_occupation(soc, "11-3061", "Purchasing Managers", 4, managers.parent)
    profile = Profile.objects.create(slug="ooh-both", title="Managers", state="published")
    profile.occupations.add(managers, other)
    html = client.get(managers.get_absolute_url()).text
    assert "The Handbook’s profile of this occupation also covers" in html
    assert other.get_absolute_url() in html


def test_states_are_adjusted_for_prices_only_when_asked(
    client: Client, managers: Occupation, editions: dict, all_industries: Industry
) -> None:
    state = Area.objects.create(
        delineation="FIPS", code="0600000", kind="state", title="California", state_code="06"
    )
    cell = editions["new"]
    cell.pk, cell.area, cell.annual_median, cell.annual_median_missing = None, state, 121_000, None
    cell.save()
    rpp = make_release("2024", dt.date(2026, 2, 19), source="rpp")
    PriceParity.objects.create(release=rpp, state_code="06", year=2024, category=1, value=Decimal(110))
    html = client.get(managers.get_absolute_url()).text
    assert "$121,000" in html
    assert "Not adjusted for prices" in html
    html = client.get(managers.get_absolute_url(), {"prices": "adjusted"}).text
    assert "$110,000" in html
    assert "$121,000" not in html
    assert "Adjusted for each state’s prices" in html


def test_group_lists_the_occupations_within(client: Client, managers: Occupation, editions: dict) -> None:
    minor = Occupation.objects.get(code="11-3000")
    html = client.get(minor.get_absolute_url()).text
    assert managers.get_absolute_url() in html
    assert "$126,060" in html


def test_detail_published_with_others_says_under_which_code(
    client: Client, soc: CodeSystem, managers: Occupation, may_2025: Release, estimate: Make
) -> None:
    broad = managers.parent
    assert broad is not None
    oews = CodeSystem.objects.create(slug="oews-2021", name="OEWS", subject="occupations", extends=soc)
    both = Occupation.objects.create(
        system=oews,
        code="11-3058",
        title="Both",
        sentence_title="Both together",
        level=4,
        parent=broad.parent,
    )
    both.combines.add(managers)
    html = client.get(managers.get_absolute_url()).text
    assert "OEWS includes it in" in html
    assert both.get_absolute_url() in html
    assert managers.get_absolute_url() in client.get(both.get_absolute_url()).text


def test_detail_that_a_newer_release_counts_with_others(
    client: Client, managers: Occupation, may_2025: Release, estimate: Make
) -> None:
    """As team assemblers were published alone up to May 2016, and as a part of their broad group since."""
    older = make_release("May 2016", dt.date(2017, 3, 31))
    estimate(older, managers, annual_median=97_140)
    broad = managers.parent
    assert broad is not None
    cell = estimate(may_2025, broad, annual_median=126_060)
    WageEstimate.objects.filter(pk=cell.pk).update(published_level=Occupation.Level.DETAILED)
    html = client.get(managers.get_absolute_url()).text
    assert "OEWS no longer publishes this occupation alone. It is now part of" in html
    assert broad.get_absolute_url() in html
    assert "The latest pay for this code is from May 2016." in html


def test_broad_group_standing_in_for_its_details(
    client: Client, managers: Occupation, may_2025: Release, estimate: Make
) -> None:
    broad = managers.parent
    assert broad is not None
    cell = estimate(may_2025, broad, annual_median=90_000)
    WageEstimate.objects.filter(pk=cell.pk).update(published_level=Occupation.Level.DETAILED)
    assert broad.get_absolute_url() in client.get(managers.get_absolute_url()).text


def test_a_group_lists_a_broad_group_in_place_of_the_details_that_it_stands_for(
    client: Client,
    managers: Occupation,
    may_2025: Release,
    estimate: Make,
    soc: CodeSystem,
    total: Occupation,
) -> None:
    """OEWS publishes home health and personal care aides (31-1120) and neither of its details: as the finder has it,
    31-0000 holds the broad group, which is the largest occupation of the country."""
    major = make_occupation(soc, "31-0000", "Healthcare Support Occupations", 1, total)
    minor = make_occupation(soc, "31-1100", "Aides", 2, major)
    broad = make_occupation(soc, "31-1120", "Home Health and Personal Care Aides", 3, minor)
    details = [make_occupation(soc, f"31-112{n}", f"Aides {n}", 4, broad) for n in (1, 2)]
    other = make_occupation(soc, "31-1131", "Nursing Assistants", 4, minor)
    cell = estimate(may_2025, broad, annual_median=35_000, employment=4_000_000)
    WageEstimate.objects.filter(pk=cell.pk).update(published_level=Occupation.Level.DETAILED)
    estimate(may_2025, other, annual_median=40_000)
    for group in (major, minor):
        html = client.get(group.get_absolute_url()).text
        assert [row[0][-7:] for row in named_tables(html)["within"]] == ["31-1120", "31-1131"]
        assert "2 occupations." in html
    found = client.get("/occupations/", {"group": "31-0000"}).text
    assert says(found, "2 occupations")
    own = client.get(broad.get_absolute_url()).text
    assert [row[0][-7:] for row in named_tables(own)["within"]] == [one.code for one in details]


def test_bare_code_and_wrong_title_lead_to_the_page(client: Client, managers: Occupation) -> None:
    for path in ("/occupations/11-3051/", "/occupations/11-3051-plant-bosses/"):
        response = client.get(path, {"release": "May-2021"})
        assert response.status_code == 302
        assert response.headers["Location"] == f"{managers.get_absolute_url()}?release=May-2021"
    assert client.get("/occupations/11-3051/industries/").headers["Location"].endswith("managers/industries/")
    assert client.get("/occupations/99-9999/").status_code == 404


def test_number_of_queries_is_fixed(
    client: Client, managers: Occupation, editions: dict, estimate: Make, industry: Callable[..., Industry],
    may_2025: Release, total: Occupation, soc: CodeSystem, django_assert_max_num_queries,
) -> None:  # fmt: skip
    profile = Profile.objects.create(slug="ipm", title="Industrial production managers", state="published")
    profile.occupations.add(managers)
    with django_assert_max_num_queries(30):
        client.get(managers.get_absolute_url())
    sector = industry("31-33", "Manufacturing")
    broad = managers.parent
    for number in range(30):
        estimate(may_2025, managers, industry(f"{300 + number}", f"Industry {number}", sector), employment=10)
        AlternateTitle.objects.create(
            occupation=managers, release=may_2025, kind="direct", title=f"Title {number}"
        )
        profile.occupations.add(make_occupation(soc, f"11-30{60 + number}", f"Manager {number}", 4, broad))
    cache.clear()
    with django_assert_max_num_queries(30):
        client.get(managers.get_absolute_url())


def test_a_ranking_within_a_group_leaves_residuals_out_until_they_are_asked_for(
    client: Client, soc: CodeSystem, managers: Occupation, estimate: Make, may_2025: Release
) -> None:
    broad = managers.parent
    assert broad is not None
    other = make_occupation(soc, "11-3059", "Managers, All Other", 4, broad, is_residual=True)
    for occupation, median in ((managers, 126_060), (other, 140_000)):
        estimate(may_2025, occupation, annual_median=median, employment=1_000)

    def listed(query: str) -> list[str]:
        html = client.get(f"{broad.get_absolute_url()}?{query}").text
        is_said = "1 “all other” occupation is left out of this ranking." in html
        assert is_said is (query == "sort=-median")
        return [row[0][-7:] for row in named_tables(html)["within"]]

    assert listed("sort=-median") == ["11-3051"]
    assert listed("sort=-median&residual=show") == ["11-3059", "11-3051"]
    assert listed("") == ["11-3051", "11-3059"]
    assert set(listed("sort=occupation")) == {"11-3051", "11-3059"}


@pytest.mark.parametrize("sort", ["median", "-median", "jobs", "-outlook", "occupation", "-occupation"])
def test_occupations_within_a_group_sort_with_missing_figures_last(
    client: Client, soc: CodeSystem, managers: Occupation, estimate: Make, may_2025: Release, sort: str
) -> None:
    broad = managers.parent
    assert broad is not None
    medians = {"11-3052": 90_000, "11-3053": None, "11-3054": 140_000}
    for code, median in medians.items():
        known = {"annual_median": median} if median else {"annual_median_missing": MissingReason.NOT_RELEASED}
        occupation = make_occupation(soc, code, f"Kind {code}", Occupation.Level.DETAILED, broad)
        estimate(may_2025, occupation, **known, employment=1_000)
    estimate(may_2025, managers, annual_median=126_060, employment=246_250)
    response = client.get(broad.get_absolute_url(), {"sort": sort})
    codes = [row[0][-7:] for row in named_tables(response.text)["within"]]
    assert len(codes) == 4
    if "median" in sort:
        known_last = ["11-3052", "11-3051", "11-3054"]
        assert codes == [*(known_last if sort == "median" else known_last[::-1]), "11-3053"]
    fragment = client.get(
        broad.get_absolute_url(),
        {"sort": sort},
        headers={"HX-Request": "true", "HX-Request-Type": "partial"},
    )
    assert "<html" not in fragment.text
    assert [row[0][-7:] for row in named_tables(fragment.text)["within"]] == codes


def test_shares_stand_in_one_partition_with_classes_of_worker_apart(
    client: Client, managers: Occupation, industry: Callable[..., Industry]
) -> None:
    matrix = make_release("2024", dt.date(2025, 8, 28), source="matrix")
    sector = industry("31-33", "Manufacturing")
    within = industry("333", "Machinery", sector)
    for level, share, place in (
        (1, 2, {"class_of_worker": "self-employed"}), (1, 98, {"class_of_worker": "wage-and-salary"}),
        (2, 58, {"industry": sector}), (3, 20, {"industry": within}),
        (2, 30, {"industry_title": "Government"}), (3, 12, {"industry_title": "Federal government"}),
    ):  # fmt: skip
        IndustryShare.objects.create(
            release=matrix, occupation=managers, share=share, denominator="occupation-jobs", display_level=level,
            **place,
        )  # fmt: skip
    address = managers.get_absolute_url()
    table = client.get(address).text.partition('data-table="pay-by-industry"')[2].partition("</table>")[0]
    assert "Machinery" not in table
    assert "Federal" not in table
    assert table.index("Manufacturing") < table.index("Government") < table.index("Not listed")
    assert table.index("By class of worker") < table.index("Self-employed workers")
    rows = csv_rows(client.get(address, {"_export": "csv", "table": "pay-by-industry"}))
    assert [(row["industry"], row["by"], row["share_of_all_jobs_percent"]) for row in rows] == [
        ("Manufacturing", "industry", "58.00"), ("Government", "industry", "30.00"),
        ("Not listed", "industry", "10.00"), ("Wage and salary workers", "class of worker", "98.00"),
        ("Self-employed workers", "class of worker", "2.00"),
    ]  # fmt: skip
