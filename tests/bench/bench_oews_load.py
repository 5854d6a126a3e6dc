"""Time the load of a whole LABSTAT release beside a bare COPY of the same file, and weigh its process.

    uv run python tests/bench/bench_oews_load.py [DATA]

DATA holds the publishers' files as the tests use them (OCCUPEDIA_DATA, or ../shared/data). Everything happens
in a database of its own, on the server that the settings name, which is removed at the end.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("OCCUPEDIA_DATA", ROOT.parent / "shared" / "data"))
LABSTAT = "oews-labstat-2025"
# ru_maxrss counts bytes on macOS and kilobytes elsewhere.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def set_up() -> None:
    import django

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()


def load(folder: Path, database: str) -> None:
    """Load the folder into the database and print seconds, cells and peak memory: the measured process."""
    set_up()
    from django.db import connection

    from importers.loading import load_source

    connection.settings_dict["NAME"] = database
    start = time.perf_counter()
    run = load_source("oews", [folder])
    seconds = time.perf_counter() - start
    if run.outcome != "loaded":
        sys.exit(run.report)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
    print(seconds, run.rows_written, peak)


def bare_copy(file: Path) -> float:
    """Seconds that PostgreSQL takes to copy the file into an unlogged table of five text columns."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE UNLOGGED TABLE bare_copy (a text, b text, c text, d text, e text)")
        start = time.perf_counter()
        with file.open("rb") as lines, cursor.copy("COPY bare_copy FROM STDIN") as copy:
            while block := lines.read(1 << 20):
                copy.write(block)
        seconds = time.perf_counter() - start
        cursor.execute("DROP TABLE bare_copy")
    return seconds


def measure(data: Path) -> None:
    set_up()
    from django.db import connection

    from importers.loading import load_source

    folder = data / LABSTAT
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        for source, files in (("soc", "soc-2018/soc_structure_2018.xlsx"), ("naics", "naics-2022")):
            load_source(source, [data / files])
        with tempfile.TemporaryDirectory() as temporary:
            plain = Path(temporary) / "oe.data.0.Current"
            with gzip.open(folder / "oe.data.0.Current.gz") as packed, plain.open("wb") as out:
                shutil.copyfileobj(packed, out)
            copies = [bare_copy(plain)]
            command = [sys.executable, __file__, str(data), "--into", database]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            copies.append(bare_copy(plain))
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
    seconds, cells, peak = (float(figure) for figure in done.stdout.split())
    copy = sum(copies) / len(copies)
    print(f"load           {seconds:6.2f} s, {cells:,.0f} cells")
    print(f"bare COPY      {copy:6.2f} s ({copies[0]:.2f} s before the load, {copies[1]:.2f} s after it)")
    print(f"ratio          {seconds / copy:6.2f}")
    print(f"peak memory    {peak / 1e6:6.0f} MB of the loading process")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--into", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.into:
        load(arguments.data / LABSTAT, arguments.into)
    else:
        measure(arguments.data)


if __name__ == "__main__":
    main()
