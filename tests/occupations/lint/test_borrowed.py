"""Runs of words that a source has too are found whole, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from occupations.lint.borrowed import Borrowed, borrowed

SOURCE = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu."


def test_a_run_is_named_whole_as_it_stands_in_the_text() -> None:
    text = "We say: beta, GAMMA delta epsilon\nzeta eta theta iota kappa lambda. The end."
    assert borrowed(["no", text], [("source.xml", SOURCE)]) == [
        Borrowed(1, "beta, GAMMA delta epsilon\nzeta eta theta iota kappa lambda", "source.xml")
    ]


def test_one_word_less_is_not_a_run() -> None:
    six = "beta gamma delta epsilon zeta eta"
    assert borrowed([six], [("s", SOURCE)]) == []
    assert [run.words for run in borrowed([six], [("s", SOURCE)], length=6)] == [six]


def test_a_run_does_not_reach_over_two_passages() -> None:
    words = SOURCE.split()
    halves = [("s", " ".join(words[:6])), ("s", " ".join(words[6:]))]
    assert borrowed([SOURCE], halves) == []


def test_two_runs_of_a_text_are_two_findings() -> None:
    first, second = "a b c d e f g h i", "r s t u v w x y z"
    found = borrowed([f"{second} but {first}"], [("one", first), ("two", second)])
    assert [(run.words, run.source) for run in found] == [(second, "two"), (first, "one")]


def test_apostrophes_and_hyphens_of_any_kind_are_the_same() -> None:
    source = "A tuner’s hammer and a well–worn felt lie on the piano"
    assert len(borrowed(["a tuner's hammer and a well-worn felt lie"], [("s", source)])) == 1


def test_what_nobody_can_call_their_own_may_be_used() -> None:
    for said in (
        "a bachelor's degree or a four-year program is what they need",
        "licensed by the Federal Aviation Administration of the United States",
        "to hold a commercial driver's license and a high school diploma",
    ):
        assert borrowed([said], [("s", said)]) == []


def test_an_official_title_may_be_used() -> None:
    title = "Heating, Air Conditioning, and Refrigeration Mechanics and Installers, of Any Kind"
    sources = [("s", title)]
    assert borrowed([title.lower()], sources, allowed=[title]) == []
    assert len(borrowed([title.lower()], sources)) == 1


WORDS = st.lists(st.sampled_from("pqrvw"), max_size=30)


@given(WORDS, WORDS, st.integers(2, 5))
def test_it_finds_what_a_slow_search_finds(text: list[str], source: list[str], length: int) -> None:
    windows = {tuple(source[i : i + length]) for i in range(len(source) - length + 1)}
    hit = [False] * len(text)
    for i in range(len(text) - length + 1):
        if tuple(text[i : i + length]) in windows:
            hit[i : i + length] = [True] * length
    found = borrowed([" ".join(text)], [("s", " ".join(source))], length=length)
    assert bool(found) == any(hit)
    assert set(" ".join(run.words for run in found).split()) == {
        w for w, h in zip(text, hit, strict=True) if h
    }
