"""An occupation's page: what the sources say of it, put in the order in which people ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from occupations.editions import newest_official, rank
from occupations.models import Certification, Occupation, Profile, Release
from wages.estimates import figure
from wages.models import WageEstimate
from web.occupations import words
from web.occupations.by_preparation import by_preparation
from web.occupations.citation import COVERS, RELIABILITY, Citation, cite
from web.occupations.comparisons import Beside, LeftOut, States, beside_groups, by_state
from web.occupations.contents import SECTIONS, contents, has_entry, has_skills
from web.occupations.descriptors import DescriptorPart, descriptor_part
from web.occupations.factors import Why, why
from web.occupations.glance import Glance, glance
from web.occupations.heading import ancestors, kind_line
from web.occupations.industry_table import IndustryTable, industry_table
from web.occupations.listed import Folded, Listed
from web.occupations.material import Material
from web.occupations.members import Member, members, pooled_in
from web.occupations.outlook import Outlook, entry_of, outlook
from web.occupations.pay import Pay, ProfilePay, pay, profile_pay
from web.occupations.shares import Shares, published_shares
from web.occupations.successors import Successors, successors
from web.occupations.texts import IN_SHORT, Text, in_short, own_origins, texts
from web.occupations.ways_out import Way, ways_out
from web.words import sentences
from web.words.brief import in_brief
from web.words.notes import DRAFTED, about_medians

TITLES_SHOWN, FIRST = 10, 5


@dataclass(frozen=True)
class SourceNote:
    """A release with what its figures cover and how reliable they are."""

    release: Release
    covers: str
    reliability: str


@dataclass
class ProfilePage:
    """Everything that an occupation's page shows; a part is None or empty where nothing is known."""

    occupation: Occupation
    is_as_of_a_day: bool
    trail: list[Occupation]
    kind_line: str
    glance: list[Glance]
    in_short: str
    texts: dict[str, Text]
    descriptors: DescriptorPart
    similar: list[tuple[str, Occupation]]
    profile_pay: list[ProfilePay]
    profile: Profile | None
    pay: Pay | None
    beside: list[Beside]
    states: States | None
    outlook: Outlook | None
    why: Why | None
    related_by_preparation: list[Listed]
    ways_out: list[Way]
    jobs_sentence: str
    payroll_sentence: str
    shares: list[Shares]
    by_industry: IndustryTable | None
    certifications: Folded[Certification]
    titles: Folded[str]
    members: list[Member]
    members_pay: Release | None
    members_outlook: Release | None
    combines: list[Occupation]
    successors: Successors | None
    crosswalks: list[Release]
    pooled_in: list[Occupation]
    covered_with: list[Occupation]
    citation: Citation | None = None
    contents: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_skills(self) -> bool:
        return has_skills(self)

    @property
    def which_states(self) -> str:
        return words.which_states(self.states) if self.states else ""

    @property
    def notes_on_states(self) -> list[str]:
        """What is said under the table of states of those that nobody can rank."""
        if self.states is None or self.pay is None:
            return []
        said = [words.unranked_states(self.states, self.pay.basis), words.tied_states(self.states)]
        said.append(words.left_out_states(self.states))
        return [note for note in said if note]

    @property
    def unreleased_states(self) -> int:
        return self.states.left_out.get(LeftOut.NOT_RELEASED, 0) if self.states else 0

    @property
    def name_in_text(self) -> str:
        return sentences.in_sentence(self.occupation.sentence_title)

    @property
    def description(self) -> str:
        """What a search engine shows under the title: what the work is, or what it pays and how it grows; with
        the code of a group, as the one occupation in it can have the same title."""
        tail = f" SOC {self.occupation.code}." if self.occupation.is_group else ""
        if self.in_short:
            return in_brief(self.in_short, tail=tail)
        said = [part.sentences[0] for part in (self.pay, self.outlook) if part is not None and part.sentences]
        if not said:
            return f"{self.occupation.title}, SOC {self.occupation.code}."
        return in_brief(" ".join(said), tail=tail)

    @property
    def has_industries(self) -> bool:
        return self.pay is not None

    @property
    def has_entry(self) -> bool:
        return has_entry(self)

    @property
    def pooled_lead(self) -> str:
        """What is said before the codes that pay is published under together with others."""
        return words.pooled_lead(was_alone=self.pay is not None)

    @property
    def license(self) -> str:
        """Who licenses these workers, where the profile says so."""
        name = self.name_in_text if "," not in self.name_in_text else ""
        return words.license_sentence(self.profile.license, name) if self.profile is not None else ""

    @property
    def own_origins(self) -> list[str]:
        """Who wrote the texts of this site's own, and whether they are reviewed."""
        return own_origins(self.texts) or ([DRAFTED] if self.in_short and self.occupation.is_group else [])

    @property
    def entry(self) -> list[tuple[str, str]]:
        """The usual way in, as term and value; "None" of BLS is said in words."""
        projection = self.outlook.projection if self.outlook else None
        if projection is None:
            return []
        return entry_of(projection)

    @property
    def time_to_enter(self) -> list[str]:
        """How long the way in is, and whether it begins with this work; none where BLS assigns none."""
        projection = self.outlook.projection if self.outlook else None
        said = [words.time_to_enter(projection), words.entry_job(projection)] if projection else []
        return [text for text in said if text]

    @property
    def entry_releases(self) -> list[Release]:
        """The rounds that the usual way in is of: the shown one, and the one that it takes the rest from."""
        projection = self.outlook.projection if self.outlook else None
        found = (projection.release, projection.carried_from) if projection else ()
        return [release for release in found if release is not None]

    @property
    def unverified(self) -> str:
        """Which of the certifications nobody has checked with their organizations, said once for all."""
        return words.unverified([one.last_verified_on for one in self.certifications.all])

    @property
    def members_title(self) -> str:
        return f"{sentences.plural(len(self.members), 'occupation', 'occupations')}."

    @property
    def members_caption(self) -> str:
        """What the table of members shows, of when."""
        periods = []
        if self.members_pay is not None:
            periods.append(f"pay and jobs {self.members_pay.reference_period}")
        if self.members_outlook is not None:
            periods.append(f"outlook {self.members_outlook.reference_period}")
        said = [sentences.sentence(", ".join(periods)) + "."] if periods else []
        return " ".join([*said, *about_medians(member.median for member in self.members)])

    @property
    def nothing_known(self) -> str:
        """Said where no source has figures for the code, or as of a day one of the two had none by then."""
        lacking = [what for what, part in (("pay", self.pay), ("an outlook", self.outlook)) if part is None]
        if not lacking or self.pooled_in or self.members:
            return ""
        if self.occupation.code.startswith("55-"):
            return (
                "Military occupations are not in OEWS or the Employment Projections: "
                "both count civilian jobs, so there is no pay or outlook to show."
            )
        if self.is_as_of_a_day:
            return f"None of our sources had published {' or '.join(lacking)} for this code by then."
        if len(lacking) == 1:
            return ""
        return "None of our sources publish pay or an outlook for this code."

    @property
    def sources(self) -> list[Release]:
        """The releases that the page's figures come from, each once."""
        releases = [part.release for part in (self.pay, self.outlook) if part is not None]
        releases += self.outlook.carried if self.outlook else []
        if self.pay is not None and (self.pay.industries or self.states is not None or self.beside):
            releases.append(self.pay.listed.release)
        if self.outlook is not None and self.outlook.openings is not None:
            releases.append(self.outlook.openings.release)
        releases += self.entry_releases if self.entry else []
        if self.why is not None:
            releases.append(self.why.release)
        releases += [shares.release for shares in self.shares]
        if self.states is not None and self.states.prices is not None:
            releases.append(self.states.prices)
        releases += [part.release for part in self.profile_pay]
        releases += [text.release for text in self.texts.values() if text.release is not None]
        releases += [*self.descriptors.used, *self.crosswalks]
        return list(dict.fromkeys(releases))

    @property
    def sources_cited(self) -> list[str]:
        return sentences.cited_by_source(self.sources)

    @property
    def source_notes(self) -> list[SourceNote]:
        """What a source mark opens, for each release on the page."""
        return [
            SourceNote(r, COVERS.get(r.source.slug, ""), RELIABILITY.get(r.source.slug, ""))
            for r in self.sources
        ]

    @property
    def left_out(self) -> list[str]:
        """Sections without content, for editors."""
        present = {anchor for anchor, _ in self.contents}
        return [title for anchor, title in SECTIONS.items() if anchor not in present]

    @property
    def periods_differ(self) -> bool:
        return len({release.reference_period for release in self.sources}) > 1


def profile_page(material: Material, address: str, today: dt.date) -> ProfilePage:
    """The page from what was fetched; `address` is its own, with the host and without a release."""
    occupation = material.occupation
    pay_part = pay(
        occupation,
        material.editions,
        material.by_industry,
        newest=material.newest,
        industry_titles=material.industry_titles,
    )
    outlook_part = outlook(occupation, material.projections)
    shares = published_shares(material.shares)
    became = successors(occupation, material.changes, material.combines)
    page = ProfilePage(
        occupation=occupation,
        is_as_of_a_day=material.day is not None,
        trail=ancestors(occupation),
        kind_line=kind_line(occupation),
        glance=glance(occupation, pay_part, outlook_part, material.profile),
        in_short=material.introduction.text
        if material.introduction
        else in_short(next(iter(material.sections.get(IN_SHORT, ())), None)),
        texts=texts(material.sections),
        descriptors=descriptor_part(material.described, material.related_pay, material.related_projections),
        similar=[(profile.title, profile.occupations.all()[0]) for profile in material.similar],
        profile_pay=profile_pay(material.profile_wages),
        profile=material.profile,
        pay=pay_part,
        beside=beside_groups(occupation, pay_part.listed, material.around, pay_part.basis)
        if pay_part
        else [],
        states=by_state(material.in_states, pay_part.basis, material.parities, material.prices)
        if pay_part
        else None,
        outlook=outlook_part,
        why=why(occupation, material.factors),
        related_by_preparation=by_preparation(
            material.described.job_zone, material.described.related, material.related_zones
        ),
        ways_out=ways_out(
            occupation, [outlook_part.projection, *outlook_part.earlier] if outlook_part else []
        ),
        jobs_sentence=sentences.jobs_sentence(occupation, outlook_part.projection) if outlook_part else "",
        payroll_sentence=_payroll_sentence(occupation, pay_part),
        shares=shares,
        by_industry=industry_table(pay_part, material.by_industry, shares),
        certifications=Folded(list(material.certifications), FIRST),
        titles=Folded(_distinct([title.title for title in material.titles], occupation), TITLES_SHOWN),
        members=members(material.members, material.member_pay, material.member_projections),
        members_pay=next((estimate.release for estimate in material.member_pay), None),
        members_outlook=newest_official([p.release for p in material.member_projections]),
        combines=list(material.combines),
        successors=became,
        crosswalks=list(dict.fromkeys(change.release for change in material.changes)) if became else [],
        pooled_in=pooled_in(
            occupation,
            _newest(material.editions, material.newest),
            _newest(material.around, material.newest),
            material.combined_in,
        ),
        covered_with=list(material.covered_with),
    )
    page.contents = contents(page)
    page.citation = cite(occupation.sentence_title, address, page.sources, today)
    return page


def _newest(estimates: Sequence[WageEstimate], newest: Release | None) -> list[WageEstimate]:
    """Those of the newest release, or of an edition that counts before it: what older ones counted alone may stand
    in a wider code today."""
    return [e for e in estimates if newest is None or rank(e.release) >= rank(newest)]


def _payroll_sentence(occupation: Occupation, pay_part: Pay | None) -> str:
    if pay_part is None:
        return ""
    employment = figure(pay_part.listed, "employment")
    if occupation.is_group or employment.value is None:
        return ""
    period = pay_part.listed.release.reference_period
    return sentences.count_sentence(occupation.sentence_title, employment, period)


def _distinct(titles: list[str], occupation: Occupation) -> list[str]:
    """Alternate titles without repeats, letter case aside, and without the title itself."""
    seen = {occupation.title.casefold()}
    distinct = []
    for title in titles:
        if title.casefold() not in seen:
            seen.add(title.casefold())
            distinct.append(title)
    return distinct
