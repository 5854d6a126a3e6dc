"""Notes that stand under more than one table."""

from __future__ import annotations

from collections.abc import Iterable

from wages.estimates import Figure
from web.words.sentences import lacking

# Begins the sentence on what a chart draws, the last one of a caption; a file, which draws nothing, leaves it out.
DOTTED = "The dotted line is"
ROUGH = "very rough"
ROUGH_NOTE = (
    "Very rough: a median so marked is the same amount as the 90th percentile, so next to nothing is behind it. It is"
    " never named as the highest or the lowest."
)
OR_MORE_NOTE = (
    "“Or more”: the figure is too high to be published exactly. Sorted by pay, such a row stands just after the amount"
    " where it begins, and may belong above rows with a higher figure: the order doesn’t rank it."
)
PERCENTILES = "P10: one in ten earned less. P90: one in ten earned more."
RELIABILITY = (
    "Reliability is our word for the published relative standard error: high under 5 percent of the estimate, good"
    " under 10, fair under 20, low from there on. The first word is about the number of jobs, the second about mean"
    " pay; no error is published for percentiles."
)
DRAFTED = "Drafted by the editors of this site, not yet reviewed"


def lacking_of(rows: Iterable[tuple[Figure, Figure]]) -> str:
    """How many of the rows listed have no number of jobs or no median, given as (jobs, median); "" where all have
    both."""
    rows = list(rows)
    said = lacking(
        sum(jobs.value is None for jobs, _ in rows),
        sum(median.value is None and not median.is_top_coded for _, median in rows),
    )
    if not said:
        return ""
    return (
        f"It {said.removeprefix('1 ').replace(' and 1 has', ' and')}."
        if len(rows) == 1
        else f"Of these, {said}."
    )


def about_medians(medians: Iterable[Figure]) -> list[str]:
    """What is to be said of the medians in a table: that some are very rough, or not exact."""
    known = list(medians)
    rough, capped = any(fig.is_rough for fig in known), any(fig.is_top_coded for fig in known)
    return [note for note, is_due in ((ROUGH_NOTE, rough), (OR_MORE_NOTE, capped)) if is_due]
