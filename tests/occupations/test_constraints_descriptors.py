"""Every constraint of descriptors, Handbook figures and prices, broken on purpose in the database."""

import pytest

from occupations.models import (
    CodeChange,
    ContextCategory,
    Description,
    EducationShare,
    Element,
    EmergingTask,
    JobZone,
    PriceIndex,
    PriceParity,
    ProfileWage,
    Program,
    ProgramOccupation,
    QuickFacts,
    Rating,
    RelatedOccupation,
    Task,
    TaskRating,
    Technology,
)
from occupations.models.handbook import QUICK_FACTS
from tests import rows
from tests.constraints import accepts, refuses, refuses_twin

pytestmark = pytest.mark.django_db
NOT_STATED = 6


def test_descriptions_and_tasks() -> None:
    description, task = (
        rows.descriptor(Description, text="Plan."),
        rows.descriptor(Task, task_id=1, text="Plan."),
    )
    refuses_twin("description_natural_key", description)
    refuses("description_not_empty", description, text="")
    refuses_twin("task_natural_key", task)
    refuses("task_not_empty", task, text="")


@pytest.mark.parametrize("zone", [0, 6])
def test_job_zones(zone: int) -> None:
    row = rows.descriptor(JobZone, zone=5)
    refuses_twin("jobzone_natural_key", row)
    refuses("jobzone_1_to_5", row, zone=zone)
    accepts(row, zone=2, lowest=1)
    refuses("jobzone_lowest_is_lower", row, zone=2, lowest=2)
    refuses("jobzone_lowest_is_lower", row, zone=2, lowest=0)


@pytest.mark.parametrize(
    ("scale", "lowest", "highest"),
    [
        ("IM", 1, 5),
        ("LV", 0, 7),
        ("OI", 1, 7),
        ("IH", 0, 6),
        ("WI", -3, 3),
        ("DR", 0, 25),
        ("EX", 1, 7),
        ("VH", 0, 6),
        ("CX", 1, 5),
        ("CT", 1, 3),
    ],
)
def test_ratings(scale: str, lowest: int, highest: int) -> None:
    element = Element.objects.create(code="2.A.1.a", name="Reading", domain="skill")
    refuses("element_domain_known", element, domain="mood")
    row = rows.descriptor(Rating, element=element, scale="IM", value=3)
    refuses_twin("rating_natural_key", row)
    accepts(row, scale=scale, value=lowest)
    accepts(row, scale=scale, value=highest)
    refuses("rating_within_its_scale", row, scale=scale, value=lowest - 1)
    refuses("rating_within_its_scale", row, scale=scale, value=highest + 1)
    refuses("rating_within_its_scale", row, scale="ZZ", value=1)


@pytest.mark.parametrize(("scale", "answers"), [("CXP", 5), ("CTP", 3)])
def test_percents_of_answers(scale: str, answers: int) -> None:
    element = Element.objects.create(code="4.C.3.d.1", name="Time Pressure", domain="work-context")
    row = rows.descriptor(Rating, element=element, scale=scale, category=1, value=100)
    refuses_twin("rating_natural_key", row)
    accepts(row, category=answers, value=0)
    refuses("rating_within_its_scale", row, value=101)
    refuses("rating_category_of_its_scale", row, category=answers + 1)
    refuses("rating_category_of_its_scale", row, category=None)
    refuses("rating_category_of_its_scale", row, scale="CT", value=2)


def test_context_categories() -> None:
    row = ContextCategory.objects.create(element=rows.element(), category=5, label="Daily")
    refuses_twin("contextcategory_natural_key", row)
    refuses("contextcategory_1_to_5", row, category=6)
    refuses("contextcategory_not_empty", row, label="")


def test_task_ratings() -> None:
    row = rows.descriptor(TaskRating, task_id=1, scale="IM", value=5)
    refuses_twin("taskrating_natural_key", row)
    refuses("taskrating_within_its_scale", row, value=6)
    refuses("taskrating_within_its_scale", row, scale="ZZ")
    accepts(row, scale="RT", value=100)
    accepts(row, scale="FT", value=100, category=7)
    refuses("taskrating_within_its_scale", row, value=101)
    refuses("taskrating_category_of_frequency", row, category=8)
    refuses("taskrating_category_of_frequency", row, category=None)
    refuses("taskrating_category_of_frequency", row, scale="RT")


def test_emerging_tasks() -> None:
    row = rows.descriptor(EmergingTask, text="Teach a robot.", category="new")
    refuses_twin("emergingtask_natural_key", row)
    refuses("emergingtask_not_empty", row, text="")
    refuses("emergingtask_revision_names_its_task", row, revises=101)
    refuses("emergingtask_revision_names_its_task", row, category="revision")
    accepts(row, category="revision", revises=101)


def test_education_shares() -> None:
    row = rows.descriptor(EducationShare, category=6, percent=50)
    refuses_twin("educationshare_natural_key", row)
    refuses("educationshare_0_to_100", row, percent=101)
    refuses("educationshare_0_to_100", row, percent=-1)
    refuses("educationshare_category_known", row, category=13)


def test_technologies_and_related_occupations() -> None:
    technology = rows.descriptor(Technology, name="Excel", kind_code="43232110", kind="Spreadsheets")
    refuses_twin("technology_natural_key", technology)
    related = rows.descriptor(RelatedOccupation, related=rows.occupation(), tier="1-primary-short", rank=1)
    refuses_twin("related_natural_key", related)
    refuses("related_is_another", related, related_id=related.occupation_id)


def test_programs() -> None:
    system = rows.system("cip-2020")
    program = Program.objects.create(system=system, code="52.0201", title="Business Administration")
    refuses_twin("program_natural_key", program)
    refuses("program_code_form", program, code="52.02")
    refuses_twin("programoccupation_natural_key", rows.descriptor(ProgramOccupation, program=program))


@pytest.mark.parametrize("figure", QUICK_FACTS)
def test_quick_facts(figure: str) -> None:
    missing = {f"{name}_missing": NOT_STATED for name in QUICK_FACTS}
    row = QuickFacts.objects.create(release=rows.release(), profile=rows.profile(), **missing)
    refuses_twin("quickfacts_natural_key", row)
    refuses(f"quickfacts_{figure}_value_or_reason", row, **{f"{figure}_missing": None})
    refuses(f"quickfacts_{figure}_value_or_reason", row, **{figure: 1})
    accepts(row, **{figure: 1, f"{figure}_missing": None})


def test_profile_wages() -> None:
    row = ProfileWage.objects.create(
        release=rows.release(), profile=rows.profile(), industry_title="Hospitals", reference_period="May 2024",
        basis="annual", median=90_000,
    )  # fmt: skip
    refuses_twin("profilewage_natural_key", row)
    refuses("profilewage_median_value_or_reason", row, median=None)
    refuses("profilewage_median_value_or_reason", row, median_missing=2)
    refuses("profilewage_floor_only_if_top_coded", row, floor=239_200)
    accepts(row, median=None, median_missing=2, floor=239_200)


def test_price_indexes() -> None:
    row = PriceIndex.objects.create(release=rows.release(), year=2025, month=13, value="320.1")
    refuses_twin("priceindex_natural_key", row)
    refuses("priceindex_month_1_to_13", row, month=14)
    refuses("priceindex_positive", row, value=0)


def test_price_parities() -> None:
    row = PriceParity.objects.create(
        release=rows.release(), state_code="06", year=2024, category=1, value="110.7"
    )
    refuses_twin("priceparity_natural_key", row)
    refuses("priceparity_positive", row, value=0)
    refuses("priceparity_category_known", row, category=6)


def test_code_changes() -> None:
    old, new = rows.occupation("15-1132"), rows.occupation("15-1252")
    row = CodeChange.objects.create(release=rows.release("soc-2010"), occupation=old, successor=new)
    refuses_twin("codechange_natural_key", row)
    refuses("codechange_is_a_change", row, successor_id=old.pk)


def test_price_parities_of_areas() -> None:
    row = rows.area_parity()
    refuses_twin("areapriceparity_natural_key", row)
    refuses("areapriceparity_positive", row, value=0)
    refuses("areapriceparity_category_known", row, category=6)
    for kind, code in (("metro", "39"), ("nonmetro", "19430"), ("state", "39"), ("metro", "1943A")):
        refuses("areapriceparity_kind_has_its_code", row, kind=kind, code=code)
    accepts(row, kind="nonmetro", code="39")
