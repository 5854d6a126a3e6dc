"""The tables of an O*NET release: which are read, under which names, with which columns. Knows nothing of Django.

A table is known by its columns, because files were renamed and split in 30.3: Skills became Essential and
Transferable Skills, Technology Skills became Software Skills, Interests became Career Interest Types,
Education, Training, and Experience lost all but its first part. The names only tell which files must be
readable: one of these that has other columns is a problem, any other file is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# In the workbooks every code and ID has its title beside it.
TITLES = ("Title", "Scale Name", "Related Title", "Category Description")
SOURCE = ("Domain Source",)
ORIGIN = ("Date", *SOURCE)
BOUNDS = ("Lower CI Bound", "Upper CI Bound")
CODE = ("O*NET-SOC Code",)


@dataclass(frozen=True)
class Layout:
    """The columns of a table: our name, and the headers under which it goes, whatever their case.

    `unread` are columns that are known and not kept; any other column is a problem. `table` is the table whose rows
    the file holds, where that goes by another name. A file under a name of its own is told from another table's only
    if it has the headers `told_by`, too.
    """

    files: Sequence[str]
    columns: Mapping[str, Sequence[str]]
    optional: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unread: Sequence[str] = ()
    table: str = ""
    told_by: Sequence[str] = ()


RATING: Mapping[str, Sequence[str]] = {
    "code": CODE,
    "element": ("Element ID",),
    "name": ("Element Name",),
    "scale": ("Scale ID",),
    "value": ("Data Value",),
}
RATED: Mapping[str, Sequence[str]] = {
    "sample_size": ("N",),
    "standard_error": ("Standard Error",),
    "suppress": ("Recommend Suppress",),
    "domain_source": SOURCE,
}
NOT_RELEVANT = ("Not Relevant",)

LAYOUTS: Mapping[str, Layout] = {
    # Before education: it has its columns, and more.
    "work context": Layout(
        files=("Work Context",),
        columns={**RATING, "category": ("Category",)},
        optional={**RATED, "not_relevant": NOT_RELEVANT},
        unread=(*TITLES, *BOUNDS, "Date"),
        table="ratings",
        told_by=NOT_RELEVANT,
    ),
    "education": Layout(
        files=("Education, Training, and Experience", "Education"),
        columns={
            "code": CODE,
            "element": ("Element ID",),
            "scale": ("Scale ID",),
            "category": ("Category",),
            "value": ("Data Value",),
        },
        optional={"suppress": ("Recommend Suppress",)},
        unread=("Element Name", *TITLES, "N", "Standard Error", *BOUNDS, "Not Relevant", *ORIGIN),
    ),
    "ratings": Layout(
        files=(
            "Skills", "Essential Skills", "Transferable Skills", "Knowledge", "Abilities", "Work Activities",
            "Work Styles", "Work Values", "Interests", "Career Interest Types",
        ),
        columns=RATING,
        # No file of this table has answers to choose from.
        optional={**RATED, "not_relevant": NOT_RELEVANT, "category": ()},
        unread=(*TITLES, *BOUNDS, "Date"),
    ),
    "words of answers": Layout(
        files=("Work Context Categories",),
        columns={
            "element": ("Element ID",),
            "name": ("Element Name",),
            "scale": ("Scale ID",),
            "category": ("Category",),
            "label": ("Category Description",),
        },
        unread=("Scale Name",),
    ),
    "job zones": Layout(
        files=("Job Zones",), columns={"code": CODE, "zone": ("Job Zone",)}, unread=(*TITLES, *ORIGIN)
    ),
    "names of job zones": Layout(
        files=("Job Zone Reference",),
        columns={"zone": ("Job Zone",), "name": ("Name",)},
        unread=("Experience", "Education", "Job Training", "Examples", "SVP Range"),
    ),
    "descriptions": Layout(
        files=("Occupation Data",),
        columns={"code": CODE, "title": ("Title",), "text": ("Description",)},
    ),
    "tasks": Layout(
        files=("Task Statements",),
        columns={"code": CODE, "task_id": ("Task ID",), "text": ("Task",), "type": ("Task Type",)},
        unread=(*TITLES, "Incumbents Responding", *ORIGIN),
    ),
    "task ratings": Layout(
        files=("Task Ratings",),
        columns={
            "code": CODE,
            "task_id": ("Task ID",),
            "scale": ("Scale ID",),
            "category": ("Category",),
            "value": ("Data Value",),
        },
        optional={"suppress": ("Recommend Suppress",), "domain_source": SOURCE},
        unread=("Task", *TITLES, "N", "Standard Error", *BOUNDS, "Date"),
    ),
    "emerging tasks": Layout(
        files=("Emerging Tasks",),
        columns={"code": CODE, "text": ("Task",), "category": ("Category",), "revises": ("Original Task ID",)},
        optional={"domain_source": SOURCE},
        unread=(*TITLES, "Original Task", "Date"),
    ),
    "technologies": Layout(
        files=("Technology Skills", "Software Skills"),
        columns={
            "code": CODE,
            "name": ("Example", "Workplace Example"),
            # Commodities of UNSPSC up to the release in which the file became Software Skills; there elements.
            "kind_code": ("Commodity Code", "Element ID"),
            "kind": ("Commodity Title", "Element Name"),
            "hot": ("Hot Technology",),
        },
        optional={"in_demand": ("In Demand",)},
        unread=TITLES,
    ),
    "related occupations": Layout(
        files=("Related Occupations",),
        columns={
            "code": CODE,
            "related": ("Related O*NET-SOC Code",),
            "tier": ("Relatedness Tier",),
            "rank": ("Index",),
        },
        unread=TITLES,
    ),
    "reported titles": Layout(
        files=("Sample of Reported Titles",),
        columns={"code": CODE, "title": ("Reported Job Title",)},
        unread=(*TITLES, "Shown in My Next Move"),
    ),
    "alternate titles": Layout(
        files=("Alternate Titles", "Job Titles"),
        columns={"code": CODE, "title": ("Alternate Title", "Job Title")},
        optional={"short_title": ("Short Title",)},
        unread=(*TITLES, "Source(s)"),
    ),
}  # fmt: skip


def layout_of_file(name: str) -> str | None:
    """The table that a file must be by its name, without endings: "Skills" → "ratings"; None if it is another."""
    return next((table for table, layout in LAYOUTS.items() if name in layout.files), None)


def layout_of_header(header: Sequence[str]) -> str | None:
    """The first layout whose columns the header has."""
    there = {name.casefold() for name in header}
    return next(
        (
            table
            for table, layout in LAYOUTS.items()
            if not missing(table, header) and all(name.casefold() in there for name in layout.told_by)
        ),
        None,
    )


def missing(table: str, header: Sequence[str]) -> list[str]:
    """The columns of the table that the header lacks, as the publisher writes them."""
    there = {name.casefold() for name in header}
    return [
        spellings[0]
        for spellings in LAYOUTS[table].columns.values()
        if there.isdisjoint(name.casefold() for name in spellings)
    ]


def positions(table: str, header: Sequence[str]) -> dict[str, int]:
    """Where each column that is read stands in the header."""
    layout = LAYOUTS[table]
    folded = [name.casefold() for name in header]
    return {
        ours: folded.index(spelling.casefold())
        for ours, spellings in {**layout.columns, **layout.optional}.items()
        for spelling in spellings
        if spelling.casefold() in folded
    }


def unexpected(table: str, header: Sequence[str]) -> list[str]:
    """The columns that the table isn't known to have."""
    layout = LAYOUTS[table]
    known = {
        spelling.casefold()
        for spellings in (*layout.columns.values(), *layout.optional.values(), layout.unread)
        for spelling in spellings
    }
    return [name for name in header if name and name.casefold() not in known]
