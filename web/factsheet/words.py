"""How a fact sheet says whom a source speaks of, and writes ratings and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from occupations.descriptors import Ranked
from occupations.models import Occupation, Rating
from web.words import numbers
from web.words.sentences import in_sentence


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


def marked(lines: Iterable[str], codes: Sequence[Occupation], occupation: Occupation) -> list[str]:
    """Lines of a text that several codes share; at the end of one that names some of them, which."""
    if len(codes) < 2:
        return list(lines)
    names = {code: _names(code) for code in codes}
    return [line + _names_whom(line, names, occupation) for line in lines]


def _names(occupation: Occupation) -> re.Pattern[str]:
    """Its code and its title, as the title is written and as it reads in a sentence, in any letter case."""
    title, running = occupation.sentence_title, in_sentence(occupation.sentence_title)
    forms = {occupation.code, title, running}
    if not running.endswith("(all other)"):  # the rest of such a name is the name of them all
        forms.add(running.partition(" (")[0])
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _names_whom(line: str, names: Mapping[Occupation, re.Pattern[str]], occupation: Occupation) -> str:
    """Of names that lie within one another, such as "bus drivers" in "school bus drivers", the longest counts."""
    found = [(match.span(), code) for code, name in names.items() for match in name.finditer(line)]
    spans = [span for span, _ in found]
    whom = {
        code
        for (start, end), code in found
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
    }
    others = ", ".join(code.code for code in names if code in whom and code.pk != occupation.pk)
    own = any(code.pk == occupation.pk for code in whom)
    said = [said for said, is_due in (("this code", own), (others, others)) if is_due]
    return f" [names {' and '.join(said)}]" if said else ""


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
