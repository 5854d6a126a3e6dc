"""What a proxy in front says of the reader is believed, what anybody else says of itself isn't."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ipaddress import ip_address, ip_network
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

UNIX_SOCKET = (
    "localhost"  # what waitress calls whoever comes by a unix socket: the owner of the folder lets them in
)
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")


def behind_proxy(application: Application, trusted: Iterable[str]) -> Application:
    """Take the scheme and the reader's address from X-Forwarded-Proto and X-Forwarded-For of a trusted proxy.

    `trusted` are addresses or networks, or "*" for everybody. Of several the last one counts: the proxy wrote it.
    """
    networks = [ip_network(each, strict=False) for each in trusted if each != "*"]
    everybody = "*" in trusted

    def is_trusted(address: str) -> bool:
        if everybody or address == UNIX_SOCKET:
            return True
        known = _address(address)
        return known is not None and any(known in network for network in networks)

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        reader, scheme = (environ.pop(name, "").rpartition(",")[2].strip() for name in FORWARDED)
        if is_trusted(environ.get("REMOTE_ADDR", "")):
            if scheme.lower() in ("http", "https"):
                environ["wsgi.url_scheme"] = scheme.lower()
            if _address(reader) is not None:
                environ["REMOTE_ADDR"] = reader
        return application(environ, start_response)

    return answer


def _address(text: str) -> Any:
    try:
        return ip_address(text)
    except ValueError:
        return None
