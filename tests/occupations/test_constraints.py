"""Every constraint of the occupational models, broken on purpose in the database."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from occupations.models import Introduction, MissingReason
from occupations.models.handbook import QUICK_FACTS
from occupations.models.outlook import PROJECTION_FIGURES
from tests import rows
from tests.constraints import accepts, names_of, refuses, refuses_twin, tried_in

pytestmark = pytest.mark.django_db
VALUE_OR_REASON = {f"projection_{figure}_value_or_reason" for figure in PROJECTION_FIGURES} | {
    f"quickfacts_{figure}_value_or_reason" for figure in QUICK_FACTS
}
A_VALUE = {"entry_education": 3, "work_experience": 1, "training": 6}


def test_every_constraint_has_a_test() -> None:
    """The names that these two files pass to the functions that break constraints are those of the models."""
    models = [
        model
        for model in apps.get_app_config("occupations").get_models()
        if not model.__name__.startswith("Historical")
    ]
    tried = tried_in(Path(__file__)) | tried_in(Path(__file__).with_name("test_constraints_descriptors.py"))
    assert tried | VALUE_OR_REASON == names_of(models)


# Provenance


def test_release_natural_key() -> None:
    row = rows.release(label="May 2025", kind="official")
    refuses_twin("release_natural_key", row)
    assert rows.release(label="May 2025", kind="editorial").pk  # the same edition, entered by hand


def test_release_ready_has_date() -> None:
    row = rows.release(state="ready")
    refuses("release_ready_has_date", row, published_on=None)
    accepts(row, published_on=None, state="loading")


def test_release_caps_together() -> None:
    row = rows.release()
    refuses("release_caps_together", row, annual_cap=239200)
    refuses("release_caps_together", row, hourly_cap="115.00")
    refuses("release_caps_together", row, hourly_cap="0", annual_cap=0)
    accepts(row, hourly_cap="115.00", annual_cap=239200)


def test_release_known_to_known() -> None:
    refuses("release_known_to_known", rows.release(), known_to="hour")


def test_release_kind_known() -> None:
    refuses("release_kind_known", rows.release(), kind="rumor")


def test_release_state_known() -> None:
    refuses("release_state_known", rows.release(), state="done")


def test_importrun_finished_unless_running() -> None:
    row = rows.import_run()
    refuses("importrun_finished_unless_running", row, outcome="loaded")
    refuses("importrun_finished_unless_running", row, finished_at=timezone.now())
    accepts(row, outcome="loaded", finished_at=timezone.now())


def test_importfile_once_a_run() -> None:
    refuses_twin("importfile_once_a_run", rows.import_file())


@pytest.mark.parametrize("sha256", ["a" * 63, "A" * 64, "g" * 64, ""])
def test_importfile_sha256_is_hex(sha256: str) -> None:
    refuses("importfile_sha256_is_hex", rows.import_file(), sha256=sha256)


def test_editorialrow_natural_key() -> None:
    refuses_twin("editorialrow_natural_key", rows.editorial_row())


# Code systems


def test_codesystem_subject_known() -> None:
    refuses("codesystem_subject_known", rows.system(), subject="places")


def test_codesystem_not_its_own_base() -> None:
    row = rows.system("soc-2018")
    refuses("codesystem_not_its_own_base", row, extends_id=row.pk)
    accepts(row, extends_id=rows.system("soc-2010").pk)


def test_occupation_natural_key() -> None:
    row = rows.occupation("11-3051")
    refuses_twin("occupation_natural_key", row)
    assert rows.occupation("11-3051", system=rows.system("soc-2010")).pk


@pytest.mark.parametrize("code", ["113051", "11-305", "11-30511", "11-3051.1", "11–3051", " 11-3051", ""])
def test_occupation_code_is_written_with_hyphen(code: str) -> None:
    row = rows.occupation()
    refuses("occupation_code_is_written_with_hyphen", row, code=code)
    accepts(row, code="11-3051.01")


def test_occupation_level_known() -> None:
    refuses("occupation_level_known", rows.occupation(), level=6)


def test_occupation_only_the_total_has_no_parent() -> None:
    row = rows.occupation()
    name = "occupation_only_the_total_has_no_parent"
    refuses("occupation_only_the_total_has_no_parent", row, parent_id=None)
    refuses(name, row, parent_id=row.pk)
    refuses(name, rows.all_occupations(), parent_id=row.pk)


def test_occupation_has_titles() -> None:
    row = rows.occupation()
    refuses("occupation_has_titles", row, title="")
    refuses("occupation_has_titles", row, sentence_title="")


def test_alternatetitle_natural_key() -> None:
    refuses_twin("alternatetitle_natural_key", rows.alternate_title())


def test_alternatetitle_not_empty() -> None:
    refuses("alternatetitle_not_empty", rows.alternate_title(), title="")


def test_industry_natural_key() -> None:
    refuses_twin("industry_natural_key", rows.industry("325"))


@pytest.mark.parametrize(
    ("kind", "level"),
    [("all", 2), ("private", 3), ("government", 6), ("sector", 3), ("naics", 2), ("naics", 7), ("combination", 0),
     ("ownership", 1), ("county", 3)],
)  # fmt: skip
def test_industry_kind_and_level_agree(kind: str, level: int) -> None:
    parent = None if kind == "all" else rows.all_industries().pk
    refuses("industry_kind_and_level_agree", rows.industry(), kind=kind, level=level, parent_id=parent)


def test_industry_has_its_parent() -> None:
    row = rows.industry()
    refuses("industry_has_its_parent", row, parent_id=None)
    refuses("industry_has_its_parent", rows.all_industries(), parent_id=row.pk)


def test_industry_not_its_own_parent() -> None:
    row = rows.industry()
    refuses("industry_not_its_own_parent", row, parent_id=row.pk)


def test_industry_has_titles() -> None:
    refuses("industry_has_titles", rows.industry(), title="")
    refuses("industry_has_titles", rows.industry(), short_title="")


# Outlook


def test_projection_natural_key() -> None:
    refuses_twin("projection_natural_key", rows.projection())


@pytest.mark.parametrize("figure", PROJECTION_FIGURES)
def test_projection_value_or_reason(figure: str) -> None:
    name, value, reason = f"projection_{figure}_value_or_reason", A_VALUE.get(figure, 1), f"{figure}_missing"
    row = rows.projection()
    refuses(name, row, **{figure: None, reason: None})  # neither
    refuses(name, row, **{figure: value, reason: MissingReason.NOT_RELEASED})  # both
    refuses(name, row, **{figure: None, reason: 0})  # no reason that we know
    refuses(name, row, **{figure: None, reason: max(MissingReason) + 1})
    for known in MissingReason:
        accepts(row, **{figure: None, reason: known})
    accepts(row, **{figure: value, reason: None})


def test_projection_years_in_order() -> None:
    row = rows.projection()
    refuses("projection_years_in_order", row, target_year=2020)
    refuses("projection_years_in_order", row, target_year=2010)


def test_projection_employment_not_negative() -> None:
    row = rows.projection(base_employment=1, target_employment=1, employment_change=-1, openings=1)
    refuses("projection_employment_not_negative", row, base_employment=-1)
    refuses("projection_employment_not_negative", row, target_employment=-1)
    refuses("projection_employment_not_negative", row, openings="-0.1")
    accepts(row, employment_change=-100)


def test_projection_separations() -> None:
    row = rows.projection(labor_force_exits="5.8", occupational_transfers="10.8", separations="16.7")
    refuses("projection_separations_add_up", row, separations="16.8")
    refuses("projection_separations_add_up", row, separations="16.4")
    refuses("projection_separations_add_up", row, labor_force_exits="5.6")
    accepts(row, separations="16.5")
    accepts(
        row, separations="99", labor_force_exits=None, labor_force_exits_missing=MissingReason.NOT_RELEASED
    )
    negative = rows.projection(labor_force_exits=0, occupational_transfers=0, separations=0)
    for figure in ("labor_force_exits", "occupational_transfers", "separations"):
        refuses("projection_separations_not_negative", negative, **{figure: "-0.1"})


def test_projection_handbook_url_is_of_the_handbook() -> None:
    row = rows.projection()
    for address in ("x", "https://www.bls.gov/ooh/", "http://www.bls.gov/ooh/management/top-executives.htm",
                    "https://www.bls.gov/ooh/management/top-executives.htm?x=1"):  # fmt: skip
        refuses("projection_handbook_url_is_of_the_handbook", row, handbook_url=address)
    accepts(row, handbook_url="https://www.bls.gov/ooh/management/top-executives.htm")


def test_utilizationfactor() -> None:
    row = rows.utilization_factor()
    refuses_twin("utilizationfactor_natural_key", row)
    refuses("utilizationfactor_kinds_known", row, kinds=[])
    refuses("utilizationfactor_kinds_known", row, kinds=["demand", "magic"])
    refuses("utilizationfactor_direction_known", row, direction="none")
    accepts(row, kinds=["demand", "capital"], direction="up")


def test_projection_percent_self_employed_0_to_100() -> None:
    row = rows.projection(percent_self_employed=5)
    refuses("projection_percent_self_employed_0_to_100", row, percent_self_employed="100.1")
    refuses("projection_percent_self_employed_0_to_100", row, percent_self_employed="-0.1")


@pytest.mark.parametrize(
    ("word", "basis"),
    [("slower", "unknown"), ("slower", "between"), ("", "published"), ("", "derived"), ("soaring", "published"),
     ("", "guessed"), ("slower", "guessed")],
)  # fmt: skip
def test_projection_growth_word_has_its_basis(word: str, basis: str) -> None:
    row = rows.projection()
    refuses("projection_growth_word_has_its_basis", row, growth_word=word, growth_word_basis=basis)
    accepts(row, growth_word="slower", growth_word_basis="published")


def test_industryshare_natural_key() -> None:
    refuses_twin("industryshare_natural_key", rows.industry_share())
    self_employed = rows.industry_share(industry=None, class_of_worker="self-employed")
    refuses_twin("industryshare_natural_key", self_employed)  # NULLs in a key are equal
    of_profile = rows.industry_share(occupation=None, profile=rows.profile(), denominator="profile-jobs")
    refuses_twin("industryshare_natural_key", of_profile)


def test_industryshare_0_to_100() -> None:
    row = rows.industry_share()
    refuses("industryshare_0_to_100", row, share="100.01")
    refuses("industryshare_0_to_100", row, share="-0.01")
    accepts(row, share=0)
    accepts(row, share=100)


def test_industryshare_of_occupation_or_profile() -> None:
    row = rows.industry_share()
    refuses("industryshare_of_occupation_or_profile", row, occupation_id=None)
    refuses("industryshare_of_occupation_or_profile", row, profile_id=rows.profile().pk)


def test_introduction_of_group_or_industry() -> None:
    row = Introduction.objects.create(occupation=rows.occupation(), text="They plan.")
    refuses("introduction_of_group_or_industry", row, occupation_id=None)
    refuses("introduction_of_group_or_industry", row, industry_id=rows.industry().pk)
    accepts(row, occupation_id=None, industry_id=rows.industry().pk)


def test_industryshare_in_industry_or_class_of_worker() -> None:
    row = rows.industry_share()
    refuses("industryshare_in_industry_or_class_of_worker", row, industry_id=None)
    refuses("industryshare_in_industry_or_class_of_worker", row, class_of_worker="self-employed")
    refuses("industryshare_in_industry_or_class_of_worker", row, industry_id=None, class_of_worker="unpaid")


def test_industryshare_employment_not_negative() -> None:
    row = rows.industry_share()
    refuses("industryshare_employment_not_negative", row, employment="-0.1")
    refuses("industryshare_employment_not_negative", row, target_employment="-0.1")
    accepts(row, employment="1.5", target_employment=0, employment_change="-1.5", percent_change="-100.0")


def test_industryshare_target_share_0_to_100() -> None:
    row = rows.industry_share()
    refuses("industryshare_target_share_0_to_100", row, target_share="100.1")
    refuses("industryshare_target_share_0_to_100", row, target_share="-0.1")
    accepts(row, target_share="100.0")


def test_industryshare_denominator_known() -> None:
    refuses("industryshare_denominator_known", rows.industry_share(), denominator="jobs")


# Editorial content


def test_profile_state_known() -> None:
    refuses("profile_state_known", rows.profile(), state="done")


def test_profile_license_known() -> None:
    refuses("profile_license_known", rows.profile(), license="maybe")


def test_profile_omitted_known() -> None:
    refuses("profile_omitted_known", rows.profile(omitted=["advancement"]), omitted=["in-short"])


def test_profile_not_to_be_confused_codes() -> None:
    row = rows.profile(not_to_be_confused=["29-1141", "29-1171"])
    for codes in (["291141"], ["29-1141", ""], ["29-114"]):
        refuses("profile_not_to_be_confused_codes", row, not_to_be_confused=codes)


def test_profile_review_has_date_and_name() -> None:
    row = rows.profile()
    refuses("profile_review_has_date_and_name", row, reviewed_on="2026-01-31")
    refuses("profile_review_has_date_and_name", row, reviewed_by="A. Editor")
    accepts(row, reviewed_on="2026-01-31", reviewed_by="A. Editor")


def test_profilesection_natural_key() -> None:
    refuses_twin("profilesection_natural_key", rows.profile_section())


def test_profilesection_not_empty() -> None:
    refuses("profilesection_not_empty", rows.profile_section(), body="")


def test_certification_once_an_organization() -> None:
    row = rows.certification()
    other = rows.certification(organization=row.organization)
    refuses("certification_once_an_organization", other, name=row.name)


@pytest.mark.parametrize("years", [0, 51])
def test_certification_renewal_years_positive(years: int) -> None:
    row = rows.certification()
    refuses("certification_renewal_years_positive", row, renewal_years=years)
    accepts(row, renewal_years=3)


def test_certification_verified_by_somebody() -> None:
    row = rows.certification()
    refuses("certification_verified_by_somebody", row, last_verified_on="2026-01-31")
    refuses("certification_verified_by_somebody", row, verified_by="A. Editor")
    accepts(row, last_verified_on="2026-01-31", verified_by="A. Editor")


@pytest.mark.parametrize(
    "make",
    [rows.profile, rows.organization, rows.certification, rows.system, lambda: rows.ensure_source("oews")],
)
def test_slugs_are_unique(make: Callable[[], Model]) -> None:
    row = make()
    refuses_twin(f"{row._meta.db_table}_slug_key", row)
