"""Abilities, activities, context and values of the work, rated and new tasks: from the sample, broken and real."""

import datetime as dt
from decimal import Decimal

import polars as pl
import pytest

from importers.onet import checks, loader, reader
from importers.report import Problems
from occupations.models import (
    ContextCategory,
    EmergingTask,
    ImportRun,
    Rating,
    Release,
    TaskRating,
)
from occupations.release_parts import onet_by_part
from tests.importers.test_onet import _refused, folder, taxonomy

__all__ = ["folder", "taxonomy"]

CONTEXT = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\tN\tStandard Error\tLower CI Bound"
    "\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n"
)
TASKS = (
    "O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound"
    "\tRecommend Suppress\tDate\tDomain Source\n"
)
EMERGING = "O*NET-SOC Code\tTask\tCategory\tOriginal Task ID\tOriginal Task\tDate\tDomain Source\n"
ANSWERS = "Element ID\tElement Name\tScale ID\tCategory\tCategory Description\n"


def context(scale, category, value, code="11-3051.00"):
    cells = (
        code,
        "4.C.3.d.1",
        "Time Pressure",
        scale,
        category,
        value,
        "8",
        "0.1",
        "n/a",
        "n/a",
        "N",
        "n/a",
        "x",
        "y",
    )
    return "\t".join(cells) + "\n"


def task(scale, category, value, number="101"):
    return (
        "\t".join(("11-3051.00", number, scale, category, value, "8", "0.1", "n/a", "n/a", "N", "x", "y"))
        + "\n"
    )


@pytest.fixture
def loaded(taxonomy, load, samples):
    run = load("onet", samples / "onet")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    return run


def test_what_the_sample_says_of_the_work(loaded):
    of = Rating.objects.filter(occupation__code="11-3051")
    noise = of.filter(element__code="4.C.2.b.1.a")
    assert noise.get(scale="CX").value == Decimal("4.52")
    assert [row.value for row in noise.filter(scale="CXP").order_by("category")] == [2, 4, 6, 16, 72]
    week = of.filter(element__code="4.C.3.d.8").order_by("scale", "category")
    assert [(row.scale, row.category, str(row.value)) for row in week] == [
        ("CT", None, "2.85"), ("CTP", 1, "0.00"), ("CTP", 2, "15.00"), ("CTP", 3, "85.00")
    ]  # fmt: skip
    assert of.get(element__code="1.A.1.a.1", scale="IM").value == Decimal("4.12")
    assert of.get(element__code="1.A.4.a.3", scale="LV").is_not_relevant
    assert of.get(element__code="1.B.2.f", scale="EX").value == Decimal("5.83")
    assert of.get(element__code="1.B.2.g", scale="VH").value == 6, "independence comes first"
    assert of.get(element__code="4.A.2.b.1", scale="LV").domain_source == "Incumbent"
    labels = ContextCategory.objects.filter(element__code="4.C.3.d.8").values_list("category", "label")
    assert list(labels) == [(1, "Under 40 hours"), (2, "40 hours"), (3, "Over 40 hours")]
    assert loaded.counts["answers about work context"] == 13


def test_tasks_are_rated_and_new_ones_told_apart(loaded):
    rated = TaskRating.objects.filter(occupation__code="11-3051", task_id=101)
    assert rated.get(scale="IM").value == Decimal("4.55")
    assert rated.get(scale="RT").value == 96
    assert rated.get(scale="FT", category=TaskRating.Frequency.DAILY).value == 62
    assert TaskRating.objects.get(task_id=102, scale="IM").is_suppressed
    assert list(EmergingTask.objects.values_list("category", "revises", "domain_source")) == [
        ("new", None, "Occupational Expert"), ("revision", 101, "Incumbent")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("Work Context", CONTEXT + context("CX", "n/a", "5.01"), "4.C.3.d.1 CX is 5.01, outside 1 to 5"),
        ("Work Context", CONTEXT + context("CX", "3", "5"), "11-3051.00: CX has no category '3'"),
        ("Work Context", CONTEXT + context("CXP", "6", "5"), "'6' is not an answer from 1 to 5"),
        ("Work Context", CONTEXT + context("CTP", "n/a", "5"), "None is not an answer from 1 to 3"),
        ("Work Context", CONTEXT + context("CXP", "1", "100.01"), "CXP is 100.01, outside 0 to 100"),
        ("Work Context", CONTEXT + context("CXP", "1", "5") + context("CXP", "1", "6"),
         "Work Context.txt:3: 11-3051.00 4.C.3.d.1 CXP 1 is rated a second time"),
        ("Work Context", CONTEXT.replace("Category", "Answer") + context("CX", "n/a", "5"),
         "Work Context.txt:1: unexpected columns: Answer"),
        ("Work Context", CONTEXT + context("CX", "n/a", "5", code="99-9999.00"), "'99-9999.00' is not a code"),
        ("Task Ratings", TASKS + task("IM", "n/a", "6"), "101 IM is 6.00, outside 1 to 5"),
        ("Task Ratings", TASKS + task("RT", "1", "6"), "RT has no category '1'"),
        ("Task Ratings", TASKS + task("FT", "8", "6"), "'8' is not an answer from 1 to 7"),
        ("Task Ratings", TASKS + task("OI", "n/a", "6"), "'OI' is not a scale of tasks"),
        ("Task Ratings", TASKS + task("RT", "n/a", "6", number="x"), "the task's ID is 'x'"),
        ("Task Ratings", TASKS + task("RT", "n/a", "6") + task("RT", "n/a", "7"), "101 RT is rated a second time"),
        ("Task Ratings", TASKS.replace("\n", "\tMore\n"), "unexpected columns: More"),
        ("Emerging Tasks", EMERGING + "11-3051.00\tTeach.\tOld\tn/a\tn/a\tx\ty\n", "'Old' is not New or Revision"),
        ("Emerging Tasks", EMERGING + "11-3051.00\tTeach.\tRevision\tn/a\tn/a\tx\ty\n",
         "the ID of the task that it revises is None"),
        ("Emerging Tasks", EMERGING + "11-3051.00\tn/a\tNew\tn/a\tn/a\tx\ty\n", "there is no task"),
        ("Work Context Categories", ANSWERS + "4.C.3.d.1\tTime Pressure\tCXP\t6\tAlways\n",
         "4.C.3.d.1: '6' is not an answer from 1 to 5"),
        ("Work Context Categories", ANSWERS + "4.C.3.d.1\tTime Pressure\tCXP\t5\tn/a\n",
         "4.C.3.d.1: there is no answer"),
        ("Work Values",
         "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n11-3051.00\t1.B.2.a\tA\tEX\t8\n",
         "1.B.2.a EX is 8.00, outside 1 to 7"),
    ],
)  # fmt: skip
def test_bad_files(taxonomy, load, folder, name, text, message):
    (folder / f"{name}.txt").write_text(text)
    assert message in _refused(load, folder)


def test_work_context_is_known_by_its_name_or_by_its_columns(taxonomy, load, tmp_path):
    """Education has the same columns but for the mark Not Relevant, which a file of that name may lack."""
    rows = context("CX", "n/a", "4.5") + context("CXP", "5", "60")
    header, _, lines = (CONTEXT + rows).partition("\n")
    place = header.split("\t").index("Not Relevant")
    for name, drop in (("Work Context.txt", True), ("context_copy.txt", False)):
        cells = [line.split("\t") for line in (header, *lines.splitlines())]
        kept = [row[:place] + row[place + 1 :] if drop else row for row in cells]
        (tmp_path / name).write_text("\n".join(map("\t".join, kept)) + "\n")
        run = load("onet", tmp_path / name, release="29.0", published_on=dt.date(2024, 8, 1), force=True)
        assert run.outcome == ImportRun.Outcome.LOADED, run.report
        assert run.parts == ["work context"]
        assert Rating.objects.filter(element__domain="work-context").count() == 2


def test_words_of_answers_alone_are_no_release(taxonomy, load, samples, folder):
    files = (samples / "onet" / "Work Context Categories.txt", samples / "onet" / "Read Me.txt")
    assert "no row that is kept here" in _refused(load, *files)
    assert not ContextCategory.objects.exists()


def test_tables_as_other_people_copied_them(loaded, load, tmp_path):
    """Under any name, as Parquet with numbers and as comma-separated values; the month of the release stays."""
    table = pl.DataFrame(
        {
            "O*NET-SOC Code": ["11-3051.00"] * 2, "Title": ["Managers"] * 2, "Element ID": ["1.A.1.a.1"] * 2,
            "Element Name": ["Oral Comprehension"] * 2, "Scale ID": ["IM", "LV"], "Data Value": [4.12, 5.0],
            "N": [8.0, None], "Standard Error": [0.125, None], "Recommend Suppress": ["N", "Y"],
        }
    )  # fmt: skip
    table.write_parquet(tmp_path / "abilities_copy.parquet")
    table.with_columns(pl.col("Data Value") - 1).write_csv(tmp_path / "abilities_copy.csv")
    run = load("onet", tmp_path / "abilities_copy.parquet", release="29.0", force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    rows = Rating.objects.filter(element__domain="ability").order_by("scale")
    assert [(str(row.value), row.sample_size, row.standard_error, row.is_suppressed) for row in rows] == [
        ("4.12", 8, Decimal("0.1250"), False), ("5.00", None, None, True)
    ]  # fmt: skip
    assert Release.objects.get(label="29.0").reference_period == "Database version 29.0, August 2024"
    run = load("onet", tmp_path / "abilities_copy.csv", release="29.0", force=True)
    assert [str(row.value) for row in rows.all()] == ["3.12", "4.00"], run.report


@pytest.mark.parametrize(
    ("name", "said"), [("Abilities.csv", "comma-separated values"), ("Abilities.parquet", "Parquet")]
)
def test_a_damaged_copy_is_named(taxonomy, load, tmp_path, name, said):
    (tmp_path / name).write_text('a,b\n"1,2,3\n4,5,6\n')
    assert f"{name}: it can't be read as {said}" in _refused(load, tmp_path / name, release="29.0")


def test_each_part_is_of_the_newest_release_that_has_it(loaded, load, tmp_path):
    (tmp_path / "Read Me.txt").write_text("O*NET 30.9 Database\nNovember 2026 Release\n")
    (tmp_path / "Task Ratings.txt").write_text(TASKS + task("IM", "n/a", "3.5"))
    assert load("onet", tmp_path).outcome == ImportRun.Outcome.LOADED
    onet = onet_by_part()
    assert [str(onet.of(part)) for part in ("task ratings", "abilities")] == ["O*NET 30.9", "O*NET 29.0"]
    assert [release.label for release in onet.having("task ratings")] == ["30.9", "29.0"]


@pytest.mark.real_files
def test_real_abilities_knowledge_and_values(real_data):
    """Against the numbers of rows and occupations of the files themselves."""
    place = real_data / "onet-more"
    expected = {
        "abilities_full.parquet": (92_976, 52),
        "knowledge_full.parquet": (59_004, 33),
        "values.csv": (7_866, 9),
    }
    for file in place.iterdir():
        content = reader.read([file])
        problems = Problems()
        codes = set(content.tables["ratings"]["code"])
        rows = checks.ratings(content.tables["ratings"], codes, problems)
        assert not problems, str(problems)
        count = next(count for name, count in expected.items() if file.name.endswith(name))
        assert (rows.height, rows["element"].n_unique()) == count
    assert set(loader.parts_of({"ratings": rows})) <= {"abilities", "knowledge", "work values"}
