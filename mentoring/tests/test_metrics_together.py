"""Processes behind one address count requests together, in the folder that they share."""

from mentoring.lib.tests.processes import python

ASK = """
import django
django.setup()
from django.test import Client
from mentoring.lib.request_metrics import request_registry
from prometheus_client import generate_latest
Client(SERVER_NAME="127.0.0.1").get("/healthz")
print(generate_latest(request_registry()).decode())
"""
# A probe is answered before a page is looked for.
LINE = 'mentoring_requests_total{method="GET",page="none",status="200"}'


def test_the_second_process_tells_what_both_have_counted(tmp_path):
    shared = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "counts"), "DEMO": "1"}
    assert f"{LINE} 1.0\n" in python(ASK, tmp_path, **shared).stdout
    assert f"{LINE} 2.0\n" in python(ASK, tmp_path, **shared).stdout
    assert f"{LINE} 1.0\n" in python(ASK, tmp_path, DEMO="1").stdout


def test_a_folder_that_cannot_be_made_stops_the_start(tmp_path):
    (tmp_path / "file").touch()
    place = str(tmp_path / "file" / "counts")
    done = python(
        "from django.conf import settings; settings.DEBUG", tmp_path, PROMETHEUS_MULTIPROC_DIR=place
    )

    assert done.returncode == 1
    assert done.stderr == f"PROMETHEUS_MULTIPROC_DIR: cannot make the folder {place}: Not a directory\n"
