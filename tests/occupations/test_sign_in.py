"""Guessing passwords is slowed down, and nobody can use that to lock somebody else out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from occupations.admin.sign_in import COOKIE

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = "203.0.113.7", "198.51.100.1"


@pytest.fixture(autouse=True)
def ada(db: None) -> User:
    User.objects.create_superuser("grace", password="another horse")
    return User.objects.create_superuser("ada", password="correct horse")


def sign_in(client: Client, password: str, name: str = "ada", address: str = HERE) -> Any:
    return client.post(
        "/admin/login/?next=/admin/", {"username": name, "password": password}, REMOTE_ADDR=address
    )


def guess(times: int, **options: str) -> list[int]:
    return [sign_in(Client(), f"guess {number}", **options).status_code for number in range(times)]


def test_after_five_wrong_passwords_even_the_right_one_waits() -> None:
    assert guess(7) == [200] * 4 + [429] * 3
    response = sign_in(Client(), "correct horse")
    assert response.status_code == 429
    assert "Wait five minutes, then try again." in response.text


def test_others_are_not_locked_out() -> None:
    guess(20)
    assert sign_in(Client(), "correct horse", address=ELSEWHERE).status_code == 302
    guess(20)
    assert sign_in(Client(), "another horse", name="grace").status_code == 302


def test_a_browser_that_has_signed_in_before_is_not_locked_out_even_at_the_same_address() -> None:
    browser = Client()
    assert sign_in(browser, "correct horse").status_code == 302
    browser.cookies.pop("sessionid")
    guess(20)
    assert sign_in(browser, "wrong").status_code == 200
    assert sign_in(browser, "correct horse").status_code == 302


def test_its_cookie_is_good_for_the_name_that_signed_in_alone() -> None:
    browser = Client()
    sign_in(browser, "another horse", name="grace")
    browser.cookies.pop("sessionid")
    guess(6)
    assert sign_in(browser, "correct horse").status_code == 429
    forged = Client()
    forged.cookies[COOKIE] = browser.cookies[COOKIE].value[:-1] + "x"
    guess(6, name="grace")
    assert sign_in(forged, "another horse", name="grace").status_code == 429


def test_the_cookie_is_for_the_editing_pages_alone() -> None:
    browser = Client()
    sign_in(browser, "correct horse")
    cookie = browser.cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Strict")


def test_the_pause_ends_and_attempts_do_not_make_it_longer() -> None:
    guess(5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=4))
    assert guess(3) == [429] * 3
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=6))
    assert sign_in(Client(), "correct horse").status_code == 302


def test_another_program_of_the_guesser_counts_along() -> None:
    for number in range(5):
        Client().post(
            "/admin/login/",
            {"username": "ada", "password": "x"},
            REMOTE_ADDR=HERE,
            headers={"User-Agent": f"guesser {number}", "X-Forwarded-For": f"192.0.2.{number}"},
        )
    assert sign_in(Client(), "correct horse").status_code == 429
