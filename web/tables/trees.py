"""Sorting the rows of a table that is a tree written flat, such as industries under their sectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from wages.estimates import Figure


class TreeRow(Protocol):
    """A row of a table of industries: `depth` says under which row before it it belongs."""

    @property
    def name(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def depth(self) -> int: ...
    @property
    def is_remainder(self) -> bool: ...


Row = TypeVar("Row", bound=TreeRow)


def sort_tree(
    rows: list[Row], key: Callable[[Row], Figure], *, by_name: bool = False, descending: bool
) -> list[Row]:
    """The rows by a figure of theirs or by name, children staying under their parent.

    Missing figures come last in both directions, remainders after them; ties go by name and code.
    """

    def arrange(group: list[Row]) -> list[Row]:
        blocks: list[list[Row]] = []
        for row in group:
            if row.depth == group[0].depth:
                blocks.append([row])
            else:
                blocks[-1].append(row)
        backwards = by_name and descending
        blocks.sort(key=lambda block: (block[0].name.casefold(), block[0].code), reverse=backwards)
        blocks.sort(key=lambda block: key(block[0]).sort_key(descending=descending))
        blocks.sort(key=lambda block: block[0].is_remainder)
        return [item for block in blocks for item in (block[0], *arrange(block[1:]))]

    return arrange(rows)
