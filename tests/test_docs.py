"""What the documents promise: commands that stand by themselves, and links that lead somewhere."""

import re
import subprocess
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
    found = subprocess.run(
        ["sed", "-n", pattern[1], ROOT / "README.md"], capture_output=True, text=True, check=True
    )
    assert found.stdout == "python3 -m pip install uv && uv run pytest\n"
