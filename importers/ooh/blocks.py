"""A section's cleaned HTML as the blocks it consists of: paragraphs, headings, lists, tables.

Knows nothing of Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from occupations.markup import text_of

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"]*")*)>')
BLOCK_TAGS = {"p", "h3", "h4", "ul", "ol", "dl", "table", "blockquote"}
VOID_TAGS = {"br"}
# What the publisher's pages have in place of a heading that nobody is meant to see.
PLACEHOLDER = "empty heading"


@dataclass(frozen=True)
class Block:
    """One top-level element: its tag and all of its HTML."""

    tag: str
    html: str

    @property
    def text(self) -> str:
        return text_of(self.html)

    @property
    def inner(self) -> str:
        return self.html[self.html.index(">") + 1 : self.html.rindex("<")]


def blocks_of(cleaned: str) -> list[Block]:
    """The blocks of HTML from `clean_html`; text between them becomes paragraphs, empty blocks are left out."""
    found: list[Block] = []
    start = depth = 0
    for tag in TAG.finditer(cleaned):
        closing, name = tag[1], tag[2]
        if depth == 0:
            if name not in BLOCK_TAGS:
                continue
            found.append(Block("p", f"<p>{cleaned[start : tag.start()].strip()}</p>"))
            start, depth = tag.start(), 1
        elif closing:
            depth -= 1
            if depth == 0:
                found.append(Block(name, cleaned[start : tag.end()]))
                start = tag.end()
        elif name not in VOID_TAGS:
            depth += 1
    found.append(Block("p", f"<p>{cleaned[start:].strip()}</p>"))
    return [block for block in found if block.text and block.text != PLACEHOLDER]


def join(blocks: Iterable[Block]) -> str:
    """The blocks as HTML, a block on a line, so that a difference shows where it is."""
    return "\n".join(block.html for block in blocks)


def parts(blocks: Iterable[Block]) -> list[tuple[str, list[Block]]]:
    """The blocks by the heading they stand under, which is the first of them; "" before the first heading."""
    divided: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if block.tag == "h3":
            divided.append((block.text, []))
        divided[-1][1].append(block)
    return [part for part in divided if part[1]]


def without_charts(blocks: list[Block]) -> tuple[list[Block], int]:
    """The blocks without the bar charts of the publisher's pages, and how many there were.

    In HTML a chart is a heading, a caption, a `dl` of labels and figures, and a note that begins "Note:".
    What it shows are medians of OEWS and percents of EP.
    """
    charts = [index for index, block in enumerate(blocks) if block.tag == "dl"]
    gone: set[int] = set()
    for index in charts:
        gone.add(index)
        if index and blocks[index - 1].tag == "p":
            gone.add(index - 1)
            if index > 1 and blocks[index - 2].tag == "h3":
                gone.add(index - 2)
        if index + 1 < len(blocks) and blocks[index + 1].text.startswith("Note:"):
            gone.add(index + 1)
    return [block for index, block in enumerate(blocks) if index not in gone], len(charts)


def rows_of(table: Block) -> list[list[str]]:
    """The words of a table's cells."""
    return [
        [text_of(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", table.html, re.DOTALL)
    ]


def with_spans(table: Block) -> Block:
    """A table whose header and foot lost what their cells span, with the spans put back.

    The table of projections has "Change" over "Percent" and "Numeric", which would stand under other columns
    without spans, and its source in one cell at the foot.
    """
    width = max((len(row) for row in rows_of(table)), default=0)
    foot = re.sub(
        r"(<tfoot>\s*<tr>\s*)<td>((?:(?!</?td>).)*</td>\s*</tr>\s*</tfoot>)",
        rf'\1<td colspan="{width}">\2',
        table.html,
        flags=re.DOTALL,
    )
    table = Block("table", foot)
    head = re.search(r"<thead>\s*<tr>(.*?)</tr>\s*<tr>(.*?)</tr>\s*</thead>", table.html, re.DOTALL)
    if head is None or "span=" in head[0]:
        return table
    upper, lower = (re.findall(r"<th[^>]*>(.*?)</th>", row, re.DOTALL) for row in head.groups())
    over = [index for index, cell in enumerate(upper) if text_of(cell).startswith("Change")]
    if len(over) != 1 or not lower:
        return table
    cells = [
        f'<th colspan="{len(lower)}" scope="colgroup">{cell}</th>'
        if index in over
        else f'<th rowspan="2" scope="col">{cell}</th>'
        for index, cell in enumerate(upper)
    ]
    under = [f'<th scope="col">{cell}</th>' for cell in lower]
    rows = f"<thead><tr>{''.join(cells)}</tr><tr>{''.join(under)}</tr></thead>"
    return Block("table", table.html.replace(head[0], rows))
