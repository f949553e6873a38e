"""The processes of one system: started as in docs/deployment.md, each with a log of its own."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from scripts.run_local import stop_group
from trials.harness.environment import ROOT

BIN = Path(sys.executable).parent
START_TIMEOUT_SECONDS = 90
STOP_AFTER_SECONDS = 10


def free_port():
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def web_command(port, logs, name):
    """A web process, access log and all."""
    return [
        str(BIN / "gunicorn"),
        "mentoring.wsgi",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--bind",
        f"127.0.0.1:{port}",
        "--log-level",
        "debug",
        "--keep-alive",
        "30",
        "--no-control-socket",
        "--access-logfile",
        str(logs / f"{name}-access.log"),
    ]


def worker_command():
    """The worker with beat, as talkative as can be."""
    return [
        str(BIN / "celery"),
        "-A",
        "mentoring",
        "worker",
        "-B",
        "--concurrency",
        "1",
        "--loglevel",
        "DEBUG",
    ]


class Process:
    """One of them, in a group of its own so that its children end with it."""

    def __init__(self, command, env, log):
        self.log = log
        with log.open("ab") as out:
            self.child = subprocess.Popen(
                command, cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
            )

    def wait_until_ready(self, url):
        """Until the site says it has all it needs."""
        until = time.monotonic() + START_TIMEOUT_SECONDS
        while time.monotonic() < until and self.child.poll() is None:
            try:
                if urlopen(url, timeout=5).status == 200:
                    return
            except OSError:
                time.sleep(0.2)
        raise SystemExit(f"{url} does not answer:\n{self.log.read_text(errors='replace')[-3000:]}")

    def stop(self):
        """End it with its children."""
        stop_group(self.child, STOP_AFTER_SECONDS)
