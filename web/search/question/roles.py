"""What part each run of words has in a question: the rules for runs that may mean several things. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from web.search.question.families import Family
from web.search.question.labels import Kind, Label, Run
from web.search.question.places import Reading
from web.search.question.text import Typed
from web.search.question.understood import PlacePart, Subject, Understood
from web.search.question.vocabulary import WEAK_MEASURES

NAMES = (Kind.FAMILY, Kind.OCCUPATION, Kind.SPANISH)
FIELDS = (Kind.GROUP, Kind.INDUSTRY)
SAID = (Kind.WHERE, Kind.PROPERTY, Kind.LIST, Kind.MEASURE, Kind.ABSENT, Kind.VERSUS, Kind.FILLER)
# Beside one occupation these are no lists: "good nurse", "top chef".
PRAISE, GOOD_PAY = "best", "good-pay"
# What an order asks of one occupation: "are nurses in demand".
OF_ONE = {"-openings": "openings", "-growth": "growth", "-jobs": "jobs"}
MANY = frozenset(["jobs", "careers", "occupations", "professions", "fields", "trabajos"])
# An industry whose name stands for the work in it, where somebody asks how to enter it.
ENTERED = {"53": "41-9022"}
ENTERING = frozenset(["license", "become", "education", "certification"])
SCHOOL = ["school"]


@dataclass
class _Parts:
    """The runs by their parts, while they are sorted."""

    names: list[tuple[Run, Label]] = field(default_factory=list)
    places: list[tuple[Run, Label]] = field(default_factory=list)
    fields: dict[Kind, tuple[Run, Label]] = field(default_factory=dict)
    said: dict[Kind, list[str]] = field(default_factory=dict)
    versus: list[Run] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    rivals: list[tuple[str, str]] = field(default_factory=list)


def understood(typed: Typed, runs: Sequence[Run]) -> Understood:
    """Give each run of a divided text its part."""
    parts = _Parts()
    for run in runs:
        _sort(run, runs, parts, typed)
    parts.places = _each_once(parts.places)
    is_versus = _is_versus(parts, typed)
    subjects = _subjects(typed, parts, is_versus=is_versus)
    ranking, measure = _order_and_measure(typed, parts, subjects)
    used = {word for subject in subjects for word in subject.said.split()}
    loose = [w.text for at, w in enumerate(typed.words) if at not in parts.taken and w.text not in used]
    group, industry = (_field(parts, kind) for kind in FIELDS)
    if not subjects and measure in ENTERING and industry in ENTERED:
        subjects, industry = [Subject("", ("",), ((),), (False,), codes=(ENTERED[industry],))], ""
    return Understood(
        text=typed.text,
        subjects=tuple(subjects),
        places=tuple(_place_part(typed, run, label) for run, label in parts.places),
        industry=industry,
        group=group,
        measure=measure,
        properties=tuple(dict.fromkeys(parts.said.get(Kind.PROPERTY, []))),
        ranking=ranking,
        limit=typed.limit,
        limit_said=typed.limit_said,
        absent=tuple(dict.fromkeys(parts.said.get(Kind.ABSENT, []))),
        asks_where=Kind.WHERE in parts.said,
        is_versus=is_versus,
        unused=tuple(loose),
        rivals=tuple(parts.rivals),
    )


def _order_and_measure(typed: Typed, parts: _Parts, subjects: Sequence[Subject]) -> tuple[str, str]:
    """How a list is ordered, and what is asked; of one occupation alone an order asks for a figure of it."""
    ranking = _ranking(parts, subjects)
    measures = [*parts.said.get(Kind.MEASURE, [])]
    if subjects and GOOD_PAY in parts.said.get(Kind.LIST, []):
        measures.append("pay")
    if subjects and ranking in OF_ONE and not any(word.text in MANY for word in typed.words):
        measures.append(OF_ONE[ranking])
        ranking = ""
    if parts.names and typed.words[parts.names[-1][0].stop - 1].text in SCHOOL:
        measures.append("education")  # "medical school" is how to become a physician
    return ranking, _measure(measures)


def _sort(run: Run, runs: Sequence[Run], parts: _Parts, typed: Typed) -> None:
    """Put a run where it belongs."""
    others = [other for other in runs if other is not run]
    label = _its_school(run, others, typed) or _meaning(run, others)
    parts.taken |= set(range(run.start, run.stop))
    if label.kind in NAMES:
        parts.names.append((run, label))
        field_label = run.of(*FIELDS)
        if field_label is not None:
            parts.rivals.append((str(field_label.kind), str(field_label.value)))
    elif label.kind == Kind.PLACE:
        parts.places.append((run, label))
    elif label.kind in FIELDS:
        parts.fields.setdefault(label.kind, (run, label))
        rival = run.of(*(kind for kind in FIELDS if kind != label.kind))
        if rival is not None:
            parts.rivals.append((str(rival.kind), str(rival.value)))
    elif label.kind == Kind.VERSUS:
        parts.versus.append(run)
    else:
        parts.said.setdefault(label.kind, []).append(str(label.value))


def _its_school(run: Run, others: Sequence[Run], typed: Typed) -> Label | None:
    """What is asked by "school" right after an occupation: how to become one. "Schools" are where people work."""
    follows = any(other.stop == run.start and other.of(*NAMES) is not None for other in others)
    return (
        run.of(Kind.MEASURE)
        if follows and [word.text for word in typed.words[run.start : run.stop]] == SCHOOL
        else None
    )


def _meaning(run: Run, others: Sequence[Run]) -> Label:
    """The label that counts beside the other runs."""
    named = any(other.of(*NAMES) is not None and other.of(*SAID) is None for other in others)
    place = run.of(Kind.PLACE)
    name, said, in_field = run.of(*NAMES), run.of(*SAID), run.of(*FIELDS)
    if said is not None and said.kind == Kind.ABSENT and place is not None and place.value.within:
        return said  # "canada": a country before a town of its name
    if place is not None and (place.value.is_firm or (name is None and in_field is None)):
        # Words that are a place and an occupation, such as "ma": a place beside something else.
        return place if others or name is None else name
    if in_field is not None and (named or (name is None and said is None)):
        return _field_label(run, named=named) or in_field
    if said is not None and (others or name is None) and (named or name is None or said.kind != Kind.MEASURE):
        return said
    return name or in_field or said or run.labels[0]


def _field_label(run: Run, *, named: bool) -> Label | None:
    """Whether a field is a group of occupations or an industry: beside an occupation the industry where it works."""
    return run.of(Kind.INDUSTRY, Kind.GROUP) if named else run.of(Kind.GROUP, Kind.INDUSTRY)


def _each_once(places: list[tuple[Run, Label]]) -> list[tuple[Run, Label]]:
    """Each place once ("dallas fort worth"), without the nation beside another."""
    several = [
        pair for pair in places if not (pair[1].value.place is not None and pair[1].value.place.is_nation)
    ]
    first: dict[object, tuple[Run, Label]] = {}
    for run, label in several or places:
        first.setdefault(label.value.place or run, (run, label))
    return list(first.values())


def _is_versus(parts: _Parts, typed: Typed) -> bool:
    """Whether things are held against each other: with "vs" between or before two of a kind; "and" does between two
    occupations."""
    for kind in (parts.names, parts.places):
        if len(kind) < 2:
            continue
        if parts.versus or kind is parts.places:
            return True
        between = {word.text for word in typed.words[kind[0][0].stop : kind[-1][0].start]}
        commas = any(word.after_comma for word in typed.words[kind[0][0].stop : kind[-1][0].start + 1])
        if "and" in between or "y" in between or commas:
            return True
    return False


def _subjects(typed: Typed, parts: _Parts, *, is_versus: bool) -> list[Subject]:
    """The occupations that are asked about; with words that nothing explains beside them, which may belong to a
    title."""
    if typed.codes:
        return [Subject(code, (code,), ((),), (False,), codes=(code,)) for code in typed.codes]
    loose = [at for at in range(len(typed.words)) if at not in parts.taken]
    if is_versus and len(parts.names) > 1:
        return [_subject(typed, [(run, label)], _beside(run, loose), None) for run, label in parts.names[:3]]
    if parts.names:
        return [_subject(typed, parts.names, loose, _field_before(parts))]
    return [_unknown(typed, loose, parts)] if loose else []


def _unknown(typed: Typed, loose: Sequence[int], parts: _Parts) -> Subject:
    """Words that nothing explains: perhaps a title, with a field just before or after them in it."""
    said = " ".join(typed.words[at].text for at in loose)
    ways = [(said, False)]
    beside = next(
        (run for run, _ in parts.fields.values() if run.stop == loose[0] or run.start == loose[-1] + 1), None
    )
    if beside is not None:
        whole = sorted({*loose, *range(beside.start, beside.stop)})
        ways.insert(0, (" ".join(typed.words[at].text for at in whole), True))
    return Subject(
        said,
        tuple(text for text, _ in ways),
        ((),) * len(ways),
        tuple(takes for _, takes in ways),
        is_known=False,
    )


def _field_before(parts: _Parts) -> Run | None:
    """An industry or a group just before the first name, which may be part of it: "restaurant" of "restaurant
    manager"."""
    first = min(run.start for run, _ in parts.names)
    return next((run for run, _ in parts.fields.values() if run.stop == first), None)


def _beside(run: Run, loose: Sequence[int]) -> list[int]:
    """The loose words just before a run: "pediatric" of "pediatric nurse"."""
    found: list[int] = []
    at = run.start - 1
    while at in loose:
        found.insert(0, at)
        at -= 1
    return found


def _subject(
    typed: Typed, names: Sequence[tuple[Run, Label]], loose: Sequence[int], before: Run | None
) -> Subject:  # fmt: skip
    """One subject of all its words. What is looked for: the words with a field before them, all words, those that name
    something, and the last name alone, which in English is the head."""
    runs = [run for run, _ in names]
    head_run, head = names[-1]
    named = sorted({at for run in runs for at in range(run.start, run.stop)})
    whole = sorted({*named, *loose})
    ways = [(whole, False), (named, False), (list(range(head_run.start, head_run.stop)), False)]
    if before is not None:
        ways.insert(0, (sorted({*whole, *range(before.start, before.stop)}), True))
    texts: dict[str, tuple[tuple[str, ...], bool]] = {}
    for places, takes in ways:
        text = " ".join(typed.words[at].text for at in places)
        texts.setdefault(text, (tuple(typed.words[at].text for at in whole if at not in places), takes))
    family = head.value if isinstance(head.value, Family) else None
    codes = tuple(head.value) if head.kind == Kind.SPANISH else ()
    return Subject(
        " ".join(typed.words[at].text for at in whole), tuple(texts), tuple(u for u, _ in texts.values()),
        tuple(takes for _, takes in texts.values()), family, codes, is_spanish=bool(codes),
    )  # fmt: skip


def _ranking(parts: _Parts, subjects: Sequence[Subject]) -> str:
    """How a list is ordered; praise alone orders nothing."""
    asked = parts.said.get(Kind.LIST, [])
    clear = [value for value in asked if value not in (PRAISE, GOOD_PAY)]
    if clear:
        return clear[0]
    if GOOD_PAY in asked:
        return "" if subjects else "-median"
    is_one = bool(subjects) and Kind.WHERE not in parts.said
    return PRAISE if asked and not is_one else ""


def _measure(asked: Sequence[str]) -> str:
    """What is asked; the first thing, but for pay where more is asked, and for weak openings."""
    strong = [value for value in asked if value not in WEAK_MEASURES]
    special = [value for value in strong if value != "pay"]
    return next(iter(special or strong or asked), "")


def _field(parts: _Parts, kind: Kind) -> str:
    return str(parts.fields[kind][1].value) if kind in parts.fields else ""


def _place_part(typed: Typed, run: Run, label: Label) -> PlacePart:
    words = typed.words[run.start : run.stop]
    reading: Reading = label.value
    return PlacePart(" ".join(word.text for word in words), reading, words[0].start, words[-1].end)
