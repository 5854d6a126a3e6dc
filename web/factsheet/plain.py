"""A publisher's section, which is cleaned HTML, as lines of plain text."""

from __future__ import annotations

from html.parser import HTMLParser

HEADINGS, CELLS = {"h3", "h4", "caption"}, {"td", "th"}
LINES = {"p", "li", "tr", "dt", "dd", *HEADINGS}


def lines_of(markup: str) -> list[str]:
    """Its paragraphs, headings ("Duties:"), points of lists ("- Assess patients") and rows of tables ("a; b; c")."""
    parser = _Lines()
    parser.feed(markup)
    parser.close()
    parser.end()
    return parser.lines


class _Lines(HTMLParser):
    """Collects the lines as they end; cleaned HTML has no tag that isn't known here or in a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._tag = ""
        self._in_row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINES and (self._in_row or self._begins_a_point(tag)):
            return
        if tag in LINES:
            self.end()
            self._tag, self._in_row = tag, tag == "tr"
        elif tag in CELLS and self._words:
            self._words.append("; ")
        elif tag == "br":
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES and (tag == "tr" or not self._in_row):
            self.end()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def _begins_a_point(self, tag: str) -> bool:
        """Whether it is the paragraph that a point of a list begins with."""
        return tag == "p" and self._tag == "li" and not "".join(self._words).strip()

    def end(self) -> None:
        """End the line that is under way, if there is anything in it."""
        text = " ".join("".join(self._words).split()).replace(" ;", ";").strip("; ")
        if text:
            self.lines.append(self._written(text))
        self._words, self._tag, self._in_row = [], "", False

    def _written(self, text: str) -> str:
        if self._tag in HEADINGS:
            return f"{text.rstrip(':')}:"
        return f"- {text}" if self._tag == "li" else text
