"""Sentences say what the figures say: wording, number, and what is missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.models import GrowthWord, MissingReason, Occupation, Projection
from wages.estimates import NOTHING, Figure
from web.occupations.by_industry.words import industries_lede, sectors_lede
from web.words import sentences as prose

TOP_CODED = Figure(None, MissingReason.TOP_CODED, 239_200)


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Industrial production managers", "industrial production managers"),
        ("Managers, all other", "managers with no occupation of their own"),
        ("Art, drama, and music teachers, postsecondary", "postsecondary art, drama, and music teachers"),
        ("Musicians and singers", "musicians and singers"),
        ("Opticians, dispensing", "dispensing opticians"),
        ("Healthcare diagnosing or treating practitioners, all other",
         "healthcare diagnosing or treating practitioners with no occupation of their own"),
        ("English language and literature teachers, postsecondary",
         "postsecondary English language and literature teachers"),
        ("Clergy", "clergy"),
    ],
)  # fmt: skip
def test_names_inside_sentences(title: str, inside: str) -> None:
    assert prose.in_sentence(title) == inside
    assert prose.as_subject(title) == inside
    assert prose.at_start(title) == inside[:1].upper() + inside[1:]


def test_median_and_tails_use_the_field_s_wording() -> None:
    title = "Industrial production managers"
    assert prose.median_sentence(title, Figure(126_060), "annual", "May 2025") == (
        "The median annual wage for industrial production managers was $126,060 in May 2025."
    )
    assert prose.tails_sentence(Figure(78_000), Figure(205_520), "annual") == (
        "The lowest 10 percent earned less than $78,000, and the highest 10 percent earned more than $205,520."
    )


def test_hourly_wages_have_cents() -> None:
    assert "was $23.10 in May 2025" in prose.median_sentence(
        "Actors", Figure(Decimal("23.10")), "hourly", "May 2025"
    )


def test_top_coded_is_or_more_and_never_a_value() -> None:
    assert "$239,200 or more" in prose.median_sentence("Surgeons", TOP_CODED, "annual", "May 2025")
    assert (
        prose.tails_sentence(NOTHING, TOP_CODED, "annual")
        == "The highest 10 percent earned $239,200 or more."
    )


def test_missing_is_said_for_its_reason_or_not_at_all() -> None:
    unreleased = Figure(None, MissingReason.NOT_RELEASED)
    assert prose.median_sentence("Legislators", unreleased, "annual", "May 2025") == (
        "BLS did not release a median annual wage for legislators in May 2025."
    )
    assert prose.median_sentence("Legislators", NOTHING, "annual", "May 2025") == ""
    assert prose.tails_sentence(NOTHING, NOTHING, "annual") == ""


def projection(change: str, word: str = "", jobs_change: str = "4.6") -> Projection:
    return Projection(
        base_year=2024, target_year=2034, percent_change=Decimal(change), growth_word=word,
        openings=Decimal("17.1"), employment_change=Decimal(jobs_change), base_employment=Decimal("241.9"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "word", "says"),
    [
        ("1.9", "slower", "grow 1.9 percent from 2024 to 2034, slower than the average for all occupations."),
        (
            "3.0",
            "average",
            "grow 3 percent from 2024 to 2034, about as fast as the average for all occupations.",
        ),
        ("12.0", "much-faster", "grow 12 percent from 2024 to 2034, much faster than the average"),
        ("0.3", "little", "show little or no change (+0.3 percent) from 2024 to 2034."),
        ("-3.2", "decline", "decline 3.2 percent from 2024 to 2034."),
        ("0.0", "", "stay the same from 2024 to 2034."),
        ("2.5", "", "grow 2.5 percent from 2024 to 2034."),
    ],
)
def test_growth_in_words(change: str, word: str, says: str) -> None:
    sentence = prose.growth_sentence("Actuaries", projection(change, word))
    assert sentence.startswith("Employment of actuaries is projected to ")
    assert says in sentence


def test_a_qualifier_takes_no_comma_before_a_verb() -> None:
    title = "Teaching assistants, except postsecondary"
    growth = prose.growth_sentence(title, projection("1.9"))
    assert growth.startswith("Employment of teaching assistants (except postsecondary) is projected to grow")
    counted = prose.count_sentence(title, Figure(1_000), "May 2025")
    assert counted == "In May 2025, 1,000 teaching assistants (except postsecondary) were on payrolls."
    unknown = prose.count_sentence(title, Figure(None, MissingReason.NOT_RELEASED), "May 2025")
    assert "how many teaching assistants (except postsecondary) were on" in unknown
    lede = industries_lede(title, (["schools"], Decimal(90)), None, "annual")
    assert lede[0].startswith("Of every 100 teaching assistants (except postsecondary) on payrolls, 90 work")


def test_of_many_that_are_equal_to_the_last_a_ranking_says_how_many_more() -> None:
    assert prose.ranked_list(["a", "b", "c", "d"]) == "a, b, c, and d"
    assert prose.ranked_list(list("abcdefghi")) == "a, b, c, d, e, and 4 more tied with the last"


def test_shrinking_occupation_still_has_openings_and_says_why() -> None:
    sentence = prose.openings_sentence("Typists", projection("-30", "decline", "-12.0"))
    assert sentence.startswith("About 17,100 openings a year are projected for typists")
    assert "retire" in sentence


@pytest.mark.parametrize(
    ("jobs_change", "why"),
    [
        ("-12.0", "Jobs are shrinking, but many people who retire or move to other work are replaced."),
        ("0.0", "All of those openings come from people who retire or move to other work."),
        ("0.1", "That counts new jobs as well as jobs left by people who retire or move to other work."),
    ],
)
def test_openings_say_where_they_come_from(jobs_change: str, why: str) -> None:
    assert prose.openings_sentence("Typists", projection("0", "", jobs_change)).endswith(why)


@pytest.mark.parametrize(
    ("level", "start"), [(4, "Actuaries held about 241,900 jobs"), (1, "There were about 241,900")]
)
def test_jobs_of_an_occupation_and_of_a_group(level: int, start: str) -> None:
    assert prose.jobs_sentence(
        Occupation(sentence_title="Actuaries", level=level), projection("1")
    ).startswith(start)


def test_lede_of_the_industry_table() -> None:
    largest, highest = (["manufacturing"], Decimal("75.2")), ("utilities", 165_350, 126_060)
    sentences = industries_lede("Industrial production managers", largest, highest, "annual")
    assert sentences == [
        "Of every 100 industrial production managers on payrolls, 75 work in manufacturing.",
        "Industrial production managers earn the most in utilities: $165,350, 31 percent above the national median.",
    ]
    assert "1 works in" in industries_lede("Actors", (["mining"], Decimal("0.8")), None, "hourly")[0]
    tied = (["mining", "utilities"], Decimal("23.4"))
    assert industries_lede("Actors", tied, None, "hourly") == [
        "Of every 100 actors on payrolls, 23 work in mining and as many in utilities."
    ]
    assert sectors_lede(tied, None, "annual") == [
        "Of every 100 payroll jobs, 23 are in mining and as many in utilities."
    ]
    nearly = industries_lede("Actors", (["mining"], Decimal("99.7")), None, "hourly")
    assert "Practically all" in nearly[0]


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b, and c")]
)
def test_lists(items: list[str], text: str) -> None:
    assert prose.joined(items) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["cooks, fast food", "nurses"], "cooks, fast food; and nurses"),
        (["nurses", "cooks, fast food"], "nurses and cooks, fast food"),
        (["nurses", "cooks, fast food", "clerks"], "nurses; cooks, fast food; and clerks"),
        (["Dayton, OH", "Akron, OH", "2 others"], "Dayton, OH; Akron, OH; and 2 others"),
        (["nurses (3,391,000 jobs, 2 percent)", "cooks ($35,000)", "clerks"],
         "nurses (3,391,000 jobs, 2 percent), cooks ($35,000), and clerks"),
    ],
)  # fmt: skip
def test_items_with_commas_of_their_own_are_told_apart(items: list[str], text: str) -> None:
    assert prose.joined(items) == text
    assert prose.joined(items, "or") == text.replace(" and ", " or ")


@given(
    change=st.decimals(min_value=-99, max_value=99, places=1),
    word=st.sampled_from(["", *GrowthWord.values]),
)
def test_every_growth_sentence_is_whole(change: Decimal, word: str) -> None:
    sentence = prose.growth_sentence("Actuaries", projection(str(change), word))
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert "None" not in sentence
