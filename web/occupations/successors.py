"""What a retired code became: where its work is found today, and what that doesn't mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from occupations.models import CodeChange, Occupation
from web.words.sentences import in_sentence

NOT_CARRIED = "No source says how the jobs are divided, so we don’t carry over, add up or split any figure."


@dataclass(frozen=True)
class Successors:
    """The occupations in which a retired code's work is found today, with what to say before and after them."""

    lead: str
    occupations: list[Occupation]
    after: str = ""


def successors(
    occupation: Occupation, changes: Sequence[CodeChange], combines: Sequence[Occupation]
) -> Successors | None:
    """Where the work of a retired code is found; None where nobody says, or for a code that has always meant the same.

    Of a code of today that meant something else before, where the work is that it meant.

    `changes` are those of a crosswalk, with their successors; `combines` the occupations that a retired code of OEWS
    stood for.
    """
    if not occupation.is_retired:
        return _of_older_meaning(occupation, changes)
    changes = [change for change in changes if change.occupation_id == occupation.pk]
    if not changes:
        return Successors("The same work is now under", list(combines)) if combines else None
    found = _ordered(changes)
    if occupation.is_group:
        return Successors("In SOC 2018, the occupations of this group are under", found, NOT_CARRIED)
    shared = any(change.takes_from_others for change in changes)
    if len(found) > 1:
        return Successors("SOC 2018 divided this occupation. Its work is now under", found, NOT_CARRIED)
    after = (
        "That occupation also includes work from other codes, so its figures don’t match those of this one."
    )
    return Successors("Its work is now under", found, after if shared else "")


def _of_older_meaning(occupation: Occupation, changes: Sequence[CodeChange]) -> Successors | None:
    found = _ordered(changes)
    if not changes or found == [occupation] or occupation.is_group:
        return None
    older = changes[0].occupation
    lead = (
        f"In {older.system.name} this code was {in_sentence(older.sentence_title)}. Their work is now under"
    )
    return Successors(lead, found, NOT_CARRIED if len(found) > 1 else "")


def _ordered(changes: Sequence[CodeChange]) -> list[Occupation]:
    return sorted((change.successor for change in changes), key=lambda successor: successor.code)
