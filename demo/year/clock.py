"""The clock set back, and what is to happen when."""

from contextlib import contextmanager
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from unittest.mock import patch


class _AnyDatetime(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, datetime)


class Clock:
    """`now` (aware) is what Django takes for now while it is `running`: for defaults of models, too."""

    def __init__(self, now):
        self.now = now

    @contextmanager
    def running(self):
        """`timezone.now` stays the function that models hold on to; what it asks is replaced."""
        moment = staticmethod(lambda tz=None: self.now)
        told = _AnyDatetime("Told", (datetime,), {"now": moment})
        with patch("django.utils.timezone.datetime", told):
            yield self


class Agenda:
    """Steps by their moment; two of one moment in the order in which they were added."""

    def __init__(self):
        self._steps, self._number = [], count()

    def add(self, at, step, *args):
        """Do `step(*args)` at this moment (aware)."""
        heappush(self._steps, (at, next(self._number), step, args))

    def due(self, until):
        """(moment, step, args) up to this moment, with those that are added on the way."""
        while self._steps and self._steps[0][0] <= until:
            at, _number, step, args = heappop(self._steps)
            yield at, step, args
