"""How long suggestions and answers take, for texts that people type, on the data of the project's database.

    uv run python -m tests.bench.search [clients]

The aim: suggestions within 60 ms for 95 of 100 at 8 clients on two quiet processors. Times are the best of three,
without the web server and the page cache; with a number of clients so many threads ask at once, each over a connection
of its own. Beside them stands a bare look into the index of titles for the same texts, so that two machines can be
compared: the ratio of the two is what a change of ours moves.
"""

import csv
import os
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
QUERIES = TESTS / "occupations" / "lay_queries.csv"
QUESTIONS = TESTS / "web" / "search" / "questions.tsv"


def main(clients: int = 1) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.template.loader import render_to_string

    from occupations.models import AlternateTitle
    from occupations.title_key import title_key
    from web.http.as_of import AsOf
    from web.search.page import ON_PAGE, answered_page, suggestions_page
    from web.search.question.text import key_of, taken_apart

    def suggest(text: str) -> None:
        render_to_string("search/_suggestions.html", {"page": suggestions_page(text, AsOf())})

    def answer(text: str) -> None:
        answered_page(text, AsOf(), ON_PAGE)

    def bare(text: str) -> None:
        key = key_of(tuple(word.text for word in taken_apart(text).words))
        titles = AlternateTitle.objects.annotate(key=title_key()).filter(key=key)
        list(titles.values_list("key", "title", "kind", "occupation_id")[:50])

    texts, questions = column(QUERIES, ","), column(QUESTIONS, "\t")
    print(f"{AlternateTitle.objects.count():,} other titles, {len(texts)} texts, {clients} at once")
    yardstick = report("bare index", bare, texts, None, clients)
    report("suggestions", suggest, texts, yardstick, clients)
    report("answers", answer, questions, yardstick, clients)


def column(path: Path, delimiter: str) -> list[str]:
    with path.open(newline="") as file:
        return [row["typed"] for row in csv.DictReader(file, delimiter=delimiter)]


def report(
    name: str, ask: Callable[[str], None], texts: list[str], yardstick: float | None, clients: int
) -> float:
    """Print the median and the 95th percentile in milliseconds; return the percentile."""
    with ThreadPoolExecutor(clients) as pool:
        best = sorted(pool.map(lambda text: min(timed(ask, text) for _ in range(3)) * 1000, texts))
    median, high = statistics.median(best), best[int(len(best) * 0.95)]
    ratio = f"  {high / yardstick:.1f} times the bare index" if yardstick else ""
    print(f"{name:<12} p50 {median:5.1f} ms  p95 {high:5.1f} ms{ratio}")
    return high


def timed(ask: Callable[[str], None], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
