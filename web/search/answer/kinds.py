"""The kinds of answers: what each reads, and of which figures, lines or choices it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from occupations.models import Occupation
from wages.models import Area
from web.http.as_of import AsOf, keep_release
from web.occupations.answer.addresses import in_industry_address, in_place_address
from web.occupations.answer.card import Answer as SharedCard
from web.occupations.by_industry.rows import lower_first
from web.search.answer import queries, words
from web.search.answer.chips import Rival, place_rivals
from web.search.answer.figures import Cells, FigureCard, Where, line, shared_card, wider_than
from web.search.answer.lists import finder_list
from web.search.answer.parts import Answer, Question
from web.search.answer.resolve import Meant
from web.search.answer.texts import text_part
from web.search.question.places import Place
from web.search.question.understood import PlacePart
from web.search.question.vocabulary import PROPERTIES
from web.words.numbers import PER, money

MOST_IN_GROUP = 5
MOST_COMPARED = 3
MOST_CHOICES = 10
# What a property asks of one occupation.
ASKED_BY_PROPERTY = {
    "education": "education",
    "training": "become",
    "experience": "become",
    "growth": "growth",
    "interest": "skills",
}


def of_occupations(question: Question, first: Meant) -> Answer:
    if question.asked.is_versus and (len(question.meant) > 1 or len(question.asked.places) > 1):
        return _versus(question)
    if first.first is None:
        return _family(question, first)
    return _figure(question, first)


def _cells(question: Question, occupations: Sequence[Any], places: Sequence[Place | None]) -> Cells:
    """The cells of occupations in places and all that is wider; of the industry where one is asked for. Two queries
    at most."""
    ids = [occupation.pk for occupation in occupations]
    areas = {question.nation.pk}
    for place in places:
        wider = wider_than(place, question.names.state_of, question.nation)
        areas |= {each.pk for each in ([*wider] if place is None else [place, *wider])}
    by_area = queries.cells_of(question.pay, ids, areas)
    industry = question.industry
    of_industry = queries.industry_cells(question.pay, ids, industry.pk) if industry is not None else {}
    return Cells(question.pay, question.nation.pk, by_area, of_industry)


def _whose(question: Question, place: Place | None) -> tuple[Where, list[Where]]:
    """Whose pay is shown: the industry's where one is asked for, else the place's; and what is wider."""
    if question.industry is not None:
        return Where(lower_first(question.industry.short_title), industry=question.industry), [
            question.where(None)
        ]
    return question.where(place), question.around(place)


def _card(question: Question, occupation: Any, place: Place | None, cells: Cells) -> SharedCard:
    where, around = _whose(question, place)
    made = shared_card(
        occupation, where, around, cells, "hourly" if question.asked.measure == "hourly" else None
    )
    return _leading(made, question.asked.measure)


def _line(question: Question, occupation: Any, place: Place | None, cells: Cells) -> FigureCard:
    where, _ = _whose(question, place)
    href = occupation.get_absolute_url()
    if where.industry is not None:
        href = in_industry_address(occupation, where.industry)
    elif where.area is not None:
        href = in_place_address(occupation, where.area)
    made = line(occupation, where, cells, question.basis, keep_release(href, question.as_of))
    return _ending(made, question.asked.measure)


ENDS = {"starting": 0, "top": 4}


def _leading(made: SharedCard, measure: str) -> SharedCard:
    """The card with the end of the range in front, where that was asked for."""
    at = ENDS.get(measure)
    shown = made.percentiles[at] if at is not None else None
    if shown is None or shown.value is None:
        return made
    return replace(
        made,
        lead=words.end_lead(made.title, money(shown.value, made.basis), PER[made.basis], measure),
        facts=[words.median_fact(made.median, made.basis), *made.facts],
    )


def _ending(made: FigureCard, measure: str) -> FigureCard:
    """The same of a line."""
    at = ENDS.get(measure)
    shown = made.percentiles[at] if at is not None else None
    if shown is None or shown.value is None:
        return made
    return replace(made, amount=f"{money(shown.value, made.basis)} {PER[made.basis]}")


def _figure(question: Question, found: Meant) -> Answer:
    """One occupation, or the member of a family that people mostly mean, with the others in a line each."""
    others = found.members[1:] if found.family is not None else []
    cells = _cells(question, [found.first, *others], [question.place])
    main = _card(question, found.first, question.place, cells)
    lines = [_line(question, other, question.place, cells) for other in others]
    measure = question.asked.measure
    if question.asked.properties and not measure:
        measure = ASKED_BY_PROPERTY.get(PROPERTIES[question.asked.properties[0]][0], "")
    in_place = question.place is not None and not question.place.is_nation
    text = text_part(measure, found.first, question.releases.outlook, question.as_of, in_place=in_place)
    return Answer(
        "figure", cards=[main], lines=lines, text=text,
        lines_title=words.dominant_others(found.family.name) if found.family is not None and lines else "",
    )  # fmt: skip


def _family(question: Question, found: Meant) -> Answer:
    cells = _cells(question, found.members, [question.place])
    lines = [_line(question, member, question.place, cells) for member in found.members]
    name = found.family.name if found.family is not None else ""
    place = question.place
    where, _ = _whose(question, place)
    return Answer("family", title=words.in_where(name.capitalize(), where.name), lines=lines,
                  lede=words.family_lede(found.subject.texts[-1], where.name))  # fmt: skip


def _versus(question: Question) -> Answer:
    places = [part.reading.place for part in question.asked.places] or [None]
    occupations = [m.first if m.first is not None else m.members[0] for m in question.meant][:MOST_COMPARED]
    if len(occupations) > 1:
        places = places[:1]
    cells = _cells(question, occupations, places)
    cards = [_card(question, o, place, cells) for o in occupations for place in places[:MOST_COMPARED]]
    links = []
    if len(occupations) > 1:
        codes = urlencode([("occupation", occupation.code) for occupation in occupations])
        links = [
            Rival("Compare them side by side", keep_release(f"{reverse('compare')}?{codes}", question.as_of))
        ]
    return Answer("versus", cards=cards, links=links)


def where_best(question: Question, found: Meant) -> Answer:
    """The five states, or metropolitan areas, where an occupation's median is highest."""
    occupation = found.first
    in_cities = any(word in question.asked.text.casefold() for word in ("cit", "metro"))
    kinds = queries.METROS if in_cities else queries.STATES
    rows = queries.best_paid_places(occupation, question.pay, kinds, question.basis, MOST_IN_GROUP)
    nation = queries.cells_of(question.pay, [occupation.pk], [question.nation.pk])
    by_area = nation | {(occupation.pk, cell.area_id): cell for cell in rows}
    cells = Cells(question.pay, question.nation.pk, by_area)
    lines = []
    for cell in rows:
        place = question.names.by_code.get(cell.area.code)
        if place is not None:
            lines.append(replace(_line(question, occupation, place, cells), title=place.title))
    view = urlencode({"view": "metros" if in_cities else "states", "sort": "-median"})
    href = keep_release(f"{occupation.get_absolute_url()}places/?{view}", question.as_of)
    title = words.where_title(occupation.sentence_title, "metropolitan area" if in_cities else "state")
    return Answer("where", title=title, lede=words.WHERE_NOTE, lines=lines, links=[Rival("All places", href)])


def listed(question: Question) -> Answer | None:
    asked, place = question.asked, question.place
    area = None if place is None or place.is_nation else Area.objects.filter(pk=place.pk).first()
    found = question.first
    text = ""
    if found is not None:
        text = found.text or found.subject.texts[-1]
    listing = finder_list(
        asked, question.as_of, area=area, industry=question.industry, group=question.group, text=text
    )
    if listing is None:
        return None
    if area is not None and question.industry is not None:
        question.notes.append(words.NO_BOTH)
    return Answer("list", title=listing.title, listing=listing)


def ways_in(question: Question) -> Answer:
    """No ranking of what is best: the ways into the finder, with what else was asked."""
    place, group = question.place, question.group
    base: dict[str, str] = {}
    if place is not None and not place.is_nation:
        base["area"] = place.code
    if group is not None:
        base["group"] = group.code
    ways = (
        ("Highest pay", {"sort": "-median"}),
        ("Good pay without a degree", {"sort": "-median", "education": list(PROPERTIES["no-degree"][1])}),
        ("Most openings", {"sort": "-openings"}),
        ("Fastest growing", {"sort": "-growth"}),
        ("Learned in an apprenticeship", {"sort": "-median", "training": "apprenticeship"}),
    )
    links = [
        Rival(text, keep_release(f"{reverse('finder')}?{urlencode(base | more, doseq=True)}", question.as_of))
        for text, more in ways
    ]
    name = "" if place is None or place.is_nation else place.title
    return Answer("ways", title=words.ways_in_title(name), lede=words.BEST, choices=links)


def which_place(question: Question, part: PlacePart) -> Answer:
    """Several places of one name: the reader chooses."""
    choices = place_rivals(question.asked, part, question.as_of, MOST_CHOICES)
    return Answer("ask", title=words.places_asked(part.said), choices=choices)


def of_group(question: Question, group: Occupation) -> Answer:
    """A major group: its figure, and the five of its occupations with the most jobs."""
    place = question.place
    area = question.nation.pk if place is None else place.pk
    largest = queries.largest_in(group, question.pay, area, MOST_IN_GROUP)
    cells = _cells(question, [group, *largest], [place])
    main = _card(question, group, place, cells)
    lines = [_line(question, occupation, place, cells) for occupation in largest]
    return Answer("group", cards=[main], lines=lines, lines_title="Occupations with the most jobs")


def of_everything(question: Question) -> Answer | None:
    """A place or an industry alone: all its occupations together."""
    total = queries.all_occupations()
    if total is None:
        return None
    places = [part.reading.place for part in question.asked.places][:MOST_COMPARED] or [None]
    cells = _cells(question, [total], places)
    cards = [_card(question, total, place, cells) for place in places]
    cards = [replace(card, href=_own_page(card, question.as_of)) for card in cards]
    links = []
    if question.industry is None and len(places) == 1 and places[0] is not None:
        sort = urlencode(
            {"sort": "-median"} if places[0].is_nation else {"area": places[0].code, "sort": "-median"}
        )
        links = [
            Rival(
                "See which occupations pay best there",
                keep_release(f"{reverse('finder')}?{sort}", question.as_of),
            )
        ]
    return Answer("place" if question.industry is None else "industry", cards=cards, links=links)


def _own_page(card: SharedCard, as_of: AsOf) -> str:
    """The page of a place or an industry; all occupations together have none in it."""
    named = card.area if card.area is not None else card.industry
    return keep_release(named.get_absolute_url() if named is not None else reverse("places"), as_of)
