"""Pay on a profile: which edition is shown, what it says, and which others there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations import editions
from occupations.models import MissingReason, Occupation, Profile, ProfileWage, Release
from wages.estimates import Figure, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Ruler
from web.occupations.largest import IndustryPay, Largest, largest, rows_of
from web.tables.cells import PercentileRow, basis_of, percentiles_of, reliability
from web.words import numbers
from web.words import sentences as prose
from web.words.numbers import PER, UNIT_IN_WORDS

TOP_INDUSTRIES, LARGEST = 5, 10


@dataclass(frozen=True)
class EarlierEstimate:
    """The occupation's national median in one release, with the release that states it."""

    release: Release
    median: Figure
    basis: str
    is_shown: bool
    is_of_the_shown: bool
    """Whether the shown one is of the same period, so that reading as of it leads back to that one."""


@dataclass(frozen=True)
class Pay(PercentileRow):
    """The pay section."""

    release: Release
    basis: str
    estimate: WageEstimate
    sentences: list[str]
    percentiles: tuple[Figure, ...]
    other_basis: str
    other_percentiles: tuple[Figure, ...]
    mean: Figure
    other_mean: Figure
    reliability: str
    ruler: Ruler | None
    ruler_title: str
    largest: Largest
    ten_largest: Largest
    by_median: list[IndustryPay]
    listed: WageEstimate
    """The national cell of the edition that tables are read from, an official one where there is one."""
    editions: list[EarlierEstimate]
    is_latest: bool

    @property
    def industries(self) -> list[IndustryPay]:
        """The largest industries; those with the highest median where no size is stated."""
        return self.largest.rows or self.by_median

    @property
    def industries_by_size(self) -> bool:
        return bool(self.largest.rows)

    @property
    def remainder(self) -> Decimal | None:
        """The share of all other industries, in percent; None where no size is stated."""
        shares = [row.share for row in self.largest.rows if row.share is not None]
        return Decimal(100) - sum(shares, Decimal(0)) if shares else None

    @property
    def unit(self) -> str:
        return UNIT_IN_WORDS[self.basis]

    @property
    def other_unit(self) -> str:
        return UNIT_IN_WORDS[self.other_basis]

    @property
    def per(self) -> str:
        """What stands after an amount that has its dollar sign."""
        return PER[self.basis]

    @property
    def other_per(self) -> str:
        return PER[self.other_basis]

    @property
    def has_other_basis(self) -> bool:
        """Whether anything at all is published on the other basis."""
        return any(f.value is not None or f.is_top_coded for f in (*self.other_percentiles, self.other_mean))

    @property
    def rows(self) -> list[tuple[str, Figure, Figure]]:
        """Mean and percentiles as (name, on the shown basis, on the other)."""
        names = ("10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile")
        rows = [*zip(names, self.percentiles, self.other_percentiles, strict=True)]
        rows.append(("Mean", self.mean, self.other_mean))
        return [row for row in rows if not _unsaid(row[1]) or not _unsaid(row[2])]

    @property
    def other_median(self) -> Figure:
        return self.other_percentiles[2]


def choose_edition(estimates: Sequence[WageEstimate]) -> WageEstimate | None:
    """The edition that a profile shows, of the occupation's national cells: the one that counts first."""
    return max(estimates, key=_rank, default=None)


def choose_for_tables(estimates: Sequence[WageEstimate]) -> WageEstimate | None:
    """The edition that tables by industry and place are read from: the official one that counts first, or where
    nothing official states the occupation, the editorial one."""
    return choose_edition([e for e in estimates if e.release.is_official] or estimates)


def _rank(estimate: WageEstimate) -> tuple[object, ...]:
    return editions.rank(estimate.release)


def same_edition(estimates: Sequence[WageEstimate], shown: Release) -> list[WageEstimate]:
    """Cells of the edition of this release: an editorial one adds what the official one of its period leaves out."""
    cells: dict[tuple[int, ...], WageEstimate] = {}
    for estimate in estimates:
        if not editions.of_one_edition(estimate.release, shown):
            continue
        key = (estimate.occupation_id, estimate.area_id, estimate.industry_id)
        if key not in cells or estimate.release.is_official:
            cells[key] = estimate
    return list(cells.values())


def pay(
    occupation: Occupation,
    estimates: Sequence[WageEstimate],
    by_industry: Sequence[WageEstimate],
    *,
    newest: Release | None,
    industry_titles: Mapping[str, str] | None = None,
) -> Pay | None:
    """The pay section, or None where no release states the occupation's pay.

    `estimates` are its national cells for all industries, `by_industry` its national cells for single industries in
    the releases of the edition for tables; `newest` is the newest official release of the source. `industry_titles`
    has the titles, by their code, of 3-digit industries that have no cell of their own.
    """
    shown, listed = choose_edition(estimates), choose_for_tables(estimates)
    if shown is None or listed is None:
        return None
    basis = basis_of(shown)
    other = "hourly" if basis == "annual" else "annual"
    percentiles, other_percentiles = percentiles_of(shown, basis), percentiles_of(shown, other)
    title, period = occupation.sentence_title, shown.release.reference_period
    cells, titles = same_edition(by_industry, listed.release), industry_titles or {}
    return Pay(
        release=shown.release,
        basis=basis,
        estimate=shown,
        sentences=_sentences(title, percentiles, other_percentiles, basis, period),
        percentiles=percentiles,
        other_basis=other,
        other_percentiles=other_percentiles,
        mean=figure(shown, f"{basis}_mean"),
        other_mean=figure(shown, f"{other}_mean"),
        reliability=_reliability(shown),
        ruler=pay_bar.ruler(title, percentiles, basis),
        ruler_title=pay_bar.middle_half(percentiles, basis),
        largest=largest(listed, cells, basis, TOP_INDUSTRIES, titles),
        ten_largest=largest(listed, cells, basis, LARGEST, titles),
        by_median=_by_median(listed, cells, basis),
        listed=listed,
        editions=_editions(estimates, shown),
        is_latest=newest is None or editions.rank(shown.release) >= editions.rank(newest),
    )


def _unsaid(fig: Figure) -> bool:
    return fig.value is None and fig.reason in (None, MissingReason.NOT_STATED)


def _reliability(estimate: WageEstimate) -> str:
    """What the published errors say of the mean; percentiles have none, and the page says that too."""
    rse = figure(estimate, "wage_rse")
    if rse.value is None:
        return ""
    return (
        f"Reliability of the mean: {reliability(rse)} (relative standard error {numbers.percent(rse.value)})."
        " BLS publishes no error for percentiles, including the median."
    )


def _sentences(
    title: str,
    percentiles: tuple[Figure, ...],
    others: tuple[Figure, ...],
    basis: str,
    period: str,
) -> list[str]:
    median, other_median = percentiles[2], others[2]
    said = [prose.median_sentence(title, median, basis, period)]
    if median.value is not None:
        said.append(prose.MEDIAN_MEANING)
    said.append(prose.tails_sentence(percentiles[0], percentiles[4], basis))
    if other_median.reason == MissingReason.OTHER_BASIS:
        said.append(prose.one_basis_sentence(title, basis))
    return [text for text in said if text]


def _by_median(overall: WageEstimate, cells: list[WageEstimate], basis: str) -> list[IndustryPay]:
    """The industries of which a median is stated, the highest first, for a release that states no sizes."""
    stated = [row for row in rows_of(overall, cells, basis) if row.median.value is not None]
    return sorted(stated, key=lambda row: (row.median.sort_key(descending=True), row.code))


def _editions(estimates: Sequence[WageEstimate], shown: WageEstimate) -> list[EarlierEstimate]:
    ordered = sorted(estimates, key=_rank, reverse=True)
    return [
        EarlierEstimate(
            e.release,
            percentiles_of(e, b)[2],
            b,
            e.pk == shown.pk,
            editions.of_one_edition(e.release, shown.release),
        )
        for e in ordered
        for b in [basis_of(e)]
    ]


@dataclass(frozen=True)
class ProfilePay:
    """Medians by industry as the Handbook states them for a whole profile."""

    release: Release
    profile: Profile
    period: str
    basis: str
    rows: list[tuple[str, Figure]]


def profile_pay(wages: Sequence[ProfileWage]) -> list[ProfilePay]:
    """One table for each release, profile and basis, the highest median first. Kept apart from OEWS cells:
    they are of the profile's occupations together, and of an earlier May."""
    tables: dict[tuple[int, int, str, str], list[ProfileWage]] = {}
    for wage in wages:
        key = (wage.release_id, wage.profile_id, wage.reference_period, wage.basis)
        tables.setdefault(key, []).append(wage)
    return [
        ProfilePay(
            release=rows[0].release,
            profile=rows[0].profile,
            period=rows[0].reference_period,
            basis=rows[0].basis,
            rows=[
                (row.industry_title, _median_of(row))
                for row in sorted(
                    rows, key=lambda r: (_median_of(r).sort_key(descending=True), r.industry_title)
                )
            ],
        )
        for rows in tables.values()
    ]


def _median_of(wage: ProfileWage) -> Figure:
    reason = MissingReason(wage.median_missing) if wage.median_missing else None
    return Figure(wage.median, reason, wage.floor)
