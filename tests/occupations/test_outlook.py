import gzip
from decimal import Decimal
from xml.etree import ElementTree

import polars as pl
import pytest

from importers.projections import reader
from occupations.models import GrowthWord, GrowthWordBasis
from occupations.outlook import WORDS, growth_word


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        ("-8.2", ("decline", "derived")),
        ("-0.6", ("decline", "derived")),
        ("-0.5", ("", "between")),
        ("-0.4", ("little", "derived")),
        ("0.4", ("little", "derived")),
        ("0.5", ("", "between")),
        ("1.5", ("slower", "derived")),
        ("1.9", ("slower", "derived")),
        ("2.5", ("", "between")),
        ("3.1", ("average", "derived")),
        ("4.5", ("", "between")),
        ("5.5", ("faster", "derived")),
        ("6.4", ("faster", "derived")),
        ("6.5", ("", "between")),
        ("7.0", ("much-faster", "derived")),
    ],
)
def test_the_words_of_2024_34(percent, expected):
    assert growth_word("2024–34", Decimal(percent)) == expected


def test_no_word_without_a_scale_or_a_percent():
    assert growth_word("2021–31", Decimal("3.0")) == ("", "unknown")
    assert growth_word("2024–34", None) == ("", "unknown")


def test_words_and_bases_are_those_of_the_model():
    assert set(WORDS) == set(GrowthWord.values)
    assert {"derived", "between", "unknown"} <= set(GrowthWordBasis.values)


@pytest.mark.real_files
def test_the_scale_agrees_with_every_profile_of_a_single_code(real_data):
    projections, _ = reader.read([real_data / "ep" / "occupation_2024-34.xlsx"])
    percents = dict(projections.rows.select("code", pl.col("percent_change")).iter_rows())
    published = {word.label.removeprefix("about ").capitalize(): word.value for word in GrowthWord}
    with gzip.open(real_data / "ooh-2024-34" / "xml-compilation.xml.gz") as file:
        profiles = ElementTree.parse(file).getroot().findall("occupation")
    compared = between = 0
    for profile in profiles:
        codes = [code.text for code in profile.iter("soc_code")]
        if len(codes) != 1 or codes[0] not in percents:
            continue
        said = profile.findtext("quick_facts/qf_employment_outlook/description") or ""
        word, basis = growth_word("2024–34", Decimal(percents[codes[0]]))
        between += basis == "between"
        assert basis == "between" or published[said] == word, codes[0]
        compared += 1
    assert (compared, between) == (244, 5)
