"""The values that columns may have, for models and for the querysets that their managers are made of."""

from __future__ import annotations

from django.db.models import IntegerChoices, TextChoices


class OccupationLevel(IntegerChoices):
    TOTAL = 0, "All occupations"
    MAJOR = 1, "Major group"
    MINOR = 2, "Minor group"
    BROAD = 3, "Broad group"
    DETAILED = 4, "Detailed occupation"
    ONET = 5, "O*NET-SOC occupation"


class TitleKind(TextChoices):
    DIRECT_MATCH = "direct", "SOC direct-match title"
    ILLUSTRATIVE = "example", "SOC illustrative example"
    LAY = "lay", "Lay title of the Employment Projections"
    ALTERNATE = "alternate", "O*NET alternate title"
    REPORTED = "reported", "O*NET reported title"


class IndustryKind(TextChoices):
    ALL = "all", "All industries"
    PRIVATE = "private", "All private industries"
    SECTOR = "sector", "Sector"
    NAICS = "naics", "NAICS industry"
    COMBINATION = "combination", "OEWS combination of industries"
    OWNERSHIP = "ownership", "Ownership cut of an industry"
    GOVERNMENT = "government", "Government total"


class ReleaseKind(TextChoices):
    OFFICIAL = "official", "Official"
    EDITORIAL = "editorial", "Editorial"


class ReleaseState(TextChoices):
    LOADING = "loading", "Loading"
    AWAITING_APPROVAL = "awaiting", "Awaiting approval"
    READY = "ready", "Ready"
    WITHDRAWN = "withdrawn", "Withdrawn"


class KnownTo(TextChoices):
    """How exactly the time of something is known."""

    DAY = "day", "The day"
    MONTH = "month", "The month"
    YEAR = "year", "The year"


class RunOutcome(TextChoices):
    RUNNING = "running", "Running"
    LOADED = "loaded", "Loaded"
    UNCHANGED = "unchanged", "Unchanged: nothing to do"
    DRY_RUN = "dry-run", "Dry run: rolled back"
    REFUSED = "refused", "Refused: problems in the input"
    FAILED = "failed", "Failed"
    INTERRUPTED = "interrupted", "Interrupted"


class ProfileState(TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "review", "In review"
    PUBLISHED = "published", "Published"


class ProfileLicense(TextChoices):
    STATE = "state", "States license these workers"
    SOME_STATES = "some-states", "Some states license these workers"
    FEDERAL = "federal", "A federal agency licenses these workers"
    NONE = "none", "No license is needed"
    UNKNOWN = "unknown", "Our sources don't mention a license"
