"""The sections of an occupation's page, and which of them it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from web.occupations.profile import ProfilePage

SECTIONS = {
    "what-they-do": "What they do",
    "within": "Occupations within",
    "work-environment": "Work environment",
    "schedules": "Work schedules",
    "how-to-become-one": "How to become one",
    "skills": "Skills and knowledge",
    "tools": "Tools and technology",
    "advancement": "Advancement",
    "certifications": "Certifications",
    "pay": "Pay",
    "outlook": "Job outlook",
    "similar": "Similar occupations",
    "titles": "Other titles",
    "elsewhere": "Look it up elsewhere",
    "contacts": "Contacts",
    "sources": "Sources",
}


def contents(page: ProfilePage) -> list[tuple[str, str]]:
    """Anchors and titles of the sections that the page has, in order."""
    texts = page.texts
    at_work = page.jobs_sentence or page.payroll_sentence or page.shares or "work_environment" in texts
    present = {
        "what-they-do": "what_they_do" in texts
        or page.descriptors.definition
        or page.descriptors.tasks
        or page.descriptors.parts,
        "within": page.members,
        "work-environment": at_work,
        "schedules": "work_schedules" in texts,
        "how-to-become-one": has_entry(page),
        "skills": has_skills(page),
        "tools": page.descriptors.technologies,
        "advancement": "advancement" in texts,
        "certifications": page.certifications,
        "pay": page.pay,
        "outlook": page.outlook,
        "similar": page.descriptors.related or page.similar,
        "titles": page.titles,
        "elsewhere": page.ways_out,
        "contacts": "contacts" in texts,
        "sources": True,
    }
    return [(anchor, title) for anchor, title in SECTIONS.items() if present.get(anchor)]


def has_skills(page: ProfilePage) -> bool:
    """Whether O*NET says anything of the occupation's skills as of the day, or only later and that is to be said."""
    shown = page.descriptors
    return bool(shown.ranked or shown.interests or (shown.later and not page.occupation.is_group))


def has_entry(page: ProfilePage) -> bool:
    """Whether anything is known about the way into the occupation."""
    projection = page.outlook.projection if page.outlook else None
    known = projection is not None and projection.entry_education is not None
    parts = page.descriptors
    described = parts.zone or parts.education or parts.education_note or parts.programs
    return bool(known or described or "education_and_training" in page.texts or "other_skills" in page.texts)
