"""What the comparison reads: the cells of a few occupations in one release, a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from occupations.models import Occupation, Projection, RelatedOccupation, Release
from occupations.search_text import words_in
from wages.models import WageEstimate
from wages.querysets import WageEstimateQuerySet, covered
from web.occupations.pay import same_edition
from web.occupations.queries import PAY_MEASURES, wage_releases

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


def compared(selection: Sequence[Occupation], day: dt.date | None, by: str, view: str) -> Compared:
    """Read the comparison `by` "nation", "industry" or "place"; five queries at most, two without a choice.

    For places `view` is a key of AREA_KINDS.
    """
    releases = wage_releases(day)
    pay, outlook = _newest(releases), Release.objects.newest("projections", day)
    if not selection:
        return Compared(pay, outlook)
    edition = [r for r in releases if pay is not None and r.label == pay.label]
    national = _national(selection, edition)
    ids = {occupation.pk for occupation in selection}
    overall = {e.occupation_id: e for e in _one_of_each([e for e in national if e.occupation_id in ids])}
    return Compared(
        pay=pay,
        outlook=outlook,
        overall=overall,
        around=[e for e in national if e.occupation_id not in ids],
        cells=_parts(ids, edition, by, view),
        projections=projections_of(selection, outlook) if by == "nation" else {},
    )


def published(day: dt.date | None) -> Compared:
    """The releases alone, as of a day: what it takes to find occupations that have figures. Two queries."""
    return Compared(_newest(wage_releases(day)), Release.objects.newest("projections", day))


def _newest(releases: Sequence[Release]) -> Release | None:
    """The newest official release, or where there is none the newest of all."""
    return next((r for r in releases if r.is_official), releases[0] if releases else None)


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
    return _one_of_each(list(cells.measuring(*PAY_MEASURES)))


def _one_of_each(cells: Sequence[WageEstimate]) -> list[WageEstimate]:
    """Of the same cell in an official and an editorial release the official one, for each occupation."""
    by_occupation: dict[int, list[WageEstimate]] = {}
    for cell in cells:
        by_occupation.setdefault(cell.occupation_id, []).append(cell)
    return [cell for own in by_occupation.values() for cell in same_edition(own, own[0].release)]


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
    onet = Release.objects.newest("onet", day)
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
