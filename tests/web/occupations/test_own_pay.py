"""Where a reader's own pay sits: every edge of the percentiles, and that the amount stays nowhere."""

import logging
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter
from hypothesis import given
from hypothesis import strategies as st

import config.gunicorn
from occupations.models import Industry, MissingReason, Occupation, Release
from tests.web.conftest import make_occupation
from wages.estimates import Figure
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.occupations.own_pay.views import own_pay as own_pay_view
from web.occupations.own_pay.words import read_amount, standing

Make = Callable[..., WageEstimate]
FULL = (10_000, 20_000, 30_000, 40_000, 50_000)
CAP = Figure(None, MissingReason.TOP_CODED, 239_200)
HIDDEN = Figure(None, MissingReason.NOT_RELEASED)
HOURLY_ONLY = (Figure(None, MissingReason.OTHER_BASIS),) * 5


def five(*values: int | Figure) -> tuple[Figure, ...]:
    return tuple(v if isinstance(v, Figure) else Figure(v) for v in values)


@pytest.mark.parametrize(
    ("amount", "percentiles", "says"),
    [
        (9_999, five(*FULL), "$9,999 is below the 10th percentile. The 10th percentile is $10,000."),
        (10_000, five(*FULL), "$10,000 is the 10th percentile."),
        (
            10_001,
            five(*FULL),
            "$10,001 is between the 10th percentile ($10,000) and the 25th percentile ($",
        ),
        (30_000, five(*FULL), "$30,000 is the median."),
        (Decimal("30000.40"), five(*FULL), "$30,000 is the median."),
        (Decimal("29999.50"), five(*FULL), "$30,000 is the median."),
        (Decimal("50000.01"), five(*FULL), "$50,000 is the 90th percentile."),
        (35_000, five(*FULL), "between the median ($30,000) and the 75th percentile ($40,000)."),
        (50_001, five(*FULL), "$50,001 is above the 90th percentile."),
        (
            20_000,
            five(20_000, 20_000, 20_000, 40_000, 50_000),
            "is the 10th percentile, the 25th percentile, and the median.",
        ),
        (
            25_000,
            five(10_000, HIDDEN, 30_000, 40_000, 50_000),
            "between the 10th percentile ($10,000) and the median ($30,000)",
        ),
        (
            9_000,
            five(HIDDEN, 20_000, 30_000, 40_000, 50_000),
            "below the 25th percentile, the lowest percentile published",
        ),
        (
            60_000,
            five(10_000, 20_000, 30_000, 40_000, HIDDEN),
            "above the 75th percentile, the highest percentile published",
        ),
        (
            239_199,
            five(100_000, 150_000, 200_000, CAP, CAP),
            "between the median ($200,000) and the 75th percentile ($239,200 or more).",
        ),
        (
            239_200,
            five(100_000, 150_000, 200_000, CAP, CAP),
            "is above the median and at or below the 75th percentile, which is $239,200 or more.",
        ),
        (
            239_210,
            five(100_000, 150_000, 200_000, CAP, CAP),
            "is above $239,200 and above the median. BLS publishes no exact figure that high",
        ),
        (
            400_000,
            five(100_000, 150_000, 200_000, 230_000, CAP),
            "nobody can say which side of it this amount is on",
        ),
        (239_200, five(100_000, 150_000, 200_000, 239_200, CAP), "$239,200 is the 75th percentile."),
        (
            200_000,
            five(CAP, CAP, CAP, CAP, CAP),
            "is below the 10th percentile. The 10th percentile is $239,200 or more.",
        ),
        (
            300_000,
            five(CAP, CAP, CAP, CAP, CAP),
            "$300,000 is above $239,200. BLS publishes no exact figure that high",
        ),
        (50_000, HOURLY_ONLY, "publishes this pay by the hour only, so we can’t compare $50,000 a year"),
        (50_000, (HIDDEN,) * 5, "BLS did not release these percentiles"),
        (50_000, (Figure(),) * 5, "No percentiles are published to compare $50,000 with"),
    ],
)
def test_every_edge(amount: int, percentiles: tuple[Figure, ...], says: str) -> None:
    assert says in standing(Decimal(amount), percentiles, "annual").sentence


@given(
    st.lists(st.integers(1_000, 300_000), min_size=5, max_size=5).map(sorted),
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.integers(0, 5),
    st.integers(500, 400_000),
)
def test_what_is_said_is_true_of_the_percentiles(
    values: list[int], published: list[bool], capped_from: int, amount: int
) -> None:
    """Made percentiles, some not released and the highest top-coded: nothing that is said contradicts them."""
    floor = 239_200
    percentiles = []
    for n, value in enumerate(values):
        if n >= capped_from:
            percentiles.append(Figure(None, MissingReason.TOP_CODED, max([floor, *values[:n]])))
        else:
            percentiles.append(Figure(value) if published[n] else HIDDEN)
    answer = standing(Decimal(amount), tuple(percentiles), "annual")
    names = ("10th percentile", "25th percentile", "median", "75th percentile", "90th percentile")
    known = {name: f.value for name, f in zip(names, percentiles, strict=True) if f.value is not None}
    first, _, _ = answer.sentence.partition(". ")
    if " is between " in first:
        names_alone = re.sub(r" \([^)]*\)\.?", "", first)
        low, _, high = names_alone.partition(" is between ")[2].partition(" and ")
        assert known[low.removeprefix("the ")] < amount
        upper = high.removeprefix("the ")
        assert amount < known[upper] if upper in known else amount < floor or amount < max(values)
        between = [
            value
            for value in known.values()
            if known[low.removeprefix("the ")] < value < (known.get(upper) or amount)
        ]
        assert between == []  # they are neighbors among those published
    elif " is below " in first:
        assert all(amount < value for value in known.values())
    elif " or below " in first:
        assert amount in {fig.floor for fig in percentiles}
        assert "nobody can say" not in answer.sentence
    elif "nobody can say" in answer.sentence:
        assert amount > floor
    elif " is above " in first:
        assert all(value < amount for value in known.values())
        assert capped_from == 5
        assert all(value < amount for value in known.values())
    elif " is the " in first:
        assert amount in known.values()
    for percent, figure in zip((10, 25, 50, 75, 90), percentiles, strict=True):
        if f"at least {percent} percent earn less" in answer.meaning:
            assert figure.value is not None
            assert figure.value < amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$62,500", Decimal(62_500)),
        ("62500.50", Decimal("62500.50")),
        (" 62 500 ", Decimal(62_500)),
        ("65k", Decimal(65_000)),
        ("29.75", Decimal("29.75")),
        ("", None),
        ("abc", None),
        ("-5", None),
        ("0", None),
        ("NaN", None),
        ("1e99", None),
        ("Infinity", None),
        ("k", None),
        ("\x00", None),
    ],
)
def test_amounts_as_people_write_them(text: str, amount: Decimal | None) -> None:
    assert read_amount(text) == amount


def test_an_odd_amount_is_placed_and_questioned() -> None:
    year = standing(Decimal(45), five(*FULL), "annual")
    assert "is below" in year.sentence
    assert "If you meant an hour, choose “an hour”" in year.hint
    assert "If you meant a year" in standing(Decimal(62_500), five(10, 20, 30, 40, 50), "hourly").hint
    assert standing(Decimal(45), five(10, 20, 30, 40, 50), "hourly").hint == ""


@pytest.fixture(scope="module")
def page(managers: Occupation, may_2025: Release, estimate: Make, industry: Callable[..., Industry]) -> str:
    """Managers with pay in the nation, in utilities, and in California by the hour alone."""
    known = dict(
        zip((f"annual_{name}" for name in ("p10", "p25", "median", "p75", "p90")), FULL, strict=True)
    )
    estimate(may_2025, managers, **known)
    estimate(
        may_2025,
        managers,
        industry("22", "Utilities"),
        annual_median=90_000,
        annual_p90_missing=MissingReason.TOP_CODED,
    )
    state = Area.objects.create(
        delineation="FIPS", code="0600000", kind="state", title="California", state_code="06"
    )
    cell = estimate(
        may_2025,
        managers,
        industry("21", "Mining"),
        annual_median_missing=MissingReason.OTHER_BASIS,
        hourly_median=40,
    )
    cell.pk, cell.area, cell.industry = None, state, Industry.objects.get(kind="all")
    cell.save(force_insert=True)
    return f"{managers.get_absolute_url()}pay/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"amount": "35,000", "basis": "annual"}, "$35,000 is between the median ("),
        (
            {"amount": "35,000", "basis": "annual"},
            "at least 50 percent earn less and at least 25 percent earn more",
        ),
        (
            {"amount": "35,000", "basis": "annual", "industry": "22"},
            "below the median, the lowest percentile stated by this source",
        ),
        ({"amount": "35,000", "basis": "annual", "industry": "22"}, "in utilities, United States"),
        ({"amount": "35,000", "basis": "annual", "area": "0600000"}, "by the hour only"),
        (
            {"amount": "45", "basis": "hourly", "area": "0600000"},
            "above the median, the highest percentile stated by this source",
        ),
        ({"amount": "45", "basis": "hourly", "area": "0600000"}, "in California, all industries together"),
        ({"amount": "", "basis": "annual"}, "Enter an amount in dollars, such as"),
        ({"amount": "a lot", "basis": "annual"}, "Enter an amount in dollars, such as"),
        ({"amount": "35,000"}, "Choose whether the amount is for a year or an hour."),
        ({"amount": "35,000", "basis": "weekly"}, "Choose whether the amount is for a year or an hour."),
        ({"amount": "35,000", "basis": "annual", "industry": "99"}, "in that industry. Choose one"),
        ({"amount": "35,000", "basis": "annual", "area": "x"}, "in that place. Choose one"),
        ({"amount": "35,000", "basis": "annual", "area": "0600000", "industry": "22"}, "not both"),
        ({"amount": "45", "basis": "annual"}, "If you meant an hour"),
    ],
)
def test_answers(client: Client, page: str, sent: dict, says: str) -> None:
    response = client.post(page, sent)
    assert response.status_code == 200
    assert says in response.text
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert "ETag" not in response.headers
    fragment = client.post(page, sent, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert says in fragment.text
    assert "<html" not in fragment.text
    assert "no-store" in fragment.headers["Cache-Control"]


@pytest.mark.django_db
def test_the_form_keeps_what_was_sent_and_offers_what_is_published(client: Client, page: str) -> None:
    html = client.post(page, {"amount": "35,000", "basis": "annual", "industry": "22"}).text
    assert 'value="35,000"' in html
    assert '<option value="22" selected>Utilities (22)</option>' in html
    assert '<option value="0600000">California</option>' in html
    assert '<option value="annual" selected>' in html
    empty = client.get(page, {"industry": "22"})
    assert '<option value="22" selected>' in empty.text
    assert " selected>a year" not in empty.text  # no unit is guessed
    assert empty.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.django_db
def test_pay_on_one_basis_only_is_said_beside_the_choice_and_nothing_preset(
    client: Client, page: str, managers: Occupation, may_2025: Release, estimate: Make
) -> None:
    only = "by the hour only"
    assert only not in client.get(page).text  # an hourly figure that a source leaves out is no other basis
    actors = make_occupation(managers.system, "27-2011", "Actors", 4, managers.parent)
    estimate(
        may_2025, actors, hourly_median=Decimal("25.10"), annual_median_missing=MissingReason.OTHER_BASIS
    )
    html = client.get(f"{actors.get_absolute_url()}pay/").text
    hint = html.partition('id="own-basis-hint"')[2].partition("</p>")[0]
    assert only in hint
    assert "Enter the amount and choose" in hint
    assert 'aria-describedby="own-basis-hint"' in html
    assert " selected>an hour" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["23822", "238220", "2382"])
def test_an_industry_is_found_by_each_code_that_means_it(
    client: Client, page: str, managers: Occupation, may_2025: Release, estimate: Make,
    industry: Callable[..., Industry], typed: str,
) -> None:  # fmt: skip
    """NAICS repeats 23822 as 238220, and here 2382 as 23822; OEWS publishes one of them."""
    construction = industry("23", "Construction")
    wide = industry("2382", "Plumbing contractors", construction)
    plumbing = industry("23822", "Plumbing contractors", wide)
    industry("238220", "Plumbing contractors", plumbing)
    published = plumbing if typed != "2382" else wide
    estimate(may_2025, managers, published, annual_median=90_000)
    assert f'<option value="{published.code}" selected>' in client.get(page, {"industry": typed}).text
    amount = {"amount": "35,000", "basis": "annual"}
    for code in (typed, "238220") if published == wide else (typed,):
        answer = client.post(page, amount | {"industry": code}).text
        assert "in plumbing contractors, United States" in answer


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"industry": "zz"}, "in that industry. Choose one"),
        ({"amount": "35000"}, "ignored “amount” in the address"),
        ({"release": "2019-01-01"}, "No pay is published here to compare an amount with."),
    ],
)
def test_odd_addresses_of_the_form(client: Client, page: str, query: dict, says: str) -> None:
    response = client.get(page, query)
    assert response.status_code == 200
    assert says in response.text


@pytest.mark.django_db
def test_number_of_queries_is_fixed(
    client: Client, page: str, managers: Occupation, may_2025: Release, estimate: Make,
    industry: Callable[..., Industry], django_assert_num_queries,
) -> None:  # fmt: skip
    def asked() -> None:
        with django_assert_num_queries(8):
            client.post(page, {"amount": "35,000", "basis": "annual", "industry": "22"})

    asked()
    for number in range(30):
        estimate(may_2025, managers, industry(f"{300 + number}", f"Industry {number}"), annual_median=1)
    asked()


SECRET = "98,765"


def tells(text: str) -> bool:
    return any(part in text for part in ("98,765", "98765"))


@pytest.fixture
def records() -> Any:
    """Every log record of a test, at any level."""
    kept: list[logging.LogRecord] = []
    handler = logging.Handler(logging.DEBUG)
    handler.addFilter(lambda record: kept.append(record) or False)  # type: ignore[func-returns-value]  # keep, and stop
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.django_db
@pytest.mark.parametrize("breaks", [False, True])
def test_the_amount_stays_in_no_log_cache_session_or_cookie(
    client: Client, page: str, records: list[logging.LogRecord], monkeypatch: pytest.MonkeyPatch, breaks: bool
) -> None:
    caches["default"].clear()
    client.raise_request_exception = False
    if breaks:
        monkeypatch.setattr(pay_bar, "ruler", lambda *a, **k: 1 / 0)
    for sent in ({"amount": SECRET, "basis": "annual"}, {"amount": f"{SECRET} bucks", "basis": "annual"}):
        response = client.post(page, sent)
        assert response.status_code in (200, 500)
        assert not response.cookies
        assert not tells(str(response.headers))
    if breaks:
        assert any(record.exc_info for record in records)
    formatter = logging.Formatter("%(message)s %(pathname)s")
    assert [r for r in records if tells(formatter.format(r)) or tells(repr(r.args))] == []
    assert not tells(repr(caches["default"]._cache))  # type: ignore[attr-defined]  # what a local cache keeps
    assert Session.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [False, True])
def test_the_report_of_an_error_leaves_the_amount_out(
    page: str, managers: Occupation, monkeypatch: pytest.MonkeyPatch, settings: Any, debug: bool
) -> None:
    settings.DEBUG = debug
    monkeypatch.setattr(pay_bar, "ruler", lambda *a, **k: 1 / 0)
    request = RequestFactory().post(page, {"amount": SECRET, "basis": "annual"})
    request.htmx = False  # type: ignore[attr-defined]  # as the middleware would
    try:
        own_pay_view(request, code="11-3051", title=managers.title_slug)
    except ZeroDivisionError:
        reporter = ExceptionReporter(request, *sys.exc_info())
        assert "ZeroDivisionError" in reporter.get_traceback_text()
        assert not tells(reporter.get_traceback_text())
        assert not tells(reporter.get_traceback_html())
    else:
        pytest.fail("It was to break.")


def test_the_server_writes_no_bodies_into_its_log() -> None:
    """gunicorn logs requests only where it is told to, and its format has the address without the body."""
    for name in ("accesslog", "access_log_format", "logger_class"):
        assert not hasattr(config.gunicorn, name)


@pytest.mark.parametrize(
    "more",
    [
        {"data": {"amount": "50000", "basis": "annual", "area": "x" * 5_000}},
        {"data": "amount=1&" + "a" * 3_000_000, "content_type": "application/x-www-form-urlencoded"},
        {"data": {"amount": "50000"}, "headers": {"Transfer-Encoding": "chunked"}},
        {"data": {"amount": "50000"}, "CONTENT_LENGTH": "many"},
    ],
    ids=["a long field", "megabytes", "of unknown length", "of a length that is none"],
)
def test_more_than_the_form_sends_is_refused_unread(
    client: Client, managers: Occupation, more: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "django.http.HttpRequest._load_post_and_files", lambda request: pytest.fail("was read")
    )
    assert client.post(f"{managers.get_absolute_url()}pay/", **more).status_code == 413
