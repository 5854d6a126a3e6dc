"""An answer put together: which kind it is, its parts, and how the question was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from occupations.models import Industry, Occupation, Release
from wages.models import Area
from web.http.as_of import AsOf, keep_release
from web.search.answer import queries, words
from web.search.answer.chips import Chip, Rival, occupation_rivals, place_rivals, said_chips, search_for
from web.search.answer.figures import Cells, FigureCard, Where, figure_card, wider_than
from web.search.answer.lists import FinderList, finder_list
from web.search.answer.resolve import Meant, meant
from web.search.answer.texts import TextPart, text_part
from web.search.queries import Releases
from web.search.question.places import Place, PlaceNames
from web.search.question.understood import PlacePart, Understood
from web.search.question.vocabulary import ABSENT, PROPERTIES
from web.words.numbers import PER, money

MOST_IN_GROUP = 5
MOST_COMPARED = 3
# What a property asks of one occupation.
ASKED_BY_PROPERTY = {"education": "education", "training": "become", "experience": "become", "growth": "growth", "interest": "skills"}
SHOWS_TEXT_FIRST = frozenset(["education", "become", "license", "certification", "skills", "duties", "growth", "openings", "jobs"])


@dataclass(frozen=True)
class Meaning:
    """What was answered, in codes: the kind, the occupations, the titles of the places, and what was asked of them."""

    kind: str
    codes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    industry: str = ""
    group: str = ""
    family: str = ""
    measure: str = ""
    properties: tuple[str, ...] = ()
    ranking: str = ""


@dataclass
class Answer:
    """What stands first on the page. `cards` are its figures, `lines` more of them in a line each; exactly one kind of it
    leads: cards, a list, a text, or choices where the reader is asked."""

    kind: str
    title: str = ""
    lede: str = ""
    cards: list[FigureCard] = field(default_factory=list)
    lines_title: str = ""
    lines: list[FigureCard] = field(default_factory=list)
    listing: FinderList | None = None
    text: TextPart | None = None
    choices: list[Rival] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[Rival] = field(default_factory=list)
    unused: str = ""
    mended: str = ""
    releases: list[Release] = field(default_factory=list)
    subject: str = ""
    found: Meant | None = None
    meaning: Meaning | None = None

    @property
    def is_text_first(self) -> bool:
        return self.text is not None


@dataclass
class _Question:
    """Everything that the kinds of answers need: what was understood, and what it means in the database."""

    asked: Understood
    releases: Releases
    pay: Release
    as_of: AsOf
    names: PlaceNames
    nation: Place
    meant: list[Meant] = field(default_factory=list)
    industry: Industry | None = None
    group: Occupation | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place | None:
        part = self.asked.place
        return part.reading.place if part is not None else None

    @property
    def basis(self) -> str:
        return "hourly" if self.asked.measure == "hourly" else "annual"

    @property
    def first(self) -> Meant | None:
        return self.meant[0] if self.meant else None

    def where(self, place: Place | None) -> Where:
        if place is None or place.is_nation:
            return Where("", self.nation.title, self.nation.pk, is_nation=True)
        return Where(place.title, place.title, place.pk)

    def around(self, place: Place | None) -> list[Where]:
        return [self.where(each) for each in wider_than(place, self.names.state_of, self.nation)]


def answer_to(asked: Understood, releases: Releases, names: PlaceNames, as_of: AsOf) -> Answer | None:
    """The answer to what was understood; None where nothing was that could be answered."""
    nation = names.nation
    if asked.is_empty or releases.pay is None or nation is None:
        return None
    question = _Question(asked, releases, releases.pay, as_of, names, nation)
    question.meant = [found for subject in asked.subjects if (found := meant(subject, releases)).is_found]
    takes_field = bool(question.meant) and question.meant[0].takes_field
    if asked.industry and not takes_field:
        question.industry = queries.industry_of_code(asked.industry)
    if asked.group and not question.meant:
        question.group = queries.occupation_of_code(asked.group)
    question.notes = [ABSENT[name][1] for name in asked.absent]
    answer = _kind(question)
    if answer is None:
        return None
    return _complete(answer, question)


def _kind(question: _Question) -> Answer | None:
    """The kind of answer that the parts ask for, and its figures."""
    asked, first = question.asked, question.first
    unclear = next((part for part in asked.places if part.reading.place is None), None)
    if unclear is not None:
        return _which_place(question, unclear)
    if asked.asks_where and first is not None and first.first is not None and not asked.is_versus:
        return _where_best(question, first)
    if first is None or asked.ranking or asked.limit is not None:
        if asked.ranking == "best":
            return _ways_in(question)
        if asked.ranking or asked.properties or asked.limit is not None:
            return _listed(question)
    if first is not None:
        return _of_occupations(question, first)
    if question.group is not None:
        return _of_group(question, question.group)
    if question.industry is not None or asked.places:
        return _of_everything(question)
    return Answer("absent") if asked.absent else None


def _of_occupations(question: _Question, first: Meant) -> Answer:
    if question.asked.is_versus and (len(question.meant) > 1 or len(question.asked.places) > 1):
        return _versus(question)
    if first.first is None:
        return _family(question, first)
    return _figure(question, first)


def _cells(question: _Question, occupations: Sequence[Any], places: Sequence[Place | None]) -> tuple[Cells, Where | None]:
    """The cells of occupations in places and all that is wider; of the industry where one is asked for. Two queries."""
    ids = [occupation.pk for occupation in occupations]
    areas = {question.nation.pk}
    for place in places:
        areas |= {question.where(place).area, *(each.area for each in question.around(place))}
    by_area = queries.cells_of(question.pay, ids, areas)
    industry = question.industry
    if industry is None:
        return Cells(question.pay, by_area), None
    of_industry = queries.industry_cells(question.pay, ids, industry.pk)
    where = Where(_in_industry(industry), industry.short_title, question.nation.pk, industry.pk)
    return Cells(question.pay, by_area, of_industry), where


def _in_industry(industry: Industry) -> str:
    return industry.short_title[:1].lower() + industry.short_title[1:]


def _card(question: _Question, occupation: Any, place: Place | None, cells: Cells, industry: Where | None) -> FigureCard:
    where = industry or question.where(place)
    around = [question.where(None)] if industry is not None else question.around(place)
    made = figure_card(occupation, where, around, cells, question.basis, lambda o, w: _address(question, o, w, place))
    return _leading(made, question.asked.measure)


def _address(question: _Question, occupation: Any, where: Where, place: Place | None) -> str:
    """Where more of a figure stands."""
    own = occupation.get_absolute_url()
    if where.industry is not None:
        own = f"{own}industries/"
    elif not where.is_nation:
        own = f"{own}places/?{urlencode({'view': 'all', 'q': where.title[:60]})}"
    return keep_release(own, question.as_of)


def _leading(made: FigureCard, measure: str) -> FigureCard:
    """The card with the end of the range in front, where that was asked for."""
    at, said = {"starting": (0, "10th percentile: one in ten earns less."), "top": (4, "90th percentile: one in ten earns more.")}.get(measure, (2, ""))  # fmt: skip
    shown = made.percentiles[at]
    if at == 2 or shown.value is None:
        return made
    half = f" The median is {words.amount(made.median, made.basis)}." if made.is_known else ""
    return replace(made, amount=f"{money(shown.value, made.basis)} {PER[made.basis]}", subtitle=f"{said}{half}", against="")


def _figure(question: _Question, found: Meant) -> Answer:
    """One occupation, or the member of a family that people mostly mean, with the others in a line each."""
    others = found.members[1:] if found.family is not None else []
    cells, industry = _cells(question, [found.first, *others], [question.place])
    main = _card(question, found.first, question.place, cells, industry)
    lines = [_card(question, other, question.place, cells, industry) for other in others]
    measure = question.asked.measure
    if question.asked.properties and not measure:
        measure = ASKED_BY_PROPERTY.get(PROPERTIES[question.asked.properties[0]][0], "")
    in_place = question.place is not None and not question.place.is_nation
    text = text_part(measure, found.first, question.releases.outlook, question.as_of, in_place=in_place)
    return Answer(
        "figure", cards=[main], lines=lines, text=text,
        lines_title=words.dominant_others(found.family.name) if found.family is not None and lines else "",
    )  # fmt: skip


def _family(question: _Question, found: Meant) -> Answer:
    cells, industry = _cells(question, found.members, [question.place])
    lines = [_card(question, member, question.place, cells, industry) for member in found.members]
    name = found.family.name if found.family is not None else ""
    place = question.place
    where = "" if industry is not None or place is None or place.is_nation else place.title
    return Answer("family", title=words.in_where(name.capitalize(), industry.name if industry else where), lines=lines,
                  lede=words.family_lede(found.subject.texts[-1], where))  # fmt: skip


def _versus(question: _Question) -> Answer:
    places = [part.reading.place for part in question.asked.places] or [None]
    occupations = [m.first if m.first is not None else m.members[0] for m in question.meant][:MOST_COMPARED]
    if len(occupations) > 1:
        places = places[:1]
    cells, industry = _cells(question, occupations, places)
    cards = [_card(question, o, place, cells, industry) for o in occupations for place in places[:MOST_COMPARED]]
    links = []
    if len(occupations) > 1:
        codes = urlencode([("occupation", occupation.code) for occupation in occupations])
        links = [Rival("Compare them side by side", keep_release(f"{reverse('compare')}?{codes}", question.as_of))]
    return Answer("versus", cards=cards, links=links)


def _where_best(question: _Question, found: Meant) -> Answer:
    """The five states, or metropolitan areas, where an occupation's median is highest."""
    occupation = found.first
    in_cities = any(word in question.asked.text.casefold() for word in ("cit", "metro"))
    kinds = queries.METROS if in_cities else queries.STATES
    rows = queries.best_paid_places(occupation, question.pay, kinds, question.basis, MOST_IN_GROUP)
    nation = queries.cells_of(question.pay, [occupation.pk], [question.nation.pk])
    by_area = nation | {(occupation.pk, cell.area_id): cell for cell in rows}
    cells = Cells(question.pay, by_area)
    lines = []
    for cell in rows:
        place = question.names.by_code.get(cell.area.code)
        if place is not None:
            made = _card(question, occupation, place, cells, None)
            lines.append(replace(made, title=place.title))
    view = urlencode({"view": "metros" if in_cities else "states", "sort": "-median"})
    href = keep_release(f"{occupation.get_absolute_url()}places/?{view}", question.as_of)
    return Answer("where", title=words.where_title(occupation.sentence_title, "metropolitan area" if in_cities else "state"), lines=lines,
                  lede=words.WHERE_NOTE, links=[Rival("All places", href)])  # fmt: skip


def _listed(question: _Question) -> Answer | None:
    asked, place = question.asked, question.place
    area = None if place is None or place.is_nation else Area.objects.filter(pk=place.pk).first()
    found = question.first
    text = ""
    if found is not None:
        text = found.text or found.subject.texts[-1]
    listing = finder_list(asked, question.as_of, area=area, industry=question.industry, group=question.group, text=text)
    if listing is None:
        return None
    if area is not None and question.industry is not None:
        question.notes.append(words.NO_BOTH)
    return Answer("list", title=listing.title, listing=listing)


def _ways_in(question: _Question) -> Answer:
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


def _which_place(question: _Question, part: PlacePart) -> Answer:
    """Several places of one name: the reader chooses."""
    return Answer("ask", title=words.places_asked(part.said), choices=place_rivals(question.asked, part, question.as_of))


def _of_group(question: _Question, group: Occupation) -> Answer:
    """A major group: its figure, and the five of its occupations with the most jobs."""
    place = question.place
    where = question.where(place)
    largest = queries.largest_in(group, question.pay, where.area, MOST_IN_GROUP)
    cells, industry = _cells(question, [group, *largest], [place])
    main = _card(question, group, place, cells, industry)
    lines = [_card(question, occupation, place, cells, industry) for occupation in largest]
    return Answer("group", cards=[main], lines=lines, lines_title="With the most jobs")


def _of_everything(question: _Question) -> Answer | None:
    """A place or an industry alone: all its occupations together."""
    total = queries.all_occupations()
    if total is None:
        return None
    places = [part.reading.place for part in question.asked.places][:MOST_COMPARED] or [None]
    cells, industry = _cells(question, [total], places)
    cards = [_card(question, total, place, cells, industry) for place in places]
    links = []
    if industry is None and len(places) == 1 and places[0] is not None:
        sort = urlencode({"sort": "-median"} if places[0].is_nation else {"area": places[0].code, "sort": "-median"})
        links = [Rival("Which occupations pay best there", keep_release(f"{reverse('finder')}?{sort}", question.as_of))]
    return Answer("place" if industry is None else "industry", cards=cards, links=links)


def _complete(answer: Answer, question: _Question) -> Answer:
    """The answer with its chips, notes and sources."""
    asked = question.asked
    has_figures = bool(answer.cards or answer.lines)
    answer.chips = _chips(answer, question)
    answer.meaning = _meaning(answer, question)
    answer.notes = [*question.notes, *_notes(answer, question)]
    unused = [*asked.unused, *(word for found in question.meant for word in found.unused)]
    said = {word for found in question.meant for word in found.text.split()}
    lost = [] if question.meant else [word for subject in asked.subjects for word in subject.said.split()]
    answer.unused = words.unused_said(list(dict.fromkeys([*(w for w in unused if w not in said), *lost])))
    answer.mended = words.mended_said(mended_text(asked)) if asked.mended else ""
    if has_figures:
        answer.releases = [question.pay, *(answer.text.sources if answer.text else [])]
    elif answer.listing is not None:
        answer.releases = answer.listing.releases
    found = question.first
    answer.found = found if found is not None and found.rows else None
    answer.subject = found.text if found is not None else next((part.said for part in asked.places), "")
    if found is None and not answer.subject and (question.group is not None or question.industry is not None):
        named = question.group if question.group is not None else question.industry
        answer.subject = named.sentence_title if isinstance(named, Occupation) else named.short_title  # type: ignore[union-attr]
    if found is not None and found.family is not None:
        answer.subject = found.subject.texts[-1]
    return answer


def _meaning(answer: Answer, question: _Question) -> Meaning:
    asked, first = question.asked, question.first
    return Meaning(
        kind=answer.kind,
        codes=tuple(found.first.code for found in question.meant if found.first is not None),
        places=tuple(part.reading.place.title for part in asked.places if part.reading.place is not None),
        industry=question.industry.code if question.industry is not None else "",
        group=question.group.code if question.group is not None else "",
        family=first.family.name if first is not None and first.family is not None else "",
        measure=asked.measure,
        properties=asked.properties,
        ranking=asked.ranking,
    )


def mended_text(asked: Understood) -> str:
    better = dict(asked.mended)
    return " ".join(better.get(word.casefold().strip(",.?!"), word) for word in asked.text.split())


def _notes(answer: Answer, question: _Question) -> list[str]:
    asked, place = question.asked, question.place
    notes = []
    if asked.measure == "starting" and (answer.cards or answer.lines):
        notes.append(words.STARTING)
    if asked.measure == "top" and answer.cards:
        notes.append(words.TOP)
    if question.industry is not None and place is not None and not place.is_nation and answer.kind != "list":
        notes.append(words.NO_BOTH)
    notes += [part.reading.within for part in asked.places if part.reading.within and answer.kind != "ask"]
    return list(dict.fromkeys(notes))


def _chips(answer: Answer, question: _Question) -> list[Chip]:
    asked, as_of = question.asked, question.as_of
    chips = []
    for found in question.meant:
        rivals = occupation_rivals(asked, found.subject.said, found.rivals, as_of)
        if found.first is not None:
            chips.append(Chip("Occupation", found.first.sentence_title, keep_release(found.first.get_absolute_url(), as_of), rivals))
        elif found.family is not None:
            chips.append(Chip("Family", found.family.name))
    if question.group is not None:
        rivals = [Rival("as an industry", _as_industry(asked, as_of))] if any(kind == "industry" for kind, _ in asked.rivals) else []
        chips.append(Chip("Group", question.group.sentence_title, keep_release(question.group.get_absolute_url(), as_of), rivals))
    if question.industry is not None:
        chips.append(Chip("Industry", question.industry.short_title, keep_release(question.industry.get_absolute_url(), as_of)))
    for part in asked.places:
        place = part.reading.place
        if place is not None and (question.industry is None or answer.kind != "figure"):
            href = keep_release(reverse("place", args=[place.code]), as_of)
            chips.append(Chip("Place", place.title, href, place_rivals(asked, part, as_of), part.reading.within))
    if not asked.places and answer.kind in ("figure", "family", "versus", "group", "industry", "list"):
        chips.append(Chip("Place", question.nation.title))
    if asked.measure in ("", "pay") and (answer.cards or answer.lines):
        chips.append(Chip("Asked", "median pay"))
    return [*chips, *said_chips(asked)]


def _as_industry(asked: Understood, as_of: AsOf) -> str:
    code = next(code for kind, code in asked.rivals if kind == "industry")
    return search_for(code, as_of)
