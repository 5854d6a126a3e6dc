"""Terms: every one that a page uses is explained, and every one that is explained can be reached."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client

from web.http.as_of import AsOf
from web.words.glossary import TERMS, by_letter

ROOT = Path(__file__).resolve().parents[3]
USE = re.compile(r"""\{% term ["']([^"']+)["']""")


def used() -> dict[str, set[str]]:
    """The slugs that templates use, each with the templates that do."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "templates").rglob("*.html"):
        for slug in USE.findall(path.read_text()):
            found.setdefault(slug, set()).add(path.name)
    return found


def test_every_term_that_a_page_uses_is_explained() -> None:
    unknown = {slug: names for slug, names in used().items() if slug not in TERMS}
    assert unknown == {}


def test_templates_that_use_a_term_load_the_tag() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        if USE.search(text):
            assert re.search(r"\{% load [^%]*\bglossary\b", text), path


def test_every_term_is_led_to() -> None:
    related = {slug for term in TERMS.values() for slug in term.see}
    assert related <= set(TERMS)
    assert set(TERMS) - related - set(used()) == set()


def test_terms_are_sentences_of_their_own() -> None:
    for slug, term in TERMS.items():
        assert re.fullmatch(r"[a-z0-9-]+", slug)
        assert term.meaning.endswith("."), slug
        assert len(term.meaning) < 260, slug
        assert slug not in term.see
    assert len({term.name for term in TERMS.values()}) == len(TERMS)


def test_terms_are_in_alphabetical_order() -> None:
    names = [term.name.casefold() for _, terms in by_letter() for term in terms]
    assert names == sorted(names)
    assert len(names) == len(TERMS)
    assert [letter for letter, _ in by_letter()] == sorted({name[0].upper() for name in names})


@pytest.mark.django_db
def test_the_page_has_every_term_under_its_anchor(client: Client) -> None:
    html = client.get("/glossary/").text
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(TERMS) <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "Above 1, the occupation is more common there than nationwide." in html


@pytest.mark.django_db
def test_a_term_says_where_to_read_more(client: Client) -> None:
    html = client.get("/glossary/?release=2022-06-01").text
    about = client.get("/about/").text
    sections = set(re.findall(r'<section id="([^"]+)"', about))
    led_to = set(re.findall(r'href="/about/\?release=2022-06-01#([^"]+)"', html))
    assert led_to
    assert led_to <= sections
    assert 'href="/sources/?release=2022-06-01#oews"' in html


def render(text: str, **context: object) -> str:
    return Template("{% load glossary %}" + text).render(Context(context))


def test_a_term_leads_to_its_meaning_and_stays_with_the_release() -> None:
    assert render('{% term "median" %}') == '<a class="term" href="/glossary/#median">median</a>'
    as_of = AsOf(parameter="May-2021")
    assert render('{% term "p10" shown %}', shown="the <lowest>", as_of=as_of) == (
        '<a class="term" href="/glossary/?release=May-2021#p10">the &lt;lowest&gt;</a>'
    )


def test_a_term_that_is_not_there_is_a_slip() -> None:
    with pytest.raises(KeyError):
        render('{% term "no-such-term" %}')
