"""The trace of sources finds what the sources themselves would, holds no sentence, and is written as it is read."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from occupations.lint.borrowed import RUN, borrowed
from occupations.lint.trace import FILE, Trace, read, trace_of, write

PASSAGE = "Tuners listen to every single string of a grand piano before turning any pin."
SOURCES = [
    ("a.xml", PASSAGE),
    ("a.xml", "Turn pins slowly"),
    ("b.txt", "Nobody wants a piano that sounds like a drum."),
]


def trace(sources: list[tuple[str, str]] | None = None) -> Trace:
    return trace_of(sources or SOURCES, {"turn"}.__contains__)


def test_a_run_is_named_with_its_source() -> None:
    texts = [
        "We listen.",
        "Do they want a piano that sounds like a drum? No: every single string of a grand piano!",
    ]
    assert [(run.text, run.words, run.source) for run in trace().borrowed(texts)] == [
        (1, "a piano that sounds like a drum", "b.txt"),
        (1, "every single string of a grand piano", "a.xml"),
    ]
    texts = ["Well, nobody wants a piano that sounds like a drum."]
    assert trace().borrowed(texts) == borrowed(texts, SOURCES)


def test_a_duty_of_fewer_words_is_known() -> None:
    assert trace().has("Turn pins slowly")
    assert not trace().has("Turn pins")
    assert not trace().has("Nobody wants")


def test_what_two_sources_have_is_kept_once() -> None:
    once = trace([("a", PASSAGE)])
    again = trace([("a", PASSAGE), ("b", PASSAGE), ("c", f"{PASSAGE} Then they play."), ("d", "Too short.")])
    assert len(again.numbers) < len(once.numbers) + 12
    assert [name for name, length in again.sources if length] == ["a", "c"]


def test_it_is_read_as_it_was_written_and_has_no_word(tmp_path: Path) -> None:
    path = tmp_path / "sources.xz"
    write(trace(), path)
    assert read(path) == trace()
    assert max(trace().numbers) < 64
    assert b"piano" not in trace().numbers


WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), max_size=30)


@given(WORDS, WORDS)
def test_it_finds_what_the_sources_have(text: list[str], source: list[str]) -> None:
    pair = [("s", " ".join(source))]
    assert trace(pair).borrowed([" ".join(text)]) == borrowed([" ".join(text)], pair, length=RUN)


def test_the_one_that_is_kept_is_small_and_whole() -> None:
    kept = read()
    assert FILE.stat().st_size < 600_000
    assert sum(length for _, length in kept.sources) == len(kept.numbers) > 800_000
    assert len(kept.short) > 3_000
