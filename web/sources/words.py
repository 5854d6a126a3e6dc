"""Sources in words: what was counted when a release was loaded."""

from __future__ import annotations

from collections.abc import Mapping

from web.words import numbers

CELLS = "cells: "


def counts_in_words(counts: Mapping[str, int]) -> str:
    """Counts of a load as a reader takes them: "370,172 cells, 583 areas"; parts are added up."""
    cells = sum(count for name, count in counts.items() if name.startswith(CELLS))
    rest = {name: count for name, count in counts.items() if not name.startswith(CELLS)}
    named = ({"published cells": cells} if cells else {}) | rest
    return ", ".join(f"{numbers.number(count)} {name}" for name, count in named.items())
