"""Files to the loader of their source, by the source's name on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from importers.files import files_in
from importers.progress import Progress
from importers.runs import Options, run_import
from importers.sources import sources
from occupations.models import ImportRun


def runs_for(source: str, paths: Iterable[Path]) -> list[list[Path]]:
    """The files (a folder stands for the files in it), divided into runs as the source divides them.

    A source whose files belong to several releases has a `split` function beside its `load`. Raises
    KeyError for an unknown source and InputRefusedError for paths that can't be a load at all.
    """
    files = files_in(paths, sources()[source].folders)
    split: Callable[[list[Path]], list[list[Path]]] | None = getattr(sources()[source].loader, "split", None)
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
    loader = sources()[source].loader
    return run_import(
        source, files_in(paths, sources()[source].folders), loader.load, options or Options(), progress
    )
