"""One programme on two machines, `a` and `b`: they share PostgreSQL, Redis, a mail server and a place for photos."""

import json
import time
from contextlib import contextmanager

import redis
from django.conf import settings
from django.db import connection

from testing.remains import url
from trials.harness.databases import claim_redis
from trials.harness.smtp_sink import Sink
from trials.machines.machine import Machine

PATIENCE_SECONDS = 30


class Programme:
    """Its machines, and what they share."""

    def __init__(self, folder, photos, *, planted=""):
        self.redis_url, self.sink = claim_redis(), Sink()
        shared = photos | {
            "DATABASE_URL": url(connection.settings_dict["NAME"]),
            "REDIS_URL": self.redis_url,
            "EMAIL_URL": f"smtp://127.0.0.1:{self.sink.port}",
            "SECRET_KEY": settings.SECRET_KEY,
            "MAIL_KEY": settings.MAIL_KEY,
            "FIGURES_KEY": "figures-of-both-" * 4,
            "DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "trials.machines.settings",
            "MACHINES_PLANTED": planted,
        }
        self.a, self.b = (Machine(name, folder, shared) for name in "ab")

    def beat(self):
        """The name of the machine whose beat wakes the workers, past all code."""
        found = redis.Redis.from_url(self.redis_url).get("json:1:beat")
        return found and json.loads(found)["host"]

    def close(self):
        """All of it."""
        for machine in (self.a, self.b):
            machine.stop()
        self.sink.close()
        redis.Redis.from_url(self.redis_url).flushdb()


@contextmanager
def running(folder, photos, *kinds, planted=""):
    """A programme whose two machines run these kinds of processes."""
    programme = Programme(folder, photos, planted=planted)
    try:
        for machine in (programme.a, programme.b):
            machine.start(*kinds)
        for machine in (programme.a, programme.b):
            machine.wait()
        yield programme
    finally:
        programme.close()


def wait_until(found, what):
    """What `found()` says once it is not empty. AssertionError after a while."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not (answer := found()):
        assert time.monotonic() < until, what
        time.sleep(0.1)
    return answer
