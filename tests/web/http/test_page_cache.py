"""Public pages are kept under the version of the data, and never longer than they are true."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from importers.runs import ensure_source
from occupations.models import DataChange, Occupation, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db, managers: Occupation) -> str:
    cache.clear()
    return managers.get_absolute_url()


def test_second_read_is_answered_without_the_view(
    page: str, client: Client, django_assert_num_queries
) -> None:
    first = client.get(page)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "public, no-cache"
    with django_assert_num_queries(1):
        again = client.get(page)
    assert again.content == first.content
    with django_assert_num_queries(1):
        unchanged = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert unchanged.status_code == 304
    assert unchanged.content == b""


@pytest.mark.django_db(transaction=True)
def test_a_change_shows_at_once(page: str, client: Client) -> None:
    first = client.get(page)
    Occupation.objects.filter(code="11-3051").update(sentence_title="Plant bosses")
    second = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 200
    assert "Plant bosses" in second.text


def test_fragment_and_page_are_kept_apart(page: str, client: Client) -> None:
    whole = client.get(page)
    fragment = client.get(page, headers={"HX-Request": "true"})
    assert whole.headers["ETag"] != fragment.headers["ETag"]
    assert "HX-Request" in whole.headers["Vary"]


def test_signed_in_people_get_pages_of_their_own(page: str, client: Client) -> None:
    client.force_login(User.objects.create_user("editor"))
    response = client.get(page)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers


def test_errors_are_not_kept(client: Client) -> None:
    response = client.get("/occupations/99-9999-nothing/")
    assert response.status_code == 404
    assert "ETag" not in response.headers


@pytest.mark.django_db(transaction=True)
def test_every_transaction_counts_once_and_a_rolled_back_one_not() -> None:
    ensure_source("oews")
    before = DataChange.objects.version()
    with transaction.atomic():
        Source.objects.update(cadence="Yearly")
        Source.objects.update(cadence="Every year")
    after = DataChange.objects.version()
    assert int(after.split("-")[0]) == int(before.split("-")[0]) + 1
    with transaction.atomic():
        Source.objects.update(cadence="Never")
        transaction.set_rollback(True)
    assert DataChange.objects.version() == after
