"""The paragraphs about groups and industries: read with file and line, loaded once, and as they should be."""

import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from importers.editorial import reader
from importers.editorial.introductions import FOLDERS, FRONT, HEADING
from importers.report import InputRefusedError
from occupations.lint.figures import statistical_figure
from occupations.models import ImportRun, Introduction, Occupation
from tests import rows

FIXTURES = Path(__file__).parents[2] / "fixtures/editorial"
FILES = sorted(file for folder in FOLDERS for file in (FIXTURES / folder).glob("*.md"))
SENTENCE = re.compile(r"[.!?](?=\s|$)")
MANAGEMENT = """---
code: 11-0000
title: Management
---

They run things.

## 11-1000 Top executives

They run all.
"""


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    (tmp_path / "groups").mkdir()
    file = tmp_path / "groups" / "11-0000-management.md"
    file.write_text(MANAGEMENT)
    return file


@pytest.fixture
def known(db: None) -> None:
    rows.occupation("11-0000", level=Occupation.Level.MAJOR)
    rows.occupation("11-1000", level=Occupation.Level.MINOR)


def paragraphs() -> dict[str, str]:
    entries = reader.read(FILES)
    return {
        str(entry.fields.get("occupation") or entry.fields["industry"]): entry.fields["text"]
        for entry in entries
    }


def test_they_are_loaded_and_follow_their_file(known: None, groups: Path, load) -> None:
    assert load("editorial", groups).counts == {"new": 2}
    assert Introduction.objects.get(occupation__code="11-1000").text == "They run all."
    groups.write_text(MANAGEMENT.replace("They run all.", "They lead all."))
    assert load("editorial", groups).counts == {"brought up to date": 1, "unchanged": 1}
    row = Introduction.objects.get(occupation__code="11-1000")
    row.text = "An editor wrote this."
    row.save()
    groups.write_text(MANAGEMENT)
    run = load("editorial", groups)
    assert run.counts == {"edited here and left": 1, "unchanged": 1}
    assert "11-0000-management.md:8" in run.report


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("code: 11-0000\n", "", "11-0000-management.md:1: the file begins with ---"),
        ("They run all.\n", "", "11-0000-management.md:8: 11-1000 has one paragraph"),
        ("They run all.", "They run all.\n\nAnd more.", "11-0000-management.md:8: 11-1000 has one paragraph"),
        ("## 11-1000", "### 11-1000", "11-0000-management.md:8: a heading is ## with a code and a title"),
        ("11-1000 Top", "11-0000 Top", "is about 11-0000, too"),
        ("They run all.", "They earn $90,000.", "The text states a figure"),
        ("11-1000 Top", "11-1999 Top", "which isn't loaded"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    known: None, groups: Path, load, old: str, new: str, message: str
) -> None:
    groups.write_text(MANAGEMENT.replace(old, new))
    run = load("editorial", groups)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report
    assert not Introduction.objects.exists()


def test_what_an_editor_changed_is_written_as_its_file(
    known: None, groups: Path, load, tmp_path: Path
) -> None:
    Occupation.objects.filter(code="11-1000").update(
        title="Top executives", parent=Occupation.objects.get(code="11-0000")
    )
    Occupation.objects.filter(code="11-0000").update(title="Management")
    load("editorial", groups)
    out = tmp_path / "out"
    assert exported(out) == {}
    assert exported(out, "--all") == {"groups/11-0000-management.md": MANAGEMENT}
    Introduction.objects.filter(occupation__code="11-1000").update(text="They lead all.")
    changed = {"groups/11-0000-management.md": MANAGEMENT.replace("They run all.", "They lead all.")}
    assert exported(tmp_path / "changed") == changed
    Introduction.objects.filter(occupation__code="11-1000").delete()
    assert exported(tmp_path / "gone") == {"groups/11-0000-management.md": MANAGEMENT.partition("\n## ")[0]}


def titles_in(text: str) -> dict[str, str]:
    """The titles of a file by their codes."""
    front = FRONT.match(text)
    assert front is not None
    headings = map(HEADING.fullmatch, text.splitlines())
    return {front["code"]: front["title"]} | {each["code"]: each["title"] for each in headings if each}


def exported(folder: Path, *options: str) -> dict[str, str]:
    call_command("export", "editorial", str(folder), *options, stdout=io.StringIO())
    return {str(file.relative_to(folder)): file.read_text() for file in folder.rglob("*.md")}


def test_other_files_are_none(groups: Path) -> None:
    with pytest.raises(InputRefusedError, match="none of the files"):
        reader.read([groups.with_suffix(".txt")])


def test_every_group_and_industry_has_two_to_four_sentences_of_its_own() -> None:
    texts = paragraphs()
    assert len([key for key in texts if "soc" in key]) == 117  # 22 major and 95 minor groups
    assert (
        len([key for key in texts if "soc" not in key]) == 105
    )  # 20 sectors, and the industries of three digits
    seen: dict[str, str] = {}
    for key, text in texts.items():
        assert statistical_figure(text) == "", key
        assert 2 <= len(SENTENCE.findall(text)) <= 4, key
        for sentence in SENTENCE.split(text):
            if len(sentence.split()) > 3:
                assert seen.setdefault(sentence.strip(), key) == key


@pytest.mark.real_files
def test_their_titles_are_those_of_the_site(site) -> None:
    shell = """
from occupations.models import Introduction
for row in Introduction.objects.select_related("occupation", "industry"):
    about = row.occupation or row.industry
    print(about.code, about.title if row.occupation else about.short_title)
"""
    known = set(site.manage("shell", "--verbosity=0", "-c", shell).splitlines())
    written = {f"{code} {title}" for file in FILES for code, title in titles_in(file.read_text()).items()}
    assert written == known
    assert "Factories, mills, and workshops" in site.get("/industries/31-33-manufacturing/")[1]
    page = site.get("/occupations/29-1000-healthcare-diagnosing-or-treating-practitioners/")[1]
    assert "Physicians and surgeons are listed here by specialty" in page
    assert page.count("Drafted by this site’s editors, not yet reviewed") == 1
