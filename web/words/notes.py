"""Notes that stand under more than one table."""

from __future__ import annotations

from collections.abc import Iterable

from wages.estimates import Figure
from web.words.sentences import lacking

# Begins the sentence on what a chart draws, the last one of a caption; a file, which draws nothing, leaves it out.
DOTTED = "The dotted line is"
ROUGH = "very rough"
ROUGH_NOTE = (
    "“Very rough” marks a median that equals the 90th percentile: very little data stands behind it. We never name"
    " such a median as the highest or the lowest."
)
OR_MORE_NOTE = (
    "“Or more” means BLS doesn’t publish an exact figure this high. When you sort by pay, the row comes right after the"
    " amount shown. Its true place may be higher, so the order doesn’t rank it."
)
PERCENTILES = "P10: one in ten earned less. P90: one in ten earned more."
RELIABILITY = (
    "Reliability puts the published relative standard error into our words: high (under 5 percent of the estimate),"
    " good (under 10), fair (under 20) or low (20 or more). The first word rates the number of jobs, the second mean"
    " pay. BLS publishes no error for percentiles."
)
DRAFTED = "Drafted by this site’s editors, not yet reviewed"


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
        f"This row {said.removeprefix('1 ').replace(' and 1 has', ' and')}."
        if len(rows) == 1
        else f"Of these, {said}."
    )


def about_medians(medians: Iterable[Figure]) -> list[str]:
    """What is to be said of the medians in a table: that some are very rough, or not exact."""
    known = list(medians)
    rough, capped = any(fig.is_rough for fig in known), any(fig.is_top_coded for fig in known)
    return [note for note, is_due in ((ROUGH_NOTE, rough), (OR_MORE_NOTE, capped)) if is_due]
