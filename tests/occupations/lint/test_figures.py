"""Figures in prose are found, facts of the work are left alone, and what the data say is said."""

from decimal import Decimal

import pytest

from occupations.lint.figures import Fact, figures_in, judge, statistical_figure, without_prices

FACTS = [
    Fact("dollars", "the annual median (OEWS, May 2025)", Decimal(126060)),
    Fact("dollars", "the hourly median (OEWS, May 2025)", Decimal("60.61")),
    Fact("percent", "the percent change (2024–34)", Decimal("1.9")),
    Fact("count", "employment in the base year (2024–34)", Decimal(241900)),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They earn $126,060 a year.", ["$126,060"]),
        ("They earn $60.61.", ["$60.61"]),
        ("Sales of $3 million are common.", ["$3 million"]),
        ("It pays 25 dollars an hour.", ["25 dollars"]),
        ("It pays fifteen dollars.", ["fifteen dollars"]),
        ("About 5% leave, and 1.9 percent stay.", ["5%", "1.9 percent"]),
        ("It rose one percentage point, from ten percent.", ["ten percent"]),
        ("There are 241,900 of them.", ["241,900"]),
        ("There are 3.4 million nurses.", ["3.4 million"]),
        ("Two million people do this.", ["Two million"]),
        ("Thousands of workers do this.", ["Thousands of workers"]),
        ("Some 500 jobs open.", ["500 jobs"]),
        ("Half of all workers and two-thirds of employers agree.", ["Half of all workers", "two-thirds of employers"]),
        ("One in five workers is self-employed.", ["One in five workers"]),
        ("Two-thirds of teachers and half of all nurses agree.", ["Two-thirds of teachers", "half of all nurses"]),
        ("Nine out of ten stay, 9 in 10.", ["Nine out of ten", "9 in 10"]),
        ("It pays seventy-five thousand dollars.", ["seventy-five thousand dollars"]),
        ("Nineteen percent of several thousand workers leave.", ["Nineteen percent", "several thousand workers"]),
        ("A hundred thousand jobs and a dozen openings wait.", ["A hundred thousand jobs", "a dozen openings"]),
    ],
)  # fmt: skip
def test_a_statistic_is_found(text: str, words: list[str]) -> None:
    assert [figure.words for figure in figures_in(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Candidates need 10 years of experience and work 40 hours a week.",
        "A four-year degree takes four years, and a 12-hour shift is long.",
        "ISO 9000 and Six Sigma; the 2018 edition; grades 1 to 6; two jobs at once.",
        "Half a day, a quarter past nine, a third party, most of the workers.",
        "",
    ],
)
def test_facts_of_the_work_are_left_alone(text: str) -> None:
    assert figures_in(text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("$126,060", "agrees with the data: the annual median (OEWS, May 2025) is $126,060"),
        ("$126,000", "agrees with the data: the annual median (OEWS, May 2025) is $126,060"),
        ("$127,000", "contradicts the data: the annual median (OEWS, May 2025) is $126,060, the nearest figure"),
        ("$126 thousand", "agrees with the data: the annual median (OEWS, May 2025) is $126,060"),
        ("$103,150", "contradicts the data: the annual median (OEWS, May 2025) is $126,060, the nearest figure"),
        ("$55", "contradicts the data: the hourly median (OEWS, May 2025) is $60.61, the nearest figure"),
        ("2 percent", "agrees with the data: the percent change (2024–34) is 1.9 percent"),
        ("five percent", "contradicts the data: the percent change (2024–34) is 1.9 percent, the nearest figure"),
        ("189,300 jobs", "contradicts the data: employment in the base year (2024–34) is 241,900, the nearest figure"),
        ("thousands of jobs", ""),
    ],
)  # fmt: skip
def test_a_figure_is_held_against_the_data(text: str, verdict: str) -> None:
    (figure,) = figures_in(text)
    assert judge(figure, FACTS) == verdict


def test_without_comparable_data_nothing_is_said() -> None:
    (figure,) = figures_in("$5")
    assert judge(figure, []) == ""
    assert judge(figure, [FACTS[2]]) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It pays seventy thousand dollars.", ["seventy thousand dollars"]),
        ("There are 1.2 million jobs.", ["1.2 million"]),
        ("It pays 60k.", ["60k"]),
        ("About five percent leave.", ["five percent"]),
        ("The exam costs $350.", ["$350"]),
        ("There are 2,000 jobs.", ["2,000 jobs"]),
    ],
)
def test_a_statistic_in_whatever_form_is_found_and_not_saved(text: str, words: list[str]) -> None:
    assert [figure.words for figure in figures_in(text)] == words
    assert statistical_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "The exam costs \\$350, or \\$1,200 with a course.",
        "A year has 2,000 hours of paid work, or 2,000 paid hours.",
        "The truck weighs less than 26,001 pounds.",
    ],
)
def test_marked_prices_and_sizes_of_the_work_are_left_alone(text: str) -> None:
    assert figures_in(without_prices(text)) == []
    assert statistical_figure(text) == ""


def test_a_figure_in_thousands_has_its_value() -> None:
    assert [figure.value for figure in figures_in("It pays 60k.")] == [Decimal(60_000)]
