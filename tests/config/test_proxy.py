"""Only a trusted proxy says who the reader is and by which scheme the reader came."""

from __future__ import annotations

from typing import Any

import pytest

from config.proxy import behind_proxy


def seen(trusted: list[str], peer: str, **headers: str) -> dict[str, Any]:
    asked: list[dict[str, Any]] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        asked.append(environ)
        return []

    environ = {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http"}
    behind_proxy(application, trusted)(
        environ | {f"HTTP_{name}": value for name, value in headers.items()}, lambda *_: None
    )
    return asked[0]


@pytest.mark.parametrize(
    ("trusted", "peer"),
    [
        (["127.0.0.1", "::1"], "127.0.0.1"),
        (["127.0.0.1", "::1"], "::1"),
        (["10.0.0.0/8"], "10.1.2.3"),
        (["*"], "203.0.113.9"),
        (["127.0.0.1"], "localhost"),
    ],
)
def test_a_trusted_proxy_is_believed(trusted: list[str], peer: str) -> None:
    asked = seen(trusted, peer, X_FORWARDED_PROTO="https", X_FORWARDED_FOR="198.51.100.1, 203.0.113.7")
    assert (asked["wsgi.url_scheme"], asked["REMOTE_ADDR"]) == ("https", "203.0.113.7")


@pytest.mark.parametrize("peer", ["203.0.113.9", "", "unknown"])
def test_nobody_else_is(peer: str) -> None:
    asked = seen(["127.0.0.1"], peer, X_FORWARDED_PROTO="https", X_FORWARDED_FOR="127.0.0.1")
    assert (asked["wsgi.url_scheme"], asked["REMOTE_ADDR"]) == ("http", peer)
    assert not [name for name in asked if "FORWARDED" in name]


def test_what_is_neither_a_scheme_nor_an_address_is_left_out() -> None:
    asked = seen(["127.0.0.1"], "127.0.0.1", X_FORWARDED_PROTO="javascript", X_FORWARDED_FOR="<b>")
    assert (asked["wsgi.url_scheme"], asked["REMOTE_ADDR"]) == ("http", "127.0.0.1")
