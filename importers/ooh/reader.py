"""Reads the Handbook's XML compilation: one file with every profile. Knows nothing of Django."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from importers.files import is_web_page
from importers.report import Problems, refuse

# The compilation is about 6 MB; whatever unpacks to more than this is not one.
LARGEST = 100_000_000
# The compilation of 2024–34 has 133 thousand.
MOST_ELEMENTS = 500_000

SECTIONS = ("what_they_do", "work_environment", "how_to_become_one", "pay", "job_outlook", "more_information")
REQUIRED = ("title", "soc_coverage", "quick_facts", *SECTIONS, "similar_occupations")
# Digests of the sections, and a page about other sites that is the same in every profile.
NOT_KEPT = (
    "description", "summary_what_they_do", "summary_work_environment", "summary_how_to_become_one",
    "summary_pay", "summary_outlook", "state_and_area",
)  # fmt: skip


@dataclass
class Element:
    """An XML element: its own text, its children, and the line on which it begins."""

    tag: str
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def child(self, tag: str) -> Element | None:
        return next((child for child in self.children if child.tag == tag), None)

    def words(self, tag: str) -> str:
        """The text of the child, with single spaces; empty if there is none."""
        found = self.child(tag)
        return " ".join(found.text.split()) if found else ""


@dataclass(frozen=True)
class Text:
    text: str
    line: int


@dataclass(frozen=True)
class Fact:
    """A quick fact: `words` has the value and whatever else is said of it, by element."""

    words: dict[str, str]
    line: int

    @property
    def value(self) -> str:
        return self.words.get("value", "")


@dataclass(frozen=True)
class Entry:
    """One profile as the file has it. `sections` is HTML by element; `codes` are those of `soc_coverage`."""

    line: int
    title: str
    handbook_code: str
    codes: list[Text]
    facts: dict[str, Fact]
    sections: dict[str, Text]
    similar: list[Text]


@dataclass(frozen=True)
class Handbook:
    """An edition. `unread` counts the elements of profiles that nothing here reads."""

    file: str
    base_year: int
    target_year: int
    last_updated: dt.date
    entries: list[Entry]
    unread: Counter[str]


def read(paths: Sequence[Path]) -> Handbook:
    """Read the one file of an edition, plain or gzipped. Raises InputRefusedError with what is wrong with it."""
    if len(paths) != 1:
        raise refuse("give one file, the XML compilation of one edition")
    (path,) = paths
    root = _parse(path.name, _bytes_of(path))
    if root.tag != "ooh":
        raise refuse(f"the XML is of <{root.tag}>, not of <ooh>", file=path.name, line=root.line)
    problems = Problems()
    base_year, target_year, last_updated = _edition(root, path.name, problems)
    unread: Counter[str] = Counter()
    entries = [
        entry
        for element in root.children
        if element.tag == "occupation"
        if (entry := _entry(element, path.name, unread, problems)) is not None
    ]
    if not entries:
        problems.add("there is no profile in it", file=path.name)
    problems.refuse()
    return Handbook(path.name, base_year, target_year, last_updated, entries, unread)


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        zipped = file.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path) if zipped else path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise refuse("the file is damaged or cut off; download it again", file=path.name) from error
    if len(content) > LARGEST:
        raise refuse(f"the file is larger than {LARGEST:,} bytes: it is not the compilation", file=path.name)
    start = content[:500]
    if not start.strip():
        raise refuse("the file is empty", file=path.name)
    if is_web_page(start):
        raise refuse("this is a web page; download the XML compilation itself", file=path.name)
    return content


def _parse(file: str, content: bytes) -> Element:
    parser = expat.ParserCreate()
    top = Element("", 0)
    open_elements = [top]

    count = 0

    def start(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise refuse(
                f"the XML has more than {MOST_ELEMENTS:,} elements: it is not the compilation", file=file
            )
        element = Element(tag, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_tag: str) -> None:
        open_elements.pop()

    def text(data: str) -> None:
        open_elements[-1].text += data

    def doctype(*_: object) -> None:
        # The compilation has none, and entities are how XML does harm.
        raise refuse("the XML declares a document type, which the compilation doesn't", file=file)

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise refuse(
            f"this is not whole XML: {expat.errors.messages[error.code]}", file=file, line=error.lineno
        ) from error
    except (LookupError, ValueError) as error:
        raise refuse(
            f"the XML declares an encoding that isn't read here ({error}); save it in UTF-8",
            file=file,
            line=1,
        ) from error
    return top.children[0]


def _edition(root: Element, file: str, problems: Problems) -> tuple[int, int, dt.date]:
    years = [root.words(tag) for tag in ("current_year", "projection_year")]
    updated = root.words("last_updated")
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", updated)
    day = dt.date.min
    try:
        day = dt.date(*(int(found[part]) for part in (3, 1, 2))) if found else day
    except ValueError:
        found = None
    if not found:
        problems.add(f"last_updated is {updated!r}, not a day such as 2/26/2026", file=file, line=root.line)
    if not all(re.fullmatch(r"(19|20)\d\d", year) for year in years) or years[0] >= years[1]:
        problems.add(
            f"current_year and projection_year are {years[0]!r} and {years[1]!r}", file=file, line=root.line
        )
        return 0, 0, day
    return int(years[0]), int(years[1]), day


def _entry(element: Element, file: str, unread: Counter[str], problems: Problems) -> Entry | None:
    title = element.words("title")
    missing = [tag for tag in REQUIRED if element.child(tag) is None]
    if missing or not title:
        problems.add(
            f"{title or 'a profile without a title'} lacks: {', '.join(missing or ['title'])}",
            file=file,
            line=element.line,
        )
        return None
    unread.update(
        child.tag for child in element.children if child.tag not in (*REQUIRED, *NOT_KEPT, "occupation_code")
    )
    return Entry(
        line=element.line,
        title=title,
        handbook_code=element.words("occupation_code"),
        codes=[Text(" ".join(code.text.split()), code.line) for code in _of(element, "soc_coverage")],
        facts={fact.tag: _fact(fact) for fact in _of(element, "quick_facts")},
        sections={tag: _section(element, tag) for tag in SECTIONS},
        similar=[Text(other.words("title"), other.line) for other in _of(element, "similar_occupations")],
    )


def _of(element: Element, tag: str) -> list[Element]:
    found = element.child(tag)
    return found.children if found else []


def _fact(element: Element) -> Fact:
    said = {child.tag: " ".join(child.text.split()) for child in element.children}
    return Fact({tag: words for tag, words in said.items() if words}, element.line)


def _section(element: Element, tag: str) -> Text:
    section = element.child(tag)
    body = section.child("section_body") if section else None
    return Text(body.text, body.line) if body else Text("", element.line)
