"""Sources are found by their folders: what is in the folder is all that a source needs."""

import io
import subprocess
import sys
from collections import Counter
from contextlib import redirect_stdout

import pytest
from django.core.management import CommandError, call_command, load_command_class

import importers
from importers.bundle.loader import load_bundle
from importers.bundle.writer import write_bundle
from importers.progress import NoProgress
from importers.report import InputRefusedError
from importers.runs import Options, ensure_source
from importers.sources import addresses_of, sources
from occupations.models import ImportRun, PriceIndex, Release

FACTS = """
from importers.fetch.addresses import workbooks
from importers.sources import SourceFacts

SOURCE = SourceFacts(
    slug="{slug}",
    name="A toy",
    short_name="Toy",
    publisher="Toymakers",
    gives="Prices of toys.",
    cadence="Every year.",
    official_url="https://toys.example/",
    license="Public domain",
    license_url="",
    attribution="Toymakers.",
    after={after},
    addresses=workbooks("https://toys.example", "prices.xlsx"),
)
"""
LOADER = """
from decimal import Decimal

import polars as pl

from importers.releases import make_ready, official_release
from importers.runs import Loaded
from occupations.models import PriceIndex


def load(files, options, progress):
    return write([Decimal(line) for line in files[0].read_text().split()], options)


def write(values, options):
    release = official_release("a-toy", "2026", "2026", options.published_on, options)
    PriceIndex.objects.bulk_create(
        PriceIndex(release=release, year=2026, month=month, value=value)
        for month, value in enumerate(values, 1)
    )
    make_ready(release)
    return Loaded(release, rows_read=len(values), rows_written=len(values))
"""
BUNDLE = """
import polars as pl

from importers.a_toy.loader import write

TABLES = {"toys": {"value": pl.Decimal(8, 3)}}


def frames(release):
    return {"toys": pl.DataFrame(list(release.price_indexes.values_list("value")), schema=TABLES["toys"], orient="row")}


def store(entry, tables, options, progress):
    return write(tables["toys"]["value"].to_list(), options)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder whose packages are sources as well; what was found before is found anew in it, and forgotten after."""
    monkeypatch.setattr(importers, "__path__", [*importers.__path__, str(tmp_path)])
    known = set(sys.modules)
    sources.cache_clear()
    yield tmp_path
    sources.cache_clear()
    for name in set(sys.modules) - known:
        if name.startswith("importers."):
            del sys.modules[name]
            vars(importers).pop(name.split(".")[1], None) if "toy" in name else None


def make(folder, slug="a-toy", package="a_toy", after=("rpp",), **modules):
    (folder / package).mkdir()
    (folder / package / "__init__.py").write_text(FACTS.format(slug=slug, after=repr(after)))
    for name, text in modules.items():
        (folder / package / f"{name}.py").write_text(text)


def test_each_comes_after_those_that_it_builds_on():
    order = list(sources())
    for slug, facts in sources().items():
        assert all(order.index(before) < order.index(slug) for before in facts.after), slug
    assert order[:3] == ["soc", "naics", "oews"]


def test_each_folder_has_all_there_is_of_a_source():
    for facts in sources().values():
        assert callable(facts.loader.load)
        if facts.is_bundled:
            assert facts.bundle.TABLES
            assert callable(facts.bundle.store)
    assert {slug for slug, facts in sources().items() if not facts.is_bundled} == {"editorial", "matrix"}


def test_facts_need_neither_django_nor_polars():
    program = (
        "import sys; from importers.sources import sources\n"
        "assert len(sources()) == 14 and all(facts.is_bundled is not None for facts in sources().values())\n"
        "print(sorted({'django', 'polars', 'fastexcel'} & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"


def test_a_folder_is_all_that_a_new_source_takes(folder, db, tmp_path_factory):
    make(folder, loader=LOADER, bundle=BUNDLE)
    order = list(sources())
    assert order.index("a-toy") > order.index("rpp")

    out = io.StringIO()
    with redirect_stdout(out), pytest.raises(SystemExit):
        load_command_class("importers", "load").create_parser("manage.py", "load").parse_args(["--help"])
    assert "a-toy, A toy" in " ".join(out.getvalue().split())
    assert addresses_of("a-toy", None)[0].url == "https://toys.example/prices.xlsx"
    assert ensure_source("a-toy").publisher == "Toymakers"

    file = tmp_path_factory.mktemp("toys") / "prices.txt"
    file.write_text("1.5 2.5")
    call_command("load", "a-toy", str(file), published="2026-12-01", stdout=out)
    assert Release.objects.get(source__slug="a-toy").state == Release.State.READY
    assert Counter(ImportRun.objects.values_list("outcome", flat=True)) == {"loaded": 1}


def test_the_bundle_has_it_and_brings_it_back(folder, db, tmp_path, monkeypatch):
    make(folder, loader=LOADER, bundle=BUNDLE, after=())
    with pytest.raises(
        InputRefusedError, match=r"no release of a-toy is ready; load it first: manage\.py load a-toy"
    ):
        write_bundle(tmp_path / "bundle", NoProgress())

    monkeypatch.setattr("importers.bundle.writer.sources", lambda: {"a-toy": sources()["a-toy"]})
    file = tmp_path / "prices.txt"
    file.write_text("1.5 2.5")
    call_command("load", "a-toy", str(file), published="2026-12-01", stdout=io.StringIO())
    (entry,) = write_bundle(tmp_path / "bundle", NoProgress())
    assert [(part.table, part.rows) for part in entry.parts] == [("toys", 2)]

    ImportRun.objects.all().delete()
    Release.objects.all().delete()
    (run,) = load_bundle([tmp_path / "bundle"], Options())
    assert run.outcome == ImportRun.Outcome.LOADED
    assert [str(index.value) for index in PriceIndex.objects.order_by("month")] == ["1.500", "2.500"]


def test_a_folder_named_otherwise_is_a_mistake(folder):
    make(folder, package="toys")
    with pytest.raises(
        ValueError, match=r"importers\.toys holds the source 'a-toy': it should be importers\.a_toy"
    ):
        sources()


def test_a_source_comes_after_sources_that_there_are(folder):
    make(folder, after=("dolls",))
    with pytest.raises(ValueError, match="there is no source 'dolls'"):
        sources()


def test_an_unknown_source_is_refused(db):
    with pytest.raises(CommandError, match="invalid choice: 'toys'"):
        call_command("load", "toys", "x", stdout=io.StringIO())
