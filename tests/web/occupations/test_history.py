"""History: one row for each release, breaks that cut the line, constant dollars; and what changed between two."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from occupations.models import MissingReason, Occupation, PriceIndex, Profile, ProfileSection
from tests.web.conftest import make_release
from tests.web.files import csv_rows
from tests.web.wording import says
from wages.estimates import Figure
from wages.models import WageEstimate
from web.charts.line import YearPoint, line_chart
from web.occupations.history.changes import breaks_between, word_difference

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seven_years(estimate: Callable[..., WageEstimate], managers: Occupation) -> str:
    """Medians from May 2019 to May 2025, one of them entered by hand as well."""
    for number, year in enumerate(range(2019, 2026)):
        release = make_release(f"May {year}", dt.date(year + 1, 4, 1))
        estimate(
            release, managers, annual_median=100_000 + 1_000 * number, annual_p10=60_000, annual_p90=150_000,
            employment=1_000 * (number + 1),
        )  # fmt: skip
    estimate(make_release("May 2021", dt.date(2022, 4, 1), kind="editorial"), managers, annual_median=99_000)
    return f"{managers.get_absolute_url()}history/"


def test_one_row_for_each_release_newest_first(seven_years: str, client: Client) -> None:
    html = client.get(seven_years).text
    labels = [f"May {year}</a>" for year in range(2025, 2018, -1)]
    positions = [html.index(label) for label in labels]
    assert positions == sorted(positions)
    assert "$99,000" not in html  # the official figure of the same release stands for it
    assert html.count("don’t compare with earlier releases") == 1


def test_codes_of_another_classification_are_a_break(
    seven_years: str, estimate: Callable[..., WageEstimate], managers: Occupation, client: Client
) -> None:
    """From May 2019 on occupations are those of SOC 2018; twelve releases make three pieces of the line."""
    for year in range(2014, 2019):
        estimate(make_release(f"May {year}", dt.date(year + 1, 4, 1)), managers, annual_median=90_000)
    html = client.get(seven_years).text
    assert all(f"May {year}</a>" in html for year in range(2014, 2026))
    assert html.count("don’t compare with earlier releases") == 2
    assert "new occupation codes: don’t compare" in html
    assert says(html, "Since May 2019, OEWS has sorted jobs by SOC 2018 instead of SOC 2010.")


def test_constant_dollars_are_computed_with_the_index_of_each_may(seven_years: str, client: Client) -> None:
    assert "Constant dollars" not in client.get(seven_years).text
    cpi = make_release("August 2026", dt.date(2026, 9, 10), source="cpi")
    for year, value in ((2019, "250"), (2024, "310"), (2025, "320")):
        PriceIndex.objects.create(release=cpi, year=year, month=5, value=value)
    html = client.get(seven_years, {"dollars": "constant"}).text
    assert "$128,000" in html  # 100,000 × 320 / 250
    assert "$106,000" in html  # the newest stays
    assert "$101,000" not in html  # 2020 has no index and keeps a gap
    assert "we multiply each wage by the CPI-U" in html
    assert says(client.get(seven_years, {"dollars": "nominal"}).text, "100,000")


def test_what_changed_between_two_releases(seven_years: str, client: Client, managers: Occupation) -> None:
    address = seven_years.replace("history", "changes")
    html = client.get(address, {"from": "May-2021", "to": "May-2025"}).text
    assert "What changed from May 2021 to May 2025" in html
    assert "+$4,000" in html
    assert says(html, "+3.9")
    assert "+4,000" in html  # jobs
    assert "across a break" not in html
    assert "it isn’t a choice for “from”" in client.get(address, {"from": "May-1066"}).text


def test_a_difference_across_a_break_names_it_and_has_no_percent_until_asked_for(
    seven_years: str, client: Client
) -> None:
    address = seven_years.replace("history", "changes")
    asked = {"from": "May-2019", "to": "May-2025"}
    html = client.get(address, asked).text
    assert "Difference<small>across a break: new method in May 2021</small></th>" in html
    assert "+$6,000" in html
    assert not says(html, "+6.0")
    assert "so we don’t show percents" in html
    assert 'href="?from=May-2019&amp;to=May-2025&amp;percent=show"' in html
    shown = client.get(address, asked | {"percent": "show"}).text
    assert says(shown, "+6.0")
    assert "Difference<small>%, across a break: new method in May 2021</small>" in shown
    file = csv_rows(client.get(address, asked | {"_export": "csv", "table": "pay"}))
    assert {row["difference_is"] for row in file} == {"across a break: new method in May 2021"}
    assert {row["difference_percent"] for row in file} == {""}
    assert csv_rows(client.get(address, asked | {"percent": "show", "_export": "csv", "table": "pay"}))[1][
        "difference_percent"
    ]


def test_breaks_lie_between_releases_in_either_order() -> None:
    assert breaks_between(2019, 2025) == breaks_between(2025, 2019) == ["new method in May 2021"]
    assert breaks_between(2020, 2021) == ["new method in May 2021"]
    assert breaks_between(2021, 2025) == []


def test_a_release_entered_by_hand_is_called_so_on_the_page_and_in_the_file(
    seven_years: str, client: Client, managers: Occupation, estimate: Callable[..., WageEstimate]
) -> None:
    by_hand = make_release("May 2026", dt.date(2026, 6, 1), kind="editorial")
    estimate(by_hand, managers, annual_median=150_000)
    address = seven_years.replace("history", "changes")
    html = client.get(address).text
    assert says(html, "to May 2026, entered by hand")
    rows = csv_rows(client.get(address, {"_export": "csv", "table": "pay"}))
    assert {(row["after_is"], row["wages_after_release"]) for row in rows} == {
        ("May 2026, entered by hand",) * 2
    }


def test_on_a_phone_every_column_of_what_changed_has_its_place(seven_years: str, client: Client) -> None:
    """A table whose last column is cut says nothing; the heading of a column is said beside its figure there."""
    address = seven_years.replace("history", "changes")
    html = client.get(address, {"from": "May-2019", "to": "May-2025", "percent": "show"}).text
    table = html.partition('data-table="pay"')[2].partition("</table>")[0]
    cells = re.findall(r'<td role="cell" class="num (lead|under)[^"]*" data-label="([^"]+)">', table)
    assert len(cells) == table.count("<td")
    assert list(dict.fromkeys(label for _, label in cells)) == [
        "May 2019", "May 2025", "Difference across a break", "Percent across a break"
    ]  # fmt: skip
    assert "The differences are across a break" in table


def test_text_changes_in_words(seven_years: str, client: Client, managers: Occupation) -> None:
    profile = Profile.objects.create(slug="ipm", title="Managers", state="published")
    profile.occupations.add(managers)
    section = ProfileSection.objects.create(profile=profile, kind="10-what-they-do", body="They run plants.")
    section.history.update(history_date=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    section.body = "They run whole plants."
    section.save()
    section.history.filter(body__contains="whole").update(history_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    html = client.get(seven_years.replace("history", "changes"), {"from": "May-2021", "to": "May-2025"}).text
    assert "<ins>whole</ins>" in html


def test_word_difference() -> None:
    assert word_difference("a b c", "a x c") == [("kept", "a"), ("out", "b"), ("in", "x"), ("kept", "c")]


def points(amounts: list[int | None]) -> list[YearPoint]:
    missing = Figure(None, MissingReason.NOT_RELEASED)
    return [
        YearPoint(2015 + n, "", *(Figure(amount + d) if amount else missing for d in (-900, 0, 900)))
        for n, amount in enumerate(amounts)
    ]


def test_line_is_cut_at_breaks_and_gaps() -> None:
    chart = line_chart(points([1000, 1100, None, 1200, 1300, 1400]), {2020: "new method"}, "annual")
    assert chart is not None
    assert len(chart.dots) == 5
    assert [path.count("L") for path in chart.medians] == [1, 1]  # 2015–16 and 2018–19; 2020 stands alone
    assert [tick.label for tick in chart.breaks] == ["new method"]


@given(st.lists(st.one_of(st.none(), st.integers(15_000, 900_000)), min_size=2, max_size=12))
def test_everything_is_drawn_inside(amounts: list[int | None]) -> None:
    chart = line_chart(points(amounts), {}, "annual")
    if sum(amount is not None for amount in amounts) < 2:
        assert chart is None
        return
    assert chart is not None
    for x, y in chart.dots:
        assert chart.left <= x <= chart.right
        assert chart.top <= y <= chart.bottom
    assert 2 <= len(chart.y_ticks) <= 8
    heights = [tick.at for tick in chart.y_ticks]
    assert heights == sorted(heights, reverse=True)


def test_queries_are_fixed(seven_years: str, client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(5):
        client.get(seven_years)


def test_text_of_the_chart_keeps_its_size(seven_years: str, client: Client) -> None:
    """Only the lines are in a drawing that is stretched; the words beside it are placed in percents."""
    drawing = client.get(seven_years).text.partition('<svg class="chart steady"')[2].partition("</figure>")[0]
    stretched = drawing[drawing.index("<svg ") : drawing.index("</svg>")]
    assert 'preserveAspectRatio="none"' in stretched
    assert "<path" in stretched
    assert "<text" not in stretched
    assert drawing.count("<text") == drawing.count('%" y=')
