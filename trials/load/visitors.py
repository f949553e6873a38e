"""Requests at a steady pace, whether those before were answered or not (an open loop); timed from when due."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from threading import Lock
from typing import NamedTuple

from trials.load.journeys import drawn, step

AT_ONCE = 200  # requests under way; more than that and the trial is lost anyway
TIMEOUT_SECONDS = 30


class Answer(NamedTuple):
    """One request: milliseconds from when it was due to its last byte, and what was wrong, or nothing."""

    name: str
    ms: float
    wrong: str


class Visitors:
    """`rate` requests a second for so many seconds, by these visitors."""

    def __init__(self, port, people, *, rate, seed=7):
        self.port, self.people, self.rate, self.chance = port, people, rate, random.Random(seed)
        self.answers, self._lock = [], Lock()

    def visit(self, seconds):
        """All of it. Returns the answers; those of a moment are due at that moment, however slow the site is."""
        begin = time.perf_counter() + 0.1
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for turn in range(int(seconds * self.rate)):
                due = begin + turn / self.rate
                time.sleep(max(due - time.perf_counter(), 0))
                pool.submit(
                    self._ask, step(drawn(self.chance), self.chance.choice(self.people), self.chance), due
                )
        return self.answers

    def _ask(self, what, due):
        try:
            status, wrong = fetch(self.port, what), ""
            if status not in what.expected:
                wrong = f"{what.name}: {status}"
        except (OSError, HTTPException) as error:
            wrong = f"{what.name}: {type(error).__name__}"
        with self._lock:
            self.answers.append(Answer(what.name, (time.perf_counter() - due) * 1000, wrong))


def fetch(port, what):
    """The status, after the whole answer was read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(what.method, what.path, what.body or None, what.headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
