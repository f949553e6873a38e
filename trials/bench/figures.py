"""The figures of one month over 50,000 members and 20,000 mentorships: seconds, and memory of the whole process."""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEMBERS, PAIRS, MEETINGS = 50_000, 20_000, 12
SECONDS_AT_MOST, MEGABYTES_AT_MOST = 60, 200
MIGRATE = ["manage.py", "migrate", "-v0"]


def measure(env):
    """What `count` prints, on a database that was filled by another process."""
    for step in ("fill", "count"):
        if step == "fill":
            subprocess.run([sys.executable, *MIGRATE], cwd=ROOT, env=env, check=True)
        command = [sys.executable, "-m", "trials.bench.figures", step]
        done = subprocess.run(
            command, cwd=ROOT, env=env | {"MENTORING_PROCESS": "worker"}, check=True, stdout=subprocess.PIPE
        )
    return json.loads(done.stdout)


def show(store, found):
    """The lines of one database; each figure has its goal beside it."""
    print(
        f"\n{store}: figures over {MEMBERS:,} members and {PAIRS:,} mentorships, {found['numbers']} numbers"
    )
    print(f"{'counted and frozen':28} {found['seconds']:8.1f} s (at most {SECONDS_AT_MOST})")
    print(f"{'memory of the process':28} {found['megabytes']:8.0f} MB (at most {MEGABYTES_AT_MOST})")


def fill():
    """A programme of two years, written straight into the tables."""
    from django.db import connection

    from figures.tests import world

    world.build(members=MEMBERS, pairs=PAIRS, meetings=MEETINGS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def count():
    """Publish the month that is over."""
    from figures import publish
    from figures.models import PublishedNumber

    began = time.perf_counter()
    assert publish.publish_due()  # noqa: S101
    seconds = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps({"seconds": seconds, "megabytes": megabytes, "numbers": PublishedNumber.objects.count()})
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trials.bench.settings")
    import django

    django.setup()
    {"fill": fill, "count": count}[sys.argv[1]]()
