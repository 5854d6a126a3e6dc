"""Programs of study in a bundle: the pairs, laid out like the publisher's crosswalk."""

from __future__ import annotations

import polars as pl

from occupations.importers.cip_soc import checks
from occupations.importers.cip_soc.loader import write
from occupations.importers.code_systems import SOC
from occupations.importers.progress import Progress
from occupations.importers.report import Problems
from occupations.importers.runs import Loaded, Options
from occupations.models import Occupation, Release
from wages.bundle.manifest import Entry
from wages.bundle.parts import TABLES, with_places


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = release.program_occupations.order_by("program__code", "occupation__code")
    return {
        "pairs": pl.DataFrame(
            list(rows.values_list("program__code", "program__title", "occupation__code")),
            schema=TABLES["cip-soc"]["pairs"],
            orient="row",
        )
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    ids = dict(Occupation.objects.filter(system__slug=SOC).values_list("code", "id"))
    problems = Problems()
    crosswalk = checks.crosswalk([with_places(entry, tables, "pairs")], ids.keys(), problems)
    problems.refuse()
    return write(crosswalk.programs, crosswalk.pairs, ids, options, progress)
