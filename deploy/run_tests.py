"""`make test`: every test, on every database that answers, in a real browser where there is one.

What could not run is listed last, by name, with the one command that brings it. With CI=true a
missing part is a failure.
"""

import os
import shutil
import socket
import subprocess
import sys
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
}


def answers(url):
    """Whether something listens at the address of a URL."""
    parts = urlsplit(url)
    port = parts.port or PORTS[parts.scheme]
    try:
        socket.create_connection((parts.hostname or "127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def run(title, *arguments, **environment):
    """One round of tests. True if all passed."""
    print(f"\n== {title}", flush=True)
    env = {**os.environ, "DATABASE_URL": "", "REDIS_URL": "", **environment}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env).returncode == 0


def main(arguments):
    """All rounds, then what is missing."""
    has = {"PostgreSQL": answers(POSTGRES), "Redis": answers(REDIS), "Chromium": bool(CHROMIUM)}
    shots = "--shots" in arguments
    rest = [argument for argument in arguments if argument != "--shots"]
    rounds = []
    if not shots:
        rounds.append(run("SQLite, filesystem broker", "-m", "not browser and not redis", *rest))
        if has["PostgreSQL"] and has["Redis"]:
            rounds.append(run("PostgreSQL and Redis", "-m", "not browser", *rest,
                              DATABASE_URL=POSTGRES, REDIS_URL=REDIS))  # fmt: skip
        elif has["PostgreSQL"]:
            rounds.append(run("PostgreSQL", "-m", "not browser and not redis", *rest,
                              DATABASE_URL=POSTGRES))  # fmt: skip
    if has["Chromium"]:
        chosen = ["-k", "shots"] if shots else []
        rounds.append(run("In a browser", "-m", "browser", *chosen, *rest, CHROMIUM=CHROMIUM,
                          SHOTS="1" if shots else ""))  # fmt: skip
    missing = [name for name, there in has.items() if not there]
    if missing:
        print("\nDid not run, for want of:")
        for name in missing:
            print(f"  {name}: {BRINGS[name]}")
    return 0 if all(rounds) and rounds and not (CI and missing) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
