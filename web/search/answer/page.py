"""An answer put together: which kind it is, its parts, and how the question was read."""

from __future__ import annotations

from django.urls import reverse

from web.http.as_of import AsOf, keep_release
from web.search.answer import kinds, queries, words
from web.search.answer.chips import Chip, Rival, occupation_rivals, place_rivals, said_chips, search_for
from web.search.answer.parts import Answer, Meaning, Question
from web.search.answer.resolve import meant
from web.search.queries import Releases
from web.search.question.places import PlaceNames
from web.search.question.understood import Understood
from web.search.question.vocabulary import ABSENT

MILITARY = "55-0000"


def answer_to(asked: Understood, releases: Releases, names: PlaceNames, as_of: AsOf) -> Answer | None:
    """The answer to what was understood; None where nothing was that could be answered."""
    nation = names.nation
    if asked.is_empty or releases.pay is None or nation is None:
        return None
    question = Question(asked, releases, releases.pay, as_of, names, nation)
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


def _kind(question: Question) -> Answer | None:
    """The kind of answer that the parts ask for, and its figures."""
    asked, first = question.asked, question.first
    unclear = next((part for part in asked.places if part.reading.place is None), None)
    if unclear is not None:
        return kinds.which_place(question, unclear)
    if asked.asks_where and first is not None and first.first is not None and not asked.is_versus:
        return kinds.where_best(question, first)
    if asked.ranking == "best":
        return kinds.ways_in(question)
    is_list = asked.ranking or asked.limit is not None or (first is None and asked.properties)
    return kinds.listed(question) if is_list else _named(question)


def _named(question: Question) -> Answer | None:
    """The answer about what is named: occupations, a group, an industry or a place."""
    if question.first is not None:
        return kinds.of_occupations(question, question.first)
    if question.group is not None:
        return kinds.of_group(question, question.group)
    if question.industry is not None or question.asked.places:
        return kinds.of_everything(question)
    return Answer("absent") if question.asked.absent else None


def _complete(answer: Answer, question: Question) -> Answer:
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
    answer.subject = _subject(question)
    return answer


def _subject(question: Question) -> str:
    """What to look for among names below the answer; "" where nothing is named."""
    found = question.first
    if found is not None:
        return found.subject.texts[-1] if found.family is not None else found.text
    if question.asked.places:
        return question.asked.places[0].said
    if question.group is not None:
        return question.group.sentence_title
    return question.industry.short_title if question.industry is not None else ""


def _meaning(answer: Answer, question: Question) -> Meaning:
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


def _notes(answer: Answer, question: Question) -> list[str]:
    asked, place = question.asked, question.place
    notes = [
        words.counted_among(called, found.first.sentence_title)
        for found in question.meant
        if found.first is not None and (called := getattr(found.first, "also_called", None))
    ]
    if asked.measure == "starting" and (answer.cards or answer.lines):
        notes.append(words.STARTING)
    if asked.measure == "top" and answer.cards:
        notes.append(words.TOP)
    if question.group is not None and question.group.code == MILITARY:
        notes.append(words.MILITARY)
    if question.industry is not None and place is not None and not place.is_nation and answer.kind != "list":
        notes.append(words.NO_BOTH)
    if not answer.cards and answer.kind != "ask":
        notes += [part.reading.within for part in asked.places if part.reading.within]
    return list(dict.fromkeys(notes))


def _chips(answer: Answer, question: Question) -> list[Chip]:
    asked, as_of = question.asked, question.as_of
    chips = []
    for found in question.meant:
        rivals = occupation_rivals(asked, found.subject.said, found.rivals, as_of)
        if found.first is not None:
            chips.append(
                Chip(
                    "Occupation",
                    found.first.sentence_title,
                    keep_release(found.first.get_absolute_url(), as_of),
                    rivals,
                )
            )
        elif found.family is not None:
            chips.append(Chip("Family", found.family.name))
    if question.group is not None:
        rivals = (
            [Rival("as an industry", _as_industry(asked, as_of))]
            if any(kind == "industry" for kind, _ in asked.rivals)
            else []
        )
        chips.append(
            Chip(
                "Group",
                question.group.sentence_title,
                keep_release(question.group.get_absolute_url(), as_of),
                rivals,
            )
        )
    if question.industry is not None:
        chips.append(
            Chip(
                "Industry",
                question.industry.short_title,
                keep_release(question.industry.get_absolute_url(), as_of),
            )
        )
    for part in asked.places:
        place = part.reading.place
        if place is not None and (question.industry is None or answer.kind != "figure"):
            href = keep_release(reverse("place", args=[place.code]), as_of)
            chips.append(
                Chip("Place", place.title, href, place_rivals(asked, part, as_of), part.reading.within)
            )
    if not asked.places and answer.kind in ("figure", "family", "versus", "group", "industry", "list"):
        chips.append(Chip("Place", question.nation.title))
    if asked.measure in ("", "pay") and (answer.cards or answer.lines):
        chips.append(Chip("Asked for", "median pay"))
    return [*chips, *said_chips(asked)]


def _as_industry(asked: Understood, as_of: AsOf) -> str:
    code = next(code for kind, code in asked.rivals if kind == "industry")
    return search_for(code, as_of)
