"""What every test may ask for: the publishers' files, a browser. Nothing reaches the network."""

import functools
import gc
import ipaddress
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import segno
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pytest_django.plugin import blocking_manager_key

from tests import databases, rows
from tests.running_site import ServedSite, as_written, shared_site
from tests.shared_rows import (  # noqa: F401 - hooks and a fixture, found here by their names
    is_transactional,
    pytest_fixture_setup,
    pytest_generate_tests,
    pytest_runtest_call,
    shared_db,
)

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_ARGUMENTS = [
    "--no-sandbox",  # root in a container has no other choice; the pages are our own
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

# A loaded machine is slow, and that is no mistake of the program. (Where CI is set, hypothesis has a profile for it.)
hypothesis.settings.register_profile(
    "occupedia", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
if not os.environ.get("CI"):
    hypothesis.settings.load_profile("occupedia")


def keep_compiled_modules() -> None:
    """Where the environment says not to write them beside the sources, compiled modules go to var/.

    The workers, and the sites and commands that tests start, would each compile Django anew otherwise.
    """
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(settings.VAR_DIR / "pycache")


keep_compiled_modules()  # before any test is imported

# Of the eight masks of a QR code the best is chosen, which takes a sixth of the time of a page. Any of them will do.
segno.make = functools.partial(segno.make, mask=0)


class NetworkBlockedError(AssertionError):
    """A test tried to leave this machine."""


def _refuse_distant(address: Any) -> None:
    if not isinstance(address, tuple):
        return  # a unix socket's path
    host = str(address[0])
    try:
        near = ipaddress.ip_address(host).is_loopback
    except ValueError:
        near = host in {"localhost", ""}
    if not near:
        raise NetworkBlockedError(f"Tests must not use the network; this one tried {host}.")


def pytest_configure() -> None:
    """Guard the sockets before anything is collected, so that imports are held to it too."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_distant(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_distant(address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_distant((host.decode() if isinstance(host, bytes) else host or "",))
        return getaddrinfo(host, *arguments, **options)

    socket.socket.connect = guarded_connect  # type: ignore[assignment,method-assign]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[assignment,method-assign]
    socket.getaddrinfo = guarded_getaddrinfo


def real_data_folder() -> Path | None:
    """The publishers' own files: OCCUPEDIA_DATA, or ../shared/data beside the project; None when absent."""
    named = os.environ.get("OCCUPEDIA_DATA")
    candidates = [Path(named)] if named else [ROOT.parent / "shared" / "data"]
    return next((folder for folder in candidates if folder.is_dir()), None)


def pytest_collection_finish() -> None:
    """What has been imported and collected stays: looking through it for garbage again and again takes time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `-m "not real_files"` leave out what asks the whole site; skip what needs files that are not here."""
    absent = real_data_folder() is None
    reason = "the publishers' files are not here: set OCCUPEDIA_DATA to their folder"
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "site" in asked:
            item.add_marker(pytest.mark.real_files)
        if absent and "real_data" in asked:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of the publishers' files; without them the test is skipped. Mark it `real_files`."""
    folder = real_data_folder()
    assert folder is not None
    return folder


class ReadingClient(Client):
    """Django's, which reads pages as they are written."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = as_written(response.text).encode()
        return response


@pytest.fixture
def client() -> ReadingClient:
    return ReadingClient()


@pytest.fixture(scope="session")
def site() -> Iterator[ServedSite]:
    """The whole site with all its data, as quickstart serves it: `site.url`, `site.get(path)`, `site.manage(…)`.

    One for all tests and workers of a run, with a database of its own: they read, and change nothing.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with shared_site(Path(tempfile.gettempdir()) / f"occupedia-test-{run}") as served:
        yield served


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """A copy of a database that was migrated once, instead of pytest-django's migrations in each worker."""
    with django_db_blocker.unblock():
        databases.make()
    yield
    with django_db_blocker.unblock():
        databases.drop()


def pytest_runtest_setup() -> None:
    """Nothing that a process remembers may pass from one test to the next."""
    from web.search.kept import forget

    rows.number_afresh()
    cache.clear()
    forget()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Give the tests after one that commits what the migrations made, which emptying the tables takes away."""
    yield
    if is_transactional(item):
        with item.config.stash[blocking_manager_key].unblock():
            databases.make()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium under playwright. Without a browser: skipped, and failed where CI is set."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        reason = f"no browser is installed: looked for {', '.join(BROWSERS)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, in which Django would refuse to use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def new_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Make pages: `new_page(viewport=…, color_scheme="dark", java_script_enabled=False)`: playwright's words.

    At the end the test fails if any page wrote an error to its console, broke the content security policy,
    raised in a script, or asked another host for something.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def note_console(message: Any) -> None:
        url = message.location.get("url", "")
        asked_for = message.text.startswith("Failed to load resource") and message.page is not None
        if asked_for and message.page.url == url:
            return  # the page itself is an error page
        if message.type == "error":
            complaints.append(f"{message.text} ({url})")

    def note_request(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "http://localhost", "data:", "blob:", "about:")):
            complaints.append(f"asked another host: {request.url}")

    def make(**options: Any) -> Any:
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.on("console", note_console)
        context.on("request", note_request)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_page: Callable[..., Any]) -> Any:
    """One page of a laptop's width; see new_page for what fails the test."""
    return new_page(viewport={"width": 1280, "height": 900})
