"""Each rule for profiles is broken in just one way, and that is what is found, at its line."""

from __future__ import annotations

import pytest

from importers.editorial.markdown import read_profile
from importers.report import Problems
from occupations.lint.education import education
from occupations.lint.reading import grade_of, opening_of, sentences_in, words_in
from occupations.lint.shape import LONG_FORM, shape
from occupations.lint.wording import shared, wording
from occupations.written import WrittenProfile

PROSE = " ".join(["They look at a roof and mend it."] * 10)
TEXT = f"""---
codes: [47-2181]
title: Roofers
state: published
license: unknown
omitted: [work-schedules]
not_to_be_confused: [47-2031]
reviewed_on:
reviewed_by:
---
## In short
Roofers mend and build the roofs of houses and shops.

## What they do
{PROSE}

- Measure a roof
- Lift shingles
- Ring the bell
- Discuss the price

## Work environment
Roofs are high.

See [all of them](/occupations/).

## How to become one
Most learn it at work after high school.

### Later
Some become bosses.

## Qualities that help
- **Balance.** Roofs are steep.
- **Strength.** Shingles are heavy.
- **Care.** A fall hurts.
- **Calm.** The wind blows.

## Advancement
Some lead a crew.
"""


def profile(
    old: str = "", new: str = "", text: str = TEXT, file: str = "47-2181-roofers.md"
) -> WrittenProfile:
    assert old in text
    problems = Problems()
    read = read_profile(file, text.replace(old, new, 1) if old else text, problems)
    assert read is not None, str(problems)
    return read


def found(read: WrittenProfile) -> list[tuple[int, str]]:
    findings = [*shape(read), *wording(read, lambda address: address == "/occupations/")]
    return [(finding.line, finding.message) for finding in findings]


def test_a_good_profile_passes() -> None:
    assert found(profile()) == []


LONG = f"A house {'and a roof ' * 9}is mended."


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Roofers mend and build the roofs of houses and shops.", f"Roofers mend {'and look ' * 11}at it.", 12,
         "In short has 26 words; at most 22"),
        ("Roofers mend", f"{'Roofers-who-mend' * 8} mend", 12, "characters; at most 155"),
        ("houses and shops.", "houses. They like it.", 12, "In short is one sentence"),
        ("houses and shops.", "houses and shops.\n\nMore.", 14, "In short is one paragraph"),
        (PROSE, "They mend.", 14, "2 words; 80 to 180 are wanted"),
        (PROSE, PROSE + " They mend." * 60, 14, "200 words; 80 to 180 are wanted"),
        ("Roofs are high.", "It is high up. " * 30, 22, "124 words; at most 90 are wanted"),
        ("Some become bosses.", "It is a job. " * 30, 27, "128 words; at most 120 are wanted"),
        ("- Lift shingles\n", "", 14, "3 duties; 4 to 8 are wanted"),
        ("- Lift shingles\n", "- Lift it\n" * 6, 14, "9 duties; 4 to 8 are wanted"),
        ("- Lift shingles", "- Lift shingles.", 18, "a duty has no period at its end"),
        ("- Lift shingles", "- Lifting shingles", 18, "a duty begins with a bare verb; “Lifting” is none"),
        ("- Lift shingles", "- Lifts shingles", 18, "a duty begins with a bare verb; “Lifts” is none"),
        ("- Lift shingles", "- The lifting", 18, "a duty begins with a bare verb; “The” is none"),
        ("- Lift shingles", "- Lift one two three four five six seven eight nine ten eleven twelve", 18,
         "this duty has 13 words; at most 12"),
        ("- **Calm.** The wind blows.\n", "", 33, "3 qualities; 4 to 6 are wanted"),
        ("- **Calm.** The wind blows.", "- Calm: the wind blows.", 37, "a quality is a name in bold"),
        ("Roofs are high.", LONG, 23, "a sentence of 31 words; at most 28"),
        ("Roofs are high.", "Establishments necessitate considerable organizational responsibility regarding"
         " environmental sustainability, interdepartmental communication, and administrative accountability. " * 3, 23,
         "the profile reads at grade"),
        ("Roofs are high.", "They play a vital role.", 23, "“vital role” is a stock phrase"),
        ("Roofs are high.", "The colour is grey.", 23, "“colour” is not written so in the United States"),
        ("(/occupations/)", "(/nothing/)", 25, "the link to /nothing/ leads nowhere"),
        ("### Later", "#### Later", 30, "heading “Later” breaks the outline of the page: it has 4 marks"),
        ("### Later\n", "Later\n---\n", 30, "heading “Later” breaks the outline of the page: it has 2 marks"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_found_at_its_line(old: str, new: str, line: int, message: str) -> None:
    findings = found(profile(old, new))
    assert any(at == line and message in said for at, said in findings), findings


def test_an_older_profile_may_be_long_but_not_shapeless() -> None:
    slug = sorted(LONG_FORM)[0]
    file = f"47-2181-{slug}.md"
    assert found(profile("Roofs are high.", LONG, file=file)) == []
    assert found(profile("- Lift shingles\n", "", file=file)) == [(14, "3 duties; 4 to 8 are wanted")]


def test_an_all_other_needs_few_words_and_no_duties() -> None:
    text = TEXT.replace("title: Roofers", "title: Roofers, all other").replace(
        PROSE, "They mend a roof. " * 9
    )
    head, _, rest = text.partition("- Measure")
    entry = rest[rest.index("## How") : rest.index("\n## Qualities")]
    read = profile(text=f"{head}{entry}".replace("[work-schedules]", "[]"))
    assert [message for _, message in found(read)] == []


def test_sections_missing_in_the_database_are_named() -> None:
    read = profile()
    bare = WrittenProfile(read.slug, (), read.title, "draft", "unknown", (), (), "", "", (read.sections[0],))
    said = [message for _, message in found(bare)]
    assert said[:3] == [
        "What they do is missing",
        "How to become one is missing",
        "Work environment is missing, and omitted doesn't name it",
    ]


def _named(number: int, old: str = "", new: str = "") -> WrittenProfile:
    text = TEXT.replace("47-2181", f"47-{number}")
    for words in (
        "look",
        "mend",
        "Roofers",
        "high",
        "Some",
        "Most",
        "blows",
        "hurts",
        "steep",
        "heavy",
        "See",
    ):
        text = text.replace(words, f"{words}{number}")
    assert old in text
    return profile(text=text.replace(old, new, 1), file=f"47-{number}-roofers{number}.md")


def test_a_sentence_of_three_profiles_and_an_opening_of_six_are_found() -> None:
    profiles = [_named(number) for number in range(2001, 2007)]
    assert shared(profiles) == []
    same = [
        _named(number, f"Roofs are high{number}.", "Roofs are very high.") for number in range(2001, 2004)
    ]
    said = [(p.slug, finding.line, finding.message) for p, finding in shared([*same, *profiles[3:]])]
    assert said == [
        (f"roofers{n}", 23, "2 other profiles have the sentence “roofs are very high”, too") for n in range(2001, 2004)
    ]  # fmt: skip
    alike = [
        _named(
            number, f"Roofers{number} mend{number} and build", f"All these people here mend{number} and build"
        )
        for number in range(2001, 2007)
    ]
    assert {finding.message for _, finding in shared(alike)} == {
        "5 other profiles open with “all these people here”, too"
    }


@pytest.mark.parametrize(
    ("entry", "text", "message"),
    [
        ("Bachelor's degree", "Most learn at work.", "the usual education is “Bachelor's degree” (Employment"),
        ("High school diploma or equivalent", "Learn at work.", "the usual education is “High school diploma"),
        ("High school diploma or equivalent", "After high school. Most have a bachelor’s degree.",
         "the usual education is “High school diploma or equivalent” (Employment Projections), and this asks for more"),
        ("Bachelor's degree", "A bachelor’s degree is usual. Some jobs require a master’s degree.", None),
        ("", "Anything.", None),
    ],
)  # fmt: skip
def test_a_way_in_that_contradicts_the_projections_is_found(
    entry: str, text: str, message: str | None
) -> None:
    read = profile("Most learn it at work after high school.", text)
    said = [finding.message for finding in education(read, entry)]
    assert [one.startswith(message or "?") for one in said] == ([True] if message else [])


def test_words_sentences_and_grades() -> None:
    assert words_in("A four-year degree, the worker's.") == ["A", "four-year", "degree", "the", "worker's"]
    assert sentences_in("The U.S. is big. Dr. Who asks: “Why?” Nobody knows") == [
        "The U.S. is big.", "Dr. Who asks: “Why?", "Nobody knows",
    ]  # fmt: skip
    assert opening_of("Roofers mend, and build, roofs.") == "roofers mend and build"
    assert grade_of([]) == 0
    easy, hard = (
        grade_of(["The cat sat on the mat."]),
        grade_of(["Organizational responsibility necessitates it."]),
    )
    assert easy < 1 < 20 < hard
