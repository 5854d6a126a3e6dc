"""What the finder reads: the occupations as of a day, whose pay, and the facts that they are found and counted by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, Subquery, Value

from occupations.descriptors import INTEREST_LETTERS
from occupations.models import (
    EntryEducation,
    Industry,
    JobZone,
    MissingReason,
    Occupation,
    Projection,
    Rating,
    Release,
    Training,
    WorkExperience,
)
from occupations.models.descriptors import zone_name
from occupations.querysets import OccupationQuerySet
from occupations.release_parts import INTERESTS, JOB_ZONES, ByPart, onet_by_part
from wages.estimates import NOTHING, Figure, Number
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import Area, WageEstimate
from wages.querysets import WageEstimateQuerySet, covered, floor_of, with_pay_in
from web.finder.counts import Facts
from web.finder.facets import (
    BANDS,
    DESCRIBED,
    EDUCATION_VALUES,
    EXPERIENCE_VALUES,
    GROWING,
    NO_WORD,
    OUTLOOK,
    PAY,
    SHRINKING,
    TRAINING_VALUES,
    UNCHANGED,
    ZONE_VALUES,
)
from web.words.places import in_place
from web.words.sentences import in_sentence

NATIONAL, CHOSEN = "national_pay__", "chosen_pay__"
# The industries that are offered: sectors and what they are made of at the 3-digit level. Any other that the release
# publishes can be asked for.
OFFERED = Q(kind=Industry.Kind.SECTOR) | Q(kind__in=(Industry.Kind.NAICS, Industry.Kind.COMBINATION), level=3)


@dataclass(frozen=True)
class Catalog:
    """The newest official releases as of a day, the major groups, and the occupations that they cover.

    Either release is None where its source has none that old. `rows` is a queryset of occupations joined
    with `national_pay` and `outlook`, each with its `major_group_id`. `carried` is the round that states experience,
    training and the self-employed where `outlook` doesn't.
    """

    pay: Release | None
    outlook: Release | None
    groups: list[Occupation]
    rows: OccupationQuerySet
    carried: str = ""


def read_catalog(day: dt.date | None) -> Catalog:
    """The catalog as of a day, or the newest; three queries, and none yet for the rows."""
    pay = Release.objects.newest("oews", day)
    carried = Projection.objects.filter(release=OuterRef("pk"), carried_from__isnull=False)
    rounds = Release.objects.annotate(
        carried=Subquery(carried.order_by().values("carried_from__label")[:1]),
    )
    outlook: Any = rounds.newest("projections", day)
    rows = covered(Occupation.objects.with_major_group(), pay, outlook).order_by("title", "code")
    groups = list(Occupation.objects.major_groups())
    if outlook is None:
        return Catalog(pay, None, groups, rows)
    return Catalog(pay, outlook, groups, rows, outlook.carried or "")


def read_described(day: dt.date | None) -> ByPart:
    """Which release of O*NET each part of it is from, as of a day. One query."""
    return onet_by_part(day)


@dataclass(frozen=True)
class Lookup:
    """Which figures the finder shows: the catalog's, O*NET's, and the pay of an area or an industry or the nation.

    `basis` is "annual" or "hourly". OEWS publishes nothing for an area and an industry together, so at most one of
    them is given.
    """

    catalog: Catalog
    described: ByPart
    basis: str = "annual"
    area: Area | None = None
    industry: Industry | None = None

    @property
    def pay(self) -> Release | None:
        return self.catalog.pay

    @property
    def outlook(self) -> Release | None:
        return self.catalog.outlook

    @property
    def zones(self) -> Release | None:
        return self.described.of(JOB_ZONES)

    @property
    def interests(self) -> Release | None:
        return self.described.of(INTERESTS)

    @property
    def has(self) -> set[str]:
        """The sources that have a release, by the words of facets.py."""
        given = {PAY: self.pay, OUTLOOK: self.outlook, DESCRIBED: self.zones or self.interests}
        return {"", *(name for name, release in given.items() if release is not None)}

    @property
    def is_national(self) -> bool:
        return self.area is None and self.industry is None

    @property
    def place(self) -> str:
        """Whose pay is shown, as it follows "in": an area's or an industry's name, or ""."""
        if self.area is not None:
            return in_place(self.area.title)
        return in_sentence(self.industry.short_title) if self.industry is not None else ""

    @property
    def path(self) -> str:
        """From an occupation of `rows` to the cell whose pay is shown."""
        return NATIONAL if self.is_national else CHOSEN

    @property
    def rows(self) -> OccupationQuerySet:
        """The occupations of the catalog, joined with that cell."""
        if self.pay is None or self.is_national:
            return self.catalog.rows
        area = self.area.pk if self.area else None
        industry = self.industry.pk if self.industry else None
        return with_pay_in(self.catalog.rows, self.pay, area=area, industry=industry)

    @property
    def cells(self) -> WageEstimateQuerySet:
        """The cells whose pay is shown, with everything that a column can show."""
        cells: WageEstimateQuerySet = WageEstimate.objects.filter(release=self.pay)
        cells = cells.filter(area=self.area) if self.area else cells.national()
        cells = cells.filter(industry=self.industry) if self.industry else cells.all_industries()
        return cells.measuring(
            "employment", "location_quotient", "annual_mean", "hourly_mean", *ANNUAL_PERCENTILES,
            *HOURLY_PERCENTILES,
        )  # fmt: skip


def areas_of(release: Release | None) -> list[Area]:
    """The areas that a release publishes, by name. One query, none without a release."""
    if release is None:
        return []
    return list(Area.objects.published_in(release).order_by("title", "code"))


def industries_of(release: Release | None, asked: Iterable[str] = ()) -> list[Industry]:
    """The industries that are offered in a release, and those that are asked for by code if they are published; by
    code. One query, none without a release."""
    if release is None:
        return []
    cells = WageEstimate.objects.national().filter(release=release, industry=OuterRef("pk"))
    first = cells.order_by().values("pk")[:1]
    published = Industry.objects.annotate(cell=Subquery(first)).filter(cell__isnull=False)
    wanted = published.filter(OFFERED | Q(code__in=list(asked))).exclude(kind=Industry.Kind.ALL)
    return list(wanted.order_by("code"))


def search(
    lookup: Lookup, text: str, *, closest: bool = False
) -> tuple[OccupationQuerySet, frozenset[int] | None]:
    """The catalog's occupations that a text names, the best match first, and their ids; without a text all of them,
    and None. `closest` finds what is only spelled alike. One query, none without a text."""
    if not text:
        return lookup.rows, None
    rows = lookup.rows.search(text, closest=closest)
    return rows, frozenset(rows.values_list("pk", flat=True))


def read_facts(lookup: Lookup) -> list[Facts]:
    """The facts of every occupation of the catalog. Three queries, however many there are."""
    group_codes = {group.pk: group.code for group in lookup.catalog.groups}
    zones, interests = _zones(lookup.zones), _interests(lookup.interests)
    paths = {"pay": lookup.path, "national": NATIONAL}
    measure = f"{lookup.basis}_median"
    nothing = Value(None, output_field=IntegerField())
    rows = lookup.rows.order_by().annotate(
        **{
            f"{name}_floor": floor_of(measure, path, lookup.pay) if lookup.pay else nothing
            for name, path in paths.items()
        }
    )
    columns = {
        "group": F("major_group_id"), "education": F("outlook__entry_education"),
        "experience": F("outlook__work_experience"), "schooling": F("outlook__training"),
        "word": F("outlook__growth_word"), "percent": F("outlook__percent_change"),
        "number": F("outlook__base_employment"), "yearly": F("outlook__openings"),
        **{f"{name}_value": F(f"{path}{measure}") for name, path in paths.items()},
        **{f"{name}_reason": F(f"{path}{measure}_missing") for name, path in paths.items()},
        "lowest": F(f"{lookup.path}{lookup.basis}_p10"), "highest": F(f"{lookup.path}{lookup.basis}_p90"),
        "cell": F(f"{lookup.path}id"), "national_floor": F("national_floor"), "pay_floor": F("pay_floor"),
    }  # fmt: skip
    return [
        Facts(
            pk=row["pk"],
            values={
                "group": _value(group_codes, row["group"]),
                "education": _value(EDUCATION, row["education"]),
                "experience": _value(EXPERIENCE, row["experience"]),
                "training": _value(TRAINING, row["schooling"]),
                "growth": growth_values(row["word"], row["percent"]),
                "zone": _value(ZONE, zones.get(row["pk"])),
                "interest": frozenset(interests.get(row["pk"], ("",))[0][:1]),
            },
            jobs=_in_full(row["number"]),
            openings=_in_full(row["yearly"]),
            pay=_figure(row, "pay"),
            pay_range=(Figure(row["lowest"]), Figure(row["highest"])),
            national_pay=_figure(row, "national"),
            is_published_here=row["cell"] is not None,
            interest_code=interests[row["pk"]][0] if row["pk"] in interests else "",
            interest_source=interests[row["pk"]][1] if row["pk"] in interests else "",
            zone=zones.get(row["pk"], ""),
            is_residual=row["is_residual"],
        )
        for row in rows.values("pk", "is_residual", **columns)
    ]


EDUCATION: dict[Any, str] = {EntryEducation(code): value for code, (value, _) in EDUCATION_VALUES.items()}
EXPERIENCE: dict[Any, str] = {WorkExperience(code): value for code, (value, _) in EXPERIENCE_VALUES.items()}
TRAINING: dict[Any, str] = {Training(code): value for code, (value, _) in TRAINING_VALUES.items()}
ZONE: dict[Any, str] = {option.said: option.value for option in ZONE_VALUES}


def _value(known: dict[Any, str], code: Any) -> frozenset[str]:
    return frozenset([known[code]]) if code in known else frozenset()


def growth_values(word: str | None, percent: Number | None) -> frozenset[str]:
    """The values of "growth" that hold: the word, the band of the percent, and whether it is above or below zero. A
    projection without a word says so; one that isn't there has no values."""
    if word is None:
        return frozenset()
    if percent is None:
        return frozenset([word])
    band = next(option.value for lowest, option in BANDS if percent >= lowest)
    return frozenset(
        [word or NO_WORD, band, GROWING if percent > 0 else SHRINKING if percent < 0 else UNCHANGED]
    )


def _in_full(thousands: Any) -> Any:
    return None if thousands is None else thousands * 1000


def _figure(row: dict[str, Any], name: str) -> Figure:
    value, reason = row[f"{name}_value"], row[f"{name}_reason"]
    if value is None and reason is None:
        return NOTHING
    return Figure(value, None if reason is None else MissingReason(reason), row[f"{name}_floor"])


def _zones(release: Release | None) -> dict[int, str]:
    """The job zone of every occupation as the release numbers it: "4", or "1–2" where one stands for two."""
    if release is None:
        return {}
    zones = JobZone.objects.filter(release=release).values_list("occupation_id", "zone", "lowest")
    return {pk: zone_name(zone, lowest) for pk, zone, lowest in zones}


def has_one_for_two(release: Release | None) -> bool:
    """Whether one job zone of the release stands for two of older ones. One query, or none."""
    return release is not None and JobZone.objects.filter(release=release, lowest__isnull=False).exists()


def _interests(release: Release | None) -> dict[int, tuple[str, str]]:
    """Every occupation's interest code in an O*NET release, such as "ECR", and who or what it is from; one query."""
    if release is None:
        return {}
    points = Rating.objects.filter(
        release=release, scale=Rating.Scale.HIGH_POINT, is_suppressed=False, value__gt=0
    )
    codes: dict[int, tuple[str, str]] = {}
    # The elements' codes, 1.B.1.g to 1.B.1.i, are in the order of first to third.
    ordered = points.order_by("element__code").values_list("occupation_id", "value", "domain_source")
    for pk, point, source in ordered:
        codes[pk] = codes.get(pk, ("",))[0] + INTEREST_LETTERS[int(point) - 1], source
    return codes


def count_by_industry(
    lookup: Lookup, industries: Iterable[Industry], occupations: Iterable[int], lowest: Any, highest: Any
) -> dict[int, int]:
    """How many of the occupations each industry publishes with a median within limits, by its id. One query."""
    if lookup.pay is None:
        return {}
    cells = WageEstimate.objects.national().filter(
        release=lookup.pay, industry__in=[i.pk for i in industries], occupation__in=list(occupations)
    )
    paid = cells.paid(f"{lookup.basis}_median", lowest, highest, lookup.pay)
    counted = paid.order_by().values("industry").annotate(rows=Count("pk"))
    return dict(counted.values_list("industry", "rows"))


def with_shown_figures(
    rows: OccupationQuerySet, passing: Iterable[Facts], lookup: Lookup
) -> OccupationQuerySet:
    """Those of the occupations that pass, with what a row shows, in two more queries however many there are.

    Their pay is the list `pay_cells` and their projection the list `projected`, each of one or none.
    """
    projections = Projection.objects.in_round(lookup.outlook).select_related(
        "carried_from", "release__source"
    )
    return rows.filter(pk__in=[facts.pk for facts in passing]).prefetch_related(
        Prefetch("wage_estimates", queryset=lookup.cells, to_attr="pay_cells"),
        Prefetch("projections", queryset=projections, to_attr="projected"),
    )


def reference_cell(lookup: Lookup) -> WageEstimate | None:
    """The cell of all occupations together, in the area or industry that is read. One query, none without a release."""
    if lookup.pay is None:
        return None
    return lookup.cells.filter(occupation__level=Occupation.Level.TOTAL).first()
