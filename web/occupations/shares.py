"""Published shares of an occupation's jobs by industry: one partition, classes of worker apart, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from occupations.editions import rank
from occupations.models import Industry, IndustryShare, Release

WHOLE = Decimal(100)
# What rounding can make of a whole; a list beyond it has industries, named by title alone, within others.
MOST = Decimal(101)
# Kinds that can stand in one list: the others cut across these, or hold all of them.
PARTITIONS = {Industry.Kind.SECTOR, Industry.Kind.NAICS, Industry.Kind.COMBINATION}
# Kinds that cut across these, and that the Handbook's lists have in their place: "Federal government" or "Junior
# colleges; state". Such a list is taken as its publisher makes it, as long as it doesn't pass the whole.
CUTS = {Industry.Kind.OWNERSHIP, Industry.Kind.GOVERNMENT}


@dataclass(frozen=True)
class Shares:
    """Published shares of one release, in percent: an occupation's jobs by industry, largest first.

    No industry in `rows` is part of another one there. `classes` are the classes of worker, which no industry is.
    `together` is the title under which the publisher describes several occupations, where the shares are of the jobs of
    all of them.
    """

    release: Release
    period: str
    denominator: str
    rows: list[tuple[str, Decimal]]
    industries: Mapping[str, Industry] = field(default_factory=dict)
    """Those of the rows that are ours, by the name that they have there."""
    classes: list[tuple[str, Decimal]] = field(default_factory=list)
    self_employed: Decimal = Decimal(0)
    together: str = ""

    @property
    def title(self) -> str:
        whose = f" of “{self.together}” together" if self.together else ""
        edition = " (earlier edition)" if self.release.kind == Release.Kind.EDITORIAL else ""
        return f"Largest industries{whose}, {self.period}{edition}"

    @property
    def total(self) -> Decimal:
        return sum((share for _, share in self.rows), Decimal(0))

    @property
    def remainder(self) -> Decimal:
        """What is in neither the industries listed nor self-employment; rounding can't take it below zero."""
        return max(WHOLE - self.self_employed - self.total, Decimal(0))


def published_shares(shares: Sequence[IndustryShare]) -> list[Shares]:
    """Shares of the occupation's jobs as published, one list for each release and denominator, newest first."""
    ordered = sorted(
        (s for s in shares if s.denominator != IndustryShare.Denominator.INDUSTRY_JOBS),
        key=lambda s: (rank(s.release), s.profile_id or 0, s.denominator),
        reverse=True,
    )
    published = []
    for _, group in groupby(ordered, key=lambda s: (s.release_id, s.profile_id, s.denominator)):
        items = sorted(group, key=lambda s: (-s.share, _name(s)))
        classes = [share for share in items if share.class_of_worker]
        own = (s.share for s in classes if s.class_of_worker == IndustryShare.ClassOfWorker.SELF_EMPLOYED)
        listed = partition(items)
        published.append(
            Shares(
                release=items[0].release,
                period=period_of(items[0].release),
                denominator=_denominator(items[0]),
                rows=[(_name(s), s.share) for s in listed],
                industries={_name(s): s.industry for s in listed if s.industry is not None},
                classes=[(_name(s), s.share) for s in classes],
                self_employed=next(own, Decimal(0)),
                together=items[0].profile.title if _covered(items[0]) > 1 and items[0].profile else "",
            )
        )
    return published


def _covered(share: IndustryShare) -> int:
    """How many occupations the shares are of: `IndustryShareQuerySet.published` counts those of a profile."""
    return getattr(share, "profile_covers", None) or 1


def _denominator(share: IndustryShare) -> str:
    count = _covered(share)
    if share.profile is None or count == 1:
        return str(share.get_denominator_display())
    return (
        f"percent of the jobs of the {count} occupations of “{share.profile.title}”, self-employed included"
    )


def partition(shares: Sequence[IndustryShare]) -> list[IndustryShare]:
    """Those of the shares that are of industries of which none is part of another, the widest there are.

    An export of the matrix says how deep each row stands in its own tree, which tells the widest also of industries
    that are named by title alone. The others are told by the tree of industries, as far as it knows them: what is
    within an industry of the list is left out, and beside a tree what cuts across industries is, too.
    """
    of_industries = [share for share in shares if not share.class_of_worker]
    levels = {share.display_level for share in of_industries if share.display_level is not None}
    widest = min(levels, default=None)
    kept = [share for share in of_industries if widest is not None and share.display_level == widest]
    placed = {share.industry_id for share in kept if share.industry_id}
    above_placed = {pk for share in kept if share.industry for pk in _above(share.industry)}
    others = [share for share in of_industries if share.display_level is None]
    listed = placed | {share.industry_id for share in others if share.industry_id}
    is_one_list = widest is None and sum(share.share for share in of_industries) <= MOST
    kinds = PARTITIONS | CUTS if is_one_list else PARTITIONS
    for share in others:
        industry = share.industry
        if industry is None:
            # Where the publisher's list is all there is, it is taken as one; beside a tree it may overlap.
            fits = widest is None
        else:
            fits = (
                industry.kind in kinds
                and industry.pk not in above_placed
                and listed.isdisjoint(_above(industry))
            )
        if fits:
            kept.append(share)
    if sum(share.share for share in kept) > MOST:
        kept = [share for share in kept if share.industry is not None]
    return sorted(kept, key=shares.index)


def _above(industry: Industry) -> Iterable[int]:
    """The ids of the wider industries, up to the widest."""
    parent = industry.parent
    while parent is not None:
        yield parent.pk
        parent = parent.parent


def period_of(release: Release) -> str:
    """The year that shares refer to: of a Handbook edition "2024–34", its base year."""
    return release.reference_period.partition("–")[0]


def _name(share: IndustryShare) -> str:
    """The title as published, where the source names industries by title."""
    if share.industry_title:
        return share.industry_title
    return share.industry.short_title if share.industry else share.get_class_of_worker_display()
