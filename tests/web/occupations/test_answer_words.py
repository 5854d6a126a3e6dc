"""The sentences of an answer that need no database."""

from decimal import Decimal

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure
from web.occupations.answer import words

NURSES, HERE = "Registered nurses", "in Columbus, OH"


def test_the_lead_says_the_figure_or_why_there_is_none() -> None:
    def lead(median: Figure, basis: str = "annual") -> str:
        return words.lead(NURSES, HERE, median, basis, "May 2025")

    assert (
        lead(Figure(83_900))
        == "Registered nurses in Columbus, OH: $83,900 a year (half earn more, half less)"
    )
    assert lead(Figure(Decimal("40.34")), "hourly").startswith(
        "Registered nurses in Columbus, OH: $40.34 an hour"
    )
    assert "$239,200 or more a year" in lead(Figure(None, MissingReason.TOP_CODED, 239_200))
    assert lead(Figure(None, MissingReason.NOT_RELEASED)).startswith(
        "BLS did not release what registered nurses earned"
    )
    assert "no annual figure is published" in lead(Figure(None, MissingReason.OTHER_BASIS))
    assert lead(NOTHING) == "BLS published no pay for registered nurses in Columbus, OH in May 2025."


def test_ends_gaps_and_shares() -> None:
    capped = Figure(None, MissingReason.TOP_CODED, 239_200)
    assert words.ends(Figure(67_720), capped, "annual") == [
        "10% earn under $67,720",
        "10% earn $239,200 or more",
    ]
    assert words.ends(capped, NOTHING, "annual") == [], "a floor is no figure that anybody earns less than"
    assert words.against(Figure(83_900), Figure(97_550), "the nation") == "14.0% below the nation"
    assert words.against(Figure(97_550), Figure(97_551), "the nation") == "about the same as the nation"
    assert words.against(capped, Figure(97_550), "the nation") == ""
    assert words.share_of_nation(NURSES, Decimal("0.01")).startswith(
        "That is under 0.1 percent of all registered"
    )
    assert words.of_industry(None) == ""
    assert words.how_sure(NOTHING, NOTHING) == ""
