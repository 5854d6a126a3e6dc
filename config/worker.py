"""The process that answers requests: gunicorn's processes and signals, waitress's reading and writing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ThreadedTaskDispatcher

from config.proxy import Application, behind_proxy

LARGEST_BODY = 32 * 2**20  # bytes: the largest table that an editor brings
LARGEST_HEADERS = 32 * 2**10  # bytes
MOST_CONNECTIONS = 800  # of each process; systems often allow 1,024 open files
IDLE_AT_MOST = 30  # seconds without a byte
LONGEST_REQUEST = 120  # seconds from its first byte to its last
LOOK_EVERY = 5  # seconds
HEALTH = "/healthz/"
LAST_WORDS = 0.5  # seconds after which a silent client is left when the process ends


def bodiless_head(application: Application) -> Application:
    """Leave out what the answer to a HEAD would hold, which waitress sends as it gets it."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        response = application(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return response
        if close := getattr(response, "close", None):
            close()
        return []

    return answer


class Threads(ThreadedTaskDispatcher):
    """The threads that answer, and one more for whoever asks after the site's health: it must not wait behind readers
    who wait for a database that hangs."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.set_thread_count(count)
        self.of_health = ThreadedTaskDispatcher()
        self.of_health.set_thread_count(1)

    def add_task(self, task: Any) -> None:
        if task.requests and task.requests[0].path.startswith(HEALTH):
            self.of_health.add_task(task)
        else:
            super().add_task(task)


def is_busy(client: Any) -> bool:
    """Whether an answer is under way, or a request may be: whoever was just taken in is about to send one."""
    return bool(
        client.requests or client.total_outbufs_len or time.time() - client.last_activity < LAST_WORDS
    )


class PatientWorker(Worker):
    """Reads whole requests, and sends answers, in one loop beside the threads that make the answers.

    So a client that sends or takes its time holds a socket and none of the threads. gunicorn's own threads each read
    from one client until its request is there: as many half-sent requests as threads silence it.
    """

    server: BaseWSGIServer

    def run(self) -> None:
        self.connections: dict[int, Any] = {}
        self.begun: dict[Any, float] = {}  # when each request that isn't there yet was first seen
        self.looked_at = 0.0
        create_server(
            bodiless_head(behind_proxy(self.wsgi, self.cfg.forwarded_allow_ips)),
            map=self.connections,
            sockets=[listener.sock for listener in self.sockets],
            _dispatcher=Threads(self.cfg.threads),
            backlog=self.cfg.backlog,
            connection_limit=MOST_CONNECTIONS,
            channel_timeout=IDLE_AT_MOST,
            cleanup_interval=LOOK_EVERY,
            max_request_body_size=LARGEST_BODY,
            max_request_header_size=LARGEST_HEADERS,
            clear_untrusted_proxy_headers=False,  # behind_proxy does it
            ident=None,
        )
        self.servers = [each for each in self.connections.values() if isinstance(each, BaseWSGIServer)]
        while self.alive and self.ppid == os.getppid():
            self._turn(1.0)
            self._close_late_requests()
        self._finish()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """SIGTERM: take no more connections, answer what was asked, then end."""
        self.alive = False
        for server in getattr(self, "servers", ()):
            server.pull_trigger()  # the loop needn't wait for its next turn

    def _turn(self, seconds: float) -> None:
        """Tell the arbiter that this process lives, then read and write what can be, waiting so long at most."""
        self.notify()
        wasyncore.loop(timeout=seconds, use_poll=True, map=self.connections, count=1)

    def _clients(self) -> list[Any]:
        return [client for server in self.servers for client in server.active_channels.values()]

    def _close_late_requests(self) -> None:
        """Close who sends a byte now and then: waitress itself looks at the last one only."""
        now = time.monotonic()
        if now - self.looked_at < LOOK_EVERY:
            return
        self.looked_at = now
        requests = {client.request: client for client in self._clients() if client.request is not None}
        self.begun = {request: self.begun.get(request, now) for request in requests}
        for request, began in self.begun.items():
            if now - began > LONGEST_REQUEST:
                requests[request].will_close = True

    def _finish(self) -> None:
        for server in self.servers:
            wasyncore.dispatcher.close(server)  # but not its trigger, by which threads still wake this loop
        deadline = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < deadline and any(map(is_busy, self._clients())):
            self._turn(0.1)
        self.servers[0].task_dispatcher.shutdown(timeout=0.5)
