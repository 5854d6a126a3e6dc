"""Guessing passwords is slowed down without giving anybody a way to lock others out.

django-axes counts failures of a name from an address. Others at that address, as behind one router, could still lock
out a colleague; so a browser in which somebody has signed in before carries a signed cookie, and goes on being asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core import signing
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase

COOKIE, SALT = "known-device", "occupedia.known-device"
KEPT_FOR = 180 * 24 * 3600  # seconds


def reader_address(request: HttpRequest) -> str:
    """Where the reader is; the server has looked at what a trusted proxy says before."""
    return str(request.META.get("REMOTE_ADDR", ""))


def is_known_device(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> bool:
    """Whether the name that is tried has signed in from this browser before."""
    name = (credentials or {}).get("username")
    cookie = request.COOKIES.get(COOKIE, "") if request is not None else ""
    try:
        return bool(name) and signing.loads(cookie, salt=SALT, max_age=KEPT_FOR) == name
    except signing.BadSignature:
        return False


@receiver(user_logged_in, dispatch_uid="occupedia-known-device")
def note_device(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    if request is not None:
        request.signed_in_as = user.get_username()  # type: ignore[attr-defined]  # for the middleware below


class KnownDeviceMiddleware:
    """Gives the browser its cookie when somebody has signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        name = getattr(request, "signed_in_as", None)
        if name is not None:
            response.set_cookie(
                COOKIE, signing.dumps(name, salt=SALT), max_age=KEPT_FOR, path="/admin/",
                secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict",
            )  # fmt: skip
        return response
