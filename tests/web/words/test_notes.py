"""Notes under tables."""

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure
from web.words.notes import OR_MORE_NOTE, ROUGH_NOTE, about_medians

OR_MORE = Figure(None, MissingReason.TOP_CODED, 239_200)
ROUGH = Figure(632_190, is_rough=True)


def test_a_note_stands_where_it_is_about_something() -> None:
    assert about_medians([Figure(50_980), NOTHING, Figure(None, MissingReason.NOT_RELEASED)]) == []
    assert about_medians([Figure(50_980), OR_MORE]) == [OR_MORE_NOTE]
    assert about_medians(iter([ROUGH, OR_MORE, ROUGH])) == [ROUGH_NOTE, OR_MORE_NOTE]
