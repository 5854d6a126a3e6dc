"""Occupations side by side: figures, differences, what may be chance, and addresses that ask for odd things."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from occupations.models import Industry, MissingReason, Occupation, RelatedOccupation, Release
from tests.web import files
from tests.web.conftest import make_occupation, make_release
from tests.web.occupations.test_profile import projection
from tests.web.wording import says
from wages.estimates import Figure
from wages.models import Area, WageEstimate
from web.compare import overlap
from web.compare.matrix import by_industry, highest, sort_matrix
from web.compare.summary import series_of
from web.http.selection import written
from web.words.notes import OR_MORE_NOTE

Make = Callable[..., WageEstimate]
PAGE = "/compare/"


@pytest.fixture(scope="module")
def engineers(managers: Occupation) -> Occupation:
    return make_occupation(managers.system, "17-2112", "Industrial Engineers", 4, managers.parent)


@pytest.fixture(scope="module")
def actors(managers: Occupation) -> Occupation:
    return make_occupation(managers.system, "27-2011", "Actors", 4, managers.parent)


@pytest.fixture(scope="module")
def world(
    managers: Occupation, engineers: Occupation, actors: Occupation, may_2025: Release, estimate: Make,
    industry: Callable[..., Industry], total: Occupation,
) -> dict[str, Industry]:  # fmt: skip
    """Two occupations with pay by the year, one by the hour, in the nation and in three sectors."""
    sectors = {
        name: industry(code, name)
        for code, name in (("22", "Utilities"), ("31-33", "Manufacturing"), ("52", "Finance"))
    }
    sectors["chemicals"] = industry("325", "Chemicals", sectors["Manufacturing"])

    def cell(
        who: Occupation, where: str | None, median: int | None, mean: int, jobs: int, **more: object
    ) -> None:
        known: dict[str, object] = (
            {"annual_median": median} if median else {"annual_median_missing": MissingReason.TOP_CODED}
        )
        percentiles = {"annual_p10": 50_000, "annual_p90_missing": MissingReason.TOP_CODED}
        estimate(
            may_2025, who, sectors[where] if where else None, annual_mean=mean, employment=jobs,
            wage_rse=Decimal("2.0"), employment_rse=Decimal("3.0"), **known, **percentiles, **more,
        )  # fmt: skip

    cell(managers, None, 126_060, 134_170, 1000)
    cell(managers, "Utilities", 165_350, 170_000, 50)
    cell(managers, "Manufacturing", 125_280, 130_000, 800)
    cell(managers, "chemicals", 135_530, 140_000, 100)
    cell(engineers, None, 102_440, 132_000, 2000)
    cell(engineers, "Manufacturing", 101_160, 105_000, 1500)
    cell(engineers, "Finance", None, 250_000, 20)
    hourly = {
        f"annual_{name}_missing": MissingReason.OTHER_BASIS for name in ("p10", "median", "p90", "mean")
    }
    estimate(
        may_2025,
        actors,
        None,
        employment=500,
        hourly_median=Decimal("25.10"),
        hourly_mean=Decimal(40),
        **hourly,
    )
    round_ = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    projection(
        round_,
        managers,
        base_employment=Decimal("241.9"),
        percent_change=Decimal("1.9"),
        openings=Decimal(17),
        entry_education=3,
        work_experience=1,
        training=6,
    )
    projection(round_, engineers, base_employment=Decimal("351.1"), percent_change=Decimal("11.0"))
    return sectors


def query(*codes: str, **more: Any) -> dict[str, Any]:
    return {"occupation": list(codes), **more}


BOTH = ("11-3051", "17-2112")
SECTORS: dict = {"measure": "median", "basis": "annual", "view": "sectors", "opened": frozenset()}


@pytest.mark.django_db
class TestNation:
    def test_each_has_its_figures_and_the_difference_from_the_first(
        self, client: Client, world: dict
    ) -> None:
        html = client.get(PAGE, query(*BOTH)).text
        for figure in (
            "$126,060",
            "$102,440",
            "−$23,620",
            "−19%",
            "241,900",
            "+11.0",
            "5 years or more in related work",
        ):
            assert figure in html
        assert (
            "Industrial production managers earn the most, with a median annual wage of $126,060 in May 2025. That is"
            " $23,620, or 23 percent, more than industrial engineers ($102,440)." in html
        )
        assert "percent for industrial production managers to +11 percent for industrial engineers." in html

    def test_another_base_turns_the_difference(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, base="17-2112")).text
        assert "+$23,620" in html
        assert "−$23,620" not in html

    def test_without_a_base_there_is_no_difference(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, base="none")).text
        assert "23,620," in html  # in the sentence
        assert "+$23,620" not in html
        assert "Difference" not in html.partition("<thead")[2].partition("</thead>")[0]

    def test_means_within_their_errors_are_said_to_be_chance(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH)).text
        assert "($134,170) and of industrial engineers ($132,000) may differ only by chance" in html
        assert "BLS publishes no error for medians" in html

    def test_pay_by_the_hour_only_is_said_and_not_converted(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query("11-3051", "27-2011")).text
        assert "paid by the hour; no annual figure is published" in html
        assert "BLS publishes pay for actors by the hour only" in html
        assert "$52,208" not in html
        assert "$25.10" in client.get(PAGE, query("11-3051", "27-2011", pay="hourly")).text

    def test_an_open_range_is_drawn_open(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH)).text
        assert html.count('class="goes-on"') == 2
        assert "$239,200 or more" in html

    def test_as_of_before_any_release(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, release="2019-01-01")).text
        assert "This site has no wages published by then." in html
        assert "126,060" not in html


@pytest.mark.django_db
class TestMatrix:
    def test_rows_are_sectors_and_columns_the_occupations(self, client: Client, world: dict) -> None:
        WageEstimate.objects.filter(industry=world["Utilities"]).update(employment=100)
        html = client.get(PAGE, query(*BOTH, by="industry")).text
        assert "Utilities" in html
        assert "Chemicals" not in html
        assert "−$24,120 · −19%" in html.replace('<small class="gap below">', "")
        assert "industrial production managers earn the most in utilities ($165,350)" in html
        assert "$239,200 or more" in html
        assert OR_MORE_NOTE in html

    def test_a_sector_opens(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, by="industry", open="31-33")).text
        assert "Chemicals" in html
        assert "not published" in html
        assert "Hide the industries within Manufacturing" in html

    def test_shares_are_of_the_occupation_and_the_rest_is_shown(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, by="industry", measure="share")).text
        assert ">80.0<" in html
        assert "75.0<small" in html
        assert "−5.0 pp" in html
        assert "Not shown or not released" in html
        assert ">15.0<" in html  # 150 of 1,000 managers are in no sector listed

    def test_places_leave_territories_out_of_shares(
        self, client: Client, world: dict, managers: Occupation, engineers: Occupation, may_2025: Release,
        all_industries: Industry, estimate: Make,
    ) -> None:  # fmt: skip
        for code, kind, title in (
            ("0600000", "state", "California"),
            ("7200000", "territory", "Puerto Rico"),
        ):
            place = Area.objects.create(
                delineation="FIPS", code=code, kind=kind, title=title, state_code=code[:2]
            )
            for who in (managers, engineers):
                made = WageEstimate.objects.national().all_industries().get(occupation=who)
                made.pk, made.area, made.employment = None, place, 100
                made.save()
        html = client.get(PAGE, query(*BOTH, by="place", measure="share")).text
        assert says(html, "10.0")
        assert "not part of the nation’s total" in html

    def test_a_release_without_industries_says_so(self, client: Client, world: dict) -> None:
        WageEstimate.objects.filter(industry__in=world.values()).delete()
        html = client.get(PAGE, query(*BOTH, by="industry", view="all")).text
        assert "The release of May 2025 has no figures by industry on this site." in html
        assert "An industry that isn’t listed" not in html

    def test_notes_say_where_a_sectors_industries_are(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, by="industry")).text
        assert "Use a sector’s arrow to see the industries in it" in html
        assert "An industry that isn’t listed" not in html
        html = client.get(PAGE, query(*BOTH, by="industry", view="all")).text
        assert "An industry that isn’t listed has no published figure" in html

    def test_the_highest_is_of_those_published(
        self, client: Client, world: dict, managers: Occupation
    ) -> None:
        html = client.get(PAGE, query(*BOTH, by="industry")).text
        assert "earn the most in" not in html  # 50 jobs are too few to name utilities
        WageEstimate.objects.filter(industry=world["Utilities"]).update(employment=100)
        cache.clear()
        html = client.get(PAGE, query(*BOTH, by="industry")).text
        assert (
            "Of the sectors with published figures, industrial production managers earn the most in" in html
        )
        assert "counts only sectors with at least 100 jobs in the occupation" in html
        jobs = client.get(PAGE, query(*BOTH, by="industry", measure="jobs")).text
        assert (
            "Industrial production managers have the most jobs in" in jobs
        )  # 800 of 1,000 are more than what is left
        own = WageEstimate.objects.filter(occupation=managers, industry__kind="all")
        own.update(employment=2_000)
        cache.clear()
        jobs = client.get(PAGE, query(*BOTH, by="industry", measure="jobs")).text
        assert (
            "Of the sectors with published figures, industrial production managers have the most jobs in"
            in jobs
        )

    def test_a_small_share_is_not_zero(self, client: Client, world: dict, managers: Occupation) -> None:
        WageEstimate.objects.filter(occupation=managers, industry=world["Utilities"]).update(employment=10)
        WageEstimate.objects.filter(occupation=managers, industry__kind="all").update(employment=90_000)
        html = client.get(PAGE, query(*BOTH, by="industry", measure="share")).text
        assert ">under 0.1<" in html
        assert ">0.0<" not in html

    @pytest.mark.parametrize("measure", ["jobs", "share", "median"])
    def test_states_leave_a_remainder(
        self, client: Client, world: dict, managers: Occupation, engineers: Occupation, measure: str
    ) -> None:
        for code, title in (("06", "California"), ("11", "District of Columbia")):
            place = Area.objects.create(
                delineation="FIPS", code=f"{code}00000", kind="state", title=title, state_code=code
            )
            for who in (managers, engineers):
                made = (
                    WageEstimate.objects.national().all_industries().get(occupation=who, area__code="0000000")
                )
                made.pk, made.area, made.employment = None, place, 300 if code == "11" else 100
                made.save()
        html = client.get(PAGE, query(*BOTH, by="place", measure=measure)).text
        assert "in District of Columbia" not in html
        assert "the District of Columbia" in html
        assert "Of the states with published figures, " in html
        is_pay = measure == "median"
        assert ("not adjusted for what things cost" in html) is is_pay
        assert ("Not shown or not released" in html) is not is_pay
        covered = (
            "hold 40 percent of the jobs of industrial production managers and 20 percent of the jobs of"
            " industrial engineers"
        )
        assert (covered in html) is not is_pay

    def test_no_cells_say_so(self, client: Client, world: dict) -> None:
        html = client.get(PAGE, query(*BOTH, by="place", view="metros")).text
        assert "This site has no figures for metropolitan areas for these occupations in May 2025" in html

    @pytest.mark.parametrize("sort", ["name", "-name", "11-3051", "-17-2112", "gap-17-2112", "-gap-17-2112"])
    def test_every_column_sorts(self, client: Client, world: dict, sort: str) -> None:
        response = client.get(PAGE, query(*BOTH, by="industry", sort=sort))
        assert response.status_code == 200
        assert "was ignored" not in response.text
        assert "aria-sort" in response.text or 'class="by-gap sorted"' in response.text

    def test_a_fragment_is_the_block(self, client: Client, world: dict) -> None:
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
        fragment = client.get(PAGE, query(*BOTH, by="industry"), headers=headers).text
        assert "<html" not in fragment
        title, _, block = fragment.strip().partition("</title>")
        assert title.startswith(
            "<title>Industrial production managers and Industrial engineers compared by industry"
        )
        assert block.startswith('<div class="table-block" id="comparison"')


@pytest.fixture(scope="module")
def cells(world: dict, managers: Occupation, engineers: Occupation) -> tuple[list, dict, list[WageEstimate]]:
    every = list(WageEstimate.objects.select_related("release", "industry", "area"))
    overall = {e.occupation_id: e for e in every if e.industry.kind == "all"}
    return (
        series_of([managers, engineers], "11-3051"),
        overall,
        [e for e in every if e.industry.kind != "all"],
    )


@pytest.mark.django_db
def test_top_coded_figures_take_part_in_no_difference(cells: tuple) -> None:
    matrix = by_industry(*cells, **SECTORS)
    finance = next(row for row in matrix.rows if row.name == "Finance")
    assert finance.cells[1].figure.is_top_coded
    assert finance.cells[1].gap is None
    assert finance.cells[0].figure == Figure()


@pytest.mark.django_db
def test_the_highest_is_named_only_where_it_can_be_told(cells: tuple) -> None:
    matrix = by_industry(*cells, **SECTORS)
    assert highest(matrix, 0) == highest(matrix, 1) == []  # 50 and 20 jobs are too few
    for cell in cells[2]:
        cell.employment = max(cell.employment, 100)
    matrix = by_industry(*cells, **SECTORS)
    assert [row.name for row in highest(matrix, 0)] == ["Utilities"]
    # One top-coded sector whose floor is above every other figure is the highest.
    assert [row.name for row in highest(matrix, 1)] == ["Finance"]
    series, overall, every = cells
    utilities = [e for e in every if e.industry.code == "22"]
    by_one = by_industry(series, overall, utilities, **SECTORS)
    assert highest(by_one, 0) == []  # the highest of one is no finding


@pytest.mark.django_db
def test_a_difference_between_means_within_their_errors_is_marked(cells: tuple) -> None:
    matrix = by_industry(*cells, **SECTORS | {"measure": "mean"})
    assert matrix.total.cells[1].by_chance is True
    making = next(row for row in matrix.rows if row.code == "31-33")
    assert making.cells[1].by_chance is False
    medians = by_industry(*cells, **SECTORS)
    assert medians.total.cells[1].by_chance is None


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["11-3051", "17-2112", "gap-17-2112"])
@pytest.mark.parametrize("descending", [False, True])
def test_missing_cells_sort_last(cells: tuple, column: str, descending: bool) -> None:
    matrix = by_industry(*cells, measure="jobs", basis="annual", view="sectors", opened=frozenset({"31-33"}))
    rows = sort_matrix(matrix, column, descending=descending)
    place = 1 if "17" in column else 0
    shown = [row.cells[place] for row in rows if row.depth == 0]
    known = [(c.gap if "gap" in column else c.figure.value) is not None for c in shown]
    assert known == sorted(known, reverse=True)
    names = [row.name for row in rows]
    assert names.index("Chemicals") == names.index("Manufacturing") + 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("11-3051", "99-9999"), "We left out “99-9999”: no occupation has that code"),
        (("11-3051", "plumber"), "We left out “plumber”: no occupation has that code"),
        (("11-3051", "x" * 300), "We left out “xxxx"),
        (("11-3051", "113051"), "was chosen twice"),
        (("11-3051", "11-3051.00"), "was chosen twice"),
        (("11-3051", "11-0000"), "is a major group"),
        (("11-3051", "00-0000"), "“All occupations” covers every occupation together"),
        (("11-3051", "11-3051.01"), "which includes it"),
        (("11-3051", "15-1111"), "is a retired code"),
    ],
)  # fmt: skip
def test_codes_that_need_a_word(
    client: Client, world: dict, managers: Occupation, asked: tuple, says: str
) -> None:
    make_occupation(managers.system, "11-3051.01", "Quality Control Managers", 5, managers)
    make_occupation(managers.system, "15-1111", "Old Hands", 4, managers.parent, is_retired=True)
    response = client.get(PAGE, query(*asked))
    assert response.status_code == 200
    assert says in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"by": "planet"}, "“planet” in the address: it isn’t a choice for “by”"),
        ({"by": "industry", "view": "metros"}, "“metros” in the address: it isn’t a choice for “view”"),
        ({"by": "industry", "measure": "p99"}, "“p99” in the address: it isn’t a choice for “measure”"),
        ({"base": "29-1141"}, "“29-1141” in the address: it isn’t a choice for “base”"),
        ({"sort": "x"}, "“x” in the address: it isn’t a choice for “sort”"),
        ({"by": "industry", "sort": "median"}, "“median” in the address: it isn’t a choice for “sort”"),
        ({"pay": "weekly"}, "“weekly” in the address: it isn’t a choice for “pay”"),
        ({"rows": "2"}, "ignored “rows” in the address"),
        ({"q": "\x00"}, ""),
        ({"q": "zzzzzz"}, "We couldn’t find another occupation for “zzzzzz”"),
        ({"pay": ["annual", "hourly"]}, "The address has “pay” 2 times"),
    ],
)
def test_parameters_that_cannot_be_used_are_said(client: Client, world: dict, more: dict, says: str) -> None:
    response = client.get(PAGE, query(*BOTH, **more))
    assert response.status_code == 200
    assert says in response.text


@pytest.mark.django_db
def test_more_than_six_are_cut_to_the_first_six(client: Client, world: dict, managers: Occupation) -> None:
    codes = [
        make_occupation(managers.system, f"11-90{n:02}", f"Chiefs {n}", 4, managers.parent).code
        for n in range(8)
    ]
    html = client.get(PAGE, query(*codes)).text
    assert "A page shows 6 occupations at most" in html
    assert "Left out: Chiefs 6 and Chiefs 7." in html
    assert "A page holds six at most" in html
    assert 'name="q"' not in html.partition("<main")[2]


@pytest.mark.django_db
def test_choosing_by_search_and_by_likeness(client: Client, world: dict) -> None:
    html = client.get(PAGE, query("11-3051", q="engineer", by="industry")).text
    added = html.partition('id="matches"')[2].partition("</ul>")[0]
    assert 'href="/compare/?occupation=11-3051&amp;occupation=17-2112&amp;by=industry"' in added
    assert "Industrial engineers" in added
    assert "Add at least one more occupation to compare" in html
    assert client.get(PAGE).status_code == 200


@pytest.mark.django_db
def test_what_has_no_figures_is_not_suggested_but_the_code_that_stands_in(
    client: Client,
    world: dict,
    managers: Occupation,
    engineers: Occupation,
    may_2025: Release,
    estimate: Make,
) -> None:
    group = make_occupation(
        managers.system, "31-1120", "Home Health and Personal Care Aides", 3, managers.parent
    )
    aides = make_occupation(managers.system, "31-1121", "Home Health Aides", 4, group)
    nobody = make_occupation(managers.system, "31-1199", "Nobody’s Aides", 4, managers.parent)
    stands_in = estimate(may_2025, group, annual_median=34_900)
    WageEstimate.objects.filter(pk=stands_in.pk).update(published_level=4)
    onet = make_release("30.0", dt.date(2025, 8, 1), source="onet")
    for rank, related in enumerate((aides, nobody, engineers), 1):
        RelatedOccupation.objects.create(
            release=onet, occupation=managers, related=related, rank=rank, tier="1-primary-short"
        )
    html = client.get(PAGE, query("11-3051")).text
    related_list = html.partition('id="related"')[2].partition("</ul>")[0]
    assert [part[:7] for part in related_list.split('data-compare-add="')[1:]] == ["31-1120", "17-2112"]
    html = client.get(PAGE, query("11-3051", "31-1120")).text
    assert "31-1121" not in html.partition('id="related"')[2].partition("</ul>")[0]


@pytest.mark.django_db
def test_the_first_with_a_median_is_the_base_unless_another_is_asked_for(
    client: Client, world: dict, managers: Occupation
) -> None:
    make_occupation(managers.system, "31-1121", "Home Health Aides", 4, managers.parent)

    def base(**more: str) -> str:
        page = client.get(PAGE, query("31-1121", "27-2011", *BOTH, **more)).context["page"]
        return next((one.code for one in page.series if one.is_base), "")

    assert base() == "11-3051"
    assert base(pay="hourly") == "27-2011"
    assert base(base="31-1121") == "31-1121"
    assert base(base="none") == ""
    page = client.get(PAGE, query("31-1121")).context["page"]
    assert page.series[0].is_base


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["nation", "industry"])
def test_links_keep_the_release_and_the_choice(client: Client, world: dict, by: str) -> None:
    html = client.get(PAGE, query(*BOTH, by=by, release="May-2025")).text
    main = html.partition('<section class="choose')[2].partition("</main>")[0]
    links = [part.partition('"')[0] for part in main.split('href="')[1:] if not part.startswith("#")]
    assert len(links) > 10
    assert [link for link in links if "release=May-2025" not in link] == []


@pytest.mark.django_db
def test_number_of_queries_is_fixed(
    client: Client, world: dict, managers: Occupation, may_2025: Release, estimate: Make,
    industry: Callable[..., Industry], django_assert_num_queries,
) -> None:  # fmt: skip
    counts = {"nation": 11, "industry": 10, "place": 10}
    for by, count in counts.items():
        with django_assert_num_queries(count):
            client.get(PAGE, query(*BOTH, by=by))
    more = [
        make_occupation(managers.system, f"11-90{n:02}", f"Chiefs {n}", 4, managers.parent) for n in range(4)
    ]
    for number in range(20):
        where = industry(f"9{number:02}", f"Industry {number}", world["Manufacturing"])
        for who in more:
            estimate(may_2025, who, where, annual_median=50_000 + number)
    wider = query(*BOTH, *(o.code for o in more))
    for by, count in counts.items():
        with django_assert_num_queries(count):
            client.get(PAGE, wider | {"by": by} | ({"view": "all"} if by == "industry" else {}))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11-3051", "11-3051"),
        (" 113051 ", "11-3051"),
        ("11-3051.00", "11-3051"),
        ("11-3051.01", "11-3051.01"),
        ("11-305", ""),
        ("١١-٣٠٥١", ""),
        ("nurse", ""),
    ],
)
def test_codes_as_people_write_them(text: str, code: str) -> None:
    assert written(text) == code


@pytest.mark.django_db
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"sort": "-gap"},
        {"base": "none"},
        {"by": "industry", "open": "31-33"},
        {"by": "industry", "measure": "mean", "sort": "name"},
        {"by": "industry", "measure": "jobs", "sort": "gap-17-2112"},
        {"by": "industry", "measure": "share", "view": "all"},
        {"by": "industry", "pay": "hourly"},
    ],
)
def test_a_file_says_what_the_page_says(client: Client, world: dict, more: dict) -> None:
    asked = query(*BOTH, "27-2011", **more)
    shown = files.page_rows(client.get(PAGE, asked))
    response = client.get(PAGE, asked | {"_export": "csv"})
    rows = files.csv_rows(response)
    assert len(rows) == len(shown)
    for cells, row in zip(shown, rows, strict=True):
        assert files.row_agrees(cells, row) == []
        assert row["wages_release"] == "May 2025"
    assert "compare-11-3051-17-2112-27-2011-by-" in response.headers["Content-Disposition"]
    assert len(files.json_rows(client.get(PAGE, asked | {"_export": "json"}))) == len(shown)


class TestChance:
    def test_range_is_the_estimate_and_196_hundredths_of_its_error(self) -> None:
        found = overlap.range_of(Figure(100_000), Figure(Decimal("2.0")))
        assert found == (Decimal(96_080), Decimal(103_920))

    @pytest.mark.parametrize(
        ("second", "overlaps"),
        [(Figure(104_000), True), (Figure(107_999), True), (Figure(108_200), False), (Figure(90_000), False)],
    )
    def test_ranges_that_touch_overlap(self, second: Figure, overlaps: bool) -> None:
        rse = Figure(Decimal("2.0"))
        assert (
            overlap.overlap(overlap.range_of(Figure(100_000), rse), overlap.range_of(second, rse)) is overlaps
        )

    @pytest.mark.parametrize(
        ("mean", "rse"),
        [
            (Figure(None, MissingReason.TOP_CODED, 239_200), Figure(Decimal(1))),
            (Figure(), Figure(Decimal(1))),
            (Figure(100_000), Figure(None, MissingReason.NOT_RELEASED)),
        ],
    )
    def test_nothing_is_said_without_a_number_and_its_error(self, mean: Figure, rse: Figure) -> None:
        assert (
            overlap.overlap(overlap.range_of(mean, rse), overlap.range_of(Figure(1), Figure(Decimal(1))))
            is None
        )

    @given(
        st.integers(1, 10**6),
        st.integers(1, 10**6),
        st.decimals(0, 50, places=1),
        st.decimals(0, 50, places=1),
    )
    def test_it_does_not_matter_which_comes_first(self, a: int, b: int, x: Decimal, y: Decimal) -> None:
        first, second = overlap.range_of(Figure(a), Figure(x)), overlap.range_of(Figure(b), Figure(y))
        assert overlap.overlap(first, second) is overlap.overlap(second, first)
        assert overlap.overlap(first, first) is True

    def test_what_cannot_be_checked_is_named(self) -> None:
        said = overlap.means_in_words(
            [
                overlap.Mean("Nurses", Figure(100), Figure(Decimal(1))),
                overlap.Mean("Chefs", Figure(200), Figure(Decimal(1))),
                overlap.Mean("Actors", Figure(None, MissingReason.OTHER_BASIS), Figure(Decimal(1))),
            ],
            "annual",
        )
        assert said[0].startswith("The ranges around these means don’t overlap")
        assert said[1].startswith("BLS publishes no mean with a standard error for actors")


@pytest.mark.django_db
def test_the_nations_figures_bear_their_names_and_times_on_a_phone(client: Client, world: dict) -> None:
    html = client.get(PAGE, query(*BOTH)).text.partition('id="comparison"')[2]
    for label in ("Median, a year", "On payrolls, May 2025", "All jobs, 2024"):
        assert html.count(f'data-label="{label}"') == 2
    assert html.count('data-unit="% in 2024–34"') == 2
    assert "Jobs on payrolls<small>May 2025</small>" in html
    assert "All jobs<small>2024</small>" in html
    assert 'data-label="Median, an hour"' in client.get(PAGE, query(*BOTH, pay="hourly")).text
