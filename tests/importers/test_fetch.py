"""Fetching from the web, against a server on this machine: what is asked, what is refused, what stays."""

import contextlib
import hashlib
import io
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command

from importers.fetch import fetch
from importers.fetch.addresses import Address, Kind
from importers.fetch.fetch import Limits
from importers.progress import NoProgress
from importers.report import InputRefusedError
from importers.sources import addresses_of, sources
from occupations.models import ImportRun

AGENT = "Occupedia/0.1 (somebody@example.org)"


class Answers(BaseHTTPRequestHandler):
    """Answers a path as its server's `answers` say: a function of this handler."""

    server: "Server"

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("User-Agent")))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the client has seen enough
            self.server.answers[self.path](self)

    def log_message(self, *_):
        pass

    def give(self, body, *, status=200, kind="text/plain", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if "length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            if value is not None:
                self.send_header({"length": "Content-Length"}.get(name, name.replace("_", "-")), str(value))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.answers: dict[str, Callable[[Answers], None]] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def get(server, tmp_path):
    """`get(answer, kind, …)` fetches one file that the server answers so, into tmp_path."""

    def run(answer, kind=Kind.TEXT, name="file", largest=10_000, limits=None):
        server.answers["/file"] = answer
        address = Address(f"{server.url}/file", name, kind, largest)
        return fetch.fetch([address], tmp_path / "downloads", AGENT, NoProgress(), limits)

    return run


def _refused(get, answer, *arguments, **options):
    with pytest.raises(InputRefusedError) as error:
        get(answer, *arguments, **options)
    return str(error.value)


def _archive(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def test_a_file_is_kept_and_its_digest_said(server, get, tmp_path):
    body = b"series_id\tvalue\n"
    (fetched,) = get(lambda answer: answer.give(body), name="oe.data")
    assert fetched.path == tmp_path / "downloads" / "oe.data"
    assert fetched.path.read_bytes() == body
    digest = hashlib.sha256(body).hexdigest()
    assert fetched.said == f"Fetched {server.url}/file: 16 bytes, SHA-256 {digest}"
    assert server.asked == [("/file", AGENT)]
    assert [path.name for path in fetched.path.parent.iterdir()] == ["oe.data"]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda a: a.give(b"no", status=404), "answered with status 404"),
        (lambda a: a.give(b"no", status=403), "set CONTACT_EMAIL"),
        (lambda a: a.give(b"no", status=503), "answered with status 503"),
        (lambda a: a.give(b"", status=204), "answered with status 204"),
        (lambda a: a.give(b"", length=0), "is empty"),
        (lambda a: a.give(b"x" * 20_000), "is larger than the 10,000 bytes"),
        (lambda a: a.give(b"x" * 20_000, length=None), "is larger than the 10,000 bytes"),
        (lambda a: a.give(b"x" * 10, length=400), "was cut short: 10 of 400 bytes came"),
        (lambda a: a.give(b"a\tb", kind="text/html; charset=utf-8"), "is a web page now, not a file"),
        (lambda a: a.give(b"\n<!DOCTYPE html><p>Denied"), "is a web page now, not a file"),
        (lambda a: a.give(b"\x1f\x8b\0\0"), "is no text file"),
        (lambda a: a.give(b"x", Content_Encoding="gzip"), "came back encoded"),
        (
            lambda a: a.give(b"", status=302, Location="https://example.org/"),
            "leads away to https://example.org/",
        ),
        (lambda a: a.give(b"", status=302, Location="ftp://127.0.0.1/"), "leads away"),
        (lambda a: a.give(b"", status=302, Location="/file"), "answered with status 302"),
    ],
)
def test_what_is_no_file_is_refused_and_nothing_stays(get, tmp_path, answer, message):
    earlier = tmp_path / "downloads" / "file"
    earlier.parent.mkdir()
    earlier.write_text("of last year")
    assert message in _refused(get, answer)
    assert earlier.read_text() == "of last year"
    assert list(earlier.parent.iterdir()) == [earlier]


def test_a_redirect_on_the_same_host_is_followed(server, get):
    server.answers["/there"] = lambda answer: answer.give(b"a\tb\n")
    (fetched,) = get(lambda answer: answer.give(b"", status=301, Location=f"{server.url}/there"))
    assert fetched.path.read_bytes() == b"a\tb\n"


def test_a_server_that_is_silent_or_slow_is_left(get, monkeypatch):
    def silent(answer):
        time.sleep(0.6)

    assert "can't be fetched: timed out" in _refused(get, silent, limits=Limits(silence=0.2))

    def slow(answer):
        answer.give(b"x" * 10, length=9_000)
        for _ in range(40):
            time.sleep(0.05)
            answer.wfile.write(b"x" * 10)
            answer.wfile.flush()

    # Never silent, and never done.
    monkeypatch.setattr(fetch, "CHUNK", 10)
    assert "took longer than 0 seconds" in _refused(get, slow, limits=Limits(silence=5, file=0.3))


def test_nobody_there(tmp_path):
    address = Address("http://127.0.0.1:9/file", "file", Kind.TEXT, 10)
    with pytest.raises(InputRefusedError, match="can't be fetched"):
        fetch.fetch([address], tmp_path, AGENT, NoProgress())


def test_only_the_web_is_asked(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("mine")
    with pytest.raises(InputRefusedError, match="can't be fetched"):
        fetch.fetch([Address(secret.as_uri(), "file", Kind.TEXT, 10)], tmp_path / "d", AGENT, NoProgress())


def test_workbooks_and_xml_are_known_by_their_first_bytes(get):
    (fetched,) = get(lambda answer: answer.give(_archive(a="b"), kind="application/zip"), Kind.WORKBOOK)
    assert fetched.path.is_file()
    assert "is no workbook file" in _refused(
        get, lambda answer: answer.give(b"PK\3\4 and no more"), Kind.WORKBOOK
    )
    assert "is no xml file" in _refused(get, lambda answer: answer.give(b"{}"), Kind.XML)
    get(lambda answer: answer.give(b"<?xml version='1.0'?><ooh/>", kind="text/xml"), Kind.XML)


def test_an_archive_is_unpacked_into_one_folder(get):
    content = _archive(**{"db_29_0_text/": "", "db_29_0_text/Skills.txt": "a", "db_29_0_text/Tasks.txt": "b"})
    (fetched,) = get(lambda answer: answer.give(content), Kind.ZIP, "db_29_0_text.zip")
    assert {path.name: path.read_text() for path in fetched.path.iterdir()} == {
        "Skills.txt": "a",
        "Tasks.txt": "b",
    }
    assert fetched.path.name == "db_29_0_text"
    again = _archive(**{"x/Skills.txt": "c"})
    (fetched,) = get(lambda answer: answer.give(again), Kind.ZIP, "db_29_0_text.zip")
    assert {path.name: path.read_text() for path in fetched.path.iterdir()} == {"Skills.txt": "c"}
    assert [path.name for path in fetched.path.parent.iterdir()] == ["db_29_0_text"]


def _link():
    member = zipfile.ZipInfo("link")
    member.external_attr = 0o120777 << 16
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (_archive(**{"../up.txt": "x"}), "must not be unpacked: '../up.txt'"),
        (_archive(**{"/etc/up.txt": "x"}), "must not be unpacked"),
        (_archive(**{"C:\\up.txt": "x"}), "must not be unpacked"),
        (_link(), "must not be unpacked: 'link'"),
        (_archive(**{"a/x.txt": "1", "b/x.txt": "2"}), "some of one name"),
        (_archive(), "has 0 files in it"),
        (_archive(**{f"{number}.txt": "" for number in range(501)}), "has 501 files in it"),
        (_archive(big="x" * 3_000), "unpacks to more than 2,000 bytes"),
    ],
)
def test_an_archive_that_means_harm_is_refused(get, tmp_path, monkeypatch, content, message):
    monkeypatch.setattr("importers.archives.MOST_UNPACKED", 2_000)
    said = _refused(get, lambda answer: answer.give(content), Kind.ZIP, "db.zip", largest=1_000_000)
    assert message in said
    assert list((tmp_path / "downloads").iterdir()) == []
    assert not (tmp_path / "up.txt").exists()


@pytest.mark.parametrize("spoiled", [33, 45])
def test_an_archive_damaged_inside_is_refused(get, tmp_path, spoiled):
    content = bytearray(_archive(a="x" * 500))
    content[spoiled] ^= 255
    assert "is a damaged archive" in _refused(
        get, lambda answer: answer.give(bytes(content)), Kind.ZIP, "d.zip"
    )
    assert list((tmp_path / "downloads").iterdir()) == []


# The table of addresses


def test_every_address_is_https_and_of_a_source_that_can_be_loaded():
    fetched = {slug for slug, facts in sources().items() if facts.addresses}
    assert fetched == {"soc", "naics", "onet-soc", "cip-soc", "oews", "projections", "ooh", "cpi", "onet"}
    for source in fetched:
        files = addresses_of(source, "29.0")
        for address in files:
            assert address.url.startswith("https://")
            assert " " not in address.url
            assert "/" not in address.name
            assert address.largest <= 2_000_000_000
        assert len({address.name for address in files}) == len(files)


def test_a_source_without_an_address_says_so():
    with pytest.raises(InputRefusedError, match="rpp has no address that stays"):
        addresses_of("rpp", None)
    with pytest.raises(InputRefusedError, match="say which release of O"):
        addresses_of("onet", None)
    assert addresses_of("onet", "29.0")[0].url.endswith("/db_29_0_text.zip")


# The command


def _load(*arguments):
    out = io.StringIO()
    call_command("load", *arguments, stdout=out)
    return out.getvalue()


def test_load_from_the_web(db, server, samples, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    settings.USER_AGENT = AGENT
    files = []
    for path in sorted((samples / "soc").iterdir()):
        name = path.name
        server.answers[f"/{name}"] = lambda answer, path=path: answer.give(
            path.read_bytes(), kind="application/zip"
        )
        files.append(Address(f"{server.url}/{name}", name, Kind.WORKBOOK, 10_000_000))
    monkeypatch.setitem(sources(), "soc", replace(sources()["soc"], addresses=tuple(files)))
    said = _load("soc", "--from-web")
    assert f"Fetching {server.url}/soc_structure_2018.xlsx" in said
    run = ImportRun.objects.get()
    assert run.outcome == ImportRun.Outcome.LOADED
    file = run.files.get(name="soc_structure_2018.xlsx")
    assert (
        f"Fetched {server.url}/soc_structure_2018.xlsx: {file.size:,} bytes, SHA-256 {file.sha256}"
        in run.report
    )
    assert (tmp_path / "downloads" / "soc" / "soc_structure_2018.xlsx").is_file()
    assert {agent for _, agent in server.asked} == {AGENT}
    assert "loaded already" in _load("soc", "--from-web")
    server.answers["/soc_structure_2018.xlsx"] = lambda answer: answer.give(b"<html>Moved", kind="text/html")
    with pytest.raises(CommandError, match="is a web page now, not a file"):
        _load("soc", "--from-web")


def test_files_or_the_web_and_not_both(db, samples):
    for arguments in (["soc"], ["soc", str(samples / "soc"), "--from-web"]):
        with pytest.raises(CommandError, match="Give the files to load, or --from-web"):
            _load(*arguments)
