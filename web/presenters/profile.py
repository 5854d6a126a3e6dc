"""An occupation's page: what the sources say of it, put in the order in which people ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.urls import reverse
from django.utils.safestring import SafeString

from occupations.models import (
    AlternateTitle,
    Certification,
    IndustryShare,
    MissingReason,
    Occupation,
    Profile,
    ProfileSection,
    Projection,
    Release,
)
from wages.estimates import Figure, figure
from wages.models import WageEstimate
from web import figures, prose
from web.asof import AsOf, keep_release
from web.presenters.outlook import Outlook, Shares, outlook, published_shares
from web.presenters.pay import Pay, pay
from web.richtext import render_markdown

TITLES_SHOWN = 24
NO_NEED = {"None": "None is usually needed"}


@dataclass(frozen=True)
class Glance:
    """One fact of the strip under the title: label, the figure, and what it means or leaves out."""

    label: str
    value: str
    note: str
    missing: bool = False


@dataclass(frozen=True)
class Member:
    """A row of the table of occupations within a group, or that a code combines."""

    occupation: Occupation
    median: Figure
    basis: str
    employment: Figure
    percent_change: Decimal | None


@dataclass
class ProfilePage:
    """Everything that an occupation's page shows; a part is None or empty where nothing is known."""

    occupation: Occupation
    trail: list[Occupation]
    kind_line: str
    glance: list[Glance]
    texts: dict[str, SafeString]
    profile: Profile | None
    pay: Pay | None
    outlook: Outlook | None
    jobs_sentence: str
    payroll_sentence: str
    shares: list[Shares]
    certifications: list[Certification]
    titles: list[str]
    members: list[Member]
    combines: list[Occupation]
    pooled_in: list[Occupation]
    covered_with: list[Occupation]
    contents: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name_in_text(self) -> str:
        return prose.in_sentence(self.occupation.sentence_title)

    @property
    def description(self) -> str:
        """What a search engine shows under the title: the finding, in two sentences at most."""
        said = [part.sentences[0] for part in (self.pay, self.outlook) if part is not None and part.sentences]
        return " ".join(said) or f"{self.occupation.title}, SOC {self.occupation.code}."

    @property
    def has_industries(self) -> bool:
        return self.pay is not None

    @property
    def has_entry(self) -> bool:
        return has_entry(self)

    @property
    def entry(self) -> list[tuple[str, str]]:
        """The usual way in, as term and value; "None" of BLS is said in words."""
        projection = self.outlook.projection if self.outlook else None
        if projection is None:
            return []
        return [
            (term, NO_NEED.get(value, value))
            for term, code, value in (
                ("Education to enter", projection.entry_education, projection.get_entry_education_display()),
                (
                    "Experience in related work",
                    projection.work_experience,
                    projection.get_work_experience_display(),
                ),
                ("Training on the job", projection.training, projection.get_training_display()),
            )
            if code is not None
        ]

    @property
    def titles_lead(self) -> list[str]:
        return self.titles[:TITLES_SHOWN]

    @property
    def titles_rest(self) -> list[str]:
        return self.titles[TITLES_SHOWN:]

    @property
    def members_title(self) -> str:
        return f"{prose.plural(len(self.members), 'occupation', 'occupations')}."

    @property
    def members_caption(self) -> str:
        """What the table of members shows, of when."""
        periods = []
        if self.pay is not None:
            periods.append(f"pay and jobs {self.pay.release.reference_period}")
        if self.outlook is not None:
            periods.append(f"outlook {self.outlook.release.reference_period}")
        return prose.sentence(", ".join(periods)) + "." if periods else ""

    @property
    def nothing_known(self) -> str:
        """Said where no source has figures for the code."""
        if self.pay is not None or self.outlook is not None or self.pooled_in or self.members:
            return ""
        return (
            "No source read here publishes pay or an outlook for this code."
            if not self.occupation.code.startswith("55-")
            else "Military occupations are not in OEWS or the Employment Projections: "
            "both count civilian jobs, so there is no pay or outlook to show."
        )

    @property
    def sources(self) -> list[Release]:
        """The releases that the page's figures come from, each once."""
        found = [part.release for part in (self.pay, self.outlook) if part is not None]
        found += [shares.release for shares in self.shares]
        return list(dict.fromkeys(found))

    @property
    def periods_differ(self) -> bool:
        return len({release.reference_period for release in self.sources}) > 1


@dataclass(frozen=True)
class Material:
    """What the view has fetched for one occupation."""

    occupation: Occupation
    editions: Sequence[WageEstimate]
    pooled_editions: Sequence[WageEstimate]
    by_industry: Sequence[WageEstimate]
    newest: Release | None
    projections: Sequence[Projection]
    shares: Sequence[IndustryShare]
    profile: Profile | None
    sections: Sequence[ProfileSection]
    covered_with: Sequence[Occupation]
    certifications: Sequence[Certification]
    titles: Sequence[AlternateTitle]
    members: Sequence[Occupation]
    member_pay: Sequence[WageEstimate]
    member_projections: Sequence[Projection]
    combines: Sequence[Occupation]
    combined_in: Sequence[Occupation]


def profile_page(material: Material) -> ProfilePage:
    """The page from what was fetched."""
    occupation = material.occupation
    pay_part = pay(occupation, material.editions, material.by_industry, newest=material.newest)
    outlook_part = outlook(occupation, material.projections)
    page = ProfilePage(
        occupation=occupation,
        trail=ancestors(occupation),
        kind_line=kind_line(occupation),
        glance=glance(pay_part, outlook_part),
        texts={_slot(section.kind): render_markdown(section.body) for section in material.sections},
        profile=material.profile,
        pay=pay_part,
        outlook=outlook_part,
        jobs_sentence=prose.jobs_sentence(occupation, outlook_part.projection) if outlook_part else "",
        payroll_sentence=_payroll_sentence(occupation, pay_part),
        shares=published_shares(material.shares),
        certifications=list(material.certifications),
        titles=_distinct([title.title for title in material.titles], occupation),
        members=_members(material),
        combines=list(material.combines),
        pooled_in=_pooled_in(material),
        covered_with=list(material.covered_with),
    )
    page.contents = contents(page)
    return page


@dataclass(frozen=True)
class Heading:
    """What every page of an occupation has over it."""

    occupation: Occupation
    trail: list[Occupation]
    kind_line: str
    has_industries: bool = True


def crumbs(occupation: Occupation, as_of: AsOf) -> list[tuple[str, str]]:
    """The way from the finder through the groups, as title and address."""
    way = [("Occupations", reverse("finder"))]
    way += [(group.sentence_title, group.get_absolute_url()) for group in ancestors(occupation)]
    return [(title, keep_release(address, as_of)) for title, address in way]


def heading(occupation: Occupation) -> Heading:
    """The heading of a page below the profile."""
    return Heading(occupation, ancestors(occupation), kind_line(occupation))


def ancestors(occupation: Occupation) -> list[Occupation]:
    """The groups above, widest first, without "all occupations" and without one of the same title."""
    found: list[Occupation] = []
    parent = occupation.parent
    while parent is not None and parent.level > Occupation.Level.TOTAL:
        if parent.title != occupation.title:
            found.insert(0, parent)
        parent = parent.parent
    return found


def kind_line(occupation: Occupation) -> str:
    """The line under the title: the code system, the code and what kind of entry it is."""
    level = occupation.get_level_display().lower()
    if occupation.is_residual:
        level += ", a residual: those in the group who fit no occupation listed beside it"
    if occupation.is_retired:
        level += ", retired"
    system = occupation.system.name if occupation.system.slug != "soc-2018" else "SOC"
    return f"{system} {occupation.code} · {level}"


def glance(pay_part: Pay | None, outlook_part: Outlook | None) -> list[Glance]:
    """The strip of facts, each with its period in its label."""
    found: list[Glance] = []
    if pay_part is not None:
        period = pay_part.release.label
        main = figures.wage(pay_part.median, pay_part.basis)
        if pay_part.other_median.value is not None or pay_part.other_median.is_top_coded:
            note = f"{figures.wage(pay_part.other_median, pay_part.other_basis)} {_PER[pay_part.other_basis]}"
        elif pay_part.other_median.reason == MissingReason.OTHER_BASIS:
            note = f"published {_PER_ONLY[pay_part.basis]} only"
        else:
            note = ""
        found.append(Glance(f"Median pay, {period}", main, note, pay_part.median.value is None))
        employment = figure(pay_part.estimate, "employment")
        if outlook_part is None and employment.value is not None:
            found.append(Glance(f"Jobs, {period}", figures.number(employment.value), "wage and salary only"))
    if outlook_part is not None:
        found += _outlook_glance(outlook_part)
    return found


_PER = {"annual": "a year", "hourly": "an hour"}
_PER_ONLY = {"annual": "by the year", "hourly": "by the hour"}


def _outlook_glance(part: Outlook) -> list[Glance]:
    projection = part.projection
    found = []
    if projection.base_employment is not None:
        jobs = figures.thousands(projection.base_employment)
        found.append(Glance(f"Jobs, {projection.base_year}", jobs, "self-employed included"))
    if projection.percent_change is not None:
        change = figures.percent_sign(projection.percent_change, signed=True)
        note = projection.get_growth_word_display() if projection.growth_word else ""
        if part.total is not None and part.total.percent_change is not None:
            average = figures.percent_sign(part.total.percent_change, signed=True)
            note = f"{note} (all jobs {average})" if note else f"all jobs {average}"
        found.append(Glance(f"Outlook, {part.release.label}", change, note))
    if projection.openings is not None:
        found.append(
            Glance(
                f"Openings a year, {part.release.label}",
                figures.thousands(projection.openings),
                "new jobs and replacement together",
            )
        )
    if projection.entry_education is not None:
        notes = []
        if projection.work_experience is not None:
            notes.append(_EXPERIENCE[projection.work_experience])
        if projection.training is not None:
            notes.append(_TRAINING[projection.training])
        found.append(
            Glance(
                "Usual entry education",
                projection.get_entry_education_display(),
                "; ".join(note for note in notes if note),
            )
        )
    return found


_EXPERIENCE = {1: "5 years or more in related work", 2: "less than 5 years in related work", 4: ""}
_TRAINING = {
    1: "then an internship or residency",
    2: "then an apprenticeship",
    3: "then over a year of training on the job",
    4: "then 1 to 12 months of training on the job",
    5: "then up to a month of training on the job",
    6: "",
}


def _payroll_sentence(occupation: Occupation, pay_part: Pay | None) -> str:
    if pay_part is None:
        return ""
    employment = figure(pay_part.estimate, "employment")
    if occupation.is_group or employment.value is None:
        return ""
    period = pay_part.release.reference_period
    return prose.count_sentence(occupation.sentence_title, employment, period)


def _pooled_in(material: Material) -> list[Occupation]:
    """The codes under which OEWS publishes the occupation together with others, where it has no cell of its own."""
    if material.editions or material.occupation.is_group:
        return []
    found = [wider for wider in material.combined_in if not wider.is_retired]
    parent = material.occupation.parent
    stands_in = any(e.published_level == Occupation.Level.DETAILED for e in material.pooled_editions)
    if parent is not None and stands_in:
        found.append(parent)
    return found


def _members(material: Material) -> list[Member]:
    paid = {estimate.occupation_id: estimate for estimate in material.member_pay}
    projected = {projection.occupation_id: projection for projection in material.member_projections}
    found = []
    for occupation in material.members:
        estimate = paid.get(occupation.pk)
        basis = "annual"
        if estimate is not None and estimate.annual_median is None and estimate.hourly_median is not None:
            basis = "hourly"
        found.append(
            Member(
                occupation=occupation,
                median=figure(estimate, f"{basis}_median"),
                basis=basis,
                employment=figure(estimate, "employment"),
                percent_change=projected[occupation.pk].percent_change
                if occupation.pk in projected
                else None,
            )
        )
    return found


def _distinct(titles: list[str], occupation: Occupation) -> list[str]:
    """Alternate titles without repeats, letter case aside, and without the title itself."""
    seen = {occupation.title.casefold()}
    found = []
    for title in titles:
        if title.casefold() not in seen:
            seen.add(title.casefold())
            found.append(title)
    return found


def _slot(kind: str) -> str:
    """The name under which a template asks for a section: "10-what-they-do" → "what_they_do"."""
    return kind.partition("-")[2].replace("-", "_")


def contents(page: ProfilePage) -> list[tuple[str, str]]:
    """Anchors and titles of the sections that the page has, in order."""
    texts = page.texts
    candidates = [
        ("what-they-do", "What they do", "what_they_do" in texts),
        ("within", "Occupations within", bool(page.members)),
        (
            "work-environment",
            "Work environment",
            bool(page.jobs_sentence or page.payroll_sentence or page.shares or "work_environment" in texts),
        ),
        ("schedules", "Work schedules", "work_schedules" in texts),
        ("how-to-become-one", "How to become one", has_entry(page)),
        ("advancement", "Advancement", "advancement" in texts),
        ("certifications", "Certifications", bool(page.certifications)),
        ("pay", "Pay", page.pay is not None),
        ("outlook", "Job outlook", page.outlook is not None),
        ("titles", "Other titles", bool(page.titles)),
        ("sources", "Sources", True),
    ]
    return [(anchor, title) for anchor, title, present in candidates if present]


def has_entry(page: ProfilePage) -> bool:
    """Whether anything is known about the way into the occupation."""
    projection = page.outlook.projection if page.outlook else None
    known = projection is not None and projection.entry_education is not None
    return known or "education_and_training" in page.texts or "other_skills" in page.texts
