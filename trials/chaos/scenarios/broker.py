"""P18: Redis forgets everything, and is away for a while, in the middle of a sweep."""

import shutil
import subprocess
import sys
import time
from contextlib import contextmanager

import redis

from trials.chaos.outcome import reckon
from trials.chaos.scenarios.scenario import Scenario
from trials.harness.processes import free_port

LATE_SECONDS = 30
SWEEP_SECONDS = 25
AWAY_SECONDS = 5
NEVER_MIND = 10**6


def walk(workspace, planted):
    """Letters fall due all the while: each needs a wake-up of its own."""
    with (
        Redis() as server,
        workspace.system(600 if planted else 2_000, planted=planted, redis=server.url) as system,
    ):
        system.start()
        calm = only_published(system, server) if planted else in_trouble(system, server)
        system.settle(quiet=12)
        return reckon(system, late_after=LATE_SECONDS, calm_since=calm)


def in_trouble(system, server):
    """Four times FLUSHALL; once nobody there. When it was over."""
    system.make_due(within=SWEEP_SECONDS)
    for pause in (3, 4):
        time.sleep(pause)
        server.flush()
    time.sleep(2)
    with server.away():
        time.sleep(AWAY_SECONDS)
    calm = time.time()
    for pause in (4, 4):
        time.sleep(pause)
        server.flush()
    return calm


def only_published(system, server):
    """The planted way: mails in the queue, and nowhere else."""
    system.make_due(within=NEVER_MIND)
    system.sink.be("slow")
    system.run("-m", "trials.chaos.published").wait()
    system.sink.wait_for(20)
    server.flush()
    system.wait_until_silent(3)
    return time.time()


class Redis:
    """A Redis server of one's own, to be emptied and stopped at will."""

    def __init__(self):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def __enter__(self):
        command = [
            shutil.which("redis-server"),
            "--port",
            str(self.port),
            "--save",
            "",
            "--appendonly",
            "no",
            "--bind",
            "127.0.0.1",
        ]
        self.child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                redis.Redis.from_url(self.url).ping()
            except redis.ConnectionError:
                time.sleep(0.05)
            else:
                return self
        sys.exit("redis-server does not start.")

    def __exit__(self, *_error):
        self.child.kill()
        self.child.wait()

    def flush(self):
        """It remembers nothing."""
        redis.Redis.from_url(self.url).flushall()

    @contextmanager
    def away(self):
        """Nobody is there, and what was there is gone."""
        self.__exit__()
        yield
        self.__enter__()


SCENARIO = Scenario(
    "redis",
    "4 times FLUSHALL, Redis away",
    f"{LATE_SECONDS} s after Redis was back",
    ("only_published",),
    walk,
)
