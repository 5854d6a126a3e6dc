"""The growth words of a round's projections: the Handbook's where it has one, ours elsewhere."""

from __future__ import annotations

from django.db.models import Count

from occupations.models import Projection, QuickFacts, Release
from occupations.models.outlook import GrowthWordBasis
from occupations.outlook import growth_word


def set_growth_words(round_label: str) -> int:
    """Give every official projection of the round its word and basis; return how many words are published.

    The Handbook's word is about a profile, so it holds for an occupation only where the profile covers that
    one alone, and as long as its edition is ready. To be called whenever the projections of a round, or the
    Handbook's edition of it, were loaded or withdrawn.
    """
    published = _published(round_label)
    rows = Projection.objects.filter(
        release__source__slug="projections", release__label=round_label, release__kind=Release.Kind.OFFICIAL
    )
    changed, count = [], 0
    for row in rows.only("occupation_id", "percent_change", "growth_word", "growth_word_basis"):
        word, basis = growth_word(round_label, row.percent_change)
        if row.occupation_id in published:
            word, basis = published[row.occupation_id], GrowthWordBasis.PUBLISHED
            count += 1
        if (row.growth_word, row.growth_word_basis) != (word, basis):
            row.growth_word, row.growth_word_basis = word, basis
            changed.append(row)
    Projection.objects.bulk_update(changed, ["growth_word", "growth_word_basis"], batch_size=500)
    return count


def _published(round_label: str) -> dict[int, str]:
    """The word by occupation; one of which two profiles say different things gets none of theirs."""
    facts = (
        QuickFacts.objects.filter(
            release__source__slug="ooh", release__label=round_label, release__state=Release.State.READY
        )
        .exclude(growth_word="")
        .annotate(covered=Count("profile__occupations"))
        .filter(covered=1)
        .values("pk")
    )
    said = QuickFacts.objects.filter(pk__in=facts).values_list("profile__occupations", "growth_word")
    words: dict[int, str] = {}
    disputed = set()
    for occupation, word in said:
        if words.setdefault(occupation, word) != word:
            disputed.add(occupation)
    return {occupation: word for occupation, word in words.items() if occupation not in disputed}
