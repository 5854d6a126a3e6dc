"""Every source that `manage.py load` knows, by the name it has on the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from occupations.importers.runs import Loader

# The loader modules are imported only when asked for: polars alone takes a fifth of a second.
MODULES = {
    "soc": "occupations.importers.soc.loader",
    "naics": "occupations.importers.naics.loader",
    "projections": "occupations.importers.projections.loader",
    "editorial": "occupations.importers.editorial.loader",
    "oews": "wages.importers.oews.loader",
}


def loader_of(source: str) -> Loader:
    """The `load` function of the source's loader module. Raises KeyError for an unknown source."""
    load: Callable = import_module(MODULES[source]).load
    return load
