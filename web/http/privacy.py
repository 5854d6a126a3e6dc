"""What a reader types about themselves goes into no report of an error, whoever may get those."""

from __future__ import annotations

from collections.abc import Callable, ItemsView
from functools import wraps
from types import FrameType
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.debug import SafeExceptionReporterFilter


class TellsNothing(SafeExceptionReporterFilter):
    """Leaves what was sent, and every variable of the program, out of a report; the lines of the program stay.

    To be set as a request's `exception_reporter_filter`. Django's own decorators hide the variables of single
    functions, but not those of the templates and presenters that the amount passes through.
    """

    def is_active(self, request: HttpRequest | None) -> bool:
        return True  # while debugging as well

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: FrameType) -> ItemsView[str, Any]:
        return {}.items()


def private_posts(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """If anything goes wrong with a POST to the view, the report says where, and nothing of what was sent."""

    @wraps(view)
    def private(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        if request.method == "POST":
            request.exception_reporter_filter = TellsNothing()
        return view(request, **arguments)

    return private


def small_posts(most: int) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Refuse a POST of more bytes, or of an unknown number of them, before anything of it is read."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def small(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
            length = request.META.get("CONTENT_LENGTH") or "0"
            is_known = length.isdecimal() and "HTTP_TRANSFER_ENCODING" not in request.META
            if request.method == "POST" and not (is_known and int(length) <= most):
                return HttpResponse(
                    "This is more than the form sends.\n", status=413, content_type="text/plain"
                )
            return view(request, **arguments)

        return small

    return decorate
