"""Every source that `manage.py load` knows, by the name it has on the command line, and how one is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from importers.files import files_in
from importers.progress import Progress
from importers.runs import Loader, Options, run_import
from occupations.models import ImportRun

# The loader modules are imported only when asked for: polars alone takes a fifth of a second.
MODULES = {
    "soc": "importers.soc.loader",
    "onet-soc": "importers.onet_soc.loader",
    "cip-soc": "importers.cip_soc.loader",
    "naics": "importers.naics.loader",
    "ooh": "importers.ooh.loader",
    "projections": "importers.projections.loader",
    "onet": "importers.onet.loader",
    "matrix": "importers.matrix.loader",
    "cpi": "importers.cpi.loader",
    "rpp": "importers.rpp.loader",
    "editorial": "importers.editorial.loader",
    "oews": "importers.oews.loader",
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
