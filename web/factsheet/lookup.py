"""From what somebody typed to the occupation whose sheet it is, or to a sentence that says why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from occupations.models import Occupation
from web.words.sentences import joined

CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")


def find(codes: Iterable[str]) -> dict[str, Occupation | str]:
    """For each code its occupation, with what `by_codes` fetches, or why there is no sheet. Four queries.

    O*NET's ".00" is the occupation of SOC itself.
    """
    wanted = {code: code.strip().removesuffix(".00") for code in codes}
    found = Occupation.objects.by_codes(wanted.values())
    return {typed: _sheet_or_reason(code, found.get(code)) for typed, code in wanted.items()}


def _sheet_or_reason(code: str, occupation: Occupation | None) -> Occupation | str:
    if occupation is None:
        if not CODE.fullmatch(code):
            return f"{code} isn’t an occupation code. Codes look like 29-1141."
        return f"No occupation with the code {code} is loaded."
    if not occupation.is_retired:
        return occupation
    became = [change.successor for change in occupation.code_changes.all()]
    became = became or list(occupation.combines.all())
    names = joined([f"{other.code} {other.sentence_title}" for other in dict.fromkeys(became)])
    said = f"{code} {occupation.sentence_title} is a retired code of {occupation.system.name}."
    return f"{said} Its work is now under {names}." if names else said
