"""What `manage.py doctor` asks: each room knows what may be wrong around it, and what helps."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.lib.registry.base import Hooks


class Level(StrEnum):
    """How a thing stands. `LOOK` may be meant; `WRONG` makes the command end with 1."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, and how it stands or what to do. Never a secret, or an address of a member."""

    level: Level
    subject: str
    sentence: str


def ok(subject, sentence):
    """As it should be."""
    return Finding(Level.OK, subject, sentence)


def look(subject, sentence):
    """Works, and may not be what was meant."""
    return Finding(Level.LOOK, subject, sentence)


def wrong(subject, sentence):
    """Does not work, or lets somebody in."""
    return Finding(Level.WRONG, subject, sentence)


# () -> Findings. They may take some seconds: they ask servers.
DOCTOR = Hooks()
