"""The admin: official statistics to look at, editorial content to edit. One module for each area.

The pages read the database, so a change made here is on the site with the next request: pages that are kept
are kept under the version of the data, which triggers in the database move on (see DataChange), whoever writes.
"""

from django.contrib import admin

from occupations.admin import (
    certifications,
    classification,
    descriptors,
    introductions,
    outlook,
    profiles,
    provenance,
)

__all__ = [
    "certifications",
    "classification",
    "descriptors",
    "introductions",
    "outlook",
    "profiles",
    "provenance",
]

admin.site.site_header = "Occupedia editing"
admin.site.site_title = "Occupedia editing"
admin.site.index_title = "Content and data"
