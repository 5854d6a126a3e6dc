"""Each rule for profiles is broken in just one way, and that is what is found, at its line."""

from __future__ import annotations

import pytest

from importers.editorial.markdown import read_profile
from importers.report import Problems
from occupations.lint.blocks import Finding, block_of, blocks_of
from occupations.lint.education import WayIn, education
from occupations.lint.reading import grade_of, opening_of, sentences_in, words_in
from occupations.lint.shape import FIRST, OLDER, asked, introduction, neighbors, shape
from occupations.lint.wording import HIGHEST_GRADE_OF_INTRODUCTION, Text, shared, wording
from occupations.written import WrittenIntroduction, WrittenProfile

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
    findings = [*shape(read), *wording(blocks_of(read), _is_address), *asked(read)]
    return [(finding.line, finding.message) for finding in findings]


def _is_address(address: str) -> bool:
    return address == "/occupations/"


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
        ("Roofers mend and build the roofs of houses and shops.", "Workers with no trade, such as these.", 12,
         "In short is one sentence"),
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
         "the text reads at grade"),
        ("Roofs are high.", "They play a vital role.", 23, "“vital role” is a stock phrase"),
        ("Roofs are high.", "They walk towards it.", 23, "“towards” is not written so in the United States"),
        ("Roofs are high.", "The colour is right.", 23, "“colour” is in no American dictionary"),
        ("Roofs are high.", "The shingels are new.", 23, "“shingels” is in no American dictionary"),
        ("Roofs are high.", "Roofs are high", 23, "a paragraph ends with a period"),
        ("Roofs are high.", "Roofs are  high.", 23, "two spaces in a row"),
        ("Roofs are high.", "Roofs are<br>high.", 23, "HTML and pictures have no place"),
        ("Roofs are high.", "- Roofs are high", 23, "this section has no list"),
        ("Roofs are high.", "The foreman is up there.", 23, "“foreman” names a sex"),
        ("Roofs are high.", "A journeyman helps her crew.", 23, "“journeyman” names a sex"),
        ("Roofs are high.", "The crane is manned.", 23, "“manned” names a sex"),
        ("Roofs are high.", "It began in 1998.", 23, "“1998” is a calendar date"),
        ("Roofs are high.", "They start on March 3.", 23, "“March 3” is a calendar date"),
        ("Roofs are high.", "The Occupational Safety and Health Act says so.", 23, "is the name of a law"),
        ("Roofs are high.", "The median pay is good.", 23, "“median pay” is pay or a share"),
        ("Roofs are high.", "O*NET says roofs are high.", 23, "“O*NET” speaks of a source"),
        ("Roofs are high.", "They may usually fall.", 23, "a sentence hedges once"),
        ("Roofs are high.", "They must like it.", 23, "“must” is for what the law or the way in asks"),
        ("- **Calm.** The wind blows.", "- **Calm.** The wind blows.\n\nAnd so on.", 39,
         "Qualities that help is a list"),
        ("- Lift shingles", "- lift shingles", 18, "a duty begins with a capital"),
        ("(/occupations/)", "(/nothing/)", 25, "the link to /nothing/ leads nowhere"),
        ("### Later", "#### Later", 30, "heading “Later” breaks the outline of the page: it has 4 marks"),
        ("### Later\n", "Later\n---\n", 30, "heading “Later” breaks the outline of the page: it has 2 marks"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_found_at_its_line(old: str, new: str, line: int, message: str) -> None:
    findings = found(profile(old, new))
    assert any(at == line and message in said for at, said in findings), findings


@pytest.mark.parametrize(
    "said",
    [
        "Able seamen and waitresses work there.", "Humans and women work there.", "By law they must wear a harness.",
        "It takes 2000 hours.", "The Federal Aviation Administration asks for it.",
    ],
)  # fmt: skip
def test_what_looks_like_a_breach_and_is_none_passes(said: str) -> None:
    assert found(profile("Roofs are high.", said)) == []


def test_older_profiles_may_say_more_and_the_first_has_lists_of_its_own() -> None:
    longer = PROSE + " They mend." * 60
    older, first = f"47-2181-{sorted(OLDER)[0]}.md", f"47-2181-{FIRST}.md"
    assert found(profile(PROSE, longer, file=older)) == []
    assert found(profile(PROSE, longer + " They mend." * 40, file=older)) == [
        (14, "280 words; 80 to 250 are wanted")
    ]
    assert found(profile(PROSE, longer * 2, file=first)) == []
    assert found(profile("- Lift shingles\n", "", file=first)) == [(14, "3 duties; 4 to 8 are wanted")]


def test_an_all_other_needs_few_words_and_no_duties() -> None:
    text = TEXT.replace("title: Roofers", "title: Roofers, all other").replace(
        PROSE, "They mend a roof. " * 9
    )
    head, _, rest = text.partition("- Measure")
    entry = rest[rest.index("## How") : rest.index("\n## Qualities")]
    read = profile(text=f"{head}{entry}".replace("[work-schedules]", "[]"))
    assert [message for _, message in found(read)] == []
    duties = profile(text=read.text.replace("## How", "- Lift shingles\n\n## How"))
    assert [message for _, message in found(duties)] == [
        "an “All other” has no duties: its members have too little in common"
    ]
    more = profile(text=read.text + "\n## Advancement\nSome lead a crew.\n")
    assert [message for _, message in found(more)] == ["an “All other” has no section Advancement"]


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


def _shared(profiles: list[WrittenProfile]) -> list[tuple[str, Finding]]:
    return list(shared([Text(one.name, blocks_of(one)) for one in profiles]))


def test_a_sentence_of_three_profiles_and_an_opening_of_six_are_found() -> None:
    profiles = [_named(number) for number in range(2001, 2007)]
    assert _shared(profiles) == []
    same = [
        _named(number, f"Roofs are high{number}.", "Roofs are very high.") for number in range(2001, 2004)
    ]
    said = [(name, finding.line, finding.message) for name, finding in _shared([*same, *profiles[3:]])]
    assert said == [
        (f"47-{n}-roofers{n}", 23, "2 other texts have the sentence “roofs are very high”, too")
        for n in range(2001, 2004)
    ]  # fmt: skip
    alike = [
        _named(
            number, f"Roofers{number} mend{number} and build", f"All these people here mend{number} and build"
        )
        for number in range(2001, 2007)
    ]
    assert {finding.message for _, finding in _shared(alike)} == {
        "5 other texts open with “all these people here”, too"
    }


SCHOOL, NONE = "High school diploma or equivalent", "No formal educational credential"
LONG = "Long-term on-the-job training"


@pytest.mark.parametrize(
    ("way", "text", "message"),
    [
        (WayIn("Bachelor's degree"), "Most learn at work.", "the usual education is “Bachelor's degree”"),
        (WayIn(SCHOOL), "Learn at work.", "the usual education is “High school diploma or equivalent”"),
        (WayIn(SCHOOL), "After high school. Most have a bachelor’s degree.", "and this asks for more: “Most have"),
        (WayIn(NONE), "A high school diploma is usual.", "and this asks for more: “A high school"),
        (WayIn(NONE), "No high school diploma is needed.", None),
        (WayIn("Bachelor's degree"), "A bachelor’s degree is usual. Some jobs require a master’s degree.", None),
        (WayIn(), "Anything.", None),
        (WayIn("", "5 years or more"), "Begin.", "the usual experience in a related occupation is “5 years or more”"),
        (WayIn("", "5 years or more"), "Five years of experience come first.", None),
        (WayIn("", "None", LONG), "Learn it quickly.", "the usual training is “Long-term on-the-job training”"),
        (WayIn("", "None", LONG), "Learn it in two years.", None),
        (WayIn("", "None", "Apprenticeship"), "Learn it in two years.", "the usual training is “Apprenticeship”"),
        (WayIn("", "None", "Internship/residency"), "Go.", "the usual training is “Internship/residency”"),
        (WayIn("", "None", "Short-term on-the-job training"), "Go.", "the usual training is “Short-term"),
    ],
)  # fmt: skip
def test_a_way_in_that_contradicts_the_projections_is_found(
    way: WayIn, text: str, message: str | None
) -> None:
    read = profile("Most learn it at work after high school.\n\n### Later\nSome become bosses.", text)
    said = [finding.message for finding in education(read, way)]
    assert [(message or "?") in one for one in said] == ([True] if message else [])


def test_a_profile_names_a_neighbor() -> None:
    titles = {"47-2031": "Carpenters", "47-2181": "Roofers"}
    [finding] = neighbors(profile(), titles)
    assert (finding.line, finding.message) == (
        14, "no sentence names a neighbor, such as Carpenters, and the difference"
    )  # fmt: skip
    assert not list(neighbors(profile(PROSE, PROSE + " A carpenter frames it."), titles))
    [finding] = neighbors(profile("[47-2031]", "[]"), titles)
    assert "one to four" in finding.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They mend roofs. They build walls.", None),
        ("They mend roofs.", "1 sentences; 2 to 4 are wanted"),
        ("They mend. " * 5, "5 sentences; 2 to 4 are wanted"),
        (f"They mend roofs. {'It is a roof, ' * 25}and so on.", "at most 90 are wanted"),
        ("They mend roofs. The foreman helps.", "“foreman” names a sex"),
        ("They mend roofs. The colour fades.", "“colour” is in no American dictionary"),
        ("Organizational responsibility necessitates interdepartmental communication. Sustainability is"
         " administrative accountability.", "at most 12 is wanted"),
    ],
)  # fmt: skip
def test_what_an_introduction_may_not_be(text: str, message: str | None) -> None:
    one = WrittenIntroduction("groups", "47-2000", text.strip(), "47-0000.md", 8, 10)
    findings = [
        *introduction(one), *wording([block_of(one)], _is_address, HIGHEST_GRADE_OF_INTRODUCTION)
    ]  # fmt: skip
    assert any(message in each.message for each in findings) if message else not findings
    assert {each.line for each in findings} <= {10}


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
