"""A handout: the sheet on an occupation that a counselor gives away.

It is one sheet of paper, whatever is known: lists end after a few and say how many more there are, and of a text the
first paragraphs stand here. The rest is on the page whose address the sheet bears.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from occupations import release_parts as part
from occupations.descriptors import Digest
from occupations.models import Certification, Occupation, Release
from web.handouts.queries import Packet
from web.occupations.answer.card import Answer
from web.occupations.descriptors import zone_sentence
from web.occupations.heading import kind_line
from web.occupations.largest import IndustryPay
from web.occupations.outlook import Outlook, entry_of, outlook
from web.occupations.pay import Pay, pay
from web.occupations.texts import Text, text_of
from web.words import sentences
from web.words.brief import in_brief
from web.words.interests import INTERESTS
from web.words.numbers import number
from web.words.origins import origin

SKILLS_SHOWN, TASKS_SHOWN, CERTIFICATIONS_SHOWN, INDUSTRIES_SHOWN = 6, 5, 5, 5
TEXT_SHOWN, TASK_SHOWN = 900, 170  # characters
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Handout:
    """What stands on the pages of one occupation; a part is None or empty where nothing is known.

    `here` is the answer for the place or industry that was asked for.
    """

    occupation: Occupation
    kind_line: str
    text: Text | None
    what: str
    pay: Pay | None
    outlook: Outlook | None
    jobs: str
    entry: list[tuple[str, str]]
    zone: str
    interests: list[str]
    interests_origin: str
    skills: list[tuple[str, str]]
    tasks: list[str]
    certifications: list[Certification]
    more_certifications: int
    releases: list[Release]
    here: Answer | None = None
    permalink: str = ""

    @property
    def industries(self) -> list[IndustryPay]:
        """The first few of the industries that pay is known of."""
        return self.pay.industries[:INDUSTRIES_SHOWN] if self.pay else []

    @property
    def name_in_text(self) -> str:
        return sentences.in_sentence(self.occupation.sentence_title)

    @property
    def is_known(self) -> bool:
        """Whether any source says anything of it."""
        return bool(self.releases or self.text or self.certifications)


def handout(occupation: Occupation, packet: Packet, here: Answer | None = None) -> Handout:
    """The handout of one occupation from what was read for the packet, with the answer for a place or industry."""
    editions = packet.editions.get(occupation.pk, [])
    pay_part = pay(
        occupation, editions, packet.by_industry.get(occupation.pk, []), newest=packet.newest,
        industry_titles=packet.industry_titles,
    )  # fmt: skip
    own = [
        p
        for p in packet.projections
        if p.occupation_id == occupation.pk or p.occupation.level == Occupation.Level.TOTAL
    ]
    outlook_part = outlook(occupation, own)
    digest = packet.digests[occupation.pk]
    section = packet.sections.get(occupation.pk)
    text = text_of(section) if section else None
    certifications = list(packet.certifications.get(occupation.pk, []))
    return Handout(
        occupation=occupation,
        kind_line=kind_line(occupation),
        text=text,
        what=in_brief(_paragraphs(text) if text else digest.definition, TEXT_SHOWN),
        pay=pay_part,
        outlook=outlook_part,
        jobs=sentences.jobs_sentence(occupation, outlook_part.projection) if outlook_part else "",
        entry=_entry(outlook_part),
        zone=zone_sentence(digest.job_zone),
        interests=[INTERESTS[letter][0].lower() for letter in digest.interest_code],
        interests_origin=origin(digest.interest_source),
        skills=[(r.element.name, number(r.rating.value, 1)) for r in digest.skills[:SKILLS_SHOWN]],
        tasks=[in_brief(task.text, TASK_SHOWN) for task in digest.tasks[:TASKS_SHOWN]],
        certifications=list(certifications[:CERTIFICATIONS_SHOWN]),
        more_certifications=max(len(certifications) - CERTIFICATIONS_SHOWN, 0),
        releases=_releases(pay_part, outlook_part, text, digest, here),
        here=here,
    )


def _paragraphs(text: Text) -> str:
    """The text's paragraphs in one, without those that only lead to a list."""
    plain = [html.unescape(re.sub(r"<[^>]+>", "", found)).strip() for found in PARAGRAPH.findall(text.html)]
    return " ".join(paragraph for paragraph in plain if not paragraph.endswith(":"))


def _entry(part: Outlook | None) -> list[tuple[str, str]]:
    """The usual way in as BLS assigns it, as term and value."""
    if part is None:
        return []
    return entry_of(part.projection)


def _releases(
    pay_part: Pay | None, outlook_part: Outlook | None, text: Text | None, digest: Digest, here: Answer | None
) -> list[Release]:
    """The releases that something on the handout comes from, each once."""
    releases = [part.release for part in (pay_part, outlook_part) if part is not None]
    releases += outlook_part.carried if outlook_part else []
    if here is not None and here.release is not None:
        releases.append(here.release)
    if pay_part is not None and pay_part.industries:
        releases.append(pay_part.listed.release)
    if text is not None and text.release is not None:
        releases.append(text.release)
    described = {
        part.JOB_ZONES: digest.job_zone,
        part.INTERESTS: digest.interest_code,
        part.SKILLS: digest.skills,
        part.TASKS: digest.tasks,
    }
    of_parts = (digest.onet.of(name) for name, content in described.items() if content)
    releases += [release for release in of_parts if release is not None]
    if digest.definition and text is None:
        releases.append(digest.releases["soc"])
    return list(dict.fromkeys(releases))
