"""`manage.py load`: what it says, and how it ends."""

import io
import zipfile

import pytest
from django.core.management import CommandError, call_command

from importers.sources import sources
from occupations.models import ImportRun, Release
from tests.importers.oews.samples import DATA, edit, table_of

pytestmark = pytest.mark.usefixtures("code_systems")


def run_command(*arguments: object, **options: object) -> str:
    out = io.StringIO()
    call_command("load", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def test_it_loads_and_reports(labstat):
    said = run_command("oews", labstat)
    assert "Reading OEWS May 2025 …" in said
    assert "1,189 rows read, 77 written" in said
    assert "cells: nation, all industries: " in said
    assert "loaded already" in run_command("oews", labstat)


def test_options_reach_the_loader(labstat):
    assert "rolled back" in run_command("oews", labstat, "--dry-run")
    assert not Release.objects.filter(label="May 2025").exists()
    run_command("oews", labstat, "--published", "2026-05-16", "--release", "May 2025")
    run_command("oews", labstat, "--force")
    assert str(Release.objects.get(label="May 2025").published_on) == "2026-05-16"
    assert [run.forced for run in ImportRun.objects.all()] == [True, False, False]


def test_problems_end_it_with_exit_code_1_and_the_whole_report(labstat):
    line = edit(labstat / DATA, "246250", "n/a")
    with pytest.raises(CommandError) as error:
        run_command("oews", labstat)
    assert error.value.returncode == 1
    assert f'{DATA}:{line}: "n/a" is not a figure for employment' in str(error.value)
    assert "1 problem in all. Nothing was changed." in str(error.value)
    assert ImportRun.objects.get().report == str(error.value)


def test_a_folder_of_workbooks_is_one_run_for_each_release(tmp_path, workbook):
    workbook("natsector_M2024_dl")
    workbook("national_M2024_dl")
    workbook("national_M2019_dl")
    run_command("oews", tmp_path)
    runs = list(ImportRun.objects.order_by("started_at"))
    assert [run.release and run.release.label for run in runs] == ["May 2019", "May 2024"]
    assert [run.files.count() for run in runs] == [1, 2]
    assert run_command("oews", tmp_path).count("loaded already") == 2


def test_what_is_no_data_is_named_above_the_first_report(tmp_path, workbook):
    workbook("national_M2024_dl")
    workbook("national_M2019_dl")
    (tmp_path / "~$national_M2024_dl.xlsx").write_bytes(b"\5admin")
    (tmp_path / "file_descriptions.xlsx").write_bytes(b"PK")
    said = run_command("oews", tmp_path)
    assert said.count("Left out: ~$national_M2024_dl.xlsx, which Excel keeps") == 1
    assert said.count("Left out: file_descriptions.xlsx, which tells about the files") == 1
    assert "Left out: ~$" in ImportRun.objects.earliest("started_at").report


def test_an_archive_is_loaded_like_the_files_in_it(tmp_path, workbook):
    file = workbook("national_M2024_dl")
    with zipfile.ZipFile(tmp_path / "oesm24nat.zip", "w") as archive:
        archive.write(file, f"oesm24nat/{file.name}")
    assert "OEWS May 2024" in run_command("oews", tmp_path / "oesm24nat.zip")
    assert "loaded already" in run_command("oews", file)


def test_what_landed_before_a_refused_release_is_said(tmp_path, workbook):
    workbook("national_M2019_dl")
    header, *table = table_of("national_M2020_dl")
    workbook("national_M2020_dl", [header, [*table[0][:-5], "n/a", *table[0][-4:]], *table[1:]])
    workbook("national_M2024_dl")
    with pytest.raises(CommandError) as error:
        run_command("oews", tmp_path)
    said = str(error.value)
    assert "Nothing was changed" not in said
    assert "Nothing of this release was changed." in said
    assert "Loaded before it, and kept: OEWS May 2019." in said
    assert "Not tried after it: national_M2024_dl.xlsx." in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["oews", "nowhere"], "nowhere: there is no such file or folder"),
        (["weather", "."], "argument SOURCE: invalid choice: 'weather'"),
        (["oews"], "Give the files to load, or --from-web to fetch them"),
        (["oews", ".", "--published", "May 15"], "May 15 is not a date; write it as 2026-05-15"),
    ],
)
def test_mistakes_are_explained(arguments, message):
    with pytest.raises(CommandError, match=message):
        run_command(*arguments)
    assert not ImportRun.objects.exists()


def test_files_that_are_no_source_of_oews(tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(CommandError, match=r"notes\.txt: not a file of OEWS"):
        run_command("oews", tmp_path)


def test_an_empty_folder_and_two_files_of_one_name(tmp_path, workbook):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match="the folder is empty"):
        run_command("oews", tmp_path / "empty")
    file = workbook("national_M2024_dl")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / file.name).write_bytes(b"")
    with pytest.raises(CommandError, match="two of the files have this name"):
        run_command("oews", file, tmp_path / "other" / file.name)


def test_a_file_named_twice_is_read_once(workbook):
    file = workbook("national_M2024_dl")
    run_command("oews", file, file.parent)
    assert ImportRun.objects.get().files.count() == 1


def test_every_source_is_named_in_the_help(capsys):
    with pytest.raises(SystemExit):
        call_command("load", "--help")
    said = capsys.readouterr().out
    assert all(source in said for source in sources())


def test_a_keyboard_interrupt_says_so_and_ends_with_130(labstat, monkeypatch):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("importers.oews.loader.publish_staging", interrupt)
    with pytest.raises(CommandError, match="Whatever was running was undone") as error:
        run_command("oews", labstat)
    assert error.value.returncode == 130
