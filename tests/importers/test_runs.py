"""Runs: what counts as loaded, what as a reissue, and what is left behind when a load ends otherwise."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from importers.releases import check_label, make_ready, official_release
from importers.report import InputRefusedError
from importers.runs import Loaded, Options, ensure_source, run_import
from occupations.models import ImportRun, Release

pytestmark = pytest.mark.django_db
Outcome = ImportRun.Outcome
KNOWN = dt.date(2026, 5, 15)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., ImportRun]:
    """`load("one", "two", parts=("a",))`: load files with these contents as that part of the release "2026"."""

    def run(*contents: str, parts: tuple[str, ...] = (), **options: Any) -> ImportRun:
        files = []
        for content in contents:
            file = tmp_path / f"{content}.txt"
            file.write_text(content)
            files.append(file)

        def loader(files: Any, options: Options, progress: Any) -> Loaded:
            release = official_release("cpi", "2026", "2026", KNOWN, options)
            make_ready(release)
            return Loaded(release, parts=parts)

        return run_import("cpi", files, loader, Options(**options))

    return run


def revision() -> int:
    return Release.objects.get().revision


def test_the_same_files_do_nothing_in_whatever_order(load):
    assert load("one", "two").outcome == Outcome.LOADED
    assert load("two", "one").outcome == Outcome.UNCHANGED
    assert load("one").outcome == Outcome.LOADED
    assert load("one", force=True).outcome == Outcome.LOADED


def test_files_loaded_in_several_runs_are_loaded_together(load):
    load("one", parts=("a",))
    load("two", parts=("b",))
    assert load("one", "two").outcome == Outcome.UNCHANGED


def test_files_whose_part_was_replaced_are_loaded_again(load):
    load("one", parts=("a",))
    load("two", parts=("a",))
    assert load("one", parts=("a",)).outcome == Outcome.LOADED


def test_files_of_a_withdrawn_release_are_loaded_again(load):
    load("one")
    Release.objects.update(state=Release.State.WITHDRAWN)
    assert load("one").outcome == Outcome.LOADED
    assert Release.objects.get().state == Release.State.READY


def test_other_files_are_a_reissue(load):
    load("one", "two")
    load("one", "other")
    assert revision() == 1


@pytest.mark.parametrize("again", [("one",), ("one", "two", "three"), ("one", "two")])
def test_fewer_or_more_of_the_files_are_none(load, again):
    load("one", "two")
    assert load(*again, force=True).outcome == Outcome.LOADED
    assert revision() == 0


def test_files_of_another_part_are_none(load):
    load("one", parts=("a",))
    load("two", parts=("b",))
    assert revision() == 0
    load("three", parts=("a",))
    assert revision() == 1


def test_a_dry_run_leaves_its_report_alone(load):
    run = load("one", dry_run=True)
    assert (run.outcome, run.release, Release.objects.count()) == (Outcome.DRY_RUN, None, 0)
    assert "everything was rolled back" in run.report


def test_a_run_whose_process_was_killed_is_closed(load):
    killed = ImportRun.objects.create(source=ensure_source("cpi"))
    elsewhere = ImportRun.objects.create(source=ensure_source("rpp"))
    load("one")
    killed.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (killed.outcome, elsewhere.outcome) == (Outcome.INTERRUPTED, Outcome.RUNNING)
    assert killed.finished_at


def test_an_error_is_kept_and_raised(tmp_path):
    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        official_release("cpi", "2026", "2026", KNOWN, options)
        raise RuntimeError("no more paper")

    with pytest.raises(RuntimeError):
        run_import("cpi", [], loader, Options())
    run = ImportRun.objects.get()
    assert (run.outcome, run.report) == (Outcome.FAILED, "RuntimeError: no more paper\nNothing was changed.")
    assert not Release.objects.exists()


# The day of a release


def test_the_day_given_goes_before_the_file_and_that_before_the_stored_one(load):
    given = dt.date(2026, 6, 1)
    assert load("one", published_on=given).release.published_on == given
    assert load("two").release.published_on == KNOWN


def test_the_usual_day_is_the_last_resort():
    ensure_source("cpi")
    usual, later = dt.date(2026, 1, 1), dt.date(2026, 2, 2)
    with pytest.raises(InputRefusedError, match="it isn't known here when 2026 was published"):
        official_release("cpi", "2026", "2026", None, Options())
    assert official_release("cpi", "2026", "2026", None, Options(), usual=usual).published_on == usual
    assert official_release("cpi", "2026", "2026", None, Options(published_on=later)).published_on == later
    assert official_release("cpi", "2026", "2026", None, Options(), usual=usual).published_on == later


def test_files_of_another_release_than_asked_for_are_refused():
    check_label("2024–34", Options(release="2024-34"))
    with pytest.raises(InputRefusedError, match="these files are 2024–34, not 2022–32"):
        check_label("2024–34", Options(release="2022–32"))
