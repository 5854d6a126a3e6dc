"""A few cells of OEWS, made by hand."""

import datetime as dt
from decimal import Decimal

import polars as pl

from importers.bundle.manifest import Entry, Part
from importers.oews import bundle as oews
from importers.oews.bundle import TABLES
from importers.oews.cells import DECIMALS
from importers.runs import Loaded, Options, run_import
from wages.measures import MEASURES

NATION = ("0000000", "nation", "United States", "00")
TEXAS = ("4800000", "state", "Texas", "48")
ALL = ("000000", "all", 0, None, "All Industries")
CHEMICALS = ("325", "naics", 3, "31-33", "Chemical Manufacturing")
# An industry that no NAICS has.
CHEMICALS_CUT = (
    "3250A1",
    "combination",
    4,
    "325",
    "Chemical Manufacturing (3251, 3252, 3253, and 3259 only)",
)
GROUPS = {"000000": "all industries", "325": "3-digit industries", "3250A1": "4-digit industries"}


def cell(occupation="11-3051", area="0000000", industry="000000", **figures):
    """One row of the table of cells: what isn't given is not released."""
    row = {
        "occupation_code": occupation, "area_code": area, "industry_code": industry,
        "industry_group": GROUPS[industry], "published_level": 4,
    }  # fmt: skip
    for measure in MEASURES:
        value = figures.get(measure)
        row[measure] = Decimal(str(value)) if value is not None and DECIMALS[measure] else value
        row[f"{measure}_missing"] = None if value is not None else figures.get(f"{measure}_missing", 3)
    return row


def oews_tables(cells, industries=(ALL, CHEMICALS, CHEMICALS_CUT), areas=(NATION, TEXAS)):
    return {
        "areas": pl.DataFrame(list(areas), schema=TABLES["areas"], orient="row"),
        "industries": pl.DataFrame(list(industries), schema=TABLES["industries"], orient="row"),
        "cells": pl.DataFrame(list(cells), schema=TABLES["cells"]),
    }


def load_cells(tmp_path, year, cells, *, force=False):
    """Load the cells as a release of OEWS from a publisher's file."""
    entry = Entry(
        "oews", f"May {year}", f"May {year}", dt.date(year + 1, 4, 1),
        (Part("made-by-hand", "cells", len(cells), ""),), (), Decimal("115.00"), 239200,
    )  # fmt: skip
    file = tmp_path / f"national_M{year}_dl.xlsx"
    file.write_text(f"stands for the workbook of {year}: {cells}")

    def loader(files, options, progress) -> Loaded:
        return oews.store(entry, oews_tables(cells), options, progress)

    return run_import("oews", [file], loader, Options(published_on=entry.published_on, force=force))
