"""`make test`: every test, on every database that answers, in a real browser where there is one.

What could not run is listed last, by name, with the one command that brings it. With CI=true a
missing part is a failure.
"""

import os
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PORTS = {"postgres": 5432, "postgresql": 5432, "redis": 6379, "http": 80}
BRINGS = {
    "PostgreSQL": "apt-get install postgresql (or set TEST_DATABASE_URL)",
    "Redis": "apt-get install redis-server (or set TEST_REDIS_URL)",
    "Chromium": "apt-get install chromium (or set CHROMIUM)",
    "libical (calendars read by it)": "apt-get install python3-gi gir1.2-ical-3.0",
    "age (backups are encrypted by it)": "apt-get install age",
    "Dovecot (answers read over IMAP)": "apt-get install dovecot-imapd",
    "Node.js 20 or newer (a second opinion on OpenID Connect)": "apt-get install nodejs npm",
    "systemd-analyze (units are sound)": "apt-get install systemd",
    "curl (a mail posted as Postfix does)": "apt-get install curl",
    "nanoidp, pysaml2, Swift (servers by other authors)": ".venv/bin/python -m trials.journeys.independent_provider",
    "xmlsec1 (pysaml2 signs by it)": "apt-get install xmlsec1",
}
PASSED, FAILED, NOTHING_CHOSEN = "passed", "FAILED", "nothing chosen"
ALONE = {"DATABASE_URL": "", "REDIS_URL": "", "PYTHONUNBUFFERED": "1"}
MEASURING = ("-m", "coverage", "run")
UNDONE = ("FAILED ", "ERROR ")  # so begin the lines in which pytest names a test that did not pass
LIBICAL = ("/usr/bin/python3", "-c", "import gi; gi.require_version('ICalGLib', '3.0')")


def answers(url):
    """Whether something listens at the address of a URL."""
    parts = urlsplit(url)
    port = parts.port or PORTS[parts.scheme]
    try:
        socket.create_connection((parts.hostname or "127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def works(*command):
    """Whether a program is there and says yes."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


@dataclass(frozen=True)
class Round:
    """One run of pytest with a choice of tests, and the services it may use. Its name begins each of its lines."""

    name: str
    chosen: tuple
    services: dict
    coverage: bool = False
    undone: list = field(default_factory=list, compare=False)

    def run(self, arguments):
        """What became of it, in a word. Another round may run beside it."""
        env = {**os.environ, **ALONE, **self.services}
        measured = MEASURING if self.coverage else ()
        command = [sys.executable, *measured, "-m", "pytest", *self.chosen, *arguments]
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            text=True,
            errors="replace",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            for line in running.stdout:
                print(f"{self.name:>17}  {line}", end="", flush=True)
                if line.startswith(UNDONE):
                    self.undone.append(line.rstrip())
        if arguments and running.returncode == 5:
            return NOTHING_CHOSEN
        return FAILED if running.returncode else PASSED


# Measuring takes half as long again; where nobody reads the figure it is left out.
SQLITE = Round("SQLite", ("-m", "not browser and not redis"), {}, coverage=not CI)
POSTGRES_ALONE = Round("PostgreSQL", SQLITE.chosen, {"DATABASE_URL": POSTGRES, "ONLY_DATABASE": "1"})
SERVERS = Round(
    "PostgreSQL", ("-m", "not browser"), {"DATABASE_URL": POSTGRES, "REDIS_URL": REDIS, "ONLY_DATABASE": "1"}
)
BROWSER = Round("browser", ("-m", "browser"), {"CHROMIUM": CHROMIUM or "", "SHOTS": ""})
PAGES = Round("browser, pages", ("-m", "browser", "-k", "test_pages"), BROWSER.services)
JOURNEYS = Round("browser, journeys", ("-m", "browser", "-k", "not test_pages"), BROWSER.services)
SHOTS = Round("browser", (*BROWSER.chosen, "-k", "shots"), {**BROWSER.services, "SHOTS": "1"})


def coverage_total():
    """Per cent of the lines that the last measured round ran, as text; by file: `coverage report -m`."""
    command = [sys.executable, "-m", "coverage", "report", "--format=total"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()


def lanes(has, *, shots):
    """What runs side by side, each lane one round after another: they share neither database nor folder."""
    if shots:
        return [[SHOTS]] if has["Chromium"] else []
    servers = SERVERS if has["Redis"] else POSTGRES_ALONE
    walks = (
        ([PAGES], [JOURNEYS]) if has["Chromium"] else ([], [])
    )  # as long together: SQLite's round is the longer
    return [[SQLITE, *walks[0]], [servers] * has["PostgreSQL"] + walks[1]]


def main(arguments):
    """All rounds, then what is missing."""
    there = (
        answers(POSTGRES),
        answers(REDIS),
        bool(CHROMIUM),
        works(*LIBICAL),
        bool(shutil.which("age") and shutil.which("age-keygen")),
        bool(shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")),
        works("npm", "--version"),
        works("systemd-analyze", "--version"),
        works("curl", "--version"),
        works(sys.executable, ROOT / "trials/journeys/independent_provider.py"),
        bool(shutil.which("xmlsec1")),
    )
    has = dict(zip(BRINGS, there, strict=True))
    rest = [argument for argument in arguments if argument != "--shots"]
    side_by_side = lanes(has, shots="--shots" in arguments)
    with ThreadPoolExecutor(max_workers=max(len(side_by_side), 1)) as pool:
        lanes_run = pool.map(lambda lane: [each.run(rest) for each in lane], side_by_side)
        ends = [end for lane in lanes_run for end in lane]
    for one, end in zip(chain(*side_by_side), ends, strict=True):
        print(f"{one.name:>17}  {end}")
        for line in one.undone:  # again, where who sees only the end of a long output still finds them
            print(f"{'':>17}  {line}")
    if SQLITE.coverage and SQLITE in chain(*side_by_side) and not rest:
        print(f"         coverage  {coverage_total()} % of the product's lines, by the SQLite round")
    missing = [name for name, there in has.items() if not there]
    if missing:
        print("\nDid not run, for want of:")
        for name in missing:
            print(f"  {name}: {BRINGS[name]}")
    return 0 if PASSED in ends and FAILED not in ends and not (CI and missing) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
