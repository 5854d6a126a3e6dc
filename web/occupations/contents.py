"""The sections of an occupation's page in the reader's order, and which of them it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from web.occupations.profile import ProfilePage

SECTIONS = {
    "at-a-glance": "At a glance",
    "what-they-do": "What they do",
    "within": "Occupations in this group",
    "work-environment": "Work environment",
    "schedules": "Work schedules",
    "how-to-become-one": "How to become one",
    "certifications": "Certifications",
    "advancement": "Advancement",
    "pay": "Pay",
    "industries": "Jobs by industry",
    "outlook": "Job outlook",
    "skills": "Qualities, skills and tools",
    "similar": "Similar occupations",
    "titles": "Other titles",
    "elsewhere": "Find out more elsewhere",
    "contacts": "Contacts",
    "sources": "Sources",
}


def contents(page: ProfilePage) -> list[tuple[str, str]]:
    """Anchors and titles of the sections that the page has, in order."""
    texts = page.texts
    present = {
        "at-a-glance": page.glance,
        "what-they-do": "what_they_do" in texts
        or page.descriptors.definition
        or page.descriptors.tasks
        or page.descriptors.parts,
        "within": page.members,
        "work-environment": "work_environment" in texts,
        "schedules": "work_schedules" in texts,
        "how-to-become-one": has_entry(page),
        "certifications": page.certifications,
        "advancement": "advancement" in texts,
        "pay": page.pay,
        # Under pay, where there is any.
        "industries": page.by_industry and not page.pay,
        "outlook": page.outlook,
        "skills": has_skills(page),
        "similar": page.descriptors.related or page.similar,
        "titles": page.titles,
        "elsewhere": page.ways_out,
        "contacts": "contacts" in texts,
        "sources": True,
    }
    return [(anchor, title) for anchor, title in SECTIONS.items() if present.get(anchor)]


def has_skills(page: ProfilePage) -> bool:
    """Whether anything is known of what helps in the work as of the day, or only later and that is to be said."""
    shown = page.descriptors
    rated = shown.ranked or shown.interests or shown.technologies
    return bool(rated or "other_skills" in page.texts or (shown.later and not page.occupation.is_group))


def has_entry(page: ProfilePage) -> bool:
    """Whether anything is known about the way into the occupation."""
    projection = page.outlook.projection if page.outlook else None
    known = projection is not None and projection.entry_education is not None
    parts = page.descriptors
    described = parts.zone or parts.education or parts.education_note or parts.programs
    written = "education_and_training" in page.texts or "advancement" in page.texts
    return bool(known or described or written or page.certifications)
