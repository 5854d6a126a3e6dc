"""Tables as files: CSV, Excel and JSON with exactly the rows, the order and the columns of the page.

Each column of a page's table gives one or more `Field`s to the file, and a figure brings a second column that
says what it is: published, computed, or why there is none. The source and the release stand in every row, because
a row that is pasted elsewhere loses everything around it. A page names its tables; with several of them
`table=` says which one is wanted.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from occupations.models import MissingReason, Release
from wages.estimates import NOTHING, Figure, Number
from web.http.as_of import read_as_of
from web.words.notes import DOTTED, ROUGH
from web.words.numbers import rounded
from web.words.sentences import named

PARAMETER, WHICH, NOTICE = "_export", "table", "notice"
NAMED_AT_MOST = 3  # releases in the name of a file
FORMATS = ("csv", "xlsx", "json")
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
# What a spreadsheet takes for the start of a formula, wherever the text came from.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
NOT_LEGAL = "These figures are not for legal purposes."

Cell = Number | str | None


@dataclass(frozen=True)
class Field:
    """One column of a file.

    `header` is in snake_case and names the unit: "annual_median_usd". `read` takes a row of the page's table
    and gives a text, a number, None or a `Figure`; a field with `is_figure` brings the column "<header>_status"
    along. `places` rounds as the page does, and `computed` says whether the figure was made here.
    """

    header: str
    read: Callable[[Any], Figure | Cell]
    is_figure: bool = False
    places: int | None = None
    computed: Callable[[Any], bool] | bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        return (self.header, f"{self.header}_status") if self.is_figure else (self.header,)

    def cells(self, row: Any) -> tuple[Cell, ...]:
        """What the row has in this field's columns."""
        read = self.read(row)
        if not self.is_figure:
            return (self._rounded(read.value if isinstance(read, Figure) else read),)
        if isinstance(read, str):  # in words where others have a number, such as the words of a projection
            return read, "published" if read else status(NOTHING)
        read = read if isinstance(read, Figure) else Figure(read)
        value = self._rounded(read.value)
        made_here = self.computed(row) if callable(self.computed) else self.computed
        return value, status(read, computed=made_here)

    def _rounded(self, value: Cell) -> Cell:
        if value is None or isinstance(value, str) or self.places is None:
            return value
        # What is too small for the page's digits is "under 0.1" there, and must not become 0 in a file.
        usual = rounded(value, self.places)
        return rounded(value, self.places + 2) if value and not usual else usual


def text(header: str, read: Callable[[Any], Cell]) -> Field:
    """A field of names, codes or words."""
    return Field(header, read)


def published(
    header: str, read: Callable[[Any], Figure | Cell], unless: Callable[[Any], bool] | bool = False
) -> Field:
    """A field of figures as their source publishes them, with their status; in rows `unless` computed here."""
    return Field(header, read, is_figure=True, computed=unless)


def computed(header: str, read: Callable[[Any], Figure | Cell], places: int) -> Field:
    """A field of figures that are made here, rounded as the page shows them, with their status."""
    return Field(header, read, is_figure=True, places=places, computed=True)


DECIMALS = {"annual": 0, "hourly": 2}  # of dollars, as the pages write them
PERCENTILES = ("p10", "p25", "median", "p75", "p90")


def percentiles(basis: str, names: Sequence[str], read: Callable[[Any], Sequence[Figure]]) -> list[Field]:
    """Fields of some of the five percentiles, in dollars on a basis; `read` gives all five of a row, in order."""

    def at(place: int) -> Field:
        return published(f"{basis}_{PERCENTILES[place]}_usd", lambda row: read(row)[place])

    return [at(PERCENTILES.index(name)) for name in names]


STATUS = {
    MissingReason.OTHER_BASIS: "other basis only",
    MissingReason.NOT_RELEASED: "not released",
    MissingReason.BELOW_THRESHOLD: "under 0.5%",
    MissingReason.NOT_PRODUCED: "not produced",
    MissingReason.NOT_STATED: "not stated by this source",
}


def status(figure: Figure, *, computed: bool = False) -> str:
    """What a figure is: "published", "computed", "top-coded: 239200 or more", or why there is none; a rough one is
    "published, very rough"."""
    if figure.value is not None:
        said = "computed" if computed else "published"
        return f"{said}, {ROUGH}" if figure.is_rough else said
    if figure.is_top_coded:
        return "top-coded" if figure.floor is None else f"top-coded: {figure.floor} or more"
    if figure.reason is None:
        return "not computed" if computed else "no such cell"
    return STATUS[figure.reason]


@dataclass(frozen=True)
class Sheet:
    """A table on its way into a file.

    `name` becomes the file's name, `title` says in words what the rows are. `releases` are what the figures come
    from, by a short key ("pay", "outlook"); each gives every row the columns "<key>_source" and "<key>_release",
    and may depend on the row. `notices` say what of the address was ignored: every row bears them in the column
    "notice", as the page does on top.
    """

    name: str
    title: str
    fields: Sequence[Field]
    rows: Iterable[Any]
    releases: Mapping[str, Release | Callable[[Any], Release | None] | None] = field(default_factory=dict)
    notices: Sequence[str] = ()

    @property
    def headers(self) -> list[str]:
        """The columns, in order."""
        own = [header for each in self.fields for header in each.headers]
        parts = [f"{key}_{part}" for key in self.releases for part in ("source", "release")]
        return [*own, *parts, *([NOTICE] if self.notices else [])]

    def lines(self) -> Iterator[list[Cell]]:
        """The cells of each row, in the order of `headers`."""
        for row in self.rows:
            cells = [cell for each in self.fields for cell in each.cells(row)]
            for stated in self.releases.values():
                release = stated(row) if callable(stated) else stated
                cells += [release.source.short_name, named(release)] if release else ["", ""]
            if self.notices:
                cells.append(" ".join(self.notices))
            yield cells

    @property
    def sources(self) -> list[Release]:
        """The releases that the figures come from, each once; rows that are only read once are not asked."""
        at_hand = self.rows if isinstance(self.rows, Sequence) else ()
        releases: list[Release | None] = []
        for release in self.releases.values():
            releases += [release(row) for row in at_hand] if callable(release) else [release]
        return [release for release in dict.fromkeys(releases) if release is not None]


def export(request: HttpRequest, sheet: Sheet, kind: str, notices: Sequence[str] = ()) -> HttpResponse:
    """The sheet as a download. `notices` are what the page would say of the address; that of a release that isn't here
    is added.

    The file is whole before any of it is sent: its rows are read in the page's own snapshot of the data, a reader who
    takes his time holds nothing, and its length says whether all of it has come. There are some hundreds of rows.
    """
    problem = read_as_of(request).problem
    title = sheet.title.partition(f" {DOTTED}")[0]
    sheet = replace(sheet, title=title, notices=(*sheet.notices, *([problem] if problem else []), *notices))
    address = _address(request)
    match kind:
        case "csv":
            made: str | bytes = _csv(sheet)
        case "json":
            made = _json(sheet, address)
        case _:
            made = _workbook(sheet, address)
    response = HttpResponse(made, content_type=CONTENT_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(request, sheet)}.{kind}"'
    return response


def chosen(
    request: HttpRequest,
    asked: Mapping[str, str],
    sheets: Mapping[str, Sheet],
    notices: Sequence[str] = (),
) -> tuple[HttpResponse | None, list[str]]:
    """The file that the address asks for, on a page with several tables; else None, and what to say of it."""
    kind, which = asked.get(PARAMETER), asked.get(WHICH, "")
    if kind is None:
        return None, []
    if which in sheets:
        return export(request, sheets[which], kind, notices), []
    names = ", ".join(f"“{name}”" for name in sheets) or "none"
    return None, [f"Add “{WHICH}” to the address to say which table to download. This page has: {names}."]


def _name(request: HttpRequest, sheet: Sheet) -> str:
    """What and when: "11-3051-by-industry_OEWS-May-2025", and the day that the page was read as of."""
    sources = sheet.sources
    named = sources if len(sources) <= NAMED_AT_MOST else sources[:1]
    parts = [sheet.name, *(f"{r.source.short_name}-{r.label}" for r in named)]
    day = read_as_of(request).day
    if day is not None:
        parts.append(f"as-of-{day.isoformat()}")
    return "_".join(slugify(part.replace("–", "-").replace("*", "-")) for part in parts)


def _address(request: HttpRequest) -> str:
    """The page's own address, without the parameters that made a file of it."""
    query = request.GET.copy()
    for name in (PARAMETER, WHICH):
        query.pop(name, None)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}" if query else request.path)


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; a negative number stays one."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _csv(sheet: Sheet) -> str:
    """A line for each row. Starts with a byte order mark, without which Excel misreads every dash."""
    file = io.StringIO()
    lines = list(sheet.lines())
    if sheet.notices and not lines:
        lines.append([*[""] * (len(sheet.headers) - 1), " ".join(sheet.notices)])
    writer = csv.writer(file)
    writer.writerow(sheet.headers)
    writer.writerows([safe(cell) for cell in cells] for cells in lines)
    return f"\ufeff{file.getvalue()}"


def _plain(cell: Cell) -> str | int | float | None:
    return float(cell) if isinstance(cell, Decimal) else cell


def _json(sheet: Sheet, address: str) -> str:
    """One object: what it is, its rows as objects, and at the end that it is complete."""
    headers = sheet.headers
    head = {
        "title": sheet.title,
        "address": address,
        "sources": [r.source.attribution for r in sheet.sources],
        "note": NOT_LEGAL,
        "columns": headers,
    } | ({"notices": list(sheet.notices)} if sheet.notices else {})
    rows = (dict(zip(headers, map(_plain, cells), strict=True)) for cells in sheet.lines())
    start = json.dumps(head, ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{start}, "rows": [\n{lines}\n], "complete": true}}'


def _workbook(sheet: Sheet, address: str) -> bytes:
    """A workbook with the rows and a page about them."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # slow to import, and few ask for it

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    head, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True})
    page = book.add_worksheet("Figures")
    lines, headers = list(sheet.lines()), sheet.headers
    page.freeze_panes(1, 1)
    page.set_column(0, 0, 44)
    page.set_column(1, max(len(headers) - 1, 1), 18)
    for column, header in enumerate(headers):
        page.write_string(0, column, header, head)
    for number, cells in enumerate(lines, start=1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(number, column, cell)
            elif cell is not None:
                page.write_number(number, column, float(cell))
    page.autofilter(0, 0, max(len(lines), 1), len(headers) - 1)
    about = book.add_worksheet("About")
    about.set_column(0, 0, 100)
    said = [sheet.title, address, *sheet.notices, *(r.source.attribution for r in sheet.sources), NOT_LEGAL]
    for row, line in enumerate(said):
        about.write_string(row, 0, line, wrapped)
    book.close()
    return file.getvalue()
