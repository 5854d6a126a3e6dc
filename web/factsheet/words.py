"""How a fact sheet says whom a source speaks of, and writes ratings and answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from occupations.descriptors import Ranked
from occupations.models import Occupation, Rating
from web.words import numbers


def named(occupations: Iterable[Occupation]) -> str:
    """Codes with titles: "51-2022 Electrical …; 51-2023 …"."""
    return "; ".join(f"{o.code} {o.sentence_title}" for o in occupations)


def covers(title: str, codes: Sequence[Occupation]) -> str:
    """Which codes a profile of the Handbook speaks of."""
    if len(codes) == 1:
        return f"The Handbook’s profile “{title}” covers {codes[0].code} alone."
    return f"The Handbook’s profile “{title}” covers {len(codes)} codes together: {named(codes)}."


def said_together(codes: Sequence[Occupation], occupation: Occupation) -> str:
    """Said of what a profile says that covers other codes, too, or only a wider one; "" where it speaks of this code
    alone."""
    if len(codes) > 1:
        return f"Said of {len(codes)} codes together."
    return stands_for(codes[0], occupation) if codes and codes[0].pk != occupation.pk else ""


def stands_for(wider: Occupation, occupation: Occupation) -> str:
    """Said of what a wider code says, in which the occupation is counted with others."""
    return (
        f"Said of {named([wider])}, in which {occupation.code} is counted with others, and not of it alone."
    )


def of_part(part: Occupation, count: int) -> str:
    """Said of what is known of one of the codes that a code combines."""
    return f"Of {named([part])} alone, one of the {count} that this code counts together."


def of_specialty(specialty: Occupation) -> str:
    return f"Of {named([specialty])} alone, a specialty within this code."


def ranked_line(row: Ranked) -> str:
    """ "Reading Comprehension 4.1 (level 4.6)"; a work style also with its rank among those that set the work apart."""
    said = f"{row.element.name} {numbers.number(row.rating.value, 1)}"
    if row.level is not None:
        said += f" (level {numbers.number(row.level.value, 1)})"
    if row.distinct is not None and row.distinct.pk != row.rating.pk:
        said += f" (sets this work apart: rank {row.distinct.value:.0f})"
    return said


def answer_line(mean: Rating | None, percents: Sequence[Rating], labels: dict[tuple[int, int], str]) -> str:
    """One condition of the work: the usual answer in words and, where each answer's share is known, the most frequent.

    "Spend Time Standing 4.3 of 5 (More than half the time); most often: Continually or almost continually (52%)".
    """
    first = mean or percents[0]
    said = first.element.name
    if mean is not None:
        most = 3 if mean.scale == Rating.Scale.SHORT_CONTEXT else 5
        near = labels.get((mean.element_id, int(numbers.rounded(mean.value))), "")
        said += f" {numbers.number(mean.value, 1)} of {most}" + (f" ({near})" if near else "")
    if percents:
        top = max(percents, key=lambda rating: rating.value)
        answer = labels.get((top.element_id, top.category or 0), f"answer {top.category}")
        said += f"; most often: {answer} ({share(top.value)})"
    return said


def share(value: Decimal) -> str:
    return numbers.percent_sign(value, 0)
