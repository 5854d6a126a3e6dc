"""Every source that `manage.py load` knows, by the name it has on the command line, and how one is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from occupations.importers.files import files_in
from occupations.importers.progress import Progress
from occupations.importers.runs import Loader, Options, run_import
from occupations.models import ImportRun

# The loader modules are imported only when asked for: polars alone takes a fifth of a second.
MODULES = {
    "soc": "occupations.importers.soc.loader",
    "onet-soc": "occupations.importers.onet_soc.loader",
    "cip-soc": "occupations.importers.cip_soc.loader",
    "naics": "occupations.importers.naics.loader",
    "ooh": "occupations.importers.ooh.loader",
    "projections": "occupations.importers.projections.loader",
    "onet": "occupations.importers.onet.loader",
    "matrix": "occupations.importers.matrix.loader",
    "cpi": "occupations.importers.cpi.loader",
    "rpp": "occupations.importers.rpp.loader",
    "editorial": "occupations.importers.editorial.loader",
    "oews": "wages.importers.oews.loader",
}


def loader_of(source: str) -> Loader:
    """The `load` function of the source's loader module. Raises KeyError for an unknown source."""
    load: Callable = import_module(MODULES[source]).load
    return load


def runs_for(source: str, paths: Iterable[Path]) -> list[list[Path]]:
    """The files (a folder stands for the files in it), divided into runs as the source divides them.

    A source whose files belong to several releases has a `split` function beside its `load`. Raises
    KeyError for an unknown source and InputRefusedError for paths that can't be a load at all.
    """
    files = files_in(paths)
    split: Callable | None = getattr(import_module(MODULES[source]), "split", None)
    return split(files) if split else [files]


def load_source(
    source: str,
    paths: Iterable[Path],
    options: Options | None = None,
    progress: Progress | None = None,
) -> ImportRun:
    """Load the files in one run (a folder stands for the files in it) and return it when it has ended.

    Problems in the input are the run's outcome. Raises KeyError for an unknown source and
    InputRefusedError for paths that can't be a load at all, such as a file that isn't there.
    """
    return run_import(source, files_in(paths), loader_of(source), options or Options(), progress)
