"""The measures of a wage estimate, in the field's names. Knows nothing of Django."""

from __future__ import annotations

HOURLY_PERCENTILES = ("hourly_p10", "hourly_p25", "hourly_median", "hourly_p75", "hourly_p90")
ANNUAL_PERCENTILES = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")
HOURLY_WAGES = ("hourly_mean", *HOURLY_PERCENTILES)
ANNUAL_WAGES = ("annual_mean", *ANNUAL_PERCENTILES)

# In the order of the table's columns.
MEASURES = (
    "employment",
    "employment_rse",
    *HOURLY_WAGES,
    *ANNUAL_WAGES,
    "wage_rse",
    "jobs_per_1000",
    "location_quotient",
    "percent_of_industry",
    "percent_reporting",
)
