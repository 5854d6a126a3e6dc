"""Two questions that a supervisor or a load balancer asks. Plain text, never cached."""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)

LONGEST_LOOK = 0.7  # seconds; whoever asks is promised an answer within one
NOT_STATIC = ["CVS", ".*", "*~"]  # what collectstatic leaves out

_looker = ThreadPoolExecutor(1, "healthz")
_lock = threading.Lock()
_look: Future[set[tuple[str, str]]] | None = None


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """200 when the process answers; asks nothing of the database, so a slow one doesn't get it restarted."""
    return HttpResponse("live\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and has every migration of this code, and the static files are there; otherwise
    503 and the reason. Either within a second, whatever the database does."""
    try:
        missing = _missing(_applied())
    except TimeoutError:
        logger.warning("The database does not answer within %s seconds", LONGEST_LOOK)
        return _not_ready("the database does not answer")
    except (DatabaseError, ImproperlyConfigured):  # the second when the embedded server can't start
        logger.exception("The database does not answer")
        return _not_ready("the database does not answer")
    if missing:
        return _not_ready(f"{len(missing)} migration(s) not applied: run manage.py migrate")
    if lacks_static_files():
        return _not_ready("static files are missing: run manage.py collectstatic, then restart")
    return HttpResponse("ready\n", content_type="text/plain")


def _not_ready(reason: str) -> HttpResponse:
    return HttpResponse(f"not ready: {reason}\n", status=503, content_type="text/plain")


def _missing(applied: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What the database lacks: app and name. It has a migration that replaces others once it has all of those."""
    return {
        migration
        for migration, replaced in _needed().items()
        if migration not in applied and not (replaced and replaced <= applied)
    }


@cache
def _needed() -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """The migrations of this code, app and name, each with those that it replaces."""
    nodes = MigrationLoader(None).graph.nodes
    return {key: frozenset(migration.replaces) for key, migration in nodes.items()}


def _applied() -> set[tuple[str, str]]:
    """The migrations that the database has. Raises TimeoutError when it doesn't say so soon.

    It is asked in a thread of its own, as no setting bounds the whole of connecting and reading. Questions that come
    while one is under way share its answer, so that a database that hangs holds one thread and not all of them.
    """
    global _look  # noqa: PLW0603 - the question under way is the process's
    with _lock:
        if _look is None or _look.done():
            _look = _looker.submit(_read_applied)
        look = _look
    return look.result(timeout=LONGEST_LOOK)


def _read_applied() -> set[tuple[str, str]]:
    try:
        return set(MigrationRecorder(connection).applied_migrations())
    finally:
        connection.close()


def lacks_static_files() -> bool:
    """Whether a static file of this code has not been collected, or was taken away since."""
    hashed: dict[str, str] | None = getattr(staticfiles_storage, "hashed_files", None)
    if hashed is None or settings.DEBUG:  # then they are served from where they are
        return False
    return any(
        name not in hashed or not Path(staticfiles_storage.path(hashed[name])).exists()
        for name in _static_files()
    )


@cache
def _static_files() -> tuple[str, ...]:
    return tuple(path for finder in get_finders() for path, _ in finder.list(NOT_STATIC))
