"""What the documents promise: commands that stand by themselves, and links that lead somewhere."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("[a-z]*/**/README.md"))
    if ".venv" not in path.parts and "var" not in path.relative_to(ROOT).parts
)


@pytest.mark.parametrize("command", ["uv run manage.py quickstart", "uv run pytest"])
def test_the_readme_s_commands_are_blocks_of_one_line(command):
    assert f"\n```\npython3 -m pip install uv && {command}\n```\n" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(document):
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text()):
        assert (document.parent / target).exists(), target


def test_ci_runs_the_readme_s_test_command():
    script = (ROOT / ".ci" / "run").read_text()
    pattern = re.search(r"sed -n '(s/.*/p)' README\.md", script)
    assert pattern is not None
    command = subprocess.run(
        ["sed", "-n", pattern[1], ROOT / "README.md"], capture_output=True, text=True, check=True
    )
    assert command.stdout == "python3 -m pip install uv && uv run pytest\n"


# What looks like a file of ours in a text: `web/finder/counts.py`, `importers/oews/`.
NAMED = re.compile(
    r"`((?:config|web|importers|wages|occupations|templates|static|fixtures|tests|docs)/[\w./*-]*)`"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_are_named_exist(document):
    for named in NAMED.findall(document.read_text()):
        assert list(ROOT.glob(named.rstrip("/"))), named


def test_the_map_names_every_room():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    rooms = {path.parent.name for path in ROOT.glob("web/*/__init__.py")}
    rooms |= {path.parent.name for path in ROOT.glob("web/occupations/*/__init__.py")}
    assert rooms
    assert not [room for room in rooms if f"`{room}`" not in text and f"{room}/`" not in text]


def test_the_order_of_the_subjects_is_the_one_that_is_held():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    order = re.search(r"in this order: (.*?)\. A subject", text, re.S)
    assert order is not None
    told = [set(re.findall(r"`(\w+)`", step)) for step in order[1].split("→")]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if "web.urls" in c.get("layers", []))
    held = [set(re.findall(r"web\.(\w+)", layer)) for layer in layers if layer != "web.urls"]
    assert told == held[: len(told)]


def test_decisions_are_numbered_once():
    text = (ROOT / "docs" / "decisions.md").read_text()
    numbers = [int(number) for number in re.findall(r"^(\d+)\. \*\*", text, re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
