"""Questions that pages ask of areas and wage estimates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    OrderBy,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Lower
from django.db.models.lookups import GreaterThanOrEqual

from occupations.choices import IndustryKind
from occupations.choices import OccupationLevel as Level
from occupations.models.missing import MissingReason
from occupations.querysets import PATHS_UP
from occupations.search_text import words_in
from wages.choices import AreaKind
from wages.geography import BYNAMES, FIPS, NAMES
from wages.industry_codes import spellings
from wages.measures import ANNUAL_PERCENTILES, ANNUAL_WAGES, HOURLY_PERCENTILES, HOURLY_WAGES

if TYPE_CHECKING:
    from occupations.models import Occupation, Release
    from occupations.querysets import OccupationQuerySet
    from wages.estimates import Number


class AreaQuerySet(models.QuerySet[Any]):
    def nation(self) -> Self:
        return self.filter(delineation="FIPS", code="0000000")

    def named(self, text: str, *, closest: bool = False) -> Self:
        """Areas that people may mean by a text: every word begins a word of the title, or is or begins the name
        of a state that the area is in ("austin texas"). What cities are called otherwise is known
        (`BYNAMES`). With `closest` it is enough that every word is spelled like a part of the title."""
        words = words_in(BYNAMES.get(" ".join(words_in(text)), text))
        if not words:
            return self.none()
        named = self.alias(name=Lower("title"))
        if closest:
            return named.filter(
                *(GreaterThanOrEqual(TrigramWordSimilarity(word, "name"), 0.4) for word in words)
            )
        return named.filter(reduce(and_, map(_in_title_or_state, words)))

    def published_in(self, release: Release | None) -> Self:
        """Areas for which the release has cells: one look into an index for each area. None without a release."""
        cells = apps.get_model("wages", "WageEstimate").objects.filter(release=release, area=OuterRef("pk"))
        return self.filter(Exists(cells)) if release is not None else self.none()


def _in_title_or_state(word: str) -> Q:
    """A word of `name` begins with the word, or a state does that the area is in."""
    states = [
        letters
        for letters, name in NAMES.items()
        if letters.lower() == word or any(part.startswith(word) for part in name.lower().split())
    ]
    here = Q(name__regex=rf"\m{word}")
    if states:
        named = Q(kind=AreaKind.METROPOLITAN, name__regex=rf", .*\m({'|'.join(states).lower()})\M")
        here |= named | Q(state_code__in=[FIPS[letters] for letters in states])
    return here


def releases_of_areas(releases: QuerySet[Any], areas: Iterable[int]) -> QuerySet[Any]:
    """Those of the releases that publish one of these areas (by id), each with its id as `area_here`.

    For the areas of one code: a release follows one delineation, so it has one of them at most. One look into
    an index for each release.
    """
    cells = apps.get_model("wages", "WageEstimate").objects.filter(release=OuterRef("pk"), area__in=areas)
    first = cells.order_by("area", "industry").values("area")[:1]
    return releases.annotate(area_here=Subquery(first)).filter(area_here__isnull=False)


class WageEstimateQuerySet(models.QuerySet[Any]):
    def national(self) -> Self:
        """Cells of the whole nation."""
        return self.filter(area__delineation="FIPS", area__code="0000000")

    def in_states(self, letters: Iterable[str]) -> Self:
        """Cells of these states (by their postal letters) and of the areas in them, as `Area.states` tells."""
        wanted = sorted(letters)
        named = rf", ([A-Z]{{2}}-)*({'|'.join(wanted)})(-[A-Z]{{2}})*$"
        codes = [FIPS[state] for state in wanted]
        return self.filter(
            Q(area__state_code__in=codes) | Q(area__kind=AreaKind.METROPOLITAN, area__title__regex=named)
        )

    def all_industries(self) -> Self:
        return self.filter(industry__kind=IndustryKind.ALL)

    def single_industries(self) -> Self:
        """Cells of one industry each: sectors, industries, cuts and government totals."""
        return self.exclude(industry__kind=IndustryKind.ALL)

    def all_occupations(self) -> Self:
        """Cells of all occupations together."""
        return self.filter(occupation__level=Level.TOTAL)

    def with_major_group(self) -> Self:
        """Each cell with the `major_group_id` of its occupation, found by climbing the tree."""
        climbed = [
            When(**{f"occupation__{path}level": Level.MAJOR}, then=F(f"occupation__{path}id"))
            for path in PATHS_UP
        ]
        return self.annotate(major_group_id=Case(*climbed, default=None))

    def in_release(self, release: Release) -> Self:
        return self.filter(release=release)

    def of(self, occupation: Occupation) -> Self:
        return self.filter(occupation=occupation)

    def in_releases(self, releases: Iterable[Release]) -> Self:
        """Cells of these releases, with their releases. Naming them lets PostgreSQL skip the partitions
        of all others."""
        return self.filter(release__in=[release.pk for release in releases]).select_related("release__source")

    def measuring(self, *measures: str) -> Self:
        """Only the columns of these measures and their reasons, with the keys and the release's caps."""
        columns = [column for measure in measures for column in (measure, f"{measure}_missing")]
        related = [
            name
            for joined, names in (
                ("release", ("label", "reference_period", "kind", "published_on", "known_to", "hourly_cap",
                             "annual_cap", "slug", "source__slug", "source__short_name", "source__name",
                             "source__attribution", "source__publisher", "source__license", "source__license_url",
                             "source__official_url")),
                ("occupation", ("code", "title", "sentence_title", "level", "is_residual", "is_retired")),
                ("area", ("code", "title", "kind", "state_code")),
                ("industry", ("code", "short_title", "title", "kind", "level", "parent_id")),
            )
            if isinstance(self.query.select_related, dict) and joined in self.query.select_related
            for name in (f"{joined}__{column}" for column in names)
        ]  # fmt: skip
        return self.only(
            "release_id", "occupation_id", "area_id", "industry_id", "published_level", *columns, *related
        )

    def paid(self, measure: str, lowest: Number | None, highest: Number | None, release: Release) -> Self:
        """Cells of the release whose wage is known to be within limits. A top-coded one is known to be its floor
        or more, so it is never known to be below a limit."""
        if lowest is None and highest is None:
            return self
        within = Q(**{f"{measure}__isnull": False})
        if lowest is not None:
            within &= Q(**{f"{measure}__gte": lowest})
        if highest is not None:
            return self.filter(within, **{f"{measure}__lte": highest})
        return self.alias(floor=floor_of(measure, release=release)).filter(within | Q(floor__gte=lowest))


def floor_of(measure: str, path: str = "", release: Release | None = None) -> Case:
    """Where the top-coded figures of a wage measure begin: the larger of the release's cap on that basis and
    the cell's highest published lower percentile; NULL for a figure that is not top-coded.

    `path` leads from the query's model to the wage estimate, such as "national_pay__"; the release whose
    estimates these are must be given with it.
    """
    basis = measure.partition("_")[0]
    percentiles = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}.get(basis)
    if percentiles is None:
        return Case(default=None, output_field=models.IntegerField())
    lower = percentiles[: percentiles.index(measure)] if measure in percentiles else ()
    cap: F | Value = F(f"{path}release__{basis}_cap")
    if release is not None:
        kind = models.PositiveIntegerField() if basis == "annual" else models.DecimalField()
        cap = Value(getattr(release, f"{basis}_cap"), output_field=kind)
    # GREATEST passes over NULLs in PostgreSQL.
    floor = Greatest(cap, *(F(f"{path}{name}") for name in lower)) if lower else cap
    return Case(When(**{f"{path}{measure}_missing": MissingReason.TOP_CODED}, then=floor), default=None)


def measure_order(
    measure: str, *, descending: bool, path: str = "", release: Release | None = None
) -> list[OrderBy | str]:
    """What to order by so that missing figures are last in both directions and a top-coded figure, which
    counts as its floor, comes just after the figures equal to it. The caller adds what breaks ties."""
    number = (
        Coalesce(F(f"{path}{measure}"), floor_of(measure, path, release))
        if _is_wage(measure)
        else F(f"{path}{measure}")
    )
    first = number.desc(nulls_last=True) if descending else number.asc(nulls_last=True)
    is_floor = Case(When(**{f"{path}{measure}_missing": MissingReason.TOP_CODED}, then=1), default=0)
    return [first, is_floor.asc()]


def _is_wage(measure: str) -> bool:
    return measure in ANNUAL_WAGES or measure in HOURLY_WAGES


def with_national_pay(occupations: OccupationQuerySet, release: Release | None) -> OccupationQuerySet:
    """Occupations joined with their cell for the nation and all industries in `release`, as `national_pay`.

    An occupation that the release doesn't publish stays, with nothing joined. No query for each row: filter and
    order by "national_pay__annual_median" and the like.
    """
    return occupations.annotate(national_pay=_cell_of(release))


def with_pay_in(
    occupations: OccupationQuerySet,
    release: Release,
    *,
    area: int | None = None,
    industry: int | None = None,
) -> OccupationQuerySet:
    """The same for one area, or nationally for one industry (by id): the cell is joined as `chosen_pay`."""
    return occupations.annotate(chosen_pay=_cell_of(release, area, industry))


def _cell_of(
    release: Release | None, area: int | None = None, industry: int | None = None
) -> FilteredRelation:
    nation = apps.get_model("wages", "Area").objects.nation().values("pk")
    everything = apps.get_model("occupations", "Industry").objects.filter(kind=IndustryKind.ALL).values("pk")
    cell = Q(
        wage_estimates__release=release.pk if release else 0,
        wage_estimates__area=area or Subquery(nation),
        wage_estimates__industry=industry or Subquery(everything),
    )
    return FilteredRelation("wage_estimates", condition=cell)


def covered(
    occupations: OccupationQuerySet, pay: Release | None, outlook: Release | None
) -> OccupationQuerySet:
    """The occupations that a reader can look up: those that `pay` publishes as detailed (a broad group can
    stand in for its details there), and those that only `outlook` has, as `national_pay` and `outlook`.

    A summary row of the projections has no entry education; a group that stands in for its details has.
    """
    projected = Q(outlook__isnull=False, national_pay__isnull=True) & (
        Q(level=Level.DETAILED) | Q(outlook__entry_education__isnull=False)
    )
    joined = with_national_pay(occupations, pay).with_outlook(outlook)
    return joined.filter(Q(national_pay__published_level=Level.DETAILED) | projected)


def codes_meant_by(code: str) -> list[str]:
    """The codes of the industry that somebody means by one, the likeliest first: as typed, as a sector or a file is
    written, and those of the wider industries that are the same one. One query."""
    spelled = spellings(code)
    industries = apps.get_model("occupations", "Industry").objects
    found = industries.filter(code__in=spelled).with_ancestors().order_by("-level")
    same = [each.code for industry in found for each in industry.repeated_in]
    return list(dict.fromkeys((*spelled, *same)))
