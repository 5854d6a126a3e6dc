"""How gunicorn serves the site: `gunicorn -c python:config.gunicorn`. docs/deployment.md has the settings."""

import contextlib
import logging
import os
import signal
import threading
import time
from types import FrameType

from django.conf import settings
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from config.embedded import server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
wsgi_app = "config.wsgi"
bind = settings.GUNICORN_BIND
worker_class = "config.worker.PatientWorker"
workers = settings.WEB_CONCURRENCY
threads = settings.GUNICORN_THREADS
preload_app = True  # one import for all; nothing opens a connection before the workers are forked
timeout = 60
backlog = 1024
control_socket_disable = True  # its path is one for the whole machine: two sites would share it

# Set by quickstart, which becomes this process: whose child it is, where that one lives only for it (uv).
_quickstart = "QUICKSTART_PARENT" in os.environ
_parent = int(os.environ.get("QUICKSTART_PARENT", "0"))
_hang_up_ignored = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN  # nohup; gunicorn is about to forget it
loglevel = "warning" if _quickstart and settings.LOG_LEVEL == "INFO" else settings.LOG_LEVEL.lower()

graceful_timeout = 5 if _quickstart else 30  # seconds for requests under way; Ctrl-C shouldn't take longer


def on_starting(arbiter: Arbiter) -> None:
    """Count the whole site, not each worker, as the embedded server's user: it stops when the site stops."""
    if settings.DATABASES["default"]["ENGINE"] == "config.embedded":
        server.join(settings.VAR_DIR)


def when_ready(arbiter: Arbiter) -> None:
    """Under quickstart, end with the terminal and with the command that started it, whatever ended those."""
    if not _quickstart:
        signal.signal(signal.SIGHUP, refuse_to_reload)
        return

    def end(number: int, frame: FrameType | None) -> None:
        arbiter.signal(signal.SIGTERM, frame)

    signal.pthread_sigmask(signal.SIG_UNBLOCK, server.ENDING_SIGNALS)
    signal.signal(signal.SIGHUP, signal.SIG_IGN if _hang_up_ignored else end)
    if _parent:
        threading.Thread(target=end_with_parent, args=[_parent], daemon=True).start()


def refuse_to_reload(number: int, frame: FrameType | None) -> None:
    """HUP makes new workers of the program as it was imported once, which then import what they need later from the
    new files: an old half and a new one."""
    logging.getLogger(__name__).warning("HUP is ignored: restart the service to take a new version")


def post_worker_init(worker: Worker) -> None:
    """Leave Ctrl-C at the terminal to the arbiter: workers would end by it and by what the arbiter then tells them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def on_exit(arbiter: Arbiter) -> None:
    """Wait for workers that had to be killed: while they die, they still count as the embedded server's users."""
    for pid in arbiter.WORKERS:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


def end_with_parent(parent: int) -> None:
    """Ask this process to end once it has another parent: `kill -9` of uv reaches nobody else."""
    while os.getppid() == parent:
        time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGTERM)
