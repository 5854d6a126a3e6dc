"""Lists: the first five of what the finder finds, with a link to the finder that asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from occupations.models import Industry, Occupation, Projection
from wages.models import Area
from web.finder.address import finder_address
from web.finder.counts import Facts, conditions_of, passing_all
from web.finder.facets import Limits, Narrowing
from web.finder.queries import Lookup, read_catalog, read_described, read_facts
from web.http.as_of import AsOf, keep_release
from web.search.answer import words
from web.search.question.understood import Understood
from web.search.question.vocabulary import PROPERTIES
from web.words import numbers
from web.words.numbers import PER

SHOWN = 5
# So many of the first are looked at, to fill the lines after those of one kind share one.
LOOKED_AT = 60
# Kinds of work that are many occupations: their broad groups, under the name that is said.
ONE_KIND = {"29-1210": "physicians and surgeons", "29-1240": "physicians and surgeons", "29-1020": "dentists"}


@dataclass(frozen=True)
class ListRow:
    """One line of a list: an occupation with its figure, others of its kind, and what it asks for."""

    title: str
    href: str
    figure: str
    second: str = ""
    others: str = ""
    tag: str = ""


@dataclass
class FinderList:
    """The first of what the finder finds. `href` is the finder with the same conditions, `count` how many there are."""

    title: str
    href: str
    count: int
    rows: list[ListRow]
    note: str
    second_note: str = ""
    releases: list[Any] = field(default_factory=list)


def finder_list(
    asked: Understood, as_of: AsOf, *, area: Area | None, industry: Industry | None, group: Occupation | None,
    text: str = "",
) -> FinderList | None:  # fmt: skip
    """What the finder has for the properties, the limit and the order that were asked. Eleven queries, four more
    with a text."""
    ranking = asked.ranking or "-median"
    basis = (
        asked.limit.basis if asked.limit is not None else "hourly" if asked.measure == "hourly" else "annual"
    )
    catalog = read_catalog(as_of.day)
    lookup = Lookup(
        catalog, read_described(as_of.day), basis, None if industry is not None else area, industry
    )
    if lookup.pay is None or lookup.outlook is None:
        return None
    narrowing = _narrowing(asked, group, text)
    named = frozenset(lookup.rows.search(text).values_list("pk", flat=True)) if text else None
    conditions = conditions_of(narrowing, named, in_industry=industry is not None, is_ranking=True)
    passing = passing_all(read_facts(lookup), conditions)
    growth = _growth(lookup) if ranking == "-growth" else {}
    passing = [facts for facts in passing if _has_figure(facts, ranking, growth)]
    ordered = sorted(passing, key=_order(ranking, growth))
    found = {
        row.pk: row
        for row in Occupation.objects.filter(pk__in=[f.pk for f in ordered[:LOOKED_AT]]).select_related(
            "parent"
        )
    }
    lines = _folded([facts for facts in ordered[:LOOKED_AT] if facts.pk in found], found)
    where = (
        area.title
        if area is not None and industry is None
        else industry.short_title
        if industry is not None
        else ""
    )
    view = {
        name: chosen.code for name, chosen in (("area", lookup.area), ("industry", lookup.industry)) if chosen
    }
    href = keep_release(finder_address(narrowing, ranking, pay=basis, **view), as_of)
    shown = lines[:SHOWN]
    top_coded = any(kind[0].pay.is_top_coded for kind in shown) and ranking == "-median"
    return FinderList(
        title=words.list_title(ranking, where, group.sentence_title if group is not None else ""),
        href=href,
        count=len(passing),
        rows=[_row(kind, _Ranked(ranking, basis, growth, found), as_of) for kind in shown],
        note=words.list_note(len(passing), any(len(kind) > 1 for kind in shown), bool(where), ranking),
        second_note=words.TOP_CODED_LIST if top_coded else "",
        releases=[lookup.pay, lookup.outlook],
    )


def _narrowing(asked: Understood, group: Occupation | None, text: str) -> Narrowing:
    values: dict[str, Sequence[str]] = {}
    for name in asked.properties:
        parameter, some, _ = PROPERTIES[name]
        values[parameter] = (
            [v for v in values[parameter] if v in some] or list(some) if parameter in values else list(some)
        )
    if group is not None:
        values["group"] = [group.code]
    limits = {"pay": Limits(asked.limit.lowest, asked.limit.highest)} if asked.limit is not None else {}
    return Narrowing(text=text, values=values, limits=limits)


def _growth(lookup: Lookup) -> dict[int, Decimal]:
    rows = Projection.objects.in_round(lookup.outlook).filter(percent_change__isnull=False)
    return dict(rows.values_list("occupation", "percent_change"))


def _has_figure(facts: Facts, ranking: str, growth: Mapping[int, Decimal]) -> bool:
    """Whether it can stand in the list at all; a rough or capped figure is never among the lowest."""
    if ranking == "-median":
        return facts.pay.value is not None or facts.pay.is_top_coded
    if ranking == "median":
        return facts.pay.can_lead
    if ranking == "-growth":
        return facts.pk in growth
    return getattr(facts, ranking[1:]) is not None


def _order(ranking: str, growth: Mapping[int, Decimal]) -> Callable[[Facts], Any]:
    if ranking in ("-median", "median"):
        return lambda facts: (facts.pay.sort_key(descending=ranking == "-median"), -(facts.jobs or 0))
    if ranking == "-growth":
        return lambda facts: (-growth[facts.pk], -(facts.jobs or 0))
    return lambda facts: -getattr(facts, ranking[1:])


def _folded(ordered: Sequence[Facts], found: Mapping[int, Any]) -> list[list[Facts]]:
    """The occupations by kind: those of one kind share the line of the first."""
    kinds: dict[str, list[Facts]] = {}
    for facts in ordered:
        above = _above(found[facts.pk])
        kinds.setdefault(ONE_KIND.get(above, above), []).append(facts)
    return list(kinds.values())


def _above(occupation: Any) -> str:
    """The broad group that a detailed occupation is in; its own code where it stands for one."""
    if occupation.level < Occupation.Level.DETAILED or occupation.parent is None:
        return str(occupation.code)
    return str(occupation.parent.code)


@dataclass(frozen=True)
class _Ranked:
    """How a list is ordered, and what its lines show."""

    ranking: str
    basis: str
    growth: Mapping[int, Decimal]
    found: Mapping[int, Any]


def _row(kind: Sequence[Facts], ranked: _Ranked, as_of: AsOf) -> ListRow:
    facts, *others = kind
    found, growth, basis = ranked.found, ranked.growth, ranked.basis
    occupation = found[facts.pk]
    pay = (
        f"{numbers.wage(facts.pay, basis)} {PER[basis]}"
        if facts.pay.value is not None or facts.pay.is_top_coded
        else ""
    )
    second = {
        "-openings": lambda: f"{numbers.number(facts.openings or 0)} openings a year",
        "-growth": lambda: f"{numbers.percent_sign(growth[facts.pk], signed=True)} jobs",
        "-jobs": lambda: f"{numbers.number(facts.jobs or 0)} jobs",
    }.get(ranked.ranking)
    experience = next(iter(facts.values.get("experience", ())), "")
    return ListRow(
        title=occupation.sentence_title,
        href=keep_release(occupation.get_absolute_url(), as_of),
        figure=second() if second else pay,
        second=pay if second else "",
        others=words.and_more(
            [found[other.pk].sentence_title for other in others], ONE_KIND.get(_above(occupation), "")
        ),
        tag=words.EXPERIENCE_TAG.get(experience, ""),
    )
