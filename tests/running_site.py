"""A site that runs as people run it: quickstart in processes of its own."""

import contextlib
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from config.embedded import home

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "manage.py", "quickstart"]


def as_written(html: str) -> str:
    """A page without the elements that keep spans of years in one line (web/http/unbroken.py). They have a test of
    their own; in all others "2024–34" is text like any other."""
    return re.sub(r'<span class="nowrap">(\d{4}–\d{2,4})</span>', r"\1", html)


class ServedSite:
    """A site that somebody serves: its pages, and commands on its database."""

    def __init__(self, var: Path, output: str = "", **environment: str) -> None:
        self.var = var
        self.output = output  # of its quickstart, which says the address
        inherited = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "UV"}}
        settings = {"DJANGO_SETTINGS_MODULE": "config.settings", "VAR_DIR": str(var), "PORT": "0"}
        self.environment = inherited | settings | environment

    @property
    def url(self) -> str:
        """Without a slash at the end, like the live server's: paths begin with one."""
        found = re.search(r"http://127\.0\.0\.1:\d+", self.output)
        assert found is not None
        return found[0]

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(f"{self.url}/{path.lstrip('/')}", timeout=20) as response:
            return response.status, as_written(response.read().decode())

    def manage(self, *arguments: str, **environment: str) -> str:
        """Run a management command beside the site, on its database; what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        options = {"cwd": ROOT, "env": self.environment | environment}
        return subprocess.run(command, **options, capture_output=True, text=True, check=True).stdout  # type: ignore[call-overload]


class Site(ServedSite):
    """A quickstart in a session of its own, as a terminal would give it; other settings as named."""

    def __init__(self, var: Path, command: list[str] = COMMAND, **environment: str) -> None:
        super().__init__(var, **environment)
        self.log = var.with_name(f"{var.name}-{time.monotonic_ns()}.log")
        # A terminal leaves SIGHUP as it is; tests that run under nohup would hand down that it is ignored.
        before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
        with self.log.open("w") as log:  # not a pipe: one that nobody reads would fill up
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        signal.signal(signal.SIGHUP, before)

    def wait_until_announced(self) -> "Site":
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if "Press Ctrl-C to stop" in line:
                return self
        raise AssertionError(f"quickstart ended: {self.output}{self.finish()}")

    def wait_until_up(self) -> "Site":
        self.wait_until_announced()
        assert self.get("/healthz/live") == (200, "live\n")
        return self

    def end(self, number: int = signal.SIGTERM, *, to_all: bool = False) -> tuple[int, str]:
        """Send the signal (to_all: to every process of the terminal); the exit code and what stderr said."""
        if to_all:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)
        errors = self.finish()
        return self.process.returncode, errors

    def finish(self) -> str:
        """Wait until it has ended by itself; what stderr said."""
        self.output += self.process.communicate(timeout=90)[0] or ""
        return self.log.read_text()

    def refused(self) -> str:
        """The one sentence of a start that can't be: exit code 1, one line on stderr."""
        errors = self.finish()
        assert self.process.returncode == 1
        assert errors.count("\n") == 1, errors
        return errors

    def left_running(self) -> list[str]:
        """What should have ended and has not: processes of its session, and its database server."""
        left = []
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, 0)
            left.append("a process of its session")
        if postmaster_runs(self.var):
            left.append("postgres")
        return left


def postmaster_runs(var: Path) -> bool:
    try:
        pid_file = home.find_home(var).data / "postmaster.pid"
        os.kill(int(pid_file.read_text().split()[0]), 0)
    except (OSError, ValueError):
        return False
    return True


@contextlib.contextmanager
def shared_site(folder: Path) -> Iterator[ServedSite]:
    """The site of a folder: started by whoever comes first, ended by whoever leaves last.

    For the workers of a run, which would otherwise load the whole bundle each.
    """
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)  # where tests run as root, its database server is another user
    var, announced = folder / "var", folder / "announced"
    with (folder / "users").open("a") as users:
        with locked(folder):
            fcntl.flock(users, fcntl.LOCK_SH)
            if not announced.exists():
                started = Site(var)
                announced.write_text(f"{started.process.pid}\n")
                _STARTED.append(started)
                started.wait_until_up()
                announced.write_text(f"{started.process.pid}\n{started.output}")
        number, output = announced.read_text().split("\n", 1)
        try:
            yield ServedSite(var, output)
        finally:
            with contextlib.suppress(BlockingIOError), locked(folder):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(number), signal.SIGTERM)
                while postmaster_runs(var):  # a process of another worker can't be waited for otherwise
                    time.sleep(0.1)
                shutil.rmtree(folder)


_STARTED: list[Site] = []  # kept: a Popen that is thrown away complains when its process lives on


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
