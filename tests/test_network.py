"""The guard that keeps tests off the network."""

import socket
import urllib.request

import pytest

from tests.conftest import NetworkBlockedError


def test_connecting_to_another_machine_is_refused():
    with socket.socket() as client, pytest.raises(NetworkBlockedError, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))
    with socket.socket() as client, pytest.raises(NetworkBlockedError):
        client.connect_ex(("192.0.2.1", 80))


def test_looking_up_a_name_is_refused():
    with pytest.raises(NetworkBlockedError, match=r"example\.org"):
        urllib.request.urlopen("http://example.org/")


def test_this_machine_is_not_refused():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
