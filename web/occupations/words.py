"""Sentences of an occupation's page that its profile leaves to the page."""

from __future__ import annotations

from occupations.choices import ProfileLicense

LICENSES = {
    ProfileLicense.STATE: "Most states license {name}. Each state sets its own rules, and its licensing board"
    " can say what they are.",
    ProfileLicense.SOME_STATES: "Some states license {name}, and others do not. The licensing board of a state"
    " can say what its rules are.",
    ProfileLicense.FEDERAL: "A federal agency licenses {name}.",
}


def license_sentence(license: str, name: str = "") -> str:
    """Who licenses the workers of that name, in the plural; "" where no license is needed or none is known of."""
    said = LICENSES.get(ProfileLicense(license), "")
    return said.format(name=name or "these workers")
