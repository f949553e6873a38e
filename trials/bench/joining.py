"""A file of 50,000 members taken into an empty list, as a ratio to a bulk insert of the same rows; and the memory."""

import csv
import io
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 50_000
HEADINGS = (
    "User ID",
    "First name",
    "Last name",
    "Organization",
    "Email",
    "Work City",
    "Membership status",
    "Balance",
)
MIGRATE = ["manage.py", "migrate", "-v0"]


def measure(env):
    """What `count` prints, of a database with empty tables."""
    subprocess.run([sys.executable, *MIGRATE], cwd=ROOT, env=env, check=True)
    found = {}
    for people in (PEOPLE // 10, PEOPLE):
        command = [sys.executable, "-m", "trials.bench.joining", str(people)]
        done = subprocess.run(
            command, cwd=ROOT, env=env | {"MENTORING_PROCESS": "worker"}, check=True, stdout=subprocess.PIPE
        )
        found[people] = json.loads(done.stdout)
    return found


def show(store, found):
    """The lines of one database."""
    small, large = found[PEOPLE // 10], found[PEOPLE]
    print(f"\n{store}: a file of {PEOPLE:,} members")
    print(f"{'read and checked':28} {large['checked']:8.1f} s")
    print(f"{'taken over':28} {large['applied']:8.1f} s")
    print(f"{'the same file again':28} {large['again']:8.1f} s")
    print(f"{'all of it, x a bulk insert':28} {large['ratio']:8.1f}")
    print(
        f"{'memory':28} {large['megabytes']:8.0f} MB ({small['megabytes']:.0f} MB with a tenth of the rows)"
    )


def people_file(people):
    """A CSV file of invented people, as bytes."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADINGS)
    for n in range(people):
        name = "".join(chr(ord("a") + int(digit)) for digit in str(n))  # no name has four digits
        address = f"person{n}@library.example"
        rows.writerow((n, name, "Family", f"Library {n % 997}", address, "Town", "Active", "0"))
    return io.BytesIO(text.getvalue().encode())


def timed(function, *args, **kwargs):
    """(seconds, what it returned)."""
    began = time.perf_counter()
    returned = function(*args, **kwargs)
    return time.perf_counter() - began, returned


def count(people):
    """Take the file in, twice, and beside it the plain insert."""
    from joining import importing
    from joining.models import ImportState, RosterEntry
    from joining.staging import decide_import, stage_file

    file = people_file(people)

    def taken():
        staged, an_import = timed(stage_file, file, name="bench.csv")
        checked, _none = timed(importing.check_import, an_import)
        decide_import(an_import, ImportState.CONFIRMED)
        return staged + checked, timed(importing.apply_import, an_import)[0]

    checked, applied = taken()
    again = sum(taken())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    entries = list(RosterEntry.objects.all())
    assert len(entries) == people  # noqa: S101
    RosterEntry.objects.all().delete()
    bare, _none = timed(RosterEntry.objects.bulk_create, entries, batch_size=500)
    RosterEntry.objects.all().delete()
    seconds = {"checked": checked, "applied": applied, "again": again, "ratio": (checked + applied) / bare}
    print(json.dumps({**seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trials.bench.settings")
    import django

    django.setup()
    count(int(sys.argv[1]))
