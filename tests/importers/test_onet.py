import datetime as dt
import gzip
import shutil
from collections import Counter
from decimal import Decimal

import polars as pl
import pytest
from django.db.models import CheckConstraint

from importers.onet import checks, layouts, loader, reader
from importers.report import Problems
from occupations.models import (
    AlternateTitle,
    Description,
    EducationShare,
    Element,
    ImportRun,
    JobZone,
    Rating,
    RelatedOccupation,
    Task,
    Technology,
)

ZONES = "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n"
RATING = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error"
    "\tRecommend Suppress\tNot Relevant\n"
)
GOOD = "11-3051.00\t2.A.1.a\tReading Comprehension\tIM\t3.88\t8\t0.1250\tN\tn/a\n"


@pytest.fixture
def taxonomy(soc, load, samples):
    """SOC 2018 and O*NET-SOC 2019, as far as the samples have them."""
    return load("onet-soc", samples / "onet-soc")


@pytest.fixture
def folder(samples, tmp_path):
    """A copy of the sample release, to be changed."""
    return shutil.copytree(samples / "onet", tmp_path / "onet")


def _refused(load, *paths, **options):
    run = load("onet", *paths, **options)
    assert run.outcome == ImportRun.Outcome.REFUSED, run.report
    assert not Rating.objects.exists()
    assert not JobZone.objects.exists()
    return run.report


def test_a_release_of_text_files_and_workbooks(taxonomy, load, samples):
    run = load("onet", samples / "onet")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = run.release
    assert (release.label, release.published_on.isoformat(), release.state) == ("29.0", "2024-08-01", "ready")
    assert release.reference_period == "Database version 29.0, August 2024"
    assert set(run.parts) == set(loader.PARTS)
    assert JobZone.objects.get(occupation__code="11-3051").zone == 4
    rating = Rating.objects.get(occupation__code="11-3051", element__code="2.A.1.a", scale="IM")
    assert (rating.value, rating.standard_error, rating.sample_size) == (
        Decimal("3.88"),
        Decimal("0.1250"),
        8,
    )
    assert rating.element.domain == "skill"
    assert Counter(Element.objects.values_list("domain", flat=True)) == {
        "interest": 9, "work-style": 16, "skill": 35, "knowledge": 33, "ability": 4, "work-activity": 2,
        "work-context": 4, "work-value": 9,
    }  # fmt: skip
    assert Rating.objects.filter(is_not_relevant=True).exists()
    shares = EducationShare.objects.filter(occupation__code="11-3051")
    assert shares.count() == 12
    assert sum(share.percent for share in shares) == pytest.approx(Decimal(100), abs=Decimal("0.1"))
    related = RelatedOccupation.objects.get(occupation__code="11-3051", related__code="17-2112")
    assert (related.tier, related.rank) == ("3-supplemental", 11)
    excel = Technology.objects.get(occupation__code="11-3051", name="Microsoft Excel")
    assert (excel.is_hot, excel.is_in_demand, excel.kind_code) == (True, True, "43232110")


def test_base_codes_belong_to_the_soc_occupation_and_others_to_their_own(taxonomy, load, samples):
    load("onet", samples / "onet")
    assert JobZone.objects.get(occupation__code="11-9199.01").occupation.level == 5
    assert not JobZone.objects.filter(occupation__code="11-9199").exists()
    assert Description.objects.filter(occupation__code="11-9199").exists()


def test_text_is_kept_as_it_stands(taxonomy, load, samples):
    load("onet", samples / "onet")
    tasks = {task.task_id: task for task in Task.objects.all()}
    assert tasks[102].text == 'Say "no" to a late order, and why.'
    assert [tasks[number].is_core for number in (101, 102, 103)] == [True, False, None]


def test_titles_of_both_kinds_and_short_ones(taxonomy, load, samples):
    load("onet", samples / "onet")
    kinds = dict(AlternateTitle.objects.filter(release__source__slug="onet").values_list("title", "kind"))
    assert kinds["Plant General Manager (Plant GM)"] == kinds["Plant GM"] == "alternate"
    assert "reported" in kinds.values()


def test_the_report_says_what_is_not_kept(taxonomy, load, samples, folder):
    (folder / "Scales Reference.txt").write_text("Scale ID\tScale Name\tMinimum\tMaximum\n")
    (folder / "Interest Areas.txt").write_text(RATING + GOOD.replace("2.A.1.a", "1.B.3.a"))
    run = load("onet", folder)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.counts["rows of Interest Areas.txt that are not kept"] == 1
    assert run.counts["rows of Education, Training, and Experience.txt that are not kept"] == 9
    assert "Files that are not kept: Scales Reference.txt." in run.report
    assert "bounds of confidence" in run.report
    assert "left as they were" not in run.report


def test_again_dry_and_forced(taxonomy, load, samples):
    assert load("onet", samples / "onet", dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Rating.objects.exists()
    assert not Element.objects.exists()
    load("onet", samples / "onet")
    before = (Rating.objects.count(), AlternateTitle.objects.count(), Task.objects.count())
    assert load("onet", samples / "onet").outcome == ImportRun.Outcome.UNCHANGED
    assert load("onet", samples / "onet", force=True).outcome == ImportRun.Outcome.LOADED
    assert (Rating.objects.count(), AlternateTitle.objects.count(), Task.objects.count()) == before


def test_some_files_replace_their_parts_alone(taxonomy, load, samples, folder):
    load("onet", samples / "onet")
    skills = Rating.objects.filter(element__domain="skill").count()
    path = folder / "Job Zones.txt"
    path.write_text(path.read_text().replace("11-3051.00\t4", "11-3051.00\t5"))
    run = load("onet", path, folder / "Read Me.txt")
    assert run.parts == ["job zones"]
    assert "Not in these files, and left as they were: interests, work styles, essential skills" in run.report
    assert JobZone.objects.get(occupation__code="11-3051").zone == 5
    assert Rating.objects.filter(element__domain="skill").count() == skills
    assert run.release.revision == 1


def test_renamed_and_split_files_of_later_releases(taxonomy, load, folder, workbook):
    (folder / "Read Me.txt").write_text("O*NET 31.0 Database\nAugust 2026 Release\n")
    (folder / "Interests.txt").rename(folder / "Career Interest Types.txt")
    (folder / "Education, Training, and Experience.txt").rename(folder / "Education.txt")
    (folder / "Alternate Titles.txt").write_text("O*NET-SOC Code\tJob Title\n11-3051.00\tPlant Manager\n")
    software = (folder / "Technology Skills.txt").read_text().replace("\tExample\t", "\tWorkplace Example\t")
    (folder / "Software Skills.txt").write_text(software)
    (folder / "Technology Skills.txt").unlink()
    (folder / "Skills.xlsx").unlink()
    (folder / "Essential Skills.txt").write_text(RATING + GOOD)
    (folder / "Work Styles.txt").write_text(
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n"
        "11-3051.00\t1.D.1.a\tInnovation\tWI\t-1.25\t08/2025\tMachine Learning\n"
        "11-3051.00\t1.D.1.a\tInnovation\tDR\t0\t08/2025\tMachine Learning\n"
    )
    run = load("onet", folder)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.published_on.isoformat()) == ("31.0", "2026-08-01")
    assert set(run.parts) == set(loader.PARTS) - {"transferable skills"}
    assert "Not in these files, and left as they were: transferable skills." in run.report
    style = Rating.objects.get(scale="WI")
    assert (style.value, style.element.domain, style.sample_size) == (Decimal("-1.25"), "work-style", None)


def test_the_same_table_twice_is_one_and_a_differing_one_is_refused(taxonomy, load, folder):
    same = folder / "Job Zones copy.txt"
    shutil.copy(folder / "Job Zones.txt", same)
    assert load("onet", folder, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    same.write_text(same.read_text().replace("11-3051.00\t4", "11-3051.00\t5"))
    assert "11-3051.00 is in two job zones" in _refused(load, folder)


def test_gzipped_text_is_read_and_a_truncated_one_refused(taxonomy, load, folder):
    plain = folder / "Job Zones.txt"
    packed = gzip.compress((ZONES + "11-3051.00\t4\t08/2023\tAnalyst\n" * 50).encode())
    plain.unlink()
    (folder / "Job Zones.txt.gz").write_bytes(packed)
    assert load("onet", folder, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    (folder / "Job Zones.txt.gz").write_bytes(packed[:-12])
    assert "Job Zones.txt.gz: the compressed file is cut off or damaged" in _refused(load, folder)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "99-9999.00\t2.A.1.b\tListening\tIM\t3.88\t8\t0.12\tN\tn/a",
            "Skills.txt:3: '99-9999.00' is not a code",
        ),
        (
            "11-3051.00\t2.A.1.b\tListening\tIM\tmany\t8\t0.12\tN\tn/a",
            "Skills.txt:3: 11-3051.00: the rating is 'many'",
        ),
        (
            "11-3051.00\t2.A.1.b\tListening\tIM\tn/a\t8\t0.12\tN\tn/a",
            "Skills.txt:3: 11-3051.00: the rating is None",
        ),
        ("11-3051.00\t2.A.1.b\tListening\tIM\t5.01\t8\t0.12\tN\tn/a", "2.A.1.b IM is 5.01, outside 1 to 5"),
        ("11-3051.00\t2.A.1.b\tListening\tZZ\t3\t8\t0.12\tN\tn/a", "'ZZ' is not a scale that is kept"),
        ("11-3051.00\t2.A.1.b\tListening\tIM\t3\tx\t0.12\tN\tn/a", "11-3051.00: N is 'x'"),
        ("11-3051.00\t2.A.1.b\tListening\tIM\t3\t8\tx\tN\tn/a", "the standard error is 'x'"),
        ("11-3051.00\t2.A.1.b\tListening\tIM\t3\t8\t0.12\tMaybe\tn/a", "'Maybe' is not Y or N"),
        ("11-3051.00\t2.A.1.b\tn/a\tIM\t3\t8\t0.12\tN\tn/a", "there is no element"),
        (
            "11-3051.00\t2.A.1.a\tListening\tLV\t3\t8\t0.12\tN\tN",
            "2.A.1.a is 'Listening' here and 'Reading Comp",
        ),
        (GOOD.strip().replace("3.88", "3.75"), "Skills.txt:3: 11-3051.00 2.A.1.a IM is rated a second time"),
        ("11-3051.00\t2.A.1.b", "Skills.txt:3: the row has 2 fields, the header 9"),
    ],
)
def test_bad_ratings_are_named_with_file_and_line(taxonomy, load, folder, row, message):
    (folder / "Skills.xlsx").unlink()
    (folder / "Skills.txt").write_text(f"{RATING}{GOOD}{row}\n")
    report = _refused(load, folder)
    assert message in report
    assert "Nothing was changed." in report


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("Job Zones", ZONES + "11-3051.00\t6\tx\tx\n", "Job Zones.txt:2: 11-3051.00: '6' is not a job zone"),
        ("Job Zones", ZONES.replace("Job Zone", "Zone"), "Job Zones.txt:1: missing columns: Job Zone"),
        ("Job Zones", ZONES.replace("\n", "\tNew\n"), "Job Zones.txt:1: unexpected columns: New"),
        ("Job Zones", ZONES.replace("\t", ","), "columns must be separated by tabs"),
        ("Job Zones", "", "Job Zones.txt: the file is empty"),
        ("Job Zones", "<html>", "Job Zones.txt: this is a web page saved under another name"),
        ("Related Occupations",
         "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n11-3051.00\t11-3051.00\tPrimary-Short\t1\n",
         "11-3051.00 is related to itself"),
        ("Related Occupations",
         "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n11-3051.00\t17-2112.00\tClose\t1\n",
         "'Close' is not one of Primary-Short"),
        ("Task Statements", "O*NET-SOC Code\tTask ID\tTask\tTask Type\n11-3051.00\t1\tn/a\tCore\n", "there is no task"),
        ("Technology Skills",
         "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\n11-3051.00\tExcel\t12\tSheets\tY\n",
         "the commodity code or element ID is '12'"),
        ("Education, Training, and Experience",
         "O*NET-SOC Code\tElement ID\tScale ID\tCategory\tData Value\n11-3051.00\t2.D.1\tRL\t13\t5\n",
         "'13' is not a level from 1 to 12"),
        ("Education, Training, and Experience",
         "O*NET-SOC Code\tElement ID\tScale ID\tCategory\tData Value\n11-3051.00\t2.D.1\tRL\t1\t101\n",
         "101.00 percent of education level 1 can't be"),
        ("Sample of Reported Titles", "O*NET-SOC Code\tReported Job Title\n11-3051.00\t" + "x" * 251 + "\n",
         "the reported title is longer than 250"),
    ],
)  # fmt: skip
def test_other_bad_tables(taxonomy, load, folder, name, text, message):
    (folder / f"{name}.txt").write_text(text)
    assert message in _refused(load, folder)


def test_every_problem_of_every_file_is_in_one_report(taxonomy, load, folder):
    (folder / "Job Zones.txt").write_text(ZONES + "11-3051.00\t6\tx\tx\n" * 60)
    (folder / "Sample of Reported Titles.txt").write_text("O*NET-SOC Code\tReported Job Title\n1\tBoss\n")
    run = load("onet", folder)
    assert run.problem_count == 61
    assert "and 11 more" in run.report


def test_a_torn_file_is_refused_unless_forced(taxonomy, load, samples, folder):
    load("onet", samples / "onet")
    path = folder / "Work Styles.txt"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:4]))
    files = (path, folder / "Read Me.txt")
    run = load("onet", *files)
    assert "only 3 rows of work styles where 16 are loaded" in run.report
    assert load("onet", *files, force=True).outcome == ImportRun.Outcome.LOADED


def test_without_a_read_me_the_release_must_be_named(taxonomy, load, folder):
    (folder / "Read Me.txt").unlink()
    assert "there is no Read Me that names the release" in _refused(load, folder)
    assert "when 29.0 was published" in _refused(load, folder, release="O*NET 29.0")
    run = load("onet", folder, release="29.0", published_on=dt.date(2024, 8, 15))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report


def test_another_release_than_asked_for(taxonomy, load, folder):
    assert "these files are 29.0, not 30.0" in _refused(load, folder, release="O*NET 30.0")


def test_the_taxonomy_comes_first(soc, load, samples):
    assert "O*NET-SOC is not loaded; load it first" in _refused(load, samples / "onet")


def test_a_folder_without_any_table_is_refused(taxonomy, load, tmp_path):
    (tmp_path / "notes.txt").write_text("Nothing here")
    assert "none of the files is a table of the O*NET database" in _refused(load, tmp_path / "notes.txt")


def test_names_and_headers_tell_the_tables():
    assert layouts.layout_of_file("Software Skills") == "technologies"
    assert layouts.layout_of_file("Survey Booklet Locations") is None
    assert layouts.layout_of_header(["O*NET-SOC CODE", "Job Zone"]) == "job zones"
    assert layouts.missing("related occupations", ["O*NET-SOC Code", "Index"]) == [
        "Related O*NET-SOC Code", "Relatedness Tier"
    ]  # fmt: skip


def test_lines_are_those_of_the_file(tmp_path):
    path = tmp_path / "Job Zones.txt"
    path.write_text(ZONES + '11-3051.00\t4\t"\tn/a\r\n11-3051.01\t n/a \t\t\n')
    rows = reader.read([path]).tables["job zones"]
    assert rows.select("code", "zone", "line").rows() == [("11-3051.00", "4", 2), ("11-3051.01", None, 3)]


def test_scales_hold_what_the_constraint_of_the_model_holds():
    (condition,) = (
        str(constraint.condition)
        for constraint in Rating._meta.constraints
        if isinstance(constraint, CheckConstraint) and constraint.name == "rating_within_its_scale"
    )
    for scale, (least, most) in checks.SCALES.items():
        assert f"('scale', '{scale}'), ('value__range', ({least}, {most}))" in condition
    assert set(checks.SCALES) == set(Rating.Scale.values)
    assert set(checks.DOMAINS.values()) == set(Element.Domain.values)
    assert set(checks.TIERS.values()) == set(RelatedOccupation.Tier.values)


@pytest.mark.real_files
def test_the_real_release_without_a_database(real_data):
    content = reader.read(sorted((real_data / "onet-29.0").iterdir()))
    assert (content.label, content.month and content.month.isoformat()) == ("29.0", "2024-08-01")
    known = set(content.tables["descriptions"]["code"])
    problems = Problems()
    rows = {table: loader.CHECKS[table](frame, known, problems) for table, frame in content.tables.items()}
    assert not problems, str(problems)
    assert {name: frame.height for name, frame in rows.items()} == {
        "alternate titles": 58283, "descriptions": 1016, "education": 10296, "job zones": 923, "names of job zones": 5,
        "ratings": 141915, "words of answers": 0, "related occupations": 18460, "reported titles": 7798, "tasks": 18796,
        "technologies": 32470,
    }  # fmt: skip
    assert rows["ratings"]["is_suppressed"].sum() == 124 + 4797
    assert rows["ratings"]["is_not_relevant"].sum() == 3302 + 5939
    assert isinstance(rows["ratings"].schema["value"], pl.Decimal)


@pytest.mark.real_files
def test_the_real_release_loads_twice(real_data, load):
    load("soc", real_data / "soc-2018" / "soc_structure_2018.xlsx")
    load("onet-soc", real_data / "soc-2018" / "2019_to_SOC_Crosswalk.xlsx")
    run = load("onet", real_data / "onet-29.0")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.rows_written == 289_957
    assert load("onet", real_data / "onet-29.0").outcome == ImportRun.Outcome.UNCHANGED
    assert JobZone.objects.filter(occupation__is_residual=True).count() == 0
