"""Settings come from the environment, are documented, and complain helpfully."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from config.local import SetupError, program_version, secret_key

ROOT = Path(__file__).resolve().parents[2]


# What the test run sets for itself: pytest-django, and the browser's fixture.
OURS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=plain | environment, capture_output=True, text=True, check=False
    )


def test_the_sample_lists_every_setting_and_no_other():
    read = set()
    for path in ("config/settings.py", "config/management/commands/quickstart.py", "tests/conftest.py"):
        text = (ROOT / path).read_text()
        read |= set(re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', text))
        read |= set(re.findall(r'os\.environ\.get\("([A-Z_]+)"', text))
    read = {name for name in read if not name.startswith("PYTEST_")}  # pytest sets those itself
    assert {"DATABASE_URL", "PORT", "CI"} <= read
    assert read == set(re.findall(r"^#([A-Z_]+)=", (ROOT / "dotenv-sample").read_text(), flags=re.MULTILINE))


def test_the_sample_changes_nothing():
    lines = (ROOT / "dotenv-sample").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_every_mistake_is_named_at_once_in_one_sentence():
    result = manage("check", DEBUG="maybe", LOG_LEVEL="loud", WEB_CONCURRENCY="0", DATABASE_URL="nonsense")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    for name in ("DEBUG", "LOG_LEVEL", "WEB_CONCURRENCY", "DATABASE_URL"):
        assert f"{name}: " in result.stderr
    assert "dotenv-sample shows how each is written" in result.stderr


def test_a_database_that_is_not_postgresql_is_refused():
    result = manage("check", DATABASE_URL="sqlite:///occupedia.sqlite3")
    assert (result.returncode, result.stdout) == (1, "")
    assert "DATABASE_URL must name a PostgreSQL server" in result.stderr


def test_production_settings_pass_django_s_own_check():
    result = manage("check", "--deploy", "--fail-level", "WARNING", HTTPS="true", ALLOWED_HOSTS="example.org")
    assert result.returncode == 0, result.stderr
    plain = manage("check", "--deploy", "--fail-level", "WARNING", HTTPS="false")
    assert "security.W008" in plain.stderr, "the check looks at the switch"


def test_gunicorn_takes_its_configuration_from_the_environment(tmp_path):
    plain = {name: value for name, value in os.environ.items() if name not in OURS}
    result = subprocess.run(
        [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "--print-config"],
        cwd=ROOT,
        env=plain | {"GUNICORN_BIND": "0.0.0.0:9000", "WEB_CONCURRENCY": "3", "GUNICORN_THREADS": "5"},
        capture_output=True,
        text=True,
        check=True,
    )
    chosen = dict(re.findall(r"^(\w+)\s+= (.*)$", result.stdout, flags=re.MULTILINE))
    assert (chosen["bind"], chosen["workers"], chosen["threads"]) == ("['0.0.0.0:9000']", "3", "5")


def test_the_secret_key_is_made_once_and_private(tmp_path):
    with ThreadPoolExecutor(4) as threads:
        keys = set(threads.map(lambda _: secret_key(tmp_path), range(8)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_secret_key_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / "secret-key").mkdir()
    with pytest.raises(SetupError, match="set SECRET_KEY, or repair the file"):
        secret_key(tmp_path)


def test_every_answer_forbids_what_the_site_does_not_use(client):
    response = client.get("/healthz/live")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    # What default-src doesn't stand for has to be forbidden by name.
    assert "form-action 'self'" in policy
    assert "base-uri 'none'" in policy
    assert "object-src 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"


def test_https_redirects_everything_but_health(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/").status_code == 301
    assert client.get("/healthz/live").status_code == 200


@pytest.mark.parametrize("path", ["web/page.py", "web/charts/states.json", "static/img/mark.svg", "uv.lock"])
def test_whatever_makes_a_page_makes_another_version_of_the_program(tmp_path, path):
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("one")
    before = program_version(tmp_path)
    assert program_version(tmp_path) == before
    file.write_text("another")
    assert program_version(tmp_path) != before
