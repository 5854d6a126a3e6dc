"""The columns that the finder's table can have: the one place that names, words, fills and sorts each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, FilteredRelation, IntegerChoices, Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from occupations.models import EntryEducation, GrowthWordBasis, Projection, Training, WorkExperience
from occupations.querysets import OccupationQuerySet
from wages.estimates import Figure
from wages.querysets import measure_order
from web.finder.counts import Facts
from web.finder.facets import DESCRIBED, INTEREST_VALUES, OUTLOOK, PAY
from web.finder.queries import Lookup
from web.finder.rows import FinderRow
from web.tables.files import Field, published, text
from web.templatetags import charts
from web.templatetags import figures as tags
from web.words import numbers

Text = SafeString | str
Order = Callable[[OccupationQuerySet, Lookup, bool], OccupationQuerySet]  # True where it falls
INTEREST_NAMES = {option.value: option.said for option in INTEREST_VALUES}
NOT_HERE = "not published for this {}"


@dataclass(frozen=True)
class Shown:
    """What a row's cells are filled from."""

    row: FinderRow
    facts: Facts
    lookup: Lookup

    @property
    def projection(self) -> Projection | None:
        return self.row.projection


@dataclass(frozen=True)
class FinderColumn:
    """A column that can be chosen.

    `label` names it among the choices; `is_national` figures are the nation's whatever area is chosen; `phone` and
    `after` are what table.css wants for a phone. `words` say the order, rising and falling, where the table can be
    sorted by it: `order` gives the queryset in it. `fields` are what it gives to a file, of a `Shown`.
    """

    name: str
    heading: str
    cell: Callable[[Shown], Text]
    needs: str = ""
    unit: Callable[[Lookup], str] = lambda lookup: ""
    is_national: bool = False
    label: str = ""
    phone: str = "num"
    after: Callable[[Lookup], str] = lambda lookup: ""
    words: tuple[str, str] | None = None
    order: Order | None = None
    only_in_areas: bool = False
    fields: Callable[[Lookup], Sequence[Field]] = lambda lookup: ()

    @property
    def said(self) -> str:
        """Its name in the list of columns."""
        return self.label or self.heading.replace("\u00a0", " ")

    def is_available(self, lookup: Lookup) -> bool:
        return self.needs in lookup.has and (lookup.area is not None or not self.only_in_areas)

    def header(self, lookup: Lookup) -> Text:
        """The heading with its unit, and with "nation" where the pay beside the figures is another place's."""
        whose = ["nation"] if self.is_national and not lookup.is_national else []
        small = [part for part in (*whose, self.unit(lookup)) if part]
        return format_html("{}{}", self.heading, format_html_join("", "<small>{}</small>", zip(small)))


def _wage(figure: Figure, lookup: Lookup) -> Text:
    return _not_here(lookup) if _is_no_cell(figure) else tags.wage(figure, lookup.basis)


def _count(figure: Figure, lookup: Lookup) -> Text:
    return _not_here(lookup) if _is_no_cell(figure) else tags.count(figure)


def _is_no_cell(figure: Figure) -> bool:
    return figure.value is None and figure.reason is None


def _not_here(lookup: Lookup) -> SafeString:
    if lookup.is_national:
        return tags.in_words(numbers.NO_SUCH_CELL)
    return tags.in_words(NOT_HERE.format("area" if lookup.area else "industry"))


def _median(shown: Shown) -> Text:
    if not shown.row.is_on_other_basis:
        return _wage(shown.row.median, shown.lookup)
    other = numbers.OTHER_BASIS[shown.lookup.basis]
    amount = numbers.money(shown.row.other_median.value or 0, other)
    why = tags.in_words(f"no {shown.lookup.basis} figure is published")
    return format_html("{} {} {}", amount, numbers.PER[other], why)


def _quotient(shown: Shown) -> Text:
    figure = shown.row.location_quotient
    if figure.value is not None:
        return numbers.number(figure.value, 2)
    return _not_here(shown.lookup) if _is_no_cell(figure) else tags.count(figure)


def _projected(name: str, form: Callable[[Any], str]) -> Callable[[Shown], Text]:
    """A cell of a figure that the projections state, or why it isn't there."""

    def cell(shown: Shown) -> Text:
        figure = projected_figure(shown.projection, name)
        words = numbers.figure_or_reason(figure.value, figure.reason, form)
        if shown.projection is None:
            words = tags.NO_PROJECTION
        if shown.projection is None or figure.value is None:
            return tags.in_words(words)
        return tags.of_its_round(words, shown.projection)

    return cell


def projected_figure(projection: Projection | None, name: str) -> Figure:
    """A measure of a projection as a figure; NOTHING where the occupation isn't projected."""
    if projection is None:
        return Figure()
    return Figure(getattr(projection, name), getattr(projection, f"{name}_missing"))


def _assigned(name: str, codes: type[IntegerChoices]) -> Callable[[Shown], Text]:
    """A cell of what the projections assign, in BLS's words: education, experience or training."""
    return _projected(name, lambda code: str(codes(code).label))


def _assigned_field(name: str, *, is_carried: bool = False) -> Callable[[Lookup], list[Field]]:
    words = _of_projection(lambda projection: getattr(projection, f"get_{name}_display")() or "")

    def fields(lookup: Lookup) -> list[Field]:
        return [text(name, words), *(_carried_field(name, lookup) if is_carried else ())]

    return fields


def _carried_field(name: str, lookup: Lookup) -> list[Field]:
    """The round that states a figure, where it is another than that of the other figures."""
    if not lookup.catalog.carried:
        return []
    return [
        text(
            f"{name}_round",
            _of_projection(lambda p: p.carried_from.label if p.carried_from else p.round_label),
        )
    ]


def _carried(lookup: Lookup) -> str:
    return lookup.catalog.carried


def _word(shown: Shown) -> Text:
    projection = shown.projection
    if projection is None:
        return tags.in_words(tags.NO_PROJECTION)
    if projection.growth_word_basis == GrowthWordBasis.BETWEEN:
        return tags.in_words("between two growth words")
    if not projection.growth_word:
        return tags.in_words("scale not known")
    word = projection.get_growth_word_display()
    if projection.growth_word_basis == GrowthWordBasis.DERIVED:
        word = format_html('{} <span class="tag">derived</span>', word)
    return tags.of_its_round(word, projection)


def interests_in_words(code: str) -> str:
    """An interest code in words: "ECR" → "Enterprising, Conventional, Realistic"."""
    return ", ".join(INTEREST_NAMES[letter] for letter in code)


def _described(form: Callable[[Facts], str]) -> Callable[[Shown], Text]:
    return lambda shown: form(shown.facts) or tags.in_words("not described by O*NET")


def _by(*names: str) -> Order:
    def order(rows: OccupationQuerySet, _lookup: Lookup, falling: bool) -> OccupationQuerySet:
        first, *rest = names
        return rows.order_by(f"-{first}" if falling else first, *rest)

    return order


def _by_wage(measure: str) -> Order:
    """`measure` may have a place for the basis: "{}_median"."""

    def order(rows: OccupationQuerySet, lookup: Lookup, falling: bool) -> OccupationQuerySet:
        name = measure.format(lookup.basis)
        by = measure_order(name, descending=falling, path=lookup.path, release=lookup.pay)
        return rows.order_by(*by, "code")

    return order


def _by_projection(name: str, *, codes_fall: bool = False) -> Order:
    """By a measure of the projections; missing ones last. `codes_fall` where the lowest code is the most."""

    def order(rows: OccupationQuerySet, _lookup: Lookup, falling: bool) -> OccupationQuerySet:
        number = F(f"outlook__{name}")
        down = falling != codes_fall
        return rows.order_by(number.desc(nulls_last=True) if down else number.asc(nulls_last=True), "code")

    return order


def _by_zone(rows: OccupationQuerySet, lookup: Lookup, falling: bool) -> OccupationQuerySet:
    condition = Q(job_zones__release=lookup.zones.pk if lookup.zones else 0)
    zone = F("described__zone")
    ordered = zone.desc(nulls_last=True) if falling else zone.asc(nulls_last=True)
    described: OccupationQuerySet = rows.annotate(
        described=FilteredRelation("job_zones", condition=condition)
    )
    in_order: OccupationQuerySet = described.order_by(ordered, "code")
    return in_order


def _projected_field(
    header: str, name: str, *, in_thousands: bool = False
) -> Callable[[Lookup], list[Field]]:
    """A file's column of a measure of the projections; jobs, stated in thousands, in full as a whole number."""

    def read(shown: Shown) -> Figure:
        figure = projected_figure(shown.projection, name)
        if not in_thousands or figure.value is None:
            return figure
        return replace(figure, value=int(figure.value * 1000))

    return lambda lookup: [published(header, read)]


def _of_projection(read: Callable[[Projection], str]) -> Callable[[Shown], str]:
    return lambda shown: read(shown.projection) if shown.projection is not None else ""


def _dollars(lookup: Lookup) -> str:
    return numbers.UNIT[lookup.basis]


def _period(lookup: Lookup) -> str:
    return lookup.outlook.label if lookup.outlook else ""


def _base_year(lookup: Lookup) -> str:
    return _period(lookup).partition("–")[0]


def _percentile(name: str, rank: int) -> FinderColumn:
    return FinderColumn(
        name, name.upper(), lambda shown: _wage(shown.row.percentiles[rank], shown.lookup), PAY, _dollars,
        words=(f"{name.upper()}, lowest first", f"{name.upper()}, highest first"), order=_by_wage(f"{{}}_{name}"),
        fields=lambda lookup: [published(f"{lookup.basis}_{name}_usd", lambda shown: shown.row.percentiles[rank])],
    )  # fmt: skip


TITLE, BAR = "title", "bar"
COLUMNS = {
    column.name: column
    for column in (
        FinderColumn(
            "code", "Code", lambda shown: shown.row.code, phone="code",
            words=("code, lowest first", "code, highest first"), order=_by("code", "system"),
            fields=lambda lookup: [text("occupation_code", lambda shown: shown.row.code)],
        ),
        FinderColumn(
            "median", "Median\u00a0pay", _median, PAY, _dollars, phone="num lead key",
            words=("median pay, lowest first", "median pay, highest first"), order=_by_wage("{}_median"),
            fields=lambda lookup: [published(f"{lookup.basis}_median_usd", lambda shown: shown.row.median)],
        ),
        FinderColumn(
            BAR, "", lambda shown: charts.pay_bar(shown.row.bar), PAY, label="Pay range (chart)", phone="bar"
        ),
        FinderColumn(
            "mean", "Mean\u00a0pay", lambda shown: _wage(shown.row.mean, shown.lookup), PAY, _dollars,
            words=("mean pay, lowest first", "mean pay, highest first"), order=_by_wage("{}_mean"),
            fields=lambda lookup: [published(f"{lookup.basis}_mean_usd", lambda shown: shown.row.mean)],
        ),
        *(_percentile(name, rank) for name, rank in (("p10", 0), ("p25", 1), ("p75", 3), ("p90", 4))),
        FinderColumn(
            "employment", "On payrolls", lambda shown: _count(shown.row.employment, shown.lookup), PAY,
            lambda lookup: f"jobs, {lookup.pay.label}" if lookup.pay else "",
            label="Jobs on payrolls", phone="num under",
            after=lambda lookup: "on payrolls", order=_by_wage("employment"),
            words=("jobs on payrolls, fewest first", "jobs on payrolls, most first"),
            fields=lambda lookup: [published("jobs", lambda shown: shown.row.employment)],
        ),
        FinderColumn(
            "lq", "Location quotient", _quotient, PAY, lambda lookup: "nation: 1", only_in_areas=True,
            words=("location quotient, lowest first", "location quotient, highest first"),
            order=_by_wage("location_quotient"),
            fields=lambda lookup: [published("location_quotient", lambda shown: shown.row.location_quotient)],
        ),
        FinderColumn(
            "jobs", "Jobs", lambda shown: tags.in_thousands(shown.projection, "base_employment"), OUTLOOK, _base_year,
            is_national=True, label="Jobs, self-employed included", phone="num under", after=lambda lookup: "jobs",
            words=("jobs, fewest first", "jobs, most first"), order=_by_projection("base_employment"),
            fields=_projected_field("all_jobs", "base_employment", in_thousands=True),
        ),
        FinderColumn(
            "growth", "Growth", lambda shown: tags.projected_change(shown.projection), OUTLOOK,
            lambda lookup: f"{_period(lookup)}, %", is_national=True, phone="num side",
            after=lambda lookup: f"% in {lookup.outlook.label}" if lookup.outlook else "",
            words=("growth, slowest first", "growth, fastest first"), order=_by_projection("percent_change"),
            fields=_projected_field("projected_change_percent", "percent_change"),
        ),
        FinderColumn(
            "word", "Growth in words", _word, OUTLOOK, _period, is_national=True, phone="words",
            fields=lambda lookup: [
                text("growth_word", _of_projection(lambda projection: projection.get_growth_word_display())),
                text("growth_word_basis", _of_projection(lambda projection: projection.growth_word_basis)),
            ],
        ),
        FinderColumn(
            "change", "Change in jobs", _projected("employment_change", numbers.change_in_jobs), OUTLOOK, _period,
            is_national=True, words=("change in jobs, lowest first", "change in jobs, highest first"),
            order=_by_projection("employment_change"),
            fields=_projected_field("projected_change_jobs", "employment_change", in_thousands=True),
        ),
        FinderColumn(
            "openings", "Openings", lambda shown: tags.in_thousands(shown.projection, "openings"), OUTLOOK,
            lambda lookup: "a year", is_national=True,
            words=("openings, fewest first", "openings, most first"), order=_by_projection("openings"),
            fields=_projected_field("openings_a_year", "openings", in_thousands=True),
        ),
        FinderColumn(
            "self_employed", "Self-employed",
            _projected("percent_self_employed", lambda value: numbers.number(value, 1)), OUTLOOK,
            lambda lookup: f"% of jobs, {_carried(lookup)[:4] or _base_year(lookup)}", is_national=True,
            words=("share of self-employed, lowest first", "share of self-employed, highest first"),
            order=_by_projection("percent_self_employed"),
            fields=lambda lookup: [
                *_projected_field("self_employed_percent", "percent_self_employed")(lookup),
                *_carried_field("self_employed", lookup),
            ],
        ),
        FinderColumn(
            "education", "Usual entry education", _assigned("entry_education", EntryEducation), OUTLOOK, phone="words",
            words=("entry education, least first", "entry education, most first"),
            order=_by_projection("entry_education", codes_fall=True),
            fields=_assigned_field("entry_education"),
        ),
        FinderColumn(
            "experience", "Work experience", _assigned("work_experience", WorkExperience), OUTLOOK, _carried,
            phone="words",
            words=("work experience, least first", "work experience, most first"),
            order=_by_projection("work_experience", codes_fall=True),
            fields=_assigned_field("work_experience", is_carried=True),
        ),
        FinderColumn(
            "training", "Training on the job", _assigned("training", Training), OUTLOOK, _carried, phone="words",
            words=("training, shortest first", "training, longest first"),
            order=_by_projection("training", codes_fall=True),
            fields=_assigned_field("training", is_carried=True),
        ),
        FinderColumn(
            "zone", "Job zone", _described(lambda facts: facts.zone), DESCRIBED,
            lambda lookup: "preparation, 1 to 5",
            words=("job zone, lowest first", "job zone, highest first"), order=_by_zone,
            fields=lambda lookup: [text("job_zone", lambda shown: shown.facts.zone)],
        ),
        FinderColumn(
            "interests", "Interests", _described(lambda facts: interests_in_words(facts.interest_code)), DESCRIBED,
            lambda lookup: "strongest first", phone="words",
            fields=lambda lookup: [text("interests", lambda shown: interests_in_words(shown.facts.interest_code))],
        ),
    )
}  # fmt: skip
SORTS = {"title": ("title, A to Z", "title, Z to A")} | {
    name: column.words for name, column in COLUMNS.items() if column.words
}


def sorted_by(sort: str, text: str) -> str:
    """The order in words, for "-median": "median pay, highest first"."""
    if not sort:
        return f"best match for “{text}”"
    return SORTS[sort.lstrip("-")][sort.startswith("-")]
