"""Notes that stand under more than one table."""

from __future__ import annotations

# Begins the sentence on what a chart draws, the last one of a caption; a file, which draws nothing, leaves it out.
DOTTED = "The dotted line is"
ROUGH = "very rough"
ROUGH_NOTE = (
    "Very rough: a median so marked is the same amount as the 90th percentile, so next to nothing is behind it. It is"
    " never named as the highest or the lowest."
)
PERCENTILES = "P10: one in ten earned less. P90: one in ten earned more."
RELIABILITY = (
    "Reliability is our word for the published relative standard error: high under 5 percent of the estimate, good"
    " under 10, fair under 20, low from there on. The first word is about the number of jobs, the second about mean"
    " pay; no error is published for percentiles."
)
DRAFTED = "Drafted by the editors of this site, not yet reviewed"
