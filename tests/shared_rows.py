"""Rows that tests share: made once for the tests of a file that ask for the same ones, and undone after them.

A fixture with `scope="module"` that asks for `shared_db`, directly or through others, makes its rows in a
transaction around the tests; each test runs in a savepoint inside. A test sees the rows of its own fixtures
and no others: tests that ask for another set get another transaction, and pytest puts those with the same set
side by side. What such a fixture returns is copied for each test, so that nobody changes what the next one gets.
"""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from pytest_django.plugin import blocking_manager_key

from tests import rows

OPEN = pytest.StashKey[bool]()


def is_transactional(item: pytest.Item) -> bool:
    """Whether the test commits, so that its database has to be thrown away."""
    marker = item.get_closest_marker("django_db")
    wanted = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(wanted or (marker and marker.kwargs.get("transaction")))


def shared_names(item: Any) -> list[str]:
    """The fixtures of a test that make shared rows."""
    definitions = item._fixtureinfo.name2fixturedefs

    def asks(name: str, seen: frozenset[str] = frozenset()) -> bool:
        needed = {argument for each in definitions.get(name, ()) for argument in each.argnames} - seen
        return "shared_db" in needed or any(asks(each, seen | needed) for each in needed)

    return sorted(name for name, each in definitions.items() if each[-1].scope == "module" and asks(name))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Name the set of shared rows of each test: pytest ends one set before it begins another."""
    test: Any = metafunc.definition
    names = shared_names(test)
    if names and is_transactional(test):
        raise pytest.UsageError(
            f"{test.nodeid} commits, so it must make its rows itself, and not ask for {names}"
        )
    marks = [pytest.mark.django_db] if names and test.get_closest_marker("django_db") is None else []
    value = pytest.param(" ".join(names), marks=marks, id=pytest.HIDDEN_PARAM)
    metafunc.parametrize("shared_db", [value], indirect=True, scope="module")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> Iterator[Any]:
    """Let a fixture that makes shared rows use the database, which otherwise only a test may."""
    if fixturedef.scope != "module" or not request.node.stash.get(OPEN, False):
        return (yield)
    with request.config.stash[blocking_manager_key].unblock():
        made = yield
    rows.number_on(shared=True)
    return made


@pytest.fixture(scope="module", autouse=True)
def shared_db(request: pytest.FixtureRequest) -> Iterator[None]:
    """The database for fixtures of a module's scope: what they make is seen by their tests alone, and undone."""
    if not request.param:
        yield
        return
    request.getfixturevalue("django_db_setup")
    blocker = request.config.stash[blocking_manager_key]
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]  # as Django's own test cases do
    with blocker.unblock():
        around.__enter__()
    request.node.stash[OPEN] = True
    yield
    request.node.stash[OPEN] = False
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
    rows.number_on(shared=False)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: Any) -> None:
    """Copy what shared fixtures returned: all at once, so that what was one object stays one."""
    copies: dict[int, Any] = {}
    for name in shared_names(item):
        if name in item.funcargs:
            item.funcargs[name] = copy.deepcopy(item.funcargs[name], copies)
