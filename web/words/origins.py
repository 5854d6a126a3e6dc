"""Who or what O*NET's ratings are from, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

ORIGINS = {
    "Incumbent": "people who do this work",
    "Occupational Expert": "experts on this work",
    "Analyst": "occupational analysts",
    "Analyst - Transition": "occupational analysts, for an earlier list of occupations",
    "Machine Learning": "machine learning",
    "Machine Learning/Expert": "machine learning and experts",
    "AI/Expert": "artificial intelligence and experts",
}
LEARNED = {"Machine Learning", "Machine Learning/Expert"}


def origin(source: str) -> str:
    """O*NET's own words for it, several divided by "; ", as they follow "from"; "" where it says nothing."""
    own = dict.fromkeys(source.split("; ") if source else ())
    if own.keys() >= LEARNED:
        return " and ".join(["machine learning, in part with experts", *_names(own.keys() - LEARNED)])
    return " and ".join(_names(own))


def _names(sources: Iterable[str]) -> list[str]:
    return [ORIGINS.get(name, f"“{name}”") for name in sources]


def origin_sentence(source: str) -> str:
    """Who or what the ratings are from, as a sentence; "" where O*NET says nothing."""
    if not source:
        return ""
    asks_nobody = all(name.startswith(("Machine", "AI")) for name in source.split("; "))
    aside = ", not from asking people who do this work" if asks_nobody else ""
    return f"From {origin(source)}{aside}."
