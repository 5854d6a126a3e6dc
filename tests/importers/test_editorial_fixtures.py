"""The editorial fixtures load, load again without doubling anything, and state what they should."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from importers.runs import ensure_source
from occupations.models import (
    Certification,
    CertifyingOrganization,
    IndustryShare,
    MissingReason,
    Projection,
    Release,
)
from occupations.models.outlook import PROJECTION_FIGURES
from occupations.models.source import slug_of
from tests import rows
from wages.measures import MEASURES
from wages.models import WageEstimate

FILES = sorted((Path(__file__).parents[2] / "fixtures/editorial").glob("*.json"))
INDUSTRIES = {
    "311": "Food",
    "325": "Chemical",
    "332": "Fabricated metal",
    "333": "Machinery",
    "336": "Transport",
}


def load() -> None:
    call_command("loaddata", *map(str, FILES), verbosity=0)


@pytest.fixture(scope="module")
def loaded(shared_db: None) -> None:
    for source in ("oews", "projections", "matrix"):
        ensure_source(source)
    rows.occupations_of_fixtures(FILES)
    rows.nation()
    rows.all_industries()
    for code, title in INDUSTRIES.items():
        rows.industry(code, title)
    load()


def test_every_file_is_there() -> None:
    assert {file.name.split("-")[0] for file in FILES} == {"10", "30", "40"}


def test_files_are_short_enough_to_read() -> None:
    for file in FILES:
        if file.name.startswith("30-"):
            assert len(file.read_text().splitlines()) < 400, file.name


def test_no_row_has_a_database_key() -> None:
    for file in FILES:
        assert not [row for row in json.loads(file.read_text()) if "pk" in row], file.name


@pytest.mark.usefixtures("loaded")
def test_loading_twice_doubles_nothing() -> None:
    models = (
        Release, CertifyingOrganization, Certification, Projection, IndustryShare, WageEstimate,
    )  # fmt: skip
    counts = [model.objects.count() for model in models]
    stated = Counter(row["model"] for file in FILES for row in json.loads(file.read_text()))
    assert counts == [stated[model._meta.label_lower] for model in models]
    load()
    assert [model.objects.count() for model in models] == counts


@pytest.mark.usefixtures("loaded")
def test_every_row_satisfies_its_model() -> None:
    for model in {row["model"] for file in FILES for row in json.loads(file.read_text())}:
        for row in apps.get_model(model).objects.all():
            row.full_clean()


@pytest.mark.usefixtures("loaded")
def test_releases_are_editorial_and_ready_and_have_the_slug_of_their_label() -> None:
    releases = {release.label: release for release in Release.objects.all()}
    assert set(releases) == {"2020–30", "2020", "May 2021"}
    for label, release in releases.items():
        assert (release.kind, release.state, release.slug) == ("editorial", "ready", slug_of(label))
    assert releases["May 2021"].published_on.isoformat() == "2022-03-31"
    assert releases["2020–30"].published_on.isoformat() == "2021-09-08"


@pytest.mark.usefixtures("loaded")
def test_the_projection_states_three_figures_and_says_so_of_the_rest() -> None:
    projection = Projection.objects.get()
    stated = {name: getattr(projection, name) for name in PROJECTION_FIGURES if getattr(projection, name)}
    assert stated == {
        "base_employment": Decimal("189.3"), "percent_change": Decimal("5.0"), "openings": Decimal("13.9"),
    }  # fmt: skip
    assert (projection.base_year, projection.target_year) == (2020, 2030)
    assert (projection.growth_word, projection.growth_word_basis) == ("slower", "published")
    assert reasons(projection, PROJECTION_FIGURES) == {MissingReason.NOT_STATED}


@pytest.mark.usefixtures("loaded")
def test_the_five_largest_industries() -> None:
    shares = {share.industry.code: share.share for share in IndustryShare.objects.all()}
    assert shares == {"332": 10, "336": 9, "325": 8, "333": 8, "311": 7}
    assert set(IndustryShare.objects.values_list("denominator", flat=True)) == {"occupation-jobs"}


@pytest.mark.usefixtures("loaded")
def test_the_wages_of_may_2021() -> None:
    total = WageEstimate.objects.get(industry__code="000000")
    assert (total.annual_p10, total.annual_median, total.annual_p90) == (64150, 103150, 170470)
    assert total.area.code == "0000000"
    by_industry = WageEstimate.objects.filter(industry__system__slug="naics-2022")
    assert dict(by_industry.values_list("industry__code", "annual_median")) == {
        "325": 125480, "336": 119400, "333": 101870, "311": 98500, "332": 98490,
    }  # fmt: skip
    for cell in by_industry:
        assert [name for name in MEASURES if getattr(cell, name) is not None] == ["annual_median"]
        assert reasons(cell, MEASURES) == {MissingReason.NOT_STATED}


def reasons(row: object, names: tuple[str, ...]) -> set[int]:
    return {getattr(row, f"{name}_missing") for name in names if getattr(row, name) is None}


@pytest.mark.usefixtures("loaded")
def test_certifications_say_whose_they_are_and_that_nobody_verified_them() -> None:
    by_slug = {row.slug: row for row in Certification.objects.select_related("organization")}
    for row in by_slug.values():
        assert row.attests, row
        assert (row.last_verified_on, row.verified_by) == (None, "")
        assert row.official_url.startswith("https://"), row
        assert row.occupations.exists(), row
    for slug, organization in {"cpim": "ASCM", "cmq-oe": "ASQ"}.items():
        row = by_slug[slug]
        assert row.organization.abbreviation == organization
        assert row.renewal_years == 3
        assert row.renewal
        assert row.examinations
        assert row.requirements
        assert [occupation.code for occupation in row.occupations.all()] == ["11-3051"]
    assert "APICS" in by_slug["cpim"].organization.former_names
    assert "10 years" in by_slug["cmq-oe"].requirements
