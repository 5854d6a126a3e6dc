"""The admin in a browser, under the site's content security policy: `page` fails a test that breaks it.

On Django's live server and the test database, because these tests write.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from occupations.models import Description, ProfileSection
from tests import rows
from wages.models import WageEstimate

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_admin(live_server: Any, page: Any) -> Callable[[str], Any]:
    """Open a page of the admin as its chief."""
    chief = User.objects.create_superuser("chief", password="chief")
    client = Client()
    client.force_login(chief)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])

    def open_page(path: str) -> Any:
        page.goto(f"{live_server.url}/admin/{path}")
        return page

    return open_page


def test_a_wage_is_entered_with_completing_fields(open_admin: Callable[[str], Any]) -> None:
    rows.occupation("11-3051"), rows.nation(), rows.all_industries(), rows.release("oews", label="May 2021")
    page = open_admin("wages/wageestimate/add/")
    page.select_option("#id_release", label="OEWS May 2021")
    page.click("#id_occupation + .select2")
    page.fill(".select2-search__field", "11-3051")
    page.click(".select2-results__option:has-text('11-3051')")
    page.fill("#id_annual_p10", "64150")
    page.fill("#id_annual_p90", "60000")
    page.click("[name=_save]")
    assert "Annual percentiles must not fall" in page.inner_text(".errorlist:not(.nonfield)")
    page.fill("#id_annual_p90", "170470")
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert WageEstimate.objects.get().annual_p90 == 170470


def test_a_section_is_added_inline_and_its_history_shown(open_admin: Callable[[str], Any]) -> None:
    profile = rows.profile()
    profile.occupations.add(rows.occupation())
    page = open_admin(f"occupations/profile/{profile.pk}/change/")
    page.click("#sections-group .add-row a")
    page.select_option("#id_sections-0-kind", "10-what-they-do")
    page.fill("#id_sections-0-body", "They manage.")
    page.click("[name=_save] >> nth=0")
    page.wait_for_selector(".messagelist .success")
    section = ProfileSection.objects.get()
    page = open_admin(f"occupations/profilesection/{section.pk}/history/")
    page.click("#change-history tbody a")
    page.wait_for_selector("[name=_save][value=Revert]")


def test_a_table_goes_in_and_out(open_admin: Callable[[str], Any], tmp_path: Path) -> None:
    file = tmp_path / "organizations.csv"
    file.write_text("slug,name,official_url\nasq,American Society for Quality,https://asq.org/\n")
    page = open_admin("occupations/certifyingorganization/import/")
    page.set_input_files("[name=import_file]", file)
    page.select_option("[name=format]", label="csv")
    page.click(".submit-row [type=submit]")
    assert page.inner_text(".import-preview ins >> nth=1") == "American Society for Quality"
    page.click("[name=confirm]")
    page.wait_for_selector(".messagelist .success")
    page = open_admin("occupations/certifyingorganization/export/")
    page.select_option("[name=format]", label="csv")
    with page.expect_download() as download:
        page.click(".submit-row [type=submit]")
    assert "American Society for Quality" in Path(download.value.path()).read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lists_and_rows_keep_to_the_policy(open_admin: Callable[[str], Any], page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    wage, run = rows.wage_estimate(), rows.import_run()
    rows.import_file(run=run)
    for path in (
        "", "wages/wageestimate/", f"wages/wageestimate/{wage.pk}/change/", f"wages/wageestimate/{wage.pk}/delete/",
        "occupations/release/", f"occupations/importrun/{run.pk}/change/", "occupations/occupation/?q=11",
        "occupations/projection/add/", "occupations/certification/add/", "auth/user/",
    ):  # fmt: skip
        open_admin(path)
        assert page.locator("#content").count() == 1, path


def test_the_fact_sheet_stands_beside_the_text_and_on_a_phone_below(
    open_admin: Callable[[str], Any],
) -> None:
    profile = rows.profile()
    occupation = rows.occupation("11-3051")
    profile.occupations.add(occupation)
    soc = rows.release("soc", "SOC 2018", kind="official")
    Description.objects.create(release=soc, occupation=occupation, text="They run plants. " * 200)
    page = open_admin(f"occupations/profile/{profile.pk}/change/")
    form, sheet = (page.locator(name).bounding_box() for name in ("#profile_form", ".fact-sheet"))
    assert sheet["x"] >= form["x"] + form["width"]
    assert sheet["height"] <= 900, "it scrolls by itself"
    page.set_viewport_size({"width": 390, "height": 844})
    form, sheet = (page.locator(name).bounding_box() for name in ("#profile_form", ".fact-sheet"))
    assert sheet["y"] >= form["y"] + form["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click("text=See what the sources say")
    assert page.url.endswith("#fact-sheet")
