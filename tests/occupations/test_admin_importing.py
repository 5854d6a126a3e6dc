"""Tables of editorial rows through the admin: previewed, confirmed, whole or not at all."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client

from occupations.admin.importing import UploadStorage
from occupations.models import (
    Certification,
    CertifyingOrganization,
    IndustryShare,
    MissingReason,
    Profile,
    ProfileSection,
    Projection,
)
from tests import rows
from tests.admin_client import address, editor
from wages.models import WageEstimate

__all__ = ["editor"]
CSV, JSON = "0", "1"


@pytest.fixture(autouse=True)
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep uploads of these tests in a folder of their own."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def preview(client: Client, model: type[Model], text: str, file_format: str = CSV) -> Any:
    file = SimpleUploadedFile("rows.csv", text.encode())
    response = client.post(
        address(model, "import"), {"format": file_format, "resource": "0", "import_file": file}
    )
    assert response.status_code == 200
    return response


def confirm(client: Client, model: type[Model], previewed: Any) -> Any:
    assert "confirm_form" in previewed.context, previewed.text
    return client.post(address(model, "process_import"), previewed.context["confirm_form"].initial)


def imported(client: Client, model: type[Model], text: str, file_format: str = CSV) -> None:
    response = confirm(client, model, preview(client, model, text, file_format))
    assert response.status_code == 302
    messages = [str(message) for message in client.get(response.url).context["messages"]]
    assert messages[0].startswith("Import finished"), messages


def export(client: Client, model: type[Model], file_format: str = CSV) -> str:
    response = client.post(address(model, "export"), {"format": file_format, "resource": "0"})
    assert response.headers["Content-Type"] in ("text/csv", "application/json")
    return response.content.decode()


@pytest.fixture
def wages(db: None) -> str:
    """The head of a table of wages, and what its cells refer to."""
    rows.release("oews", label="May 2021")
    rows.occupation("11-3051"), rows.nation(), rows.all_industries(), rows.industry("325")
    return "release,occupation,area,industry,annual_p10,annual_median,annual_p90,annual_p90_missing\n"


TOTAL = "oews May 2021,soc-2018 11-3051,FIPS 0000000,oews-industries 000000,64150,103150,170470,\n"
CHEMICAL = "oews May 2021,soc-2018 11-3051,FIPS 0000000,naics-2022 325,,125480,,top-coded\n"


def test_wages_are_previewed_then_written(editor: Client, wages: str) -> None:
    previewed = preview(editor, WageEstimate, wages + TOTAL + CHEMICAL)
    assert "<ins>103150</ins>" in previewed.text
    assert not WageEstimate.objects.exists()
    confirm(editor, WageEstimate, previewed)
    total, chemical = WageEstimate.objects.order_by("annual_median")
    assert (total.annual_p10, total.annual_median, total.annual_p90) == (64150, 103150, 170470)
    assert total.annual_p10_missing is None
    assert total.published_level == 4
    assert chemical.annual_p10_missing == MissingReason.NOT_STATED
    assert chemical.annual_p90_missing == MissingReason.TOP_CODED
    for row in (total, chemical):
        row.full_clean()


def test_a_correction_shows_its_difference_and_leaves_the_rest(editor: Client, wages: str) -> None:
    imported(editor, WageEstimate, wages + TOTAL + CHEMICAL)
    WageEstimate.objects.filter(annual_median=103150).update(employment=192270, employment_missing=None)
    previewed = preview(editor, WageEstimate, wages + TOTAL.replace("103150", "103151") + CHEMICAL)
    assert "<span>10315</span><del>0</del><ins>1</ins>" in previewed.text
    assert "Skipped" in previewed.text
    assert "style=" not in previewed.context["result"].valid_rows()[0].diff
    confirm(editor, WageEstimate, previewed)
    assert WageEstimate.objects.count() == 2
    assert WageEstimate.objects.get(annual_median=103151).employment == 192270


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (TOTAL.replace("64150", "640150"), "Annual percentiles must not fall"),
        (TOTAL.replace("64150", "much"), "“much” is not a whole number"),
        (TOTAL.replace("64150", "64150.9"), "“64150.9” is not a whole number"),
        (TOTAL.replace("64150", "$64150"), "“$64150” is not a whole number"),
        (TOTAL.replace("May 2021", "May 1999"), "there is no release “oews May 1999”"),
        (TOTAL.replace("11-3051", "99-9999"), "there is no occupation “soc-2018 99-9999”"),
        (TOTAL.replace("soc-2018 11-3051", "11-3051"), "there is no occupation “11-3051”"),
        (TOTAL.replace("soc-2018 11-3051", ""), "This field cannot be null"),
        (CHEMICAL.replace("top-coded", "secret"), "unknown reason “secret”"),
    ],
)
def test_a_bad_row_stops_the_whole_file(editor: Client, wages: str, row: str, message: str) -> None:
    previewed = preview(editor, WageEstimate, wages + CHEMICAL + row)
    assert message in previewed.text
    assert "confirm_form" not in previewed.context
    assert not WageEstimate.objects.exists()


def test_a_decimal_that_is_no_number_is_named(editor: Client, wages: str) -> None:
    header = "release,occupation,area,industry,hourly_median\n"
    previewed = preview(editor, WageEstimate, header + ",".join(TOTAL.split(",")[:4]) + ",$49.59\n")
    assert "“$49.59” is not a number" in previewed.text


def test_an_official_release_cannot_be_written_through_a_file(editor: Client, wages: str) -> None:
    rows.release("oews", label="May 2025", kind="official")
    previewed = preview(editor, WageEstimate, wages + TOTAL.replace("May 2021", "May 2025"))
    assert "there is no release “oews May 2025”" in previewed.text


def test_the_file_of_another_table_is_refused(editor: Client, wages: str) -> None:
    previewed = preview(editor, WageEstimate, "slug,name\nasq,ASQ\n")
    assert "not present in the file headers" in previewed.text
    assert "confirm_form" not in previewed.context


@pytest.mark.parametrize("content", ["", "\x00\x01", "release"])
def test_what_is_no_table_is_refused(editor: Client, wages: str, content: str) -> None:
    assert "confirm_form" not in preview(editor, WageEstimate, content or "\n").context


def test_confirming_twice_says_so(editor: Client, wages: str) -> None:
    previewed = preview(editor, WageEstimate, wages + TOTAL)
    confirm(editor, WageEstimate, previewed)
    response = confirm(editor, WageEstimate, previewed)
    assert response.url == address(WageEstimate, "import")
    messages = [str(message) for message in editor.get(response.url).context["messages"]]
    assert any("already confirmed" in message for message in messages)
    assert WageEstimate.objects.count() == 1


def test_data_that_changed_since_the_preview_stops_the_whole_file(editor: Client, wages: str) -> None:
    imported(editor, WageEstimate, wages + CHEMICAL)
    header = "release,occupation,area,industry,annual_p10\n"
    low = "oews May 2021,soc-2018 11-3051,FIPS 0000000,{},100000\n"
    text = header + low.format("oews-industries 000000") + low.format("naics-2022 325")
    previewed = preview(editor, WageEstimate, text)
    WageEstimate.objects.update(annual_median=90_000)
    response = confirm(editor, WageEstimate, previewed)
    messages = [str(message) for message in editor.get(response.url).context["messages"]]
    assert "The data has changed since the preview. Nothing was imported. Upload the file again." in messages
    assert WageEstimate.objects.get().annual_p10 is None


@pytest.mark.parametrize("name", ["passwd", "occupedia-import-../passwd", "x-occupedia-import-a"])
def test_only_uploads_can_be_confirmed(editor: Client, uploads: Path, name: str) -> None:
    (uploads / "passwd").write_text("slug,name,official_url\nasq,ASQ,https://asq.org/\n")
    (uploads / "x-occupedia-import-a").write_text("slug,name,official_url\nasq,ASQ,https://asq.org/\n")
    data = {"import_file_name": name, "original_file_name": "a.csv", "format": CSV, "resource": "0"}
    assert editor.post(address(CertifyingOrganization, "process_import"), data).status_code == 403
    assert (uploads / "passwd").exists()
    assert not CertifyingOrganization.objects.exists()


def test_an_upload_is_gone_once_it_is_confirmed(editor: Client, wages: str, uploads: Path) -> None:
    imported(editor, WageEstimate, wages + TOTAL)
    assert not list(uploads.glob(f"{UploadStorage.PREFIX}*"))


def test_people_without_the_right_can_neither_import_nor_export(
    client: Client, django_user_model: Any
) -> None:
    user = django_user_model.objects.create_user("guest", is_staff=True)
    client.force_login(user)
    for page in ("import", "export"):
        assert client.get(address(Profile, page)).status_code == 403
    data = {"import_file_name": "occupedia-import-a", "original_file_name": "a", "format": CSV}
    assert client.post(address(Profile, "process_import"), data).status_code == 403


def test_what_is_exported_can_be_imported_again(editor: Client, wages: str) -> None:
    """Each editorial table goes out and in again without a difference; official rows don't go out."""
    rows.wage_estimate(annual_median=103150, area=rows.area(), annual_p90_missing=MissingReason.TOP_CODED)
    rows.wage_estimate(release=rows.release(kind="official", label="May 2031"))
    rows.projection(base_employment="189.3")
    rows.industry_share()
    rows.industry_share(industry=None, class_of_worker="self-employed")
    rows.industry_share(industry=None, industry_title="Manufacturing")
    rows.industry_share(occupation=None, profile=rows.profile(), denominator="profile-jobs")
    rows.profile_section(body="They *manage*, “direct”, and\n\n- lead\n").profile.occupations.add(
        rows.occupation()
    )
    rows.certification().occupations.add(rows.occupation(), rows.occupation())
    for profile in Profile.objects.filter(occupations=None):
        profile.occupations.add(rows.occupation())
    models = (
        WageEstimate, Projection, IndustryShare, Profile, ProfileSection, Certification, CertifyingOrganization,
    )  # fmt: skip
    for model in models:
        for file_format in (CSV, JSON):
            text = export(editor, model, file_format)
            assert "May 2031" not in text
            result = preview(editor, model, text, file_format).context["result"]
            kinds = {row.import_type for row in result.rows}
            assert kinds == {"skip"}, (model, text, [row.diff for row in result.rows])


def test_a_profile_and_its_text_come_in_with_history(editor: Client) -> None:
    rows.occupation("11-3051"), rows.occupation("17-2112")
    occupations = "soc-2018 11-3051; soc-2018 17-2112"
    imported(editor, Profile, f"slug,title,occupations,state\nmanagers,Managers,{occupations},draft\n")
    assert Profile.objects.get().occupations.count() == 2
    section = {"profile": "managers", "kind": "10-what-they-do", "body": "They manage."}
    imported(editor, ProfileSection, json.dumps([section]), JSON)
    imported(editor, ProfileSection, json.dumps([section | {"body": "They direct."}]), JSON)
    row = ProfileSection.objects.get()
    assert list(row.history.values_list("body", flat=True)) == ["They direct.", "They manage."]
    assert row.history.first().history_user.username == "editor"


def test_text_that_states_a_figure_is_refused_in_a_file_too(editor: Client) -> None:
    rows.profile(slug="managers")
    text = 'profile,kind,body\nmanagers,10-what-they-do,"They earn $90,000."\n'
    assert "The text states a figure: “$90,000”" in preview(editor, ProfileSection, text).text


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_file_with_other_separators_is_said(editor: Client, wages: str, separator: str) -> None:
    """As Excel saves CSV where the comma is the decimal sign."""
    previewed = preview(editor, WageEstimate, (wages + TOTAL).replace(",", separator))
    assert "The columns of this file are separated by" in previewed.text
    assert "confirm_form" not in previewed.context


BROKEN = {
    "one column": b"release\noews May 2021\n",
    "more cells than columns": b"release,occupation\na,b,c\n",
    "not UTF-8": "release,occupation\noews May 2021,caf\xe9\n".encode("latin-1"),
    "UTF-16": "release,occupation\noews May 2021,x\n".encode("utf-16"),
    "a workbook": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "other columns": b"slug,name\nasq,ASQ\n",
    "no columns": b"\n\n\n",
    "a column twice": b"release,release,occupation\na,b,c\n",
    "semicolons and a comma": b"release;note, long\nx;y\n",
    "an open quote": b'release,occupation\n"oews May 2021,x\n',
    "a huge cell": b"release,occupation\n" + b"x" * 200_000 + b",y\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("file_format", [CSV, JSON], ids=["CSV", "JSON"])
def test_no_file_shows_the_server_s_paths(
    editor: Client, wages: str, content: bytes, file_format: str
) -> None:
    file = SimpleUploadedFile("rows.csv", content)
    response = editor.post(
        address(WageEstimate, "import"), {"format": file_format, "resource": "0", "import_file": file}
    )
    assert response.status_code == 200
    assert "confirm_form" not in response.context
    for sign in ("Traceback", ".py", "/site-packages", "Error&#x27;"):
        assert sign not in response.text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 555", "-cmd", "@SUM(A1)", "'=1", "''@x", "\tx", "plain", "'quoted'", "−5", "-12.5"]
)
def test_csv_holds_no_formula_and_comes_in_as_it_went_out(editor: Client, text: str) -> None:
    organization = rows.organization(name=text)
    written = export(editor, CertifyingOrganization)
    assert written.startswith("\ufeff")
    cell = next(csv.DictReader(written.removeprefix("\ufeff").splitlines()))["name"]
    assert not cell.startswith(("=", "+", "@", "\t")), cell
    assert not cell.startswith("-") or cell == "-12.5"
    result = preview(editor, CertifyingOrganization, written).context["result"]
    assert {row.import_type for row in result.rows} == {"skip"}, organization.name
