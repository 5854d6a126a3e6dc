"""A load whose process is killed half-way, as by `kill -9`, with everything committed as in real life."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from occupations.models import ImportRun, Release
from tests.importers.oews.samples import DATA, edit
from wages.models import WageEstimate
from wages.partitions import drop_partition, staging_name

ROOT = Path(__file__).resolve().parents[3]
# Loads until everything is copied, says so, and waits to be killed.
CHILD = """
import sys, time
import django
django.setup()
from pathlib import Path
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from importers.oews import loader
from importers.registry import load_source

def wait(cursor, release_id):
    print("copied", flush=True)
    time.sleep(300)

loader.publish_staging = wait
load_source("oews", [Path(sys.argv[2])])
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_load_leaves_everything_as_it_was(load, labstat):
    release = load(labstat).release
    try:
        edit(labstat / DATA, "246250", "246260")
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", CHILD, connection.settings_dict["NAME"], str(labstat)]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "copied\n"
            assert ImportRun.objects.filter(outcome=ImportRun.Outcome.RUNNING).count() == 1
            child.kill()

        managers = WageEstimate.objects.national().all_industries().filter(occupation__code="11-3051")
        assert managers.get().employment == 246_250
        assert Release.objects.get(label="May 2025").state == Release.State.READY

        # The next load waits until the server has noticed, closes the killed run, and does its work.
        run = load(labstat)
        assert run.outcome == ImportRun.Outcome.LOADED, run.report
        assert managers.get().employment == 246_260
        killed = ImportRun.objects.get(outcome=ImportRun.Outcome.INTERRUPTED)
        assert killed.report == "The process ended half-way. Nothing was changed."
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass(%s)", [staging_name(release.pk)])
            assert cursor.fetchone() == (None,)
    finally:
        with connection.cursor() as cursor:
            drop_partition(cursor, release.pk)
