"""A page's table and the file that was made of it, read so that a test can hold one against the other."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import polars as pl
from django.http import HttpResponseBase


def body(response: Any) -> bytes:
    """All of a response, streamed or not."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def csv_rows(response: HttpResponseBase) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(response).decode("utf-8-sig"))))


def json_rows(response: HttpResponseBase) -> list[dict[str, Any]]:
    found = json.loads(body(response))
    assert found["complete"] is True
    return found["rows"]


def xlsx_rows(response: HttpResponseBase) -> list[dict[str, Any]]:
    """The first worksheet, all as text."""
    options = {"schema_sample_rows": 0, "dtypes": "string"}
    return pl.read_excel(body(response), engine="calamine", read_options=options).to_dicts()


def is_control(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether a tag is something to press beside a row's name, and so no part of what the cell says."""
    return "compare-link" in (dict(attrs).get("class") or "").split()


class _Tables(HTMLParser):
    """Cells of every table as text, small print after a space; a drawing has none."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.names: list[str] = []
        self.cell: list[str] | None = None
        self.skipping = 0
        self.control = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
            self.names.append(dict(attrs).get("data-table") or "")
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag in ("svg", "form"):
            self.skipping += 1
        elif is_control(attrs):
            self.control = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1].append(re.sub(r"\s+", " ", " ".join(self.cell)).strip())
            self.cell = None
        elif tag in ("svg", "form"):
            self.skipping -= 1
        elif tag == self.control:
            self.control = ""

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.skipping and not self.control:
            self.cell.append(data.strip())


def page_tables(response: Any) -> list[list[list[str]]]:
    """The rows of each table on a page, headers first."""
    return page_tables_of(response.content.decode())


def page_tables_of(html: str) -> list[list[list[str]]]:
    """The same, of the page's text."""
    parser = _Tables()
    parser.feed(html)
    return parser.tables


def named_tables(html: str) -> dict[str, list[list[str]]]:
    """The rows of the tables whose `data-table` says how to ask for a file, without headers and headings among them."""
    parser = _Tables()
    parser.feed(html)
    found: dict[str, list[list[str]]] = {}
    for name, rows in zip(parser.names, parser.tables, strict=True):
        if name:
            found.setdefault(name, []).extend(row for row in rows[1:] if len(row) > 1 and row[0] != "…")
    return found


def page_rows(response: Any, number: int = 0) -> list[list[str]]:
    """The rows of a page's table, without its header."""
    return page_tables(response)[number][1:]


def number_in(shown: str) -> str:
    """The first number in a cell, without signs of money and thousands: "+$9,470" → "9470", "−3.2" → "-3.2"."""
    match = re.search(r"([−+])?\$?(\d[\d,]*(?:\.\d+)?)", shown)
    assert match is not None, f"There is no number in “{shown}”."
    return ("-" if match[1] == "−" else "") + match[2].replace(",", "")


def agrees(shown: str, value: object, status: str) -> bool:
    """Whether a cell of the page says what the file says: the number, the floor, or words."""
    if value not in ("", None):
        if not re.search(r"\d", shown):
            return False
        if shown.startswith(("under ", "fewer than ")):
            return float(str(value)) < float(number_in(shown))
        if shown == "about 0":
            return float(str(value)) == 0
        said, known = number_in(shown), Decimal(str(value))
        half = Decimal(5).scaleb(-len(said.partition(".")[2]) - 1)  # the file may have a digit more
        return Decimal(said) == known or ("." in said and abs(Decimal(said) - known) <= half)
    if status.startswith("top-coded:"):
        return shown.endswith("or more") and number_in(shown) == status.split()[1]
    return not re.fullmatch(r"[−+$\d,.]+", shown)


def row_agrees(shown: list[str], row: dict[str, str]) -> list[str]:
    """The cells of a page's row that the file's row doesn't say: each has to be one of its figures or words."""
    figures = [(row[name], row[f"{name}_status"]) for name in row if f"{name}_status" in row]
    words = [value for value in row.values() if value]
    errors = {in_a_word(row[name]) for name in row if name.endswith("_rse_percent")}
    return [
        cell
        for cell in shown
        if cell
        and not any(word in cell for word in words)
        and not any(agrees(cell, *f) for f in figures)
        and not set(cell.split(" · ")) <= errors
    ]


def in_a_word(error: str) -> str:
    """A relative standard error as a page says it."""
    if not error:
        return "none"
    return next(
        word
        for limit, word in ((5, "high"), (10, "good"), (20, "fair"), (1e9, "low"))
        if float(error) < limit
    )
