"""Occupedia editorial content: what this source is."""

from __future__ import annotations

from importers.sources import SourceFacts

SOURCE = SourceFacts(
    slug="editorial",
    name="Occupedia editorial content",
    short_name="Occupedia",
    publisher="The editors of this site",
    gives="Profiles, introductions and certifications in our own words.",
    cadence="Whenever an editor publishes.",
    official_url="",
    license="BSD-3-Clause, with the rest of Occupedia",
    license_url="",
    attribution="Occupedia contributors.",
    after=("soc", "naics", "oews"),
    folders=("profiles", "groups", "industries"),
    not_data=(),
)
