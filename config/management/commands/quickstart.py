"""One command from a fresh clone to a site that answers."""

import errno
import fcntl
import hashlib
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import psycopg
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.wsgiapp import WSGIApplication
from rich.console import Console

from config import static_files
from config.embedded import home, server
from config.local import make_folder
from web.http.health import lacks_static_files

HOST = "127.0.0.1"
WAIT_FOR_PORT = 4.0  # seconds: the workers of a site that was killed notice it within one or two


class Command(BaseCommand):
    help = "Prepare the database, load the data that come with the site, and serve it on 127.0.0.1:$PORT."
    requires_system_checks: list[str] = []  # they are for developers, and take a second

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        console = Console(highlight=False, soft_wrap=True)
        logging.getLogger("config.embedded").setLevel(logging.WARNING)  # it says here what the log would
        signal.signal(signal.SIGTERM, end)
        signal.signal(
            signal.SIGHUP, end if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN else signal.SIG_IGN
        )
        try:
            listener = claim(read_port(os.environ.get("PORT", "8000")))
            make_folder(settings.VAR_DIR)
            with alone(console):
                prepare(console)
            address = listen(listener)
            console.print(f"\nOccupedia is at [bold]{address}[/] after {time.monotonic() - started:.1f} s.")
            console.print(
                "To edit, make yourself an account in another terminal: uv run manage.py createsuperuser"
            )
            console.print("Press Ctrl-C to stop.\n")
            serve(listener)
        except KeyboardInterrupt:
            sys.exit(130)


def end(number: int, frame: FrameType | None) -> NoReturn:
    """SIGTERM and SIGHUP end the program as its last line would, so that whatever it started ends too."""
    sys.exit(128 + number)


def read_port(text: str) -> int:
    """A port's number; 0 stands for any free one. Raises CommandError."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise CommandError(f"PORT is {text!r}: it must be a number from 1 to 65535, or 0 for any free port.")
    return int(text)


def claim(port: int) -> socket.socket:
    """Take the port before any long work, without opening it: whoever waits for it to open waits for the site."""
    deadline = time.monotonic() + WAIT_FOR_PORT
    while True:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that a site just left is free
        try:
            listener.bind((HOST, port))
            return listener
        except OSError as error:
            listener.close()
            if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                raise refusal(port, error) from error
            time.sleep(0.2)


def listen(listener: socket.socket) -> str:
    """Open the port that was claimed, and return the site's address."""
    port = listener.getsockname()[1]
    try:
        listener.listen(128)
    except OSError as error:  # somebody else claimed it, too, and was sooner
        raise refusal(port, error) from error
    return f"http://{HOST}:{port}/"


def refusal(port: int, error: OSError) -> CommandError:
    reasons = {
        errno.EADDRINUSE: "another program (perhaps another Occupedia) is using it",
        errno.EACCES: "this user may not use it",
    }
    reason = reasons.get(error.errno or 0, error.strerror)
    return CommandError(
        f"Cannot listen on {HOST}:{port}: {reason}. Set PORT to another number, as in PORT=8001."
    )


@contextmanager
def alone(console: Console) -> Iterator[None]:
    """Let one quickstart of this folder prepare at a time; the others then find everything done."""
    with (settings.VAR_DIR / "quickstart.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            console.print("Another quickstart is preparing this folder's data; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(console: Console) -> None:
    """Database, tables, static files, data: each only as far as it isn't there yet."""
    with ThreadPoolExecutor(1) as meanwhile:
        static_files = meanwhile.submit(collect_static)  # most of the first step is waiting for initdb
        step(console, "Database", start_database)
        step(console, "Tables", migrate)
        step(console, "Static files", static_files.result)
    for source in ("bundle", "editorial"):
        folder = settings.FIXTURES_DIR / source
        if folder.is_dir():
            step(
                console,
                f"Data: {source}",
                partial(call_command, "load", source, str(folder), verbosity=0),
                quiet=False,
            )


def step(console: Console, name: str, work: Callable[[], Any], *, quiet: bool = True) -> None:
    """Do the work and say how long it took, with a sign of life meanwhile unless the work gives its own."""
    started = time.monotonic()
    with console.status(name) if quiet else nullcontext():
        result = work()
    detail = f"  {result}" if isinstance(result, str) else ""
    console.print(f"  {name:<16} {time.monotonic() - started:5.1f} s{detail}")


def start_database() -> str:
    """Connect, which starts the embedded server where there is one; say which server it is."""
    try:
        psycopg.connect(**{"connect_timeout": 10} | connection.get_connection_params()).close()
    except psycopg.OperationalError as error:
        reason = str(error).splitlines()[0]
        raise CommandError(f"Cannot connect to the database of DATABASE_URL: {reason}") from error
    if settings.DATABASES["default"]["ENGINE"] == "config.embedded":
        return home.describe(settings.VAR_DIR)
    return "the server of DATABASE_URL"


def migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Hash and compress the static files, unless that was done for the very same files and nobody took any away."""
    digest = hashlib.sha256(version("django").encode() + version("whitenoise").encode())
    digest.update(Path(static_files.__file__).read_bytes())
    for finder in get_finders():
        for path, storage in finder.list(None):
            status = Path(storage.path(path)).stat()
            digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    mark = settings.STATIC_ROOT / ".collected"
    if mark.exists() and mark.read_text() == digest.hexdigest() and not lacks_static_files():
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(digest.hexdigest())


def serve(listener: socket.socket) -> NoReturn:
    """Turn this process into gunicorn: nothing in between to signal, and no second import of everything.

    After a load it is started afresh (exec), because the memory and the threads of polars must not be carried
    into the workers. The embedded server keeps running meanwhile, and gunicorn joins it as its first act.
    """
    listener.set_inheritable(True)
    os.environ["QUICKSTART_PARENT"] = str(os.getppid() if "UV" in os.environ else 0)
    os.chdir(settings.BASE_DIR)
    arguments = ["gunicorn", "-c", "python:config.gunicorn", "--bind", f"fd://{listener.fileno()}"]
    if "polars" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        # Until gunicorn can listen to signals they wait (config/gunicorn.py lets them through): the default would
        # be to end at once, and leave the database server behind.
        signal.pthread_sigmask(signal.SIG_BLOCK, server.ENDING_SIGNALS)
        os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606 - no shell is the point
    connections.close_all()  # before forking: each worker needs its own
    sys.argv = arguments
    WSGIApplication(prog="gunicorn").run()
    sys.exit()
