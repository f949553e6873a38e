"""The worker looks for garbage seldom, and not at what it loaded at its start."""

import subprocess
import sys

STARTED = """
import gc
from celery.signals import worker_init
import mentoring.celery
worker_init.send(sender=None)
print(gc.get_threshold(), gc.get_freeze_count() > 10_000)
"""


def test_a_worker_that_starts_looks_seldom_from_then_on():
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    assert done.stdout == "(50000, 20, 20) True\n"
