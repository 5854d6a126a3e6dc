"""What stands over every page of an occupation: its title, its kind, and the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from occupations.models import Occupation
from web.http.as_of import AsOf, keep_release


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
    above: list[Occupation] = []
    parent = occupation.parent
    while parent is not None and parent.level > Occupation.Level.TOTAL:
        if parent.title != occupation.title:
            above.insert(0, parent)
        parent = parent.parent
    return above


def kind_line(occupation: Occupation) -> str:
    """The line under the title: the code system, the code and what kind of entry it is."""
    level = occupation.get_level_display().lower()
    if occupation.is_residual:
        level += ": jobs in the group that don’t fit any of the occupations listed in it"
    if occupation.is_retired:
        level += ", retired"
    system = occupation.system.name if occupation.system.slug != "soc-2018" else "SOC"
    return f"{system} {occupation.code} · {level}"
