"""Every changelist and form of the admin: there for every model, and as many queries for many rows as for few."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from occupations import models as o
from tests import rows
from wages import models as w

MAKERS: dict[type[Model], Callable[[], Model]] = {
    o.Source: lambda: rows.ensure_source("oews"),
    o.Release: rows.release,
    o.ImportRun: rows.import_run,
    o.ImportFile: rows.import_file,
    o.CodeSystem: lambda: rows.system(f"soc-{o.CodeSystem.objects.count()}", extends=rows.system()),
    o.Occupation: rows.occupation,
    o.AlternateTitle: rows.alternate_title,
    o.CodeChange: lambda: o.CodeChange.objects.create(
        release=rows.release(), occupation=rows.occupation(), successor=rows.occupation()
    ),
    o.Industry: rows.industry,
    o.Projection: rows.projection,
    o.IndustryShare: rows.industry_share,
    o.Profile: rows.profile,
    o.ProfileSection: rows.profile_section,
    o.CertifyingOrganization: rows.organization,
    o.Certification: rows.certification,
    o.Introduction: lambda: o.Introduction.objects.create(occupation=rows.occupation(), text="They plan."),
    o.EditorialRow: rows.editorial_row,
    o.DataChange: o.DataChange.objects.create,
    o.Description: lambda: rows.descriptor(o.Description, text="Plan."),
    o.JobZone: lambda: rows.descriptor(o.JobZone, zone=4),
    o.Element: rows.element,
    o.Rating: lambda: rows.descriptor(o.Rating, element=rows.element(), scale="IM", value=3),
    o.EducationShare: lambda: rows.descriptor(o.EducationShare, category=6, percent=50),
    o.Task: lambda: rows.descriptor(o.Task, task_id=1, text="Plan."),
    o.TaskRating: lambda: rows.descriptor(o.TaskRating, task_id=1, scale="IM", value=4),
    o.EmergingTask: lambda: rows.descriptor(o.EmergingTask, text="Teach a robot.", category="new"),
    o.ContextCategory: lambda: o.ContextCategory.objects.create(
        element=rows.element(), category=5, label="Daily"
    ),
    o.Technology: lambda: rows.descriptor(o.Technology, name="Excel", kind_code="43232110"),
    o.RelatedOccupation: lambda: rows.descriptor(
        o.RelatedOccupation, related=rows.occupation(), tier="1-primary-short", rank=1
    ),
    o.Program: rows.program,
    o.ProgramOccupation: lambda: rows.descriptor(o.ProgramOccupation, program=rows.program()),
    o.QuickFacts: rows.quick_facts,
    o.UtilizationFactor: rows.utilization_factor,
    o.ProfileWage: rows.profile_wage,
    o.PriceIndex: lambda: o.PriceIndex.objects.create(release=rows.release(), year=2025, month=13, value=320),
    o.PriceParity: lambda: o.PriceParity.objects.create(
        release=rows.release(), state_code="06", year=2024, category=1, value=110
    ),
    o.AreaPriceParity: rows.area_parity,
    w.Area: rows.area,
    w.County: rows.county,
    w.ZipCode: rows.zip_code,
    w.WageEstimate: rows.wage_estimate,
}
EVERY = pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)


def address(model: type[Model], page: str, *arguments: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


@pytest.fixture
def browser_client(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief"))
    return client


def test_every_model_is_registered() -> None:
    ours = {*apps.get_app_config("occupations").get_models(), *apps.get_app_config("wages").get_models()}
    ours = {model for model in ours if not model.__name__.startswith("Historical")}
    assert ours == set(MAKERS)
    assert ours <= set(admin.site._registry)


@EVERY
def test_every_model_can_be_searched_and_filtered(model: type[Model]) -> None:
    registered = admin.site._registry[model]
    assert registered.search_fields
    assert registered.list_filter


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
    assert response.status_code == 200
    return len(captured)


@EVERY
def test_a_changelist_asks_as_much_for_many_rows_as_for_few(
    model: type[Model], browser_client: Client
) -> None:
    make, path = MAKERS[model], address(model, "changelist")
    rows.release("oews")  # filters by release have something to list
    for _ in range(3):
        make()
    browser_client.get(path)  # content types and the like are cached from here on
    few = queries(browser_client, path)
    for _ in range(17):
        make()
    assert queries(browser_client, path) == few


@EVERY
def test_search_and_the_page_of_one_row_answer(model: type[Model], browser_client: Client) -> None:
    row = MAKERS[model]()
    assert browser_client.get(address(model, "changelist"), {"q": "11-3 pro"}).status_code == 200
    assert browser_client.get(address(model, "change", row.pk)).status_code == 200
    assert browser_client.get(address(model, "history", row.pk)).status_code == 200


@EVERY
def test_the_page_of_one_row_asks_as_much_when_the_table_is_long(
    model: type[Model], browser_client: Client
) -> None:
    make = MAKERS[model]
    path = address(model, "change", make().pk)
    browser_client.get(path)
    few = queries(browser_client, path)
    for _ in range(15):
        make()
    assert queries(browser_client, path) == few


@pytest.mark.parametrize(
    ("model", "field", "term"),
    [
        (o.Projection, "occupation", "11-3051"),
        (o.IndustryShare, "industry", "chemical"),
        (o.Certification, "organization", "asq"),
        (w.WageEstimate, "area", "united"),
    ],
)
def test_foreign_keys_complete_themselves(
    model: type[Model], field: str, term: str, browser_client: Client
) -> None:
    rows.occupation("11-3051"), rows.industry(), rows.organization(), rows.nation()
    parameters = {
        "app_label": model._meta.app_label, "model_name": str(model._meta.model_name), "field_name": field,
        "term": term,
    }  # fmt: skip
    found = browser_client.get(reverse("admin:autocomplete"), parameters).json()["results"]
    assert len(found) == 1


def test_the_site_is_named(browser_client: Client) -> None:
    assert "Occupedia editing" in browser_client.get(reverse("admin:index")).text


def test_a_filter_by_a_release_that_is_not_a_number_finds_nothing(browser_client: Client) -> None:
    rows.wage_estimate()
    response = browser_client.get(address(w.WageEstimate, "changelist"), {"release": "May 2021"})
    assert response.status_code == 200
    assert "0 wage estimates" in response.text
