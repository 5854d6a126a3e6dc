"""The official Spanish titles of SOC 2010, under the codes of SOC 2018. Reviewed by hand, kept in `occupations/words/`.

    uv run python -m importers.soc_2010.spanish ../shared/data/soc-2010

The folder has `soc2010_6digit_es.csv` (columns code, title) and `soc2010_soc2018.csv` (the SOC's crosswalk). Some
titles come with blanks at their end. A code that was divided gives its title to each successor, first the one with
the same code.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[2] / "occupations" / "words" / "spanish-titles.tsv"


def spanish_titles(folder: Path) -> list[tuple[str, str]]:
    """Pairs of a code of SOC 2018 and a Spanish title, in the order of the codes. Titles of no successor are left
    out."""
    became: dict[str, list[str]] = defaultdict(list)
    with (folder / "soc2010_soc2018.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            became[row["soc2010"].strip()].append(row["soc2018"].strip())
    pairs = set()
    with (folder / "soc2010_6digit_es.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = " ".join(row["title"].split())
            pairs |= {(code, title) for code in became[row["code"].strip()]}
    return sorted(pairs)


def main(folder: Path, output: Path = OUTPUT) -> None:
    lines = [f"{code}\t{title}\n" for code, title in spanish_titles(folder)]
    output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
