"""One beat wakes the worker, however many run: the one that holds a lease in the cache, which all machines share."""

import logging
import os
import secrets
import socket
from pathlib import Path

from celery.beat import Scheduler
from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger("mentoring.beat")
KEY = "beat"
HOST = socket.gethostname()


class OneBeat(Scheduler):
    """Celery's own, which remembers nothing; while another beat holds the lease, it waits and wakes nobody.

    After one that is ended another goes on at once, after one that was killed, or whose machine is gone, when
    `BEAT_LEASE` is over: with every job, as each beat that begins. For a moment there may be two (Redis was emptied):
    a job that is woken twice does nothing twice.
    """

    def __init__(self, *args, **kwargs):
        self.own = {"host": HOST, "pid": os.getpid(), "mark": secrets.token_hex(8)}
        super().__init__(*args, **kwargs)

    def tick(self, *args, **kwargs):
        """Seconds until the next look: at the latest when a third of the lease is over."""
        longest = settings.BEAT_LEASE.total_seconds() / 3
        return min(super().tick(*args, **kwargs), longest) if self._holds() else longest

    def close(self):
        """Whoever waits goes on."""
        super().close()
        try:
            if cache.get(KEY) == self.own:
                cache.delete(KEY)
        except Exception as error:  # the lease ends by itself
            logger.warning("The lease could not be given back: %s", type(error).__name__)

    def _holds(self):
        """Whether the lease is this beat's, for as long again. Without a cache there is no broker either."""
        seconds = settings.BEAT_LEASE.total_seconds()
        try:
            holder = cache.get(KEY)
            if holder == self.own or _is_gone(holder):
                cache.set(KEY, self.own, seconds)
                return True
            return cache.add(KEY, self.own, seconds)
        except Exception as error:  # whatever the cache library raises
            logger.warning("The cache does not answer: %s", type(error).__name__)
            return False


def holder():
    """The name of the machine whose beat wakes the worker, or None where none does."""
    found = cache.get(KEY)
    return found and found["host"]


def _is_gone(holder):
    """Whether it was a process of this machine that has ended: nobody need wait for its lease."""
    if not holder or holder["host"] != HOST:
        return False
    try:
        os.kill(holder["pid"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return _has_ended(holder["pid"])


def _has_ended(pid):
    """Whether a process is only a number that nobody has asked for yet, as in containers without an init (Linux)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False
