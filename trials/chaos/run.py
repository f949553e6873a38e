"""`make chaostest`: no mail is lost and none comes twice, whatever is killed, emptied or away.

Real workers and beats on PostgreSQL and Redis, and a mail server that keeps account of what it took.
Each scenario is walked with the product as it is, where everything has to hold, and once with each
planted fault, which has to be caught. Some only: `ARGS="kill smtp"`. Writes `var/chaostest.json`.

Exit code 0: all hold, all planted faults caught. 1: not so. 2: PostgreSQL or Redis is missing.
"""

import json
import shutil
import signal
import sys
import time
import traceback
from dataclasses import asdict

from trials.chaos.scenarios import ALL
from trials.chaos.workspace import ChaosWorkspace
from trials.harness import environment

SHORTENED = """A minute of waiting for the next try is half a second here, the lease of five minutes 5 s, the patience
with a silent server 1 s, the wake-up each second. Half an hour without a mail server is 15 s."""
HEAD = f"{'':8}{'mails':>8}{'lost':>6}{'repeated':>10}{'other bytes':>13}{'late':>6}{'killed':>8}{'cut':>5}"


def main(arguments):
    """The table, the file, the exit code."""
    missing = [*environment.missing_services(), *([] if shutil.which("redis-server") else ["redis-server"])]
    if missing:
        print("Did not run, for want of:", *missing, sep="\n  ")
        return 2
    chosen = [ALL[name] for name in arguments] or list(ALL.values())
    began = time.monotonic()
    print(SHORTENED, HEAD, sep="\n", flush=True)
    workspace = ChaosWorkspace()
    try:
        workspace.prepare()
        rows = [row for scenario in chosen for row in walked(workspace, scenario)]
    finally:
        workspace.close()
    return conclude(rows, time.monotonic() - began)


def walked(workspace, scenario):
    """As it is, then with each fault; a line as soon as it is known."""
    for planted in ("", *scenario.plants):
        began = time.monotonic()
        found = scenario.walk(workspace, planted)
        row = asdict(found) | {
            "scenario": scenario.name,
            "planted": planted,
            "seconds": round(time.monotonic() - began),
        }
        show(scenario, row)
        yield row


def show(scenario, row):
    """One line, and what is wrong beneath it or beside it."""
    figures = f"{row['mails']:8,}{row['lost']:6}{row['repeated']:10}{row['different']:13}{row['late']:6}"
    figures += f"{row['killed']:8}{row['cut']:5}"
    wrong = "; ".join(row["wrong"])
    if row["planted"]:
        said = f"planted {row['planted']}: " + (f"caught ({wrong})" if wrong else "NOT CAUGHT")
    else:
        said = f"{scenario.title} (late: {scenario.bound}): " + (wrong or "holds")
    print(f"{scenario.name:8}{figures}  {said}, {row['seconds']} s", flush=True)


def conclude(rows, seconds):
    """The file, the last line, the exit code."""
    real, planted = ([row for row in rows if bool(row["planted"]) is kind] for kind in (False, True))
    held = sum(not row["wrong"] for row in real)
    caught = sum(bool(row["wrong"]) for row in planted)
    out = environment.ROOT / "var" / "chaostest.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"seconds": round(seconds), "rows": rows}, indent=1))
    print(f"{seconds / 60:.1f} minutes; written to {out.relative_to(environment.ROOT)}")
    print(f"{held} of {len(real)} scenarios hold, {caught} of {len(planted)} planted faults caught")
    return 0 if (held, caught) == (len(real), len(planted)) else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(1))  # not without taking all down
    try:
        sys.exit(main(sys.argv[1:]))
    except Exception:
        traceback.print_exc()
        sys.exit(1)
