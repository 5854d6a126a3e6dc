"""How soon a site answers: from a fresh clone of this commit with cached packages, and at the next start.

    uv run python -m tests.bench.start

The aims: 20 seconds for the first, 5 for the second. Prints each start's own account of its phases, too.
"""

import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "python3 -m pip install --quiet uv && exec uv run manage.py quickstart"
PORT = "8399"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="occupedia-bench-"))
    folder.chmod(0o755)
    try:
        subprocess.run(["git", "clone", "--quiet", ROOT, folder / "clone"], check=True)
        for name in ("fresh clone", "second start"):
            seconds, account = start(folder / "clone")
            print(f"{account}\n{name}: first page after {seconds:.1f} s\n")
    finally:
        shutil.rmtree(folder)


def start(clone: Path) -> tuple[float, str]:
    """Seconds from the command to the home page, and what the command printed."""
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | {
        "PORT": PORT
    }
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            ["sh", "-c", COMMAND],
            cwd=clone, env=environment, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
        try:
            while not answers():
                assert process.poll() is None, "it ended"
                time.sleep(0.05)
            seconds = time.monotonic() - began
        finally:
            process.terminate()  # uv, which waits for the site to end
            process.wait()
            output.seek(0)
            account = output.read()
        return seconds, account


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=60) as response:
            return response.status == 200
    except OSError:
        return False


if __name__ == "__main__":
    main()
