"""`make run`: everything on one machine, with nothing but Python. Ctrl-C ends all of it.

Prepares `var/`, then watches three processes: the member site (the only one told where the key
ring is), the staff site, and a Celery worker with beat. One that dies is started again.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
STOP_AFTER_SECONDS = 10
TOO_SHORT_SECONDS = 5
TRIES = 3


def environment():
    """What the three have in common: a demonstration on this machine unless told otherwise."""
    typed = os.environ.get("PORT") or "8000"
    if not typed.isdigit() or not 0 < int(typed) < 65535:
        sys.exit(f"PORT: expected a number below 65535, found {typed!r}")
    port = int(typed)
    given = {
        "DEMO": "1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "STAFF_URL": f"http://127.0.0.1:{port + 1}",
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "PYTHONUNBUFFERED": "1",
    }
    return port, {**given, **os.environ}


def prepare(env):
    """Key ring, tables, static files and the demonstration: each only if it is missing."""
    for command in (
        ["new_keyring", "--if-none"],
        ["migrate", "-v0"],
        ["collectstatic", "--noinput", "-v0"],
        ["prepare_demo"],
    ):
        done = subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env)
        if done.returncode:
            sys.exit(done.returncode)


def processes(port):
    """Name, MENTORING_PROCESS and command line of the three."""
    serve = [
        str(BIN / "gunicorn"),
        "mentoring.wsgi",
        "--threads",
        "4",
        "--worker-class",
        "gthread",
        "--no-control-socket",  # the two would share one file in the home folder
        "--log-level",
        "warning",
        "--bind",
    ]
    work = [
        str(BIN / "celery"),
        "-q",
        "-A",
        "mentoring",
        "worker",
        "-B",
        "--concurrency",
        "1",
        "--loglevel",
        "WARNING",
    ]
    return [
        ("member site", "member", [*serve, f"127.0.0.1:{port}"]),
        ("staff site", "staff", [*serve, f"127.0.0.1:{port + 1}"]),
        ("worker", "worker", work),
    ]


class Watched:
    """One process, started again when it dies; given up if it cannot live."""

    def __init__(self, name, kind, command, env):
        self.name, self.command = name, command
        self.env = {**env, "MENTORING_PROCESS": kind}
        if kind != "member":
            self.env.pop("CONFIDENTIAL_KEYRING", None)
        if kind == "worker":
            self.env.pop("CASE_KEYRING", None)
        else:
            self.env.pop("FIGURES_KEY", None)
        self.failures = 0
        self.start()

    def start(self):
        """Start it in a group of its own, so that its children end with it."""
        self.since = time.monotonic()
        self.child = subprocess.Popen(self.command, cwd=ROOT, env=self.env, start_new_session=True)

    def look_after(self):
        """Start it again if it has died. False if that does not help."""
        if self.child.poll() is None:
            return True
        short = time.monotonic() - self.since < TOO_SHORT_SECONDS
        self.failures = self.failures + 1 if short else 0
        if self.failures >= TRIES:
            print(f"The {self.name} cannot be started; see above.", file=sys.stderr)
            return False
        print(f"The {self.name} has ended and is started again.", flush=True)
        self.stop()
        self.start()
        return True

    def stop(self):
        """End it with its children."""
        stop_group(self.child, STOP_AFTER_SECONDS)


def stop_group(child, wait_seconds):
    """Ask the group of a process (one that began a session of its own) to end, then insist."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, sign)
            child.wait(wait_seconds)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def main():
    """Prepare, start, watch, stop."""
    port, env = environment()
    prepare(env)
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(0))
    watched = []
    try:
        watched = [Watched(*process, env) for process in processes(port)]
        print(SIGNPOST.format(site=env["SITE_URL"], staff=env["STAFF_URL"]), flush=True)
        while all(process.look_after() for process in watched):
            time.sleep(0.5)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nEnding.")
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, signal.SIG_IGN)  # a second Ctrl-C must not leave anybody running
        for process in watched:
            process.stop()


SIGNPOST = """
  Members   {site}/
  Staff     {staff}/admin/
  Mail      {site}/demo/mail/

  Sign in as mentee@demo.example, mentor@demo.example or newcomer@demo.example,
  on the staff site as coordinator@demo.example. Password of all: reading-room-demo
  Ctrl-C ends everything.
"""

if __name__ == "__main__":
    main()
