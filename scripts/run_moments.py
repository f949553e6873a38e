"""`make moments`: the browser round at moments when days and hours are odd, under a clock that all processes share.

That clock is Debian's faketime: the tests, the two sites, the worker and Chromium start at the moment, and it runs on.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time

from run_tests import ALONE, BROWSER, CHROMIUM, ROOT, SQLITE

LOGS = ROOT / "var" / "moments"
FAKED_CLOCK = ROOT / "scripts" / "faked_clock"
MOMENTS = {  # in UTC
    "2026-11-29 23:30": "a Sunday among the last days of a month, which the next month's page shows",
    "2026-12-31 23:20": "the last hour of a year",
    "2027-02-01 00:10": "the first minutes of a month",
    "2027-02-01 06:10": "the same in Nebraska, where a mentor of the journeys lives",
    "2027-03-14 00:40": "the day on which clocks go forward in the United States",
    "2027-03-28 00:40": "twenty minutes before clocks go forward in Europe",
    "2027-03-31 23:20": "the end of a quarter",
    "2027-05-31 23:58": "a month ends during the round",
    "2027-08-01 07:00": "a Sunday that begins a month",
    "2027-10-31 00:40": "twenty minutes before clocks go back in Europe",
    "2027-11-07 00:40": "the day on which clocks go back in the United States",
    "2028-02-28 23:20": "a day later it is not yet March",
    "2028-02-29 12:00": "a day that most years do not have",
}


def environment(services):
    """Of pytest, and so of every process that it starts."""
    python_path = os.pathsep.join(filter(None, (str(FAKED_CLOCK), os.environ.get("PYTHONPATH"))))
    return {
        **os.environ,
        **ALONE,
        **services,
        "TZ": "UTC",
        "PYTHONPATH": python_path,
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # with it, each wait in Chromium takes minutes
    }


def run_at(moment, *, chosen_round, arguments):
    """Whether all passed there, and the last line that pytest wrote."""
    clock = ["faketime", "--exclude-monotonic", f"{moment} UTC"]
    command = [*clock, sys.executable, "-m", "pytest", *chosen_round.chosen, *arguments]
    log = LOGS / f"{chosen_round.name}-{moment.replace(' ', '-').replace(':', '')}.log"
    with log.open("w") as output:
        done = subprocess.run(
            command, cwd=ROOT, env=environment(chosen_round.services), stdout=output, stderr=subprocess.STDOUT
        )
    lines = log.read_text(errors="replace").splitlines()
    return done.returncode == 0, lines[-1] if lines else "pytest said nothing"


def options():
    """What was asked for; anything unknown is pytest's."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--at", action="append", metavar="'YYYY-MM-DD HH:MM'", help="only there (UTC); may be repeated"
    )
    parser.add_argument("--units", action="store_true", help="the SQLite round, not the browser's")
    return parser.parse_known_args()


def main():
    """One moment after the other; the logs stay in var/moments."""
    asked, arguments = options()
    if not shutil.which("faketime"):
        sys.exit("faketime is missing: apt-get install faketime")
    if not (CHROMIUM or asked.units):
        sys.exit("Chromium is missing: apt-get install chromium (or set CHROMIUM)")
    LOGS.mkdir(parents=True, exist_ok=True)
    chosen_round = SQLITE if asked.units else BROWSER
    failed = False
    for moment in asked.at or MOMENTS:
        began = time.monotonic()
        passed, last_line = run_at(moment, chosen_round=chosen_round, arguments=arguments)
        failed = failed or not passed
        word, minutes = ("passed" if passed else "FAILED"), (time.monotonic() - began) / 60
        print(f"{moment}  {word}  {last_line}  ({minutes:.1f} min)  {MOMENTS.get(moment, '')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
