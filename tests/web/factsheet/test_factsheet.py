"""The fact sheet: every source in its place, what speaks of several codes marked, a fixed number of queries."""

import datetime as dt
import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from importers.loading import load_source
from importers.runs import Options
from occupations.models import (
    CodeChange,
    Description,
    Occupation,
    ProfileSection,
    QuickFacts,
    Release,
    UtilizationFactor,
)
from occupations.models.handbook import QUICK_FACTS
from tests import rows
from web.factsheet.lookup import find
from web.factsheet.page import sheet_of
from web.factsheet.plain import lines_of
from web.factsheet.queries import material_of
from web.factsheet.sheet import Block, Sheet

SAMPLES = Path(__file__).resolve().parents[3] / "fixtures" / "samples"
pytestmark = pytest.mark.django_db
MOST_QUERIES = 36
HEADINGS = [
    "In short", "What they do", "Work environment", "Work schedules", "How to become one", "Qualities that help",
    "Advancement", "Pay", "Job outlook",
]  # fmt: skip


@pytest.fixture(scope="module")
def loaded(shared_db: None) -> None:
    """SOC, O*NET-SOC, the CIP crosswalk and O*NET, as far as the samples have them."""
    for source in ("soc", "onet-soc", "cip-soc", "onet"):
        run = load_source(source, [SAMPLES / source], Options())
        assert run.outcome == "loaded", run.report


@pytest.fixture(scope="module")
def assemblers(shared_db: None) -> Occupation:
    """Team assemblers: OEWS and the projections count them with others, and so does the Handbook."""
    level = Occupation.Level
    major = rows.occupation("51-0000", "Production", level=level.MAJOR)
    minor = rows.occupation("51-2000", "Assemblers", level=level.MINOR, parent=major)
    broad = rows.occupation("51-2090", "Miscellaneous Assemblers", level=level.BROAD, parent=minor)
    other_broad = rows.occupation("51-2020", "Electrical Assemblers", level=level.BROAD, parent=minor)
    team = rows.occupation("51-2092", "Team Assemblers", parent=broad)
    beside = rows.occupation("51-2099", "Assemblers, All Other", parent=broad)
    winders = rows.occupation("51-2021", "Coil Winders", parent=other_broad)
    soc = rows.release("soc", "SOC 2018", kind="official")
    for row, text in ((team, "They build it all."), (beside, "All others."), (winders, "They wind.")):
        Description.objects.create(release=soc, occupation=row, text=text)
    older = rows.release("oews", "May 2016", kind="official", published_on=dt.date(2017, 3, 31))
    newer = rows.release("oews", "May 2025", kind="official", published_on=dt.date(2026, 5, 15))
    rows.wage_estimate(release=older, occupation=team, annual_median=30_060)
    rows.wage_estimate(release=newer, occupation=broad, annual_median=44_650, employment=1_405_030)
    round_ = rows.release("projections", "2024–34", kind="official", published_on=dt.date(2025, 8, 28))
    rows.projection(
        release=round_, occupation=broad, base_employment=1467, entry_education=7, base_year=2024, target_year=2034,
        employment_change=10, openings=138, labor_force_exits=60, occupational_transfers=77, separations=137,
    )  # fmt: skip
    UtilizationFactor.objects.create(
        release=round_, occupation=broad, industry_code="TE1000", industry_title="Total employment",
        kinds=["capital"], direction="down",
    )  # fmt: skip
    edition = rows.release("ooh", "2024–34", kind="official", published_on=dt.date(2025, 8, 28))
    profile = rows.profile(
        slug="ooh-assemblers", title="Assemblers and fabricators", release=edition, state="published"
    )
    profile.occupations.add(broad, winders)
    rows.profile_section(
        profile=profile, kind="10-what-they-do", markup="html",
        body="<p>They <strong>assemble</strong>.</p><h3>Duties</h3><ul> <li>Read plans</li> <li>Fit parts</li> </ul>",
    )  # fmt: skip
    rows.industry_share(
        release=edition, profile=profile, occupation=None, industry=None, industry_title="Machinery", share=12,
        denominator="profile-jobs",
    )  # fmt: skip
    missing = {f"{name}_missing": 6 for name in QUICK_FACTS if name != "jobs"}
    QuickFacts.objects.create(
        release=edition, profile=profile, jobs=1_885_400, growth_word="decline", **missing
    )
    return team


def sheet(code: str) -> Sheet:
    found = find([code])[code]
    assert isinstance(found, Occupation), found
    return sheet_of(material_of(found))


def blocks(of: Sheet, section: str) -> list[Block]:
    return list(next(one.blocks for one in of.sections if one.title == section))


def block(of: Sheet, section: str, title: str) -> Block:
    return next(one for one in blocks(of, section) if one.title.startswith(title))


def test_the_sections_are_those_of_a_profile_then_pay_and_outlook(loaded: None) -> None:
    assert [section.title for section in sheet("11-3051").sections] == HEADINGS


def test_tasks_stand_by_importance_with_how_many_do_them_and_how_often(loaded: None) -> None:
    found = sheet("11-3051")
    core = block(found, "What they do", "Core tasks")
    assert (core.title, core.source) == ("Core tasks, most important first", "O*NET 29.0")
    assert core.lines == [
        "- Walk the floor and ask what stopped. (importance 4.6 of 5; done by 96%; most often daily (62%))"
    ]
    further = block(found, "What they do", "Further tasks")
    assert further.title.endswith("in no order, as their importance isn’t loaded"), (
        "the ratings are suppressed"
    )
    assert further.lines == ['- Say "no" to a late order, and why.']
    new = block(found, "What they do", "New tasks")
    assert (new.lines, new.origin) == (["- Teach a robot to count."], "From experts on this work.")
    assert block(found, "What they do", "Tasks in new words").lines == [
        "- Walk the floor, or watch it on a screen, and ask what stopped."
        " (before: Walk the floor and ask what stopped.)"
    ]


def test_conditions_of_the_work_are_in_words(loaded: None) -> None:
    found = sheet("11-3051")
    conditions = block(found, "Work environment", "Conditions")
    assert conditions.lines == [
        "- Wear Common Protective or Safety Equipment such as Safety Shoes, Glasses, Gloves, Hearing Protection, Hard"
        " Hats, or Life Jackets 4.7 of 5 (Daily); most often: Daily (83%)",
        "- Exposed to Sounds, Noise Levels that are Distracting or Uncomfortable 4.5 of 5 (Daily); most often:"
        " Daily (72%)",
    ]  # fmt: skip
    assert "Radiation" not in str(conditions), "its ratings are suppressed"
    assert block(found, "Work schedules", "Hours").lines == [
        "- Duration of Typical Work Week 2.9 of 3 (Over 40 hours); most often: Over 40 hours (85%)"
    ]


def test_abilities_activities_values_and_interests(loaded: None) -> None:
    found = sheet("11-3051")
    abilities = block(found, "Qualities that help", "Abilities").lines[0]
    assert abilities == "Oral Comprehension 4.1 (level 4.6); Problem Sensitivity 4.0 (level 4.3)"
    values = block(found, "Qualities that help", "Work values")
    assert values.lines == [
        "Independence 5.8; Working Conditions 5.5; Recognition 5.3; Support 5.2; Achievement 5.0; Relationships 4.7",
        "Strongest: independence, working conditions",
    ]
    assert values.origin == "From occupational analysts."
    activities = block(found, "What they do", "Work activities")
    assert activities.lines[0].startswith("Making Decisions and Solving Problems 4.4 (level 5.0); Guiding,")
    assert (
        "Strongest: enterprising, conventional, realistic"
        in block(found, "Qualities that help", "Interests").lines
    )


def test_specialties_speak_only_where_the_code_has_nothing_itself(loaded: None) -> None:
    managers = sheet("11-3051")
    specialty = block(managers, "What they do", "Specialty")
    assert specialty.about.startswith("Of 11-3051.01 ")
    assert all(not one.about for one in blocks(managers, "Qualities that help"))
    others = block(sheet("11-9199"), "What they do", "Core tasks")
    assert others.about == "Of 11-9199.01 Regulatory affairs managers alone, a specialty within this code."
    assert sheet("11-9199.01").code == "11-9199.01"
    assert not block(sheet("11-9199.01"), "What they do", "Core tasks").about


def test_what_a_source_says_of_several_is_marked(assemblers: Occupation) -> None:
    found = sheet("51-2092")
    assert (
        "The Handbook’s profile “Assemblers and fabricators” covers 2 codes together: 51-2021 Coil winders;"
        " 51-2090 Miscellaneous assemblers." in found.lead
    )
    duties = block(found, "What they do", "Profile")
    assert (duties.source, duties.together) == ("OOH 2024–34", "Said of 2 codes together.")
    assert duties.lines == ["They assemble.", "Duties:", "- Read plans", "- Fit parts"]
    wider = "Said of 51-2090 Miscellaneous assemblers, in which 51-2092 is counted with others, and not of it alone."
    pay = block(found, "Pay", "National pay")
    assert (pay.source, pay.together) == ("OEWS May 2025", wider), "not its own of May 2016"
    assert "Median: $44,650 a year" in pay.lines
    assert "Jobs on payrolls: 1,405,030" in pay.lines
    for section, title in (("How to become one", "The usual way in"), ("Job outlook", "Jobs and openings")):
        assert (block(found, section, title).source, block(found, section, title).together) == (
            "EP 2024–34",
            wider,
        )
    shares = block(found, "Work environment", "Shares of jobs")
    assert (shares.lines, shares.together) == (["- Machinery 12.0%"], "Said of 2 codes together.")
    openings = block(found, "Job outlook", "Where the openings come from")
    assert (openings.source, openings.together) == ("EP 2024–34", wider)
    assert "- Leave the labor force: 60,000" in openings.lines
    reasons = block(found, "Job outlook", "Why its share of jobs changes")
    assert (reasons.source, reasons.together) == ("EP 2024–34", wider)
    assert "- Smaller share: machines or software take over work: Total employment" in reasons.lines
    facts = block(found, "Job outlook", "Summary")
    assert facts.lines == ["Jobs: 1,885,400", "Growth, in words: decline"]
    assert facts.together == "Said of 2 codes together."


def test_the_broad_group_counts_its_details(assemblers: Occupation) -> None:
    found = sheet("51-2090")
    pay = block(found, "Pay", "National pay")
    assert pay.together == "Counts together: 51-2092 Team assemblers; 51-2099 Assemblers, all other."
    what = block(found, "In short", "What it is")
    assert what.about == "Of 51-2092 Team assemblers alone, one of the 2 that this code counts together."


def test_neighbors_are_those_of_the_broad_group_first(assemblers: Occupation) -> None:
    assert block(sheet("51-2092"), "In short", "Neighbors").lines == [
        "- 51-2099 Assemblers, all other: All others.", "- 51-2021 Coil winders: They wind."
    ]  # fmt: skip


def test_what_is_not_loaded_is_not_taken_for_silence(loaded: None) -> None:
    assert sheet("11-9199").lead[-2:] == [
        "Not loaded on this site: definitions of SOC.", "No Handbook profile covers this code."
    ]  # fmt: skip


def test_a_fresh_site_says_that_it_has_no_texts(assemblers: Occupation) -> None:
    ProfileSection.objects.all().delete()
    found = sheet("51-2092")
    assert found.lead[-1].startswith("Not loaded on this site: O*NET’s tasks, task ratings, emerging tasks,")
    assert found.lead[-1].endswith("; the Handbook’s text.")
    assert not blocks(found, "What they do")


def asked(code: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        sheet(code)
    return len(captured)


def test_the_queries_are_few(loaded: None) -> None:
    assert asked("11-3051") <= MOST_QUERIES


def test_the_queries_do_not_grow(assemblers: Occupation) -> None:
    few = asked("51-2092")
    edition = Release.objects.get(source__slug="ooh")
    for number in range(3):
        more = rows.profile(slug=f"ooh-{number}", title=f"Also {number}", release=edition, state="published")
        more.occupations.add(assemblers, rows.occupation(parent=assemblers.parent))
        rows.profile_section(profile=more, body="<p>More.</p>", markup="html")
        rows.certification().occupations.add(assemblers)
    assert asked("51-2092") == few


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99-1234", "No occupation with the code 99-1234 is loaded."),
        ("nurse", "nurse isn’t an occupation code. Codes look like 29-1141."),
        (
            "15-1132",
            "15-1132 Applications developers is a retired code of SOC-2010. Its work is now under 51-2092"
            " Team assemblers.",
        ),
        ("15-1199", "15-1199 Other developers is a retired code of SOC-2010."),
    ],
)
def test_a_code_without_a_sheet_gets_a_sentence(assemblers: Occupation, typed: str, said: str) -> None:
    old = rows.system("soc-2010")
    retired = {"system": old, "is_retired": True}
    became = rows.occupation("15-1132", "Applications Developers", **retired)
    rows.occupation("15-1199", "Other Developers", **retired)
    CodeChange.objects.create(release=rows.release("soc-2010"), occupation=became, successor=assemblers)
    with pytest.raises(CommandError) as refused:
        call_command("factsheet", "51-2092", typed)
    assert str(refused.value) == said
    assert refused.value.returncode == 1


def test_it_is_printed_with_sources_in_lines_that_fit(
    assemblers: Occupation, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("factsheet", "51-2092.00")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "51-2092 Team assemblers"
    assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS
    assert "Profile “Assemblers and fabricators” [OOH 2024–34]" in lines
    assert "! Said of 2 codes together." in lines
    assert "  - Fit parts" in lines
    assert "No loaded source covers this." in lines
    assert max(map(len, lines)) <= 110


def test_a_reader_that_has_seen_enough_is_no_error(
    assemblers: Occupation, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    silenced: list[bool] = []
    monkeypatch.setattr("web.management.commands.factsheet.silence", lambda: silenced.append(True))
    call_command("factsheet", "51-2092", stdout=Closed())
    assert silenced


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One</p><p>Two &amp; three</p>", ["One", "Two & three"]),
        ("<h4>Pay:</h4>text <a href='x'>here</a>", ["Pay:", "text here"]),
        ("<ol><li>First</li><li><p>Second</p></li></ol>", ["- First", "- Second"]),
        (
            "<table><caption>Jobs</caption><tr><th><p>Nurses</p></th><td> 29-1141 </td><td>5</td></tr>"
            "<tr><td> </td></tr></table>",
            ["Jobs:", "Nurses; 29-1141; 5"],
        ),
        ("", []),
    ],
)
def test_a_publishers_text_in_lines(markup: str, lines: list[str]) -> None:
    assert lines_of(markup) == lines


def test_a_line_of_a_shared_text_says_which_codes_it_names(assemblers: Occupation) -> None:
    section = ProfileSection.objects.get(kind="10-what-they-do")
    section.body = (
        "<p>They assemble.</p><p><em>Coil winders</em> wind wire.</p><ul><li>See 51-2090 for others</li></ul>"
        "<p>Coil winders work beside miscellaneous assemblers.</p><p>Coil winderss don’t exist.</p>"
    )
    section.save()
    assert block(sheet("51-2021"), "What they do", "Profile").lines == [
        "They assemble.",
        "Coil winders wind wire. [names this code]",
        "- See 51-2090 for others [names 51-2090]",
        "Coil winders work beside miscellaneous assemblers. [names this code and 51-2090]",
        "Coil winderss don’t exist.",
    ]
    assert (
        block(sheet("51-2092"), "What they do", "Profile").lines[1]
        == "Coil winders wind wire. [names 51-2021]"
    )
