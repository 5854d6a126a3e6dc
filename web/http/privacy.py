"""What a reader types about themselves goes into no report of an error, whoever may get those."""

from __future__ import annotations

from collections.abc import Callable, ItemsView
from functools import wraps
from types import FrameType
from typing import Any

from django.http import HttpRequest, HttpResponseBase
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
