"""Files to the loader of their source, by the source's name on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from importers.gathering import Gathered, gathered
from importers.progress import Progress
from importers.runs import Options, run_import
from importers.sources import sources
from occupations.models import ImportRun


def gathered_for(source: str, paths: Iterable[Path]) -> AbstractContextManager[Gathered]:
    """The source's files among those that the paths name, and what is left out; see `gathered`."""
    facts = sources()[source]
    return gathered(paths, facts.folders, facts.not_data)


def runs_for(source: str, files: Sequence[Path], options: Options | None = None) -> list[list[Path]]:
    """The files, divided into runs as the source divides them.

    A source whose files belong to several releases has a `split` function beside its `load`. Raises
    KeyError for an unknown source and InputRefusedError for files that can't be a load at all.
    """
    split: Callable[[Sequence[Path], Options], list[list[Path]]] | None = getattr(
        sources()[source].loader, "split", None
    )
    return split(files, options or Options()) if split else [list(files)]


def load_source(
    source: str,
    paths: Iterable[Path],
    options: Options | None = None,
    progress: Progress | None = None,
) -> ImportRun:
    """Load the files in one run (a folder or an archive stands for the files in it) and return it when it has ended.

    Problems in the input are the run's outcome. Raises KeyError for an unknown source and
    InputRefusedError for paths that can't be a load at all, such as a file that isn't there.
    """
    options = options or Options()
    with gathered_for(source, paths) as found:
        asked = replace(options, said=(*options.said, *found.said))
        return run_import(source, found.files, sources()[source].loader.load, asked, progress)
