"""How long suggestions take, for everything in the table of lay queries, on the data of the project's database.

    uv run python -m tests.bench.search

The aim: 60 ms, warm, with the data that come with the site. Times are the best of three, without the web server
and the page cache. Beside them stands a bare look into the trigram index for the same texts, so that two
machines can be compared: the ratio of the two is what a change of ours moves.
"""

import csv
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

QUERIES = Path(__file__).resolve().parents[1] / "occupations" / "lay_queries.csv"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db.models.functions import Lower
    from django.template.loader import render_to_string

    from occupations.models import AlternateTitle, Occupation
    from web.http.as_of import AsOf
    from web.search.page import WHILE_TYPING, search_page

    def suggest(text: str) -> None:
        render_to_string("search/_suggestions.html", {"page": search_page(text, AsOf(), WHILE_TYPING)})

    def occupations(text: str) -> None:
        list(Occupation.objects.search(text)[:6])

    def bare(text: str) -> None:
        titles = AlternateTitle.objects.alias(name=Lower("title"))
        list(titles.filter(name__trigram_word_similar=text.lower()).values_list("title", flat=True)[:50])

    with QUERIES.open() as file:
        texts = [row["typed"] for row in csv.DictReader(file)]
    print(f"{AlternateTitle.objects.count():,} other titles, {len(texts)} texts")
    yardstick = report("bare index", bare, texts, None)
    report("occupations", occupations, texts, yardstick)
    report("suggestions", suggest, texts, yardstick)


def report(name: str, ask: Callable[[str], None], texts: list[str], yardstick: float | None) -> float:
    """Print the median and the 95th percentile in milliseconds; return the median."""
    best = sorted(min(timed(ask, text) for _ in range(3)) * 1000 for text in texts)
    median, high = statistics.median(best), best[int(len(best) * 0.95)]
    ratio = f"  {median / yardstick:.1f} times the bare index" if yardstick else ""
    print(f"{name:<12} p50 {median:5.1f} ms  p95 {high:5.1f} ms{ratio}")
    return median


def timed(ask: Callable[[str], None], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
