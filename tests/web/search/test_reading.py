"""Reading a question: words, codes, money, places, mending. No database."""

from decimal import Decimal

import pytest

from wages.choices import AreaKind
from wages.localities import Locality
from web.search.question import vocabulary
from web.search.question.families import FAMILIES, MOST_MEMBERS
from web.search.question.fields import GROUPS, INDUSTRIES
from web.search.question.labels import Lookup, label
from web.search.question.mending import Lexicon, is_slip, mended
from web.search.question.places import Place, PlaceNames
from web.search.question.roles import understood
from web.search.question.segments import divided
from web.search.question.spanish import everyday_words, titled
from web.search.question.text import PayLimit, key_of, taken_apart
from web.search.question.understood import Understood

METRO, STATE = AreaKind.METROPOLITAN, AreaKind.STATE
PLACES = PlaceNames.of(
    [
        Place(1, "0000000", "United States", AreaKind.NATION, 150_000_000),
        Place(2, "3900000", "Ohio", STATE, 5_500_000, ("OH",)),
        Place(3, "4200000", "Pennsylvania", STATE, 6_000_000, ("PA",)),
        Place(4, "2200000", "Louisiana", STATE, 1_900_000, ("LA",)),
        Place(5, "4100000", "Oregon", STATE, 2_000_000, ("OR",)),
        Place(6, "3600000", "New York", STATE, 9_000_000, ("NY",)),
        Place(7, "1800000", "Indiana", STATE, 3_000_000, ("IN",)),
        Place(8, "4800000", "Texas", STATE, 13_000_000, ("TX",)),
        Place(9, "2300000", "Maine", STATE, 600_000, ("ME",)),
        Place(10, "1300000", "Georgia", STATE, 4_800_000, ("GA",)),
        Place(20, "0018140", "Columbus, OH", METRO, 1_100_000, ("OH",)),
        Place(21, "0017980", "Columbus, GA-AL", METRO, 120_000, ("GA", "AL")),
        Place(11, "2900000", "Missouri", STATE, 2_900_000, ("MO",)),
        Place(22, "0044180", "Springfield, MO", METRO, 210_000, ("MO",)),
        Place(23, "0044140", "Springfield, MA", METRO, 200_000, ("MA",)),
        Place(24, "0031080", "Los Angeles-Long Beach-Anaheim, CA", METRO, 6_000_000, ("CA",)),
        Place(25, "0035620", "New York-Newark-Jersey City, NY-NJ", METRO, 9_500_000, ("NY", "NJ")),
        Place(26, "0012420", "Austin-Round Rock-San Marcos, TX", METRO, 1_300_000, ("TX",)),
        Place(27, "0033660", "Mobile, AL", METRO, 170_000, ("AL",)),
        Place(28, "0041860", "San Francisco-Oakland-Fremont, CA", METRO, 2_400_000, ("CA",)),
        Place(29, "0016980", "Chicago-Naperville-Elgin, IL-IN", METRO, 3_500_000, ("IL", "IN")),
    ]
)
TITLES = {
    "electrician": ("47-2111",), "welder": ("51-4121",), "plumber": ("47-2152",), "cook": ("35-2014",),
    "software engineer": ("15-1252",), "licensed practical nurs": ("29-2061",), "baker": ("51-3011",),
}  # fmt: skip
LOCALITIES = {
    "travis county": [Locality("0012420", "TX", "Travis County")],
    "78701": [Locality("0012420", "TX", "78701, Austin, TX,")],
    "baker": [Locality("4100000", "OR", "Baker")],
    "plano": [Locality("0012420", "TX", "Plano"), Locality("0016980", "IL", "Plano")],
}


def read(text: str) -> Understood:
    typed = taken_apart(text)
    lookup = Lookup(TITLES, {}, PLACES, LOCALITIES)
    return understood(typed, divided(len(typed.words), label(typed.words, lookup)))


def place_of(text: str) -> str | None:
    part = read(text).place
    return part.reading.place.title if part is not None and part.reading.place is not None else None


@pytest.mark.parametrize(
    ("text", "codes", "words"),
    [
        ("SOC 29-1141", ("29-1141",), ""), ("29-1141.00 ohio", ("29-1141",), "ohio"),
        ("29-1141.01", ("29-1141.01",), ""),
        ("onet 291141", ("29-1141",), ""), ("Nurses’ aide, Médico", (), "nurses aide medico"),
    ],
)  # fmt: skip
def test_codes_are_cut_out(text: str, codes: tuple[str, ...], words: str) -> None:
    typed = taken_apart(text)
    assert typed.codes == codes
    assert " ".join(word.text for word in typed.words) == words


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("over 75k", PayLimit("annual", Decimal(75_000))), ("$30 an hour", PayLimit("hourly", Decimal(30))),
        ("jobs paying 100,000", PayLimit("annual", Decimal(100_000))),
        ("under $20/hr", PayLimit("hourly", None, Decimal(20))),
        ("six figure jobs", PayLimit("annual", Decimal(100_000))),
        ("25 dollars an hour", PayLimit("hourly", Decimal(25))),
        ("between 50k and 70k", PayLimit("annual", Decimal(50_000), Decimal(70_000))),
        ("50-70k", PayLimit("annual", Decimal(50_000), Decimal(70_000))),
        ("$17.50", PayLimit("hourly", Decimal("17.50"))),
        ("80k a year", PayLimit("annual", Decimal(80_000))),
        ("more than 90000 a year", PayLimit("annual", Decimal(90_000))),
        ("nurse 45401", None), ("top 10 jobs", None), ("2 year degree", None), ("332", None),
    ],
)  # fmt: skip
def test_money_is_cut_out(text: str, limit: PayLimit | None) -> None:
    assert taken_apart(text).limit == limit


@pytest.mark.parametrize(
    ("one", "many"),
    [("nurse", "nurses"), ("secretary", "secretaries"), ("coach", "coaches"), ("boss", "bosses"), ("rn", "rns"),
    ("box", "boxes")],
)  # fmt: skip
def test_singular_and_plural_have_one_key(one: str, many: str) -> None:
    assert key_of((one,)) == key_of((many,))
    assert key_of(("pay",)) != key_of(("pa",))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("electrician ohio", "Ohio"), ("electrician oh", "Ohio"), ("electrician, oh", "Ohio"),
        ("oh electrician", None),
        ("electrician in in", "Indiana"), ("electrician pa", "Pennsylvania"), ("pa", None), ("pa salary", None),
        ("electrician in or", "Oregon"), ("electrician or welder", None), ("help me", None),
        ("find jobs for me", None),
        ("electrician me", "Maine"), ("la", "Los Angeles-Long Beach-Anaheim, CA"), ("new york welder", "New York"),
        ("welder new york city", "New York-Newark-Jersey City, NY-NJ"), ("columbus", "Columbus, OH"),
        ("welder columbus ga", "Columbus, GA-AL"), ("welder columbus, ohio", "Columbus, OH"),
        ("springfield welder", None),
        ("welder springfield mo", "Springfield, MO"), ("welder 78701", "Austin-Round Rock-San Marcos, TX"),
        ("welder travis county", "Austin-Round Rock-San Marcos, TX"), ("mobile welder", None),
        ("welder mobile", "Mobile, AL"),
        ("welder in mobile", "Mobile, AL"), ("baker", None), ("baker pay", None), ("welder in baker", "Oregon"),
        ("welder plano tx", "Austin-Round Rock-San Marcos, TX"), ("welder columbus metro area", "Columbus, OH"),
    ],
)  # fmt: skip
def test_a_place_is_read_where_one_stands(text: str, place: str | None) -> None:
    assert place_of(text) == place


def test_several_places_of_a_name_are_asked_about() -> None:
    reading = read("springfield welder").places[0].reading
    assert reading.place is None
    assert [place.title for place in reading.others] == ["Springfield, MO", "Springfield, MA"]
    assert read("plano welder").places[0].reading.called == ("Plano, IL", "Plano, TX")
    assert [place.title for place in read("la").places[0].reading.others] == ["Louisiana"]
    assert read("welder 78701").places[0].reading.within == (
        "78701, Austin, TX, is in the Austin-Round Rock-San Marcos, TX, area."
    )


def test_each_run_has_one_part() -> None:
    asked = read("how much does a pediatric electrician make in ohio")
    assert asked.measure == "pay"
    assert asked.subjects[0].texts == ("pediatric electrician", "electrician")
    assert asked.subjects[0].unused[1] == ("pediatric",)
    asked = read("highest paying jobs without a degree in texas")
    assert (asked.ranking, asked.properties, asked.subjects) == ("-median", ("no-degree",), ())
    asked = read("electrician vs plumber")
    assert asked.is_versus
    assert [subject.said for subject in asked.subjects] == ["electrician", "plumber"]
    assert not read("electrician in or").is_versus
    assert read("electrician or plumber").is_versus
    assert read("remote software engineer").absent == ("remote work",)
    assert read("best jobs").ranking == "best"
    assert read("is electrician a good job").ranking == ""
    assert read("electrician in hospitals").industry == "622"
    assert read("nurse").subjects[0].family is not None
    assert read("licensed practical nurse").subjects[0].family is None
    assert read("cuanto gana una enfermera").subjects[0].codes == ("29-1141",)
    assert read("what state pays electricians the most").asks_where
    assert read("starting pay electrician").measure == "starting"
    assert read("asdf").unused == ()
    assert not read("asdf").subjects[0].is_known


LEXICON = Lexicon.of(
    [(["electricians"], 700_000), (["plumber"], 400_000), (["tractor", "operators"], 10_000),
    (["nurses"], 3_000_000)],
    [(["los", "angeles"], 6_000_000), (["san", "francisco"], 2_400_000), (["chicago"], 4_500_000),
    (["san", "angelo"], 50_000)],
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "before", "meant"),
    [
        ("electrition", "", "electricians"), ("chigaco", "", "chicago"), ("fransisco", "san", "francisco"),
        ("angelos", "los", "angeles"), ("plumer", "", "plumber"), ("nurces", "", "nurses"), ("zzzzqqq", "", None),
    ],
)  # fmt: skip
def test_a_slip_is_mended_to_what_stands_beside_its_neighbors(
    typed: str, before: str, meant: str | None
) -> None:
    assert is_slip(typed, LEXICON)
    assert mended(typed, LEXICON, before) == meant


@pytest.mark.parametrize(
    "word",
    ["wheat", "spraying", "high", "actor", "nurses", "chicago", "enfermera", "maestros", "xyz", "trabajo"],
)
def test_what_means_something_is_no_slip(word: str) -> None:
    assert not is_slip(word, LEXICON)


def test_spanish_words_are_read_in_both_genders_and_without_accents() -> None:
    words = everyday_words()
    assert len(words) >= 800
    for word, code in (
        ("enfermera", "29-1141"), ("enfermeros", "29-1141"), ("camionera", "53-3032"), ("maestro", "25-2021"),
        ("abogada", "23-1011"), ("cajero", "41-2011"), ("doctora", "29-1215"), ("pintoras", "47-2141"),
        ("mecanico", "49-3023"),
    ):  # fmt: skip
        assert words[word] == (code,)
    assert read("Médico").subjects[0].codes == ("29-1215",)
    assert titled(("operadores", "de", "grua"))[0] == "53-7021"
    assert titled(("de", "la")) == ()


def test_tables_of_phrases_are_in_plain_letters_and_contradict_each_other_nowhere() -> None:
    for family in FAMILIES:
        assert 0 < len(family.members) <= MOST_MEMBERS
        assert not family.dominant or family.dominant in family.members
    phrases = [phrase for family in FAMILIES for phrase in family.phrases]
    assert len(phrases) == len(set(phrases))
    tables = [
        phrases,
        *(list(some) for some in (*GROUPS.values(), *INDUSTRIES.values())),
        list(vocabulary.phrases()),
    ]
    for phrase in (phrase for table in tables for phrase in table):
        assert phrase == phrase.lower()
        assert phrase.isascii()
    assert len({p for some in GROUPS.values() for p in some}) == sum(map(len, GROUPS.values()))
    assert len({p for some in INDUSTRIES.values() for p in some}) == sum(map(len, INDUSTRIES.values()))
