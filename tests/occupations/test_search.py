"""What people type, and the occupation that they mean."""

from decimal import Decimal

import pytest

from occupations.lay_words import READ_AS
from occupations.models import CodeChange, Occupation
from occupations.search_text import POSSESSIVE, WORD, code_in, readings_of
from tests import rows

# Code, official title, jobs in thousands, alternate titles.
WORLD = (
    ("11-1021", "General and Operations Managers", 3713, ["Operations Manager", "Business Manager"]),
    ("11-2022", "Sales Managers", 620, ["Regional Sales Manager"]),
    ("11-3051", "Industrial Production Managers", 242, ["Plant Manager", "Factory Manager", "Plant Managers"]),
    ("11-9199", "Managers, All Other", 1334, ["Wind Plant Manager"]),
    ("13-2011", "Accountants and Auditors", 1580, ["CPA", "Certified Public Accountant", "Bookkeeping Accountant"]),
    ("15-1252", "Software Developers", 1694, ["Software Engineer", "Mobile App Developer", "Computer Programmer"]),
    ("15-1251", "Computer Programmers", 121, ["Coder", "Junior Software Developer"]),
    ("17-2051", "Civil Engineers", 369, ["Bridge Engineer"]),
    ("17-2071", "Electrical Engineers", 192, ["Power Engineer"]),
    ("17-2112", "Industrial Engineers", 351, ["Process Engineer"]),
    ("23-1011", "Lawyers", 865, ["Attorney", "Counselor at Law"]),
    ("25-2021", "Elementary School Teachers, Except Special Education", 1423, ["Third Grade Teacher"]),
    ("25-2031", "Secondary School Teachers, Except Special and Career/Technical Education", 1095,
     ["High School Teacher"]),
    ("29-1141", "Registered Nurses", 3391, ["RN", "Nurse", "Staff Nurse"]),
    ("29-1171", "Nurse Practitioners", 320, ["Family Nurse Practitioner"]),
    ("29-1215", "Family Medicine Physicians", 116, ["Doctor", "Family Doctor"]),
    ("35-2014", "Cooks, Restaurant", 1460, ["Line Cook", "Saucier"]),
    ("35-1011", "Chefs and Head Cooks", 197, ["Sous Chef"]),
    ("43-6014", "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive", 1944,
     ["Office Secretary"]),
    ("45-2092", "Farmworkers and Laborers, Crop, Nursery, and Greenhouse", 505, ["Fruit Picker"]),
    ("47-2111", "Electricians", 819, ["Wireman", "Journeyman Electrician"]),
    ("47-2152", "Plumbers, Pipefitters, and Steamfitters", 505, ["Gas Fitter"]),
    ("49-2095", "Electrical and Electronics Repairers, Powerhouse, Substation, and Relay", 23,
     ["Substation Electrician"]),
    ("51-4121", "Welders, Cutters, Solderers, and Brazers", 457, ["Arc Welder"]),
    ("27-2011", "Actors", 57, ["Stage Performer"]),
    ("53-3032", "Heavy and Tractor-Trailer Truck Drivers", 2235, ["Truck Driver", "Long Haul Truck Driver"]),
    ("53-3033", "Light Truck Drivers", 1080, ["Delivery Driver"]),
)  # fmt: skip


@pytest.fixture(scope="module")
def world(shared_db: None) -> None:
    titles, projections = rows.release("soc", kind="official"), rows.release("projections", kind="official")
    for code, title, jobs, others in WORLD:
        occupation = rows.occupation(code, title, is_residual="All Other" in title)
        rows.projection(release=projections, occupation=occupation, base_employment=Decimal(jobs))
        for other in others:
            rows.alternate_title(occupation=occupation, release=titles, title=other)


QUERIES = [
    # Codes, in every spelling.
    ("11-3051", "11-3051"), ("113051", "11-3051"), (" 11-3051 ", "11-3051"), ("11-3051.00", "11-3051"),
    ("11-30", "11-3051"), ("29-11", "29-1141"),
    # Official titles, whole and in part, singular and plural, any case and order.
    ("industrial production managers", "11-3051"), ("Industrial Production Manager", "11-3051"),
    ("PRODUCTION MANAGER", "11-3051"), ("managers production industrial", "11-3051"),
    ("lawyer", "23-1011"), ("electrician", "47-2111"), ("electrical engineer", "17-2071"),
    ("secretary", "43-6014"), ("welder", "51-4121"), ("restaurant cook", "35-2014"), ("accountant", "13-2011"),
    ("elementary school teacher", "25-2021"), ("heavy truck drivers", "53-3032"), ("civil-engineers", "17-2051"),
    # Of several with the word, the one with the most jobs.
    ("manager", "11-1021"), ("engineers", "17-2051"), ("teachers", "25-2021"), ("cook", "35-2014"),
    # Alternate titles.
    ("plant manager", "11-3051"), ("RN", "29-1141"), ("nurse", "29-1141"), ("attorney", "23-1011"),
    ("software engineer", "15-1252"), ("doctor", "29-1215"), ("CPA", "13-2011"), ("high school teacher", "25-2031"),
    ("truck driver", "53-3032"), ("coder", "15-1251"), ("the counselor at law", "23-1011"),
    # Slips of the pen.
    ("electrition", "47-2111"), ("plumer", "47-2152"), ("enginer", "17-2051"), ("registred nurse", "29-1141"),
    ("accountent", "13-2011"), ("truckdriver", "53-3032"), ("software develper", "15-1252"), ("lawer", "23-1011"),
    ("secretery", "43-6014"), ("nurse practicioner", "29-1171"),
    # Beginnings of words.
    ("electr", "47-2111"), ("softw", "15-1252"), ("plumb", "47-2152"),
]  # fmt: skip


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("text", "code"), QUERIES)
def test_the_occupation_that_is_meant_comes_first(text: str, code: str) -> None:
    found = Occupation.objects.search(text).first()
    assert found is not None
    assert found.code == code


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("text", "code", "called"),
    [
        ("plant manager", "11-3051", "Plant Manager"),
        ("staff nurse", "29-1141", "Staff Nurse"),
        ("registered nurse", "29-1141", None),
        ("industrial production", "11-3051", None),
        ("11-3051", "11-3051", None),
    ],
)
def test_an_alternate_title_is_named_where_it_matched_better(
    text: str, code: str, called: str | None
) -> None:
    found = Occupation.objects.search(text).get(code=code)
    assert found.also_called == called


@pytest.mark.usefixtures("world")
def test_every_word_must_be_found() -> None:
    codes = set(Occupation.objects.search("software engineer").values_list("code", flat=True))
    assert "15-1252" in codes
    assert "17-2051" not in codes


@pytest.mark.usefixtures("world")
def test_a_residual_comes_after_the_others_of_its_tier() -> None:
    codes = list(Occupation.objects.search("managers").values_list("code", flat=True))
    assert codes.index("11-9199") > codes.index("11-3051")  # though it has five times the jobs


@pytest.mark.usefixtures("world")
def test_a_whole_word_comes_before_the_beginning_of_one() -> None:
    codes = list(Occupation.objects.search("nurse").values_list("code", flat=True))
    assert codes.index("29-1171") < codes.index("45-2092")  # nursery, which has more jobs


@pytest.mark.usefixtures("world")
def test_a_part_of_another_word_is_not_the_word() -> None:
    assert list(Occupation.objects.search("actor").values_list("code", flat=True)) == [
        "27-2011"
    ]  # no tractors


@pytest.mark.usefixtures("world")
def test_a_second_try_takes_names_together_and_words_apart() -> None:
    assert not Occupation.objects.search("factory coder").exists()
    assert not Occupation.objects.search("wireman electrician").exists()
    together = Occupation.objects.search("wireman electrician", closest=True)
    assert together[0].code == "47-2111"
    apart = Occupation.objects.search("factory coder", closest=True).values_list("code", flat=True)
    assert {"11-3051", "15-1251"} <= set(apart)


@pytest.mark.usefixtures("world")
def test_the_names_of_a_part_find_what_is_shown_in_its_place() -> None:
    group = rows.occupation("31-1120", "Home Health and Personal Care Aides", level=Occupation.Level.BROAD)
    aides = rows.occupation("31-1121", "Home Health Aides", parent=group)
    rows.occupation("31-1121.01", "Hospice Aides", level=Occupation.Level.ONET, parent=aides)
    titles = rows.release("onet", kind="official")
    rows.alternate_title(occupation=aides, release=titles, title="Home Attendant")
    shown = Occupation.objects.exclude(parent=group).exclude(parent=aides)
    for text, called in (
        ("home health aide", "Home Health Aides"), ("hospice aides", "Hospice Aides"),
        ("home attendant", "Home Attendant"),
    ):  # fmt: skip
        first = shown.search(text).first()
        assert first is not None
        assert (first.code, first.also_called) == ("31-1120", called)
    combination = rows.occupation("21-1018", "Counselors of Every Kind")
    combination.combines.add(rows.occupation("21-1011", "Substance Abuse Counselors"))
    assert [found.code for found in shown.exclude(code="21-1011").search("substance abuse")] == ["21-1018"]


@pytest.mark.usefixtures("world")
def test_a_title_of_an_older_code_system_leads_to_what_it_became() -> None:
    old = rows.system("soc-2010", name="SOC 2010")
    crosswalk = rows.release("soc-2010", kind="official")

    def retired(code: str, title: str, *became: str) -> None:
        occupation = rows.occupation(code, title, system=old, is_retired=True)
        for successor in Occupation.objects.filter(code__in=became, is_retired=False):
            CodeChange.objects.create(release=crosswalk, occupation=occupation, successor=successor)

    retired("15-1132", "Software Developers, Applications", "15-1252", "15-1251")
    retired("29-1062", "Family and General Practitioners", "29-1215")
    retired("27-9999", "Wandering Minstrels")  # nobody says what they became
    of_today = Occupation.objects.current()
    for text, code, title in (
        ("software developers, applications", "15-1252", "Software Developers, Applications (SOC 2010)"),
        ("general practitioner", "29-1215", "Family and General Practitioners (SOC 2010)"),
    ):
        first = of_today.search(text).first()
        assert first is not None
        assert (first.code, first.also_called) == (code, title)
    assert {found.code for found in of_today.search("software developers, applications")} == {
        "15-1252",
        "15-1251",
    }
    assert not of_today.search("wandering minstrels").exists()
    # A title of today still comes first.
    found = of_today.search("software developers").first()
    assert found is not None
    assert found.also_called is None


@pytest.mark.usefixtures("world")
def test_a_title_is_not_found_by_what_it_leaves_out() -> None:
    codes = set(Occupation.objects.search("legal secretary", closest=False).values_list("code", flat=True))
    assert "43-6014" not in codes


@pytest.mark.usefixtures("world")
def test_a_supervisor_comes_after_those_supervised() -> None:
    rows.occupation("47-1011", "First-Line Supervisors of Electricians")
    assert next(found.code for found in Occupation.objects.search("electricians")) == "47-2111"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("text", ["", "  ", "!!!", "—", "_", "%", "zzzzqqq"])
def test_nothing_to_look_for_finds_nothing(text: str) -> None:
    assert not Occupation.objects.search(text).exists()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    "text", ["a" * 5000, "x " * 500, "(", "\\", "nurse'; --", "[a-z]*", "%s", "ß", "护士"]
)
def test_any_text_can_be_looked_for(text: str) -> None:
    list(Occupation.objects.search(text)[:5])
    list(Occupation.objects.search(text, closest=True)[:5])


@pytest.mark.django_db
def test_titles_of_a_withdrawn_release_are_not_searched() -> None:
    occupation = rows.occupation("11-3051")
    rows.alternate_title(
        occupation=occupation, release=rows.release("soc", state="withdrawn"), title="Plant boss"
    )
    assert not Occupation.objects.search("plant boss").exists()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("names", [0, 40])
def test_the_queries_of_a_search_are_fixed(django_assert_num_queries, names: int) -> None:
    titles = rows.release("onet", kind="official")
    for number in range(names):
        other = rows.occupation(title=f"Managers of {number}")
        rows.alternate_title(occupation=other, release=titles, title=f"Plant manager {number}")
    with django_assert_num_queries(7):
        list(Occupation.objects.search("manager"))
    with django_assert_num_queries(13):
        list(Occupation.objects.search("manajer"))
    with django_assert_num_queries(13):
        list(Occupation.objects.search("zzzz plant", closest=True))


@pytest.mark.parametrize(
    ("text", "code"),
    [("11-3051", "11-3051"), ("113051", "11-3051"), ("11", "11-"), ("1130", "11-30"), ("11-3051.01", "11-3051.01"),
     ("11-3051.00", "11-3051"), ("11305100", "11-3051"), ("11305101", "11-3051.01"),
     ("1", ""), ("11-30512", ""), ("11 3051", ""), ("nurse", ""), ("", "")],
)  # fmt: skip
def test_a_code_is_known_in_any_spelling(text: str, code: str) -> None:
    assert code_in(text) == code


@pytest.mark.parametrize(
    ("text", "words"),
    [("Plant  MANAGER", ["plant", "manager"]), ("head of the department", ["head", "department"]),
     ("of the", ["of", "the"]), ("teacher’s pet", ["teachers", "pet"]),
     ("nurse nurse", ["nurse"]), ("a b c d e f g h i j k", ["b", "c", "d", "e", "f", "g", "h", "i"])],
)  # fmt: skip
def test_the_words_that_count(text: str, words: list[str]) -> None:
    assert readings_of(text)[0].words == words


def test_a_text_without_letters_has_no_reading() -> None:
    assert readings_of("?!") == []


@pytest.mark.parametrize(
    ("text", "others"),
    [("hr rep", ["human resources representative"]), ("HRs", ["human resources"]), ("cabinet maker", ["cabinetmaker"]),
     ("child care worker", ["childcare worker", "child careworker"]), ("welder", [])],
)  # fmt: skip
def test_a_text_is_read_in_other_words_too(text: str, others: list[str]) -> None:
    ways = [" ".join(reading.text) for reading in readings_of(text)]
    assert ways[0] == text.lower()
    assert [way for way in ways[1:] if way in others] == others
    assert len(ways) <= 6


def test_everyday_words_are_written_to_be_found() -> None:
    for phrase, meanings in READ_AS.items():
        assert phrase == " ".join(WORD.findall(POSSESSIVE.sub("s", phrase.lower())))
        assert meanings, phrase
        assert phrase not in meanings


@pytest.mark.django_db
def test_a_detail_of_onet_is_found_by_its_exact_title() -> None:
    parent = rows.occupation("17-2199", "Engineers, All Other")
    rows.occupation("17-2199.08", "Robotics Engineers", level=Occupation.Level.ONET, parent=parent)
    gone = rows.occupation("17-2199.09", "Robotics Engineer", level=Occupation.Level.ONET, parent=parent)
    Occupation.objects.filter(pk=gone.pk).update(is_retired=True)
    for text in ("Robotics Engineers", "robotics engineer"):
        assert [found.code for found in Occupation.objects.of_onet_titled(text)] == ["17-2199.08"]
    for text in ("robotics", "engineers, all other", "", "!"):
        assert not Occupation.objects.of_onet_titled(text).exists()
