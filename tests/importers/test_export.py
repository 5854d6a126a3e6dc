"""What editors changed comes out as the files that go in."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from importers.editorial.markdown import read_profile
from importers.report import Problems
from occupations.models import Profile, ProfileSection, Release
from tests import rows

FOLDER = Path(__file__).parents[2] / "fixtures/editorial"
NURSES = "29-1141-registered-nurses.md"


def export(path: Path, *options: str) -> list[str]:
    out = io.StringIO()
    call_command("export", "editorial", str(path), *options, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def nurses(db: None, load, tmp_path: Path) -> Profile:
    rows.occupations_of_fixtures([FOLDER / "profiles" / NURSES])
    load("editorial", FOLDER / "profiles" / NURSES)
    return Profile.objects.get()


@pytest.mark.real_files
@pytest.mark.django_db
def test_all_that_is_loaded_is_exported_the_same_to_the_byte(load, tmp_path, django_assert_max_num_queries):
    files = sorted((FOLDER / "profiles").iterdir())
    rows.occupations_of_fixtures(files)
    load("editorial", FOLDER / "profiles")
    with django_assert_max_num_queries(10):
        assert export(tmp_path) == [f"0 written to {tmp_path / 'profiles'}."]  # nobody changed anything
    with django_assert_max_num_queries(10):
        export(tmp_path, "--all")
    written = {file.name: file.read_bytes() for file in (tmp_path / "profiles").iterdir()}
    assert written == {file.name: file.read_bytes() for file in files}


def test_only_what_an_editor_changed_is_written(nurses: Profile, tmp_path: Path) -> None:
    section = ProfileSection.objects.get(kind="05-in-short")
    section.body = "They care.\r\n\r\nA lot. \r\n"
    section.full_clean()
    section.save()
    assert export(tmp_path) == [f"1 written to {tmp_path / 'profiles'}."]
    text = (tmp_path / "profiles" / NURSES).read_text()
    assert "## In short\nThey care.\n\nA lot.\n\n## What they do\n" in text
    before = (FOLDER / "profiles" / NURSES).read_text()
    assert text.partition("## What they do")[2] == before.partition("## What they do")[2]
    assert export(tmp_path) == [
        f"0 written to {tmp_path / 'profiles'}; 1 there already, the same to the byte."
    ]


def test_what_is_sent_back_is_followed_again(nurses: Profile, tmp_path: Path, load) -> None:
    ProfileSection.objects.filter(kind="05-in-short").update(body="They care.")
    export(tmp_path)
    assert load("editorial", tmp_path).counts["unchanged"] == 8
    assert export(tmp_path / "again") == [f"0 written to {tmp_path / 'again' / 'profiles'}."]


def test_a_profile_of_an_editor_is_written_and_a_publishers_is_not(db: None, tmp_path: Path) -> None:
    made = Profile.objects.create(slug="tuners", title="Tuners", state="draft", license="none")
    rows.profile_section(profile=made, kind="10-what-they-do", body="They tune.")
    assert export(tmp_path)[0] == "tuners: it is about no occupation and can't be written."
    made.occupations.add(rows.occupation("49-9063"))
    handbook = rows.release(source="ooh", kind="official", state="ready")
    theirs = Profile.objects.create(slug="ooh-tuners", title="Tuners", release=handbook)
    rows.profile_section(profile=theirs, kind="10-what-they-do", body="<p>They tune.</p>", markup="html")
    assert Release.objects.count() == 1
    assert export(tmp_path) == [
        "49-9063-tuners.md: In short is missing; it has to be written before the file can be loaded.",
        "49-9063-tuners.md: How to become one is missing; it has to be written before the file can be loaded.",
        f"1 written to {tmp_path / 'profiles'}.",
    ]
    text = (tmp_path / "profiles/49-9063-tuners.md").read_text()
    assert text.startswith(
        "---\ncodes: [49-9063]\ntitle: Tuners\nstate: draft\nlicense: none\nomitted: [work-"
    )
    problems = Problems()
    read_profile("49-9063-tuners.md", text, problems)
    assert problems.count == 2


def test_a_deleted_section_is_a_change(nurses: Profile, tmp_path: Path) -> None:
    ProfileSection.objects.filter(kind="60-advancement").delete()
    assert export(tmp_path) == [f"1 written to {tmp_path / 'profiles'}."]
    assert "omitted: [advancement]" in (tmp_path / "profiles" / NURSES).read_text()


def test_a_place_that_cannot_be_written_is_said(nurses: Profile, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="Not a directory"):
        export(tmp_path / "file", "--all")
