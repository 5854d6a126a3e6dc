"""The files in deploy/ are taken by the programs that they are for, and do what the docs say of them."""

from __future__ import annotations

import configparser
import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks

from config.checks import secrets_are_private
from tests.running_site import Site

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
NO_FIXTURES = str(Path(__file__).parent / "config")  # a folder with neither a bundle nor editorial content


def program(name: str) -> str:
    found = shutil.which(name, path=PATH)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    site = Site(folder / "var", FIXTURES_DIR=NO_FIXTURES, HTTPS="true", ALLOWED_HOSTS="127.0.0.1")
    site.wait_until_announced()
    yield site
    site.end()


def nginx_conf(folder: Path, upstream: int, http: int, https: int) -> Path:
    """The file as it is, with the paths, names and ports of this machine, inside of what Debian has around it."""
    names = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
         "-out", str(names[0]), "-keyout", str(names[1])],
        check=True, capture_output=True,
    )  # fmt: skip
    text = (DEPLOY / "nginx.conf").read_text()
    for old, new in (
        (r"/etc/letsencrypt/live/occupations.example.org/fullchain.pem", str(names[0])),
        (r"/etc/letsencrypt/live/occupations.example.org/privkey.pem", str(names[1])),
        (r"listen \[::\]:\d+[^;]*;", ""),
        (r"listen 80;", f"listen 127.0.0.1:{http};"),
        (r"listen 443", f"listen 127.0.0.1:{https}"),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{upstream}"),
        (r"https://occupations\.example\.org", f"https://127.0.0.1:{https}"),
        (r"occupations\.example\.org", "127.0.0.1"),
    ):
        assert re.search(old, text), old
        text = re.sub(old, new, text)
    (folder / "site.conf").write_text(text)
    around = folder / "nginx.conf"
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    around.write_text(
        f"pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {temporary} include {folder}/site.conf; }}\n"
    )
    return around


@pytest.fixture(scope="module")
def proxied(site: Site, folder: Path) -> Iterator[tuple[int, int]]:
    """The ports, for http and for https, of an nginx before the site."""
    nginx = program("nginx")
    http, https = free_port(), free_port()
    upstream = int(site.url.rpartition(":")[2])
    conf = nginx_conf(folder, upstream, http, https)
    checked = subprocess.run([nginx, "-t", "-c", str(conf)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr.replace('the "user" directive makes sense', "")
    process = subprocess.Popen([nginx, "-c", str(conf), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", https)).close()
            break
        time.sleep(0.05)
    yield http, https
    process.send_signal(signal.SIGQUIT)
    process.wait(20)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def ask(
    address: str, data: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, Any, bytes]:
    import ssl

    context = ssl._create_unverified_context()
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), NoRedirect)
    try:
        with opener.open(urllib.request.Request(address, data, headers or {}), timeout=20) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_nginx_passes_on_what_the_site_needs(proxied: tuple[int, int]) -> None:
    http, https = proxied
    status, headers, _ = ask(f"http://127.0.0.1:{http}/about/?release=x")
    assert (status, headers["Location"]) == (301, f"https://127.0.0.1:{https}/about/?release=x")
    status, headers, body = ask(f"https://127.0.0.1:{https}/about/", headers={"X-Forwarded-Proto": "http"})
    assert status == 200, "the scheme is the proxy's word: no redirect without end"
    assert b"https://127.0.0.1/about/" in body
    assert "Strict-Transport-Security" in headers
    etag = headers["ETag"]
    assert ask(f"https://127.0.0.1:{https}/about/", headers={"If-None-Match": etag})[0] == 304
    status, headers, body = ask(f"https://127.0.0.1:{https}/about/", headers={"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"], body[:2]) == (200, "gzip", b"\x1f\x8b")


def test_nginx_limits_bodies(proxied: tuple[int, int]) -> None:
    at = f"https://127.0.0.1:{proxied[1]}"
    assert ask(f"{at}/occupations/11-3051-x/pay/", b"a" * 5_000)[0] == 413
    assert ask(f"{at}/about/", b"a" * 70_000)[0] == 413
    assert ask(f"{at}/admin/login/", b"a" * 70_000)[0] == 413
    assert ask(f"{at}/admin/", b"a" * 1_000_000, {"Referer": f"{at}/admin/"})[0] in (302, 403)


def units() -> list[Path]:
    return sorted(path for path in DEPLOY.iterdir() if path.suffix in (".service", ".socket", ".timer"))


def read(unit: Path) -> configparser.RawConfigParser:
    class Several(dict[str, Any]):
        def __setitem__(self, key: str, value: Any) -> None:
            if key in self and isinstance(value, list):
                self[key].extend(value)
            else:
                super().__setitem__(key, value)

    parser = configparser.RawConfigParser(strict=False, dict_type=Several)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(unit.read_text())
    return parser


def test_units_can_be_enabled_and_run_as_a_user_of_their_own() -> None:
    for unit in units():
        parsed = read(unit)
        if unit.suffix == ".service":
            assert parsed["Service"]["User"] != "root"
        if unit.name != "occupedia-clean.service":  # its timer starts it
            assert parsed["Install"]["WantedBy"]
    assert "ExecReload" not in read(DEPLOY / "occupedia.service")["Service"]


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    """With programs that are there, as on a server where the project is."""
    for path in units():
        text = path.read_text().replace("/srv/occupedia/.venv/bin/gunicorn", sys.executable)
        text = text.replace("/srv/occupedia/.venv/bin/python", sys.executable)
        (tmp_path / path.name).write_text(text)
    command = [program("systemd-analyze"), "verify", "--man=no", str(tmp_path / unit.name)]
    environment = os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:/lib/systemd/system"}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    said = [line for line in result.stderr.splitlines() if "occupedia" in line]
    assert (result.returncode, said) == (0, []), result.stderr


# Becomes gunicorn with the socket as systemd hands it over.
ACTIVATED = """
import os, sys
number = int(sys.argv[1])
if number != 3:
    os.dup2(number, 3)
os.set_inheritable(3, True)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn"])
"""


def test_a_restart_loses_no_reader(site: Site, folder: Path) -> None:
    """systemd holds the port while the service is away; HUP, which would mix two versions, changes nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        log = (folder / "restart.log").open("a")

        def serve() -> subprocess.Popen[bytes]:
            return subprocess.Popen(
                [sys.executable, "-c", ACTIVATED, str(listener.fileno())], cwd=ROOT, stderr=log, stdout=log,
                env=site.environment | {"HTTPS": "false"}, pass_fds=[listener.fileno()],
            )  # fmt: skip

        answers: list[int] = []
        over = threading.Event()

        def read_on() -> None:
            while not over.is_set():
                answers.append(ask(f"{address}/about/")[0])

        running = serve()
        assert ask(f"{address}/about/")[0] == 200
        readers = [threading.Thread(target=read_on) for _ in range(3)]
        for reader in readers:
            reader.start()
        time.sleep(1)
        running.send_signal(signal.SIGHUP)
        time.sleep(1)
        assert running.poll() is None
        running.send_signal(signal.SIGTERM)
        running.wait(40)
        time.sleep(0.5)
        so_far = len(answers)
        running = serve()
        while len(answers) < so_far + 5:
            time.sleep(0.1)
        over.set()
        for reader in readers:
            reader.join()
        running.send_signal(signal.SIGTERM)
        running.wait(40)
        log.close()
    assert set(answers) == {200}
    assert "HUP is ignored" in (folder / "restart.log").read_text()


@pytest.mark.parametrize(("mode", "problems"), [(0o600, 0), (0o644, 1), (0o640, 1), (None, 0)])
def test_a_readable_env_is_said(settings: Any, tmp_path: Path, mode: int | None, problems: int) -> None:
    settings.BASE_DIR = tmp_path
    if mode is not None:
        (tmp_path / ".env").touch(mode=0o600)
        (tmp_path / ".env").chmod(mode)
    assert len(secrets_are_private(None)) == problems
    found = [each.id for each in run_checks(tags=["security"], include_deployment_checks=True)]
    assert found.count("occupedia.W001") == problems


def test_the_docs_name_every_file_of_the_folder() -> None:
    said = (DEPLOY / "README.md").read_text()
    assert [
        path.name for path in DEPLOY.iterdir() if path.name != "README.md" and path.name not in said
    ] == []


def test_pgbouncer_takes_its_file(tmp_path: Path) -> None:
    """Started with it, on a port and with folders of the test, it answers to its own console."""
    bouncer = program("pgbouncer")
    port = free_port()
    (tmp_path / "userlist.txt").write_text('"occupedia" "password"\n')
    text = (DEPLOY / "pgbouncer.ini").read_text().replace("/etc/pgbouncer", str(tmp_path))
    text = text.replace("listen_port = 6432", f"listen_port = {port}")
    ini = tmp_path / "pgbouncer.ini"
    ini.write_text(f"{text}\nunix_socket_dir =\nlogfile = {tmp_path}/log\n")
    drop: dict[str, Any] = {}
    if os.geteuid() == 0:
        drop = {"user": 65534, "group": 65534}
        tmp_path.chmod(0o777)
        for parent in list(tmp_path.parents)[:3]:
            parent.chmod(parent.stat().st_mode | 0o055)
    process = subprocess.Popen([bouncer, "-q", str(ini)], stderr=subprocess.PIPE, text=True, **drop)
    try:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            time.sleep(0.05)
        assert process.poll() is None
    finally:
        process.terminate()
        said = process.communicate(timeout=20)[1]
    assert "ERROR" not in said
    assert "WARNING" not in said
