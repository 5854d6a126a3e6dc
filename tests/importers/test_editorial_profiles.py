"""The profiles of this site: each file is read, whole, and the same to the byte when it is written again."""

from collections import Counter
from pathlib import Path

import pytest

from importers.editorial.markdown import read_profiles
from importers.report import Problems
from occupations.choices import ProfileLicense, ProfileState
from occupations.models import ProfileSection
from occupations.written import HEADINGS, LICENSES, STATES, WrittenProfile

FOLDER = Path(__file__).parents[2] / "fixtures/editorial/profiles"
LONGEST = 3_000_000  # bytes of all words together, so that the repository stays small


@pytest.fixture(scope="module")
def profiles() -> list[WrittenProfile]:
    problems = Problems()
    read = read_profiles(sorted(FOLDER.glob("*.md")), problems)
    assert not problems, str(problems)
    return read


def test_what_is_written_again_is_the_same_to_the_byte(profiles: list[WrittenProfile]) -> None:
    assert [p.file for p in profiles if p.text.encode() != (FOLDER / p.file).read_bytes()] == []
    assert [p.file for p in profiles if f"{p.name}.md" != p.file] == []


def test_all_of_them_are_small_enough() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LONGEST


def test_none_claims_a_review(profiles: list[WrittenProfile]) -> None:
    assert {(p.state, p.reviewed_on, p.reviewed_by) for p in profiles} == {("published", "", "")}


def test_no_occupation_has_two(profiles: list[WrittenProfile]) -> None:
    codes = Counter(code for profile in profiles for code in profile.codes)
    assert [code for code, count in codes.items() if count > 1] == []


def test_the_first_profile_has_all_that_it_had(profiles: list[WrittenProfile]) -> None:
    [production] = [p for p in profiles if p.codes == ("11-3051",)]
    assert production.slug == "industrial-production-managers"
    assert [section.heading for section in production.sections] == [
        "In short", "What they do", "Work environment", "Work schedules", "How to become one",
        "Qualities that help", "Advancement", "Job outlook",
    ]  # fmt: skip
    body = {section.heading: section.body for section in production.sections}
    for heading, words in {
        "What they do": ("### Lean production", "ISO 9000", "*Just-in-time*"),
        "How to become one": ("### Graduate degrees", "### The first months"),
        "Qualities that help": ("Computers.", "Staying up to date."),
        "Advancement": ("### Certification", "CPIM", "CMQ/OE"),
        "Job outlook": ("productivity",),
    }.items():
        assert all(word in body[heading] for word in words), heading


def test_the_form_and_the_columns_agree() -> None:
    assert dict(ProfileSection.Kind.choices) == HEADINGS
    assert tuple(ProfileLicense.values) == LICENSES
    assert tuple(ProfileState.values) == STATES
