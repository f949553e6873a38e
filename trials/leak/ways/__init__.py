"""The ways in, by number (P1). Each walks a running world and hands over every byte it was given.

A way comes with a plant: exactly its leak, made to happen for real in a second world. The same walk
has to catch it there.
"""

from collections.abc import Callable
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

MODULES = (
    "addresses",
    "existence",
    "staff",
    "dumps",
    "histories",
    "files",
    "logs",
    "reports",
    "queue",
    "mail",
    "browser",
    "attacks",
    "takeover",
    "stores",
    "logins",
    "sign_ups",
    "unpublished",
    "proposed",
    "published",
    "staff_history",
    "association",
)


class Seen(NamedTuple):
    """Something that somebody got who is not one of the two.

    `signs` are further texts it must not hold, beside the words; a `fault` is a leak by itself,
    such as an answer that differs when the pair is there. `vain` says why nothing could have been
    found: the way was not really walked, which is no better than a leak.
    """

    where: str
    data: bytes
    fault: str = ""
    signs: tuple = ()
    vain: str = ""


class Way(NamedTuple):
    """One of them."""

    number: int
    title: str
    walk: Callable  # world -> iterable of Seen
    plant: Callable  # world -> context manager; gives the place where its leak must be caught
    look: Callable | None = None  # world -> {where: bytes}, taken before the two meet, for comparing


WAYS = {}


def way(number, title, *, plant, look=None):
    """Puts a walk into the table."""

    def decorator(walk):
        WAYS[number] = Way(number, title, walk, plant(number), look)
        return walk

    return decorator


def switched(place):
    """The plant that is a switch of the planted world (trials/leak/planted): its leak shows at `place`."""

    def for_way(number):
        @contextmanager
        def plant(world):
            flag = world.var / "planted"
            flag.write_text(str(number))
            try:
                yield place
            finally:
                flag.unlink()

        return plant

    return for_way


def always(place):
    """Nothing to switch on: the planted world has one login for all processes, and seals texts for no place at all."""

    def for_way(_number):
        @contextmanager
        def plant(_world):
            yield place

        return plant

    return for_way


def by_hand(plant):
    """The plant that is written out beside its walk."""
    return lambda _number: contextmanager(plant)


def load():
    """All ways, by number."""
    for name in MODULES:
        import_module(f"trials.leak.ways.{name}")
    return {number: WAYS[number] for number in sorted(WAYS)}
