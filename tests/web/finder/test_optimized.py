"""The finder's check and counts where Python leaves out asserts (`python -O`), and no needed step in an assert."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.real_files  # whole processes and servers, started and ended for real

ROOT = Path(__file__).resolve().parents[3]
CHECK_AND_COUNT = """
import django; django.setup()
assert False, "asserts are left out here"
from decimal import Decimal
from django.http import QueryDict
from wages.estimates import Figure
from web.finder.counts import Facts, conditions_of, narrow
from web.finder.facets import facets, ranges, read_narrowing
asked = QueryDict("pay=hourly&pay_min=75000&pay_max=x&zone=4&jobs_min=2&jobs_max=1")
narrowing, notices = read_narrowing(asked, facets([]), ranges("hourly"), "hourly")
facts = [
    Facts(pk, {"zone": frozenset(zone)}, pay=Figure(Decimal(pay)))
    for pk, zone, pay in ((1, "4", 80000), (2, "4", 20), (3, "1", 80000))
]
narrowed = narrow(facts, narrowing, conditions_of(narrowing, None, in_industry=False, is_ranking=False))
print([each.pk for each in narrowed.passing], narrowed.tally.without, len(notices))
"""


def test_the_finder_checks_and_counts_without_asserts() -> None:
    ran = subprocess.run(
        [sys.executable, "-O", "-W", "error", "-c", CHECK_AND_COUNT],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "tests", "PATH": ""},
    )  # fmt: skip
    assert ran.stdout == "[1] {'zone': 2, 'pay': 2} 2\n"


def states_only(test: ast.expr) -> bool:
    """Whether an expression only looks at what is there: no call but isinstance, nothing assigned or awaited."""
    acts = (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)
    calls = [node for node in ast.walk(test) if isinstance(node, ast.Call)]
    return not any(isinstance(node, acts) for node in ast.walk(test)) and all(
        isinstance(call.func, ast.Name) and call.func.id == "isinstance" for call in calls
    )


def asserts_in(folder: Path) -> dict[str, ast.expr]:
    return {
        f"{path.relative_to(ROOT)}:{node.lineno}": node.test
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Assert)
    }


def test_no_assert_does_anything() -> None:
    assert [where for where, test in asserts_in(ROOT / "web").items() if not states_only(test)] == []
    # An attribute can be a property that does something, as `qs` of a FilterSet is: the finder asserts nothing.
    assert asserts_in(ROOT / "web" / "finder") == {}
