"""The parts that a release of OEWS is put together from: a kind of area and a group of industries.

The publisher divides a release into files along these lines (national, national by sector, state …), and
LABSTAT has all of them at once. A file takes the place of its own parts and leaves the others alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from importers.oews.cells import DETAILED
from occupations.models import Industry
from wages.industry_codes import group_of
from wages.models import Area
from wages.partitions import has_partition, partition_name


@dataclass
class PartIndex:
    """Which part each area and industry of the database belongs to."""

    area_kinds: dict[int, str] = field(default_factory=dict)
    industry_groups: dict[int, str] = field(default_factory=dict)

    @classmethod
    def read(cls) -> PartIndex:
        industries = Industry.objects.values_list("id", "kind", "level")
        return cls(
            area_kinds=dict(Area.objects.values_list("id", "kind")),
            industry_groups={pk: group_of(kind, level) for pk, kind, level in industries},
        )

    def name(self, area: int, industry: int) -> str:
        return part_name(self.area_kinds[area], self.industry_groups[industry])

    def ids_of(self, parts: Iterable[str]) -> list[tuple[list[int], list[int]]]:
        """For each part, the ids of its areas and of its industries."""
        areas, industries = defaultdict(list), defaultdict(list)
        for pk, kind in self.area_kinds.items():
            areas[kind].append(pk)
        for pk, group in self.industry_groups.items():
            industries[group].append(pk)
        return [(areas[kind], industries[group]) for kind, group in (part.split(", ", 1) for part in parts)]

    def detailed_cells(self, release_id: int) -> Counter[str]:
        """How many cells of detailed occupations the release has in each part.

        Only these can be compared over years: LABSTAT leaves out hundreds of broad groups.
        """
        counts: Counter[str] = Counter()
        with connection.cursor() as cursor:
            if has_partition(cursor, release_id):
                name = partition_name(release_id)
                cursor.execute(
                    f"SELECT area_id, industry_id, count(*) FROM {name} WHERE published_level = %s"  # noqa: S608 - the name holds a number
                    " GROUP BY area_id, industry_id",
                    [DETAILED],
                )
                for area, industry, count in cursor.fetchall():
                    counts[self.name(area, industry)] += count
        return counts


def part_name(area_kind: str, industry_group: str) -> str:
    return f"{area_kind}, {industry_group}"
