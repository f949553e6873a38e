"""Reading page after page of other people, faster than anybody reads, is copying them (ASVS 2.4.1): it is slowed.

Counted in the memory of each process: it costs nothing, and a program that is to be slowed need not be counted to the
page. With four processes it gets four times as far.
"""

import time
from collections import OrderedDict
from functools import wraps

from django.conf import settings
from django.shortcuts import render

WINDOW_SECONDS = 600
MOST_KEPT = 20_000  # readers of whom a process knows at once
_seen: OrderedDict = OrderedDict()


def slowed(view):
    """A page about other people: a member sees `settings.MENTOR_PAGES` of all such pages in ten minutes.

    0 is no limit.
    """

    @wraps(view)
    def answered(request, *args, **kwargs):
        if settings.MENTOR_PAGES and _count(request.user.pk) > settings.MENTOR_PAGES:
            answer = render(request, "slowed.html", status=429)
            answer["Retry-After"] = str(int(WINDOW_SECONDS - time.time() % WINDOW_SECONDS) + 1)
            return answer
        return view(request, *args, **kwargs)

    return answered


def forget():
    """Nobody has read anything."""
    _seen.clear()


def _count(reader):
    """How many such pages this reader has opened in these ten minutes, this one included."""
    window = int(time.time() // WINDOW_SECONDS)
    since, count = _seen.pop(reader, (window, 0))
    count = count + 1 if since == window else 1
    _seen[reader] = (window, count)
    if len(_seen) > MOST_KEPT:
        _seen.popitem(last=False)
    return count
