"""What the comparison reads: the cells of a few occupations in one release, a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from occupations.models import Occupation, Projection, RelatedOccupation, Release
from occupations.release_parts import RELATED, onet_by_part
from occupations.search_text import words_in
from occupations.sections import in_short_of_each
from wages.models import WageEstimate
from wages.querysets import WageEstimateQuerySet, covered
from web.occupations.queries import PAY_MEASURES

# Which kinds of areas stand in one table. Territories are no part of the nation's figures.
AREA_KINDS = {"states": ("state", "territory"), "metros": ("metro",), "nonmetro": ("nonmetro",)}
SUGGESTED, MATCHES = 8, 12


@dataclass(frozen=True)
class Compared:
    """What was read for a comparison: the releases, and the cells of the chosen occupations in them.

    Pay is of one edition for all of them: the newest official one as of the day. `cells` are for single
    industries or for areas, `overall` for the nation in all industries, `around` the same of the groups above,
    and `projections` by the occupation's id in the newest official round.
    """

    pay: Release | None
    outlook: Release | None
    overall: dict[int, WageEstimate] = field(default_factory=dict)
    around: list[WageEstimate] = field(default_factory=list)
    cells: list[WageEstimate] = field(default_factory=list)
    projections: dict[int, Projection] = field(default_factory=dict)
    in_short: dict[int, str] = field(default_factory=dict)


def compared(selection: Sequence[Occupation], day: dt.date | None, by: str, view: str) -> Compared:
    """Read the comparison `by` "nation", "industry" or "place"; six queries at most, two without a choice.

    For places `view` is a key of AREA_KINDS.
    """
    pay, outlook = Release.objects.newest("oews", day), Release.objects.newest("projections", day)
    if not selection:
        return Compared(pay, outlook)
    edition = [pay] if pay is not None else []
    national = _national(selection, edition)
    ids = {occupation.pk for occupation in selection}
    overall = {e.occupation_id: e for e in national if e.occupation_id in ids}
    return Compared(
        pay=pay,
        outlook=outlook,
        overall=overall,
        around=[e for e in national if e.occupation_id not in ids],
        cells=_parts(ids, edition, by, view),
        projections=projections_of(selection, outlook) if by == "nation" else {},
        in_short=in_short_of_each(selection, day) if by == "nation" else {},
    )


def published(day: dt.date | None) -> Compared:
    """The releases alone, as of a day: what it takes to find occupations that have figures. Two queries."""
    return Compared(Release.objects.newest("oews", day), Release.objects.newest("projections", day))


def _national(selection: Sequence[Occupation], edition: Sequence[Release]) -> list[WageEstimate]:
    """Cells for the nation and all industries of the occupations and of the groups right above. One query."""
    wanted = {o.pk for o in selection} | {o.parent_id for o in selection if o.parent_id}
    cells = WageEstimate.objects.in_releases(edition).filter(occupation__in=wanted)
    national = cells.national().all_industries().select_related("release__source", "industry")
    return list(national.measuring(*PAY_MEASURES))


def _parts(ids: set[int], edition: Sequence[Release], by: str, view: str) -> list[WageEstimate]:
    """The occupations' cells by industry or by place: one query, or none for the nation."""
    if by == "nation" or not edition:
        return []
    cells: WageEstimateQuerySet = WageEstimate.objects.in_releases(edition).filter(occupation__in=ids)
    if by == "industry":
        cells = cells.national().single_industries().select_related("release__source", "industry")
    else:
        cells = cells.all_industries().filter(area__kind__in=AREA_KINDS[view])
        cells = cells.select_related("release__source", "area")
    return list(cells.measuring(*PAY_MEASURES))


def has_industries(release: Release) -> bool:
    """Whether the release has any figure by industry. One query."""
    cells: WageEstimateQuerySet = WageEstimate.objects.in_releases([release])
    return cells.national().single_industries().exists()


def projections_of(occupations: Sequence[Occupation], round_: Release | None) -> dict[int, Projection]:
    """The occupations' projections in a round, by occupation. One query, or none."""
    if round_ is None:
        return {}
    projections = Projection.objects.in_round(round_).filter(occupation__in=occupations)
    return {p.occupation_id: p for p in projections.select_related("release__source", "carried_from")}


def suggestions(selection: Sequence[Occupation], day: dt.date | None, compared: Compared) -> list[Occupation]:
    """Occupations that O*NET relates to the chosen ones, the closest first, each with figures. Four queries.

    One without figures of its own gives way to the code under which it is published, and is left out where
    there is none.
    """
    onet = onet_by_part(day).of(RELATED)
    if onet is None or not selection:
        return []
    ids = {occupation.pk for occupation in selection}
    related = (
        RelatedOccupation.objects.filter(occupation__in=ids, release=onet)
        .exclude(related__in=ids)
        .exclude(related__level=Occupation.Level.ONET)
        .select_related("related__parent")
        .prefetch_related("related__combined_in")
        .order_by("rank", "occupation__code")
    )
    standing_in = {row.related: _standing_in(row.related) for row in related[: 4 * SUGGESTED]}
    wanted = {o.pk for own in standing_in.values() for o in own}
    shown = covered(Occupation.objects.filter(pk__in=wanted), compared.pay, compared.outlook)
    with_figures = set(shown.values_list("pk", flat=True))
    best = [next((o for o in own if o.pk in with_figures), None) for own in standing_in.values()]
    return [o for o in dict.fromkeys(best) if o is not None and o.pk not in ids][:SUGGESTED]


def _standing_in(occupation: Occupation) -> list[Occupation]:
    """The occupation and the codes that may be published in its place, the nearest first."""
    wider = [o for o in occupation.combined_in.all() if not o.is_retired]
    return [occupation, *wider, *([occupation.parent] if occupation.parent is not None else [])]


def matches(text: str, compared: Compared) -> list[Occupation]:
    """The occupations that a reader may mean, best first, or those closest to it."""
    if not words_in(text):
        return []
    first = covered(Occupation.objects.search(text), compared.pay, compared.outlook)[:MATCHES]
    return list(first) or list(
        covered(Occupation.objects.search(text, closest=True), compared.pay, compared.outlook)[:MATCHES]
    )
