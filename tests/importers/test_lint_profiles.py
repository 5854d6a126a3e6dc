"""`manage.py lint_profiles` names what is wrong with a text, and ends with 1 if anything is."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from occupations.lint import trace
from occupations.models import Introduction, Occupation, Profile
from tests import rows

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "editorial"
# As fixtures/editorial/README.md names them.
TRACED = (
    "ooh-2024-34/xml-compilation.xml.gz", "onet-29.0/Task Statements.txt.gz", "onet-30.3/Task Statements.txt.gz",
    "onet-30.3/Emerging Tasks.txt.gz", "onet-29.0/Occupation Data.txt.gz", "onet-30.3/Occupation Data.txt.gz",
    "onet-30.3/GWAs to IWAs to DWAs.txt.gz", "onet-30.3/Content Model Reference.txt.gz",
    "onet-29.0/Content Model Reference.txt.gz", "soc-2018/soc_2018_definitions.xlsx",
    "naics-2022/2022_NAICS_Descriptions.xlsx", "ep/occupation_2024-34.xlsx",
)  # fmt: skip
SOURCE = "Managers make sure that every single piano in the plant is tuned with care."
SECTIONS = {
    "05-in-short": "Tuners make pianos sound right.",
    "10-what-they-do": " ".join(["They hear a note and turn a pin."] * 12)
    + "\n\n- Open the piano\n- Hit a key\n- Turn a pin\n- Close the piano",
    "40-education-and-training": "A high school diploma is usual, then an apprenticeship.",
}


def lint(*arguments: object) -> tuple[list[str], str]:
    """The lines that it prints and what it ends with, "" for success."""
    out = io.StringIO()
    try:
        call_command("lint_profiles", *map(str, arguments), stdout=out)
    except CommandError as error:
        return out.getvalue().splitlines(), f"{error} (exit code {error.returncode})"
    return out.getvalue().splitlines(), ""


@pytest.fixture
def profile(db: None) -> Profile:
    """A profile in which nothing is wrong."""
    left_out = ["work-environment", "work-schedules", "qualities-that-help", "advancement"]
    made = rows.profile(slug="tuners", title="Tuners", omitted=left_out, not_to_be_confused=["51-7011"])
    made.occupations.add(rows.occupation("49-9063", "Musical Instrument Repairers and Tuners"))
    for kind, body in SECTIONS.items():
        rows.profile_section(profile=made, kind=kind, body=body)
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text(SOURCE)
    return path


def test_a_clean_text_passes(profile: Profile, source: Path) -> None:
    assert lint("--against", source) == (["1 profile with 3 sections read; nothing flagged."], "")


def test_a_figure_is_named_with_profile_section_and_what_the_data_say(profile: Profile) -> None:
    rows.profile_section(
        profile=profile, kind="70-pay", body="They earn $90,000; 500 jobs open, and 12 percent leave."
    )
    occupation = profile.occupations.get()
    pay = rows.release(source="oews", label="May 2025", kind="official", state="ready")
    rows.wage_estimate(
        release=pay, occupation=occupation, industry=rows.all_industries(), area=rows.nation(),
        annual_median=46650,
    )  # fmt: skip
    outlook = rows.release(source="projections", label="2024–34", kind="official", state="ready")
    rows.projection(release=outlook, occupation=occupation, openings="0.5", percent_change="3.9")
    lines, ending = lint()
    assert lines[0] == (
        "tuners, Pay: figure “$90,000” contradicts the data: the annual median (OEWS, May 2025) is $46,650, the"
        " nearest figure"
    )
    assert lines[1] == (
        "tuners, Pay: figure “500 jobs” agrees with the data: the number of openings a year (2024–34) is 500"
    )
    assert lines[2].startswith(
        "tuners, Pay: figure “12 percent” contradicts the data: the percent change (2024–34)"
    )
    assert ending == "1 profile with 4 sections read; 3 flagged. (exit code 1)"


def test_a_price_with_a_mark_is_no_figure(profile: Profile) -> None:
    body = "An exam costs \\\\$350, and training takes 2,000 hours."
    section = rows.profile_section(profile=profile, kind="70-pay", body=body)
    section.full_clean()
    assert lint()[1] == ""


def test_education_that_contradicts_the_projections_is_named(profile: Profile) -> None:
    outlook = rows.release(source="projections", label="2024–34", kind="official", state="ready")
    rows.projection(
        release=outlook, occupation=profile.occupations.get(), entry_education=3, entry_education_missing=None
    )
    lines, _ = lint()
    assert lines == [
        "tuners, How to become one: the usual education is “Bachelor's degree” (Employment Projections);"
        " it isn't named"
    ]


def test_a_borrowed_run_is_named_with_its_source(profile: Profile, source: Path) -> None:
    body = "Make **sure that every single piano in the plant** is played."
    rows.profile_section(profile=profile, kind="70-pay", body=body)
    lines, ending = lint("--against", source)
    assert lines == ["tuners, Pay: words of source.txt “Make sure that every single piano in the plant is”"]
    assert ending.endswith("1 flagged. (exit code 1)")


def test_words_of_a_publisher_are_noticed_without_its_files(profile: Profile) -> None:
    task = "Plan, direct, or coordinate activities of businesses or departments concerned with pricing"
    rows.profile_section(profile=profile, kind="70-pay", body=f"They {task.lower()}.")
    [line], _ = lint()
    assert line.startswith("tuners, Pay: words of ")
    duty = SECTIONS["10-what-they-do"].replace("Hit a key", "Clean work areas")
    profile.sections.filter(kind="70-pay").delete()
    profile.sections.filter(kind="10-what-they-do").update(body=duty)
    assert lint()[0] == ["tuners, What they do: a source has this duty, too: “Clean work areas”"]


def test_a_publishers_own_text_is_not_ours_to_lint(profile: Profile, source: Path) -> None:
    rows.profile_section(profile=profile, kind="70-pay", body=f"<p>{SOURCE} $5</p>", markup="html")
    assert lint("--against", source)[1] == ""


def test_files_are_read_without_a_database_and_named_with_their_lines(tmp_path: Path, source: Path) -> None:
    # No `db` fixture: a query would fail this test.
    folder = tmp_path / "fixtures/profiles"
    folder.mkdir(parents=True)
    front = [
        "codes: [49-9063]", "title: Tuners", "state: draft", "license: unknown",
        "omitted: [work-environment, work-schedules, qualities-that-help, advancement]",
        "not_to_be_confused: [51-7011]", "reviewed_on:", "reviewed_by:",
    ]  # fmt: skip
    headings = ("In short", "What they do", "How to become one")
    sections = [f"## {h}\n{body}\n" for h, body in zip(headings, SECTIONS.values(), strict=True)]
    text = "\n".join(["---", *front, "---", "\n".join(sections)])
    (folder / "49-9063-tuners.md").write_text(f"{text}It pays $5.\n\n{SOURCE}\n")
    lines, ending = lint("--fixtures", folder.parent, "--against", source)
    assert lines[0] == "49-9063-tuners.md:23: figure “$5”"
    assert lines[1].startswith("49-9063-tuners.md:26: words of source.txt “Managers make sure")
    assert ending == "1 profile with 3 sections read; 2 flagged. (exit code 1)"
    (folder / "49-9063-tuners.md").write_text(text.replace("state: draft", "state: done"))
    assert lint("--fixtures", folder.parent)[1].startswith("49-9063-tuners.md:4: state is one of")


def test_introductions_are_read_too_and_a_table_sums_up(tmp_path: Path) -> None:
    folder = tmp_path / "fixtures/groups"
    folder.mkdir(parents=True)
    head = "---\ncode: 49-0000\ntitle: Repair\n---\n\nThey mend things.\n"
    text = f"{head}\n## 49-2000 Radios\n\nRadios break. The foreman mends them.\n"
    (folder / "49-0000-repair.md").write_text(text)
    lines, ending = lint("--fixtures", folder.parent, "--table")
    assert lines[:2] == [
        "49-0000-repair.md:6: 1 sentences; 2 to 4 are wanted",
        "49-0000-repair.md:10: “foreman” names a sex; say it of anybody",
    ]
    assert lines[2].split() == ["group", "texts", "words", "grade", "highest", "findings"]
    assert lines[3].split()[:3] == ["groups", "2", "9"]
    assert lines[3].split()[-1] == "2"
    assert ending.startswith("0 profiles with 0 sections and 2 introductions read; 2 flagged.")


def test_introductions_of_the_database_are_read(profile: Profile) -> None:
    about = rows.occupation("49-0000", level=Occupation.Level.MAJOR)
    Introduction.objects.create(occupation=about, text="They mend things. The foreman helps.")
    assert lint()[0] == ["groups/49-0000: “foreman” names a sex; say it of anybody"]


def test_files_are_held_against_the_way_in_of_the_bundle(tmp_path: Path) -> None:
    folder = tmp_path / "fixtures/profiles"
    folder.mkdir(parents=True)
    lawyers = next((FIXTURES / "profiles").glob("23-1011-*"))
    text = lawyers.read_text()
    (folder / lawyers.name).write_text(text)
    assert lint("--fixtures", folder.parent)[1] == ""
    begin, end = text.index("## How to become one"), text.index("## Qualities")
    without = f"{text[:begin]}## How to become one\nAnybody can begin.\n\n{text[end:]}"
    (folder / lawyers.name).write_text(without)
    [line] = lint("--fixtures", folder.parent)[0]
    assert "the usual education is “Doctoral or professional degree” (Employment Projections)" in line
    assert "usual education" not in str(lint("--fixtures", folder.parent, "--bundle", tmp_path))


@pytest.mark.real_files
def test_the_texts_of_this_site_break_no_rule() -> None:
    lines, ending = lint("--fixtures", FIXTURES)
    assert (lines[-1].endswith("nothing flagged."), ending) == (True, ""), "\n".join(lines)


@pytest.mark.real_files
def test_the_trace_that_is_kept_is_that_of_the_sources(real_data: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    call_command(
        "trace_sources", *(real_data / name for name in TRACED), output=tmp_path / "kept", stdout=out
    )
    assert trace.read(tmp_path / "kept") == trace.read()
    assert "words and" in out.getvalue()


def test_wrong_arguments_are_said_in_a_sentence(tmp_path: Path) -> None:
    assert (
        "there is no such file or folder" in lint("--fixtures", FIXTURES, "--against", tmp_path / "no.txt")[1]
    )
    assert "there is no such file or folder" in lint("--fixtures", tmp_path / "none")[1]
    with pytest.raises(CommandError, match="there is no such file or folder"):
        call_command("trace_sources", str(tmp_path / "no.txt"))
