"""A profile in Markdown is read strictly: every way in which its file can be wrong is said with its line."""

from pathlib import Path

import pytest

from importers.editorial import reader
from importers.editorial.markdown import read_profile
from importers.report import InputRefusedError, Problems

NAME = "29-1141-registered-nurses.md"
TEXT = """---
codes: [29-1141]
title: Registered nurses
state: published
license: state
omitted: [work-schedules]
not_to_be_confused: [29-2061, 29-1171]
reviewed_on:
reviewed_by:
---
## In short
Registered nurses care for patients.

## What they do
They check on patients.

- Give medicines
- Change dressings

## Work environment
Hospitals.

## How to become one
### School
Three ways lead there.

## Qualities that help
- **Calm.** Patients are afraid.

## Advancement
Some lead a ward.
"""


def problems_of(text: str, name: str = NAME) -> list[str]:
    problems = Problems()
    read = read_profile(name, text, problems)
    assert (read is None) == bool(problems)
    return [str(problem) for problem in problems.first]


def test_a_profile_is_read_whole_and_written_again() -> None:
    profile = read_profile(NAME, TEXT, Problems())
    assert profile is not None
    assert (profile.slug, profile.codes, profile.title) == (
        "registered-nurses", ("29-1141",), "Registered nurses",
    )  # fmt: skip
    assert (profile.license, profile.omitted) == ("state", ("work-schedules",))
    assert profile.not_to_be_confused == ("29-2061", "29-1171")
    assert [(s.kind, s.line, s.text_line) for s in profile.sections][:2] == [
        ("05-in-short", 11, 12), ("10-what-they-do", 14, 15),
    ]  # fmt: skip
    assert profile.sections[3].body == "### School\nThree ways lead there."
    assert profile.text == TEXT


def test_its_rows_are_those_that_a_fixture_would_have(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT)
    (tmp_path / "README.md").write_text("# Not a profile")
    (tmp_path / "30-more.json").write_text('[{"model": "occupations.certification", "fields": {}}]')
    (tmp_path / "10-releases.json").write_text('[{"model": "occupations.release", "fields": {}}]')
    entries = reader.read(list(tmp_path.iterdir()))
    assert [entry.model.partition(".")[2] for entry in entries] == [
        "release", "profile", *["profilesection"] * 6, "certification",
    ]  # fmt: skip
    assert entries[1].fields == {
        "slug": "registered-nurses", "title": "Registered nurses", "release": None, "state": "published",
        "license": "state", "omitted": ["work-schedules"], "not_to_be_confused": ["29-2061", "29-1171"],
        "reviewed_on": None, "reviewed_by": "", "occupations": [("soc-2018", "29-1141")],
    }  # fmt: skip
    assert (entries[2].file, entries[2].line, entries[2].fields) == (
        NAME, 11, {
            "profile": ["registered-nurses"], "kind": "05-in-short",
            "body": "Registered nurses care for patients.",
        },
    )  # fmt: skip


def test_a_code_that_only_oews_has_is_found_there() -> None:
    text = TEXT.replace("[29-1141]", "[21-1018, 21-1011]")
    profile = read_profile("21-1018-counselors.md", text, Problems())
    assert profile is not None
    from importers.editorial.markdown import entries_of

    assert entries_of(profile)[0].fields["occupations"] == [("oews-2021", "21-1018"), ("soc-2018", "21-1011")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("---\ncodes", "codes", ":1: the file begins with ---"),
        ("reviewed_by:\n---\n", "reviewed_by:\n", ":1: the front matter has no --- after it"),
        ("state: published", "status: published", ":4: status is not a key; those known are codes, title"),
        ("state: published\n", "", ":1: state is missing"),
        ("state: published", "title: Nurses", ":4: title appears twice"),
        ("state: published", "state = published", ":4: this is not a key and its value: state = published"),
        ("title: Registered nurses\nstate: published", "state: published\ntitle: Registered nurses",
         ":2: the keys stand in this order: codes, title"),
        ("state: published", "state: done", ":4: state is one of draft, review, published, not “done”"),
        ("license: state", "license: yes", ":5: license is one of state, some-states"),
        ("title: Registered nurses", "title:", ":3: the title is empty"),
        ("codes: [29-1141]", "codes: []", ":2: no code is given"),
        ("codes: [29-1141]", "codes: 29-1141", ":2: codes is a list in brackets"),
        ("codes: [29-1141]", "codes: [29-1141, 291141]", ":2: “291141” is not a code of the SOC"),
        ("codes: [29-1141]", "codes: [29-1141, 29-1141]", ":2: codes names one twice"),
        ("codes: [29-1141]", "codes: [29-1141, 29-1001]", ":2: write [29-1001, 29-1141]"),
        ("codes: [29-1141]", "codes: [29-1151]", ":2: the first code is 29-1151, that of the file's name 29-1141"),
        ("[29-2061, 29-1171]", "[29-2061, 29-1141]", ":7: the profile itself is about 29-1141"),
        ("[work-schedules]", "[schedules]", ":6: “schedules” is not a section that can be left out"),
        ("[work-schedules]", "[work-schedules, advancement]", ":6: Advancement is named as left out, and is here"),
        ("[work-schedules]", "[]", ":32: Work schedules is missing, and omitted doesn't name it"),
        ("reviewed_on:", "reviewed_on: May 1", ":8: “May 1” is not a date, such as 2026-05-15"),
        ("reviewed_on:", "reviewed_on: 2026-05-15", ":8: a review has both a date and a person's name"),
        ("## Work environment", "## Environment", ":20: “## Environment” is not a section: In short, What they do"),
        ("## Work environment", "# Work environment", ":20: “# Work environment” is not a section"),
        ("## Work environment", "## Advancement", ":23: How to become one stands before Advancement"),
        ("## Advancement", "## Qualities that help", ":30: Qualities that help appears twice"),
        ("Hospitals.\n", "", ":20: Work environment is empty"),
        ("## In short\nRegistered nurses care for patients.\n", "", ":30: In short is missing"),
        ("---\n## In short", "---\nNurses.\n\n## In short", ":11: this text stands before the first section"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, problem: str) -> None:
    assert TEXT.count(old) >= 1
    said = problems_of(TEXT.replace(old, new, 1))
    assert any(line.startswith(NAME + problem) for line in said), said


def test_an_all_other_has_three_sections() -> None:
    text = TEXT.replace("Registered nurses\n", "Nurses, all other\n", 1).replace("[work-schedules]", "[]")
    head, _, rest = text.partition("## Work environment")
    entry = rest[rest.index("## How") : rest.index("\n## Qualities")]
    assert problems_of(head + entry) == []


def test_a_name_that_says_no_code_is_refused() -> None:
    assert problems_of(TEXT, "nurses.md")[0].startswith("nurses.md:1: the file's name is a code and a title")


def test_two_files_about_one_occupation_are_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT)
    (tmp_path / "29-1141-nurses.md").write_text(TEXT)
    (tmp_path / "29-1151-nurses.md").write_text(TEXT.replace("[29-1141]", "[29-1151]"))
    (tmp_path / "29-1161-midwives.md").write_bytes(b"\xff")
    with pytest.raises(InputRefusedError) as refused:
        reader.read(list(tmp_path.iterdir()))
    said = str(refused.value)
    assert "29-1141-registered-nurses.md:2: 29-1141-nurses.md is about 29-1141, too" in said
    assert "29-1151-nurses.md:1: 29-1141-nurses.md has this name, too, but for the code" in said
    assert "29-1161-midwives.md: this is not a text file in UTF-8" in said
    assert "3 problems" in said
