"""Related occupations by how much preparation they ask for, beside one: by O*NET's job zones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from occupations.models import JobZone, Occupation, RelatedOccupation
from web.occupations import words
from web.occupations.listed import Listed, Place


def by_preparation(
    own: JobZone | None, related: Sequence[RelatedOccupation], zones: Mapping[int, JobZone]
) -> list[Listed]:
    """The occupations of SOC among the related ones by their zone beside the own; `zones` are of the same release.

    Those without a zone are left out; nothing where the occupation itself has none, or where all have the same.
    """
    if own is None:
        return []
    found: dict[int, list[Place]] = {-1: [], 0: [], 1: []}
    for row in related:
        zone = zones.get(row.related_id)
        if zone is not None and row.related.level != Occupation.Level.ONET:
            beside = (zone.zone > own.zone) - (zone.zone < own.zone)
            found[beside].append(Place(row.related.sentence_title, row.related.get_absolute_url()))
    if not found[-1] and not found[1]:
        return []
    return [Listed(words.PREPARED[beside], places) for beside, places in found.items() if places]
