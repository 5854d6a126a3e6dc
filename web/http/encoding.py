"""What an address or a form says is UTF-8, whatever a header claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.http import parse_header_parameters

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def in_utf_8(application: Application) -> Application:
    """Take the charset out of a request's Content-Type before Django sees it.

    Django decodes the query of an address by that charset. So a GET with "text/plain; charset=utf-16-le" was answered
    with the page of another query than the address has, and that page kept for everybody; and with a codec that isn't
    one of text, such as "hex", not even the request could be made. It can't be a Django middleware: that is too late.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        kind, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        if "charset" in parameters:
            boundary = parameters.get("boundary", "").replace("\\", r"\\").replace('"', r"\"")
            environ["CONTENT_TYPE"] = f'{kind}; boundary="{boundary}"' if boundary else kind
        return application(environ, start_response)

    return answer
