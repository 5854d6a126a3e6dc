"""The rules of docs/voice.md that a program can hold: over every string and template, and over pages as they are read.

Search phrases, everyday titles and the rules for texts are left out: those are other people's words, not ours.
"""

import ast
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, Occupation, Release
from tests.web.conftest import (  # noqa: F401 - fixtures of the small world of pages
    all_industries,
    estimate,
    industry,
    make_release,
    managers,
    may_2025,
    nation,
    soc,
    total,
)
from wages.models import WageEstimate

ROOT = Path(__file__).resolve().parent.parent
CODE = ("web", "occupations", "wages", "importers", "config")
# What others say, and lists of what must not be said: searched for, never shown as ours.
NOT_OURS = (
    "/migrations/", "occupations/lint/", "occupations/lay_", "web/search/question/", "importers/naics/",
    "importers/oews/", "importers/ooh/",
)  # fmt: skip

# Phrases that no native speaker would say, and what stands for them in docs/voice.md.
BANNED = (
    r"\b(?:is|are) called so\b", r"\bspelled (?:most )?like it\b", r"\bknown to have\b", r"\bof its jobs or more\b",
    r"\bWhat it attests\b", r"\btables? of this page away\b", r"\bTake this table away\b", r"\bpay sit\b",
    r"\bPlace it\b", r"\baddress of the page keeps\b", r"\bDifferences from nothing\b",
    r"\bHandouts? of (?:these|this)\b",
    r"\bDescribed on (?:its|their) own\b", r"\bas the (?:field|crosswalk)\b.*\bhas it\b",
    r"\bdoes not know the parameter\b", r"\bis the state’s\b", r"\bnone is here\b", r"\bmade to be read as a series\b",
    r"\bNo source (?:read )?here\b", r"\bNothing (?:here )?is called\b", r"\bso it was ignored\b", r"\bwas ignored\b",
    r"\bis not a value of\b", r"\bRead the newest figures\b", r"\b(?:are|is) here (?:that|yet|for)\b",
    r"\bare loaded here\b", r"\bthat are here\b", r"\b(?:is|are) read here\b", r"\bthat is here\b",
    r"\bmedians? aside\b", r"\boccupations aside\b", r"\bon a payroll\b", r"\bThe next wider figure\b",
    r"\bno part of the\b", r"\btakes? in\b", r"\bleft out for want\b", r"\bnothing is behind\b",
    r"\bnext to nothing\b", r"\bwithout a word\b", r"\bnot to be compared\b", r"\bno percent is formed\b",
    r"\bno difference is formed\b", r"\ball the same</a>", r"\bforget it\b", r"\bForget</button>",
    r"\bEducation named as required\b",
)  # fmt: skip
BRITISH = (
    r"\b(?:licence|labour|colour|favour|behaviour|neighbour|honour|centre|theatre|programmes?\b|cheque|grey|judgement|"
    r"fulfil|enrol|organis(?:e|ing|ation)|recognis|specialis(?:e|ed|ing|ation)|analys(?:e|ed|ing)\b|travell|labell|modell|cancell(?:ed|ing)|counsell|"
    r"whilst|amongst|towards|afterwards|learnt|spelt|per cent|full stop)"
)
SPACED_PERCENT = r"\d %"
STRAIGHT = r"[A-Za-z]'[A-Za-z]|(?<![=\w])\"[A-Za-z]"

# What a template shows: its text, and the attributes that are read out or shown.
SHOWN = re.compile(r'(?:aria-label|placeholder|title|alt|content|data-announce|hint|label|too_few)="([^"]*)"')
HEADING = re.compile(r"<(h[1-6]|th|dt|summary|button|label|legend)\b[^>]*>(.*?)</\1>", re.DOTALL)


def docstrings(tree: ast.AST) -> set[int]:
    """The docstrings in a module, by the identity of their nodes."""
    found = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and ast.get_docstring(node) is not None
        ):
            found.add(id(node.body[0].value))  # type: ignore[attr-defined]  # a docstring is an expression
    return found


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """The line and the text of every string that isn't a docstring; "{}" stands for what is filled in."""
    tree = ast.parse(path.read_text())
    skipped = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def template_texts(path: Path) -> Iterator[tuple[int, str]]:
    """The first line and the words of each piece between tags, and of what attributes show."""
    text = re.sub(
        r"{#.*?#}|{% comment %}.*?{% endcomment %}|<script.*?</script>", "", path.read_text(), flags=re.DOTALL
    )
    text = re.sub(r"{%.*?%}", " ", text, flags=re.DOTALL)
    for shown in (*SHOWN.findall(text), *re.split(r"<[^>]*>", text)):
        if words := " ".join(re.sub(r"{{.*?}}", "{}", shown).split()):
            yield 0, html.unescape(words)


def ours() -> Iterator[tuple[str, str]]:
    """Where and what, for every text that the site may show."""
    for root in CODE:
        for path in sorted((ROOT / root).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not any(part in f"/{name}" for part in NOT_OURS):
                yield from ((f"{name}:{line}", text) for line, text in strings_of(path))
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield from ((str(path.relative_to(ROOT)), text) for _, text in template_texts(path))
    for path in sorted((ROOT / "static" / "js").glob("*.js")):
        yield from (
            (f"static/js/{path.name}", text) for text in re.findall(r'"([^"\n]* [^"\n]*)"', path.read_text())
        )


def broken(texts: Iterator[tuple[str, str]] | list[tuple[str, str]], *patterns: str) -> list[str]:
    """Which texts have one of the patterns, with the place of each."""
    wanted = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    return [f"{where}: {text}" for where, text in texts if any(each.search(text) for each in wanted)]


def test_no_phrase_sounds_translated() -> None:
    assert broken(ours(), *BANNED) == []


def test_spelling_is_american() -> None:
    assert broken(ours(), BRITISH, SPACED_PERCENT) == []


def test_pages_have_curly_quotes() -> None:
    """Terminal and admin messages name files and codes, which are typed with straight ones."""
    on_pages = [(where, text) for where, text in ours() if where.startswith(("web/", "templates/"))]
    on_pages = [
        each
        for each in on_pages
        if not each[0].startswith(("web/management/", "web/templatetags/", "web/http/"))
    ]
    on_pages = [
        (where, text)
        for where, text in on_pages
        if "<" not in text and " " in text and "\\" not in text and '": ' not in text
    ]
    assert broken(on_pages, STRAIGHT) == []


def test_headings_buttons_and_labels_end_without_a_period() -> None:
    wrong = []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        for _, inside in HEADING.findall(path.read_text()):
            words = " ".join(re.sub(r"<[^>]*>|{%.*?%}", " ", inside).split())
            if words.endswith((".", ":", ";")) and not words.endswith("…"):
                wrong.append(f"{path.relative_to(ROOT)}: {words}")
    assert wrong == []


def test_the_rules_find_what_they_are_for() -> None:
    """Each phrase that started the list, and one of each kind."""
    for said in (
        "Nothing is called so here, and nothing is spelled like it", "What it attests", "Where does my pay sit?",
        "Among states known to have 100 of its jobs or more", "Take the tables of this page away", "Handouts of these",
        "The address of the page keeps the choice", "Differences from nothing", "Described on their own",
        "as the crosswalk from CIP to SOC has it", "Each is as the field has it",
        "A license is the state’s; none is here",
        "This page does not know the parameter",
    ):  # fmt: skip
        assert broken([("", said)], *BANNED), said
    assert broken([("", "a driving licence")], BRITISH)
    assert broken([("", "10 % under")], SPACED_PERCENT)
    assert broken([("", "the state's")], STRAIGHT)


@pytest.fixture(scope="module")
def world(
    managers: Occupation,  # noqa: F811 - a fixture
    total: Occupation,  # noqa: F811
    may_2025: Release,  # noqa: F811
    industry: Callable[..., Industry],  # noqa: F811
    estimate: Callable[..., WageEstimate],  # noqa: F811
) -> Occupation:
    sector = industry("31-33", "Manufacturing")
    for occupation in (total, managers):
        estimate(may_2025, occupation, annual_median=121_000, employment=2_000)
        estimate(may_2025, occupation, sector, annual_median=122_000, employment=1_000)
    return managers


PAGES = (
    "/", "/occupations/", "/occupations/?q=zzzz&education=bachelors", "/occupations/?foo=1&sort=x&q=!!!",
    "/occupations/11-3051-industrial-production-managers/",
    *(f"/occupations/11-3051-industrial-production-managers/{part}/"
      for part in ("industries", "places", "history", "changes", "pay", "industries/31-33-manufacturing")),
    "/industries/", "/industries/?q=zzzz", "/industries/31-33-manufacturing/", "/places/",
    "/places/0000000-united-states/",
    "/compare/", "/compare/?occupation=11-3051&occupation=11-0000", "/compare/?occupation=11-3051&by=industry",
    "/handouts/", "/handouts/?occupation=11-3051", "/certifications/", "/sources/", "/glossary/", "/about/", "/search/",
    "/search/?q=zzzzzz", "/search/?q=managers+pay", "/no-such-page/",
)  # fmt: skip


def read_aloud(page: str) -> list[str]:
    """The pieces of text of a page, and what its attributes say."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    pieces = (*SHOWN.findall(body), *re.split(r"<[^>]*>", body))
    return [html.unescape(" ".join(piece.split())) for piece in pieces if piece.strip()]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_pages_as_they_are_read(client: Client, world: Occupation, path: str) -> None:
    cache.clear()
    response = client.get(path, follow=True)
    assert response.status_code in (200, 404)
    said = [(path, text) for text in read_aloud(response.text)]
    assert broken(said, *BANNED, BRITISH, SPACED_PERCENT) == []
