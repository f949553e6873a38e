"""Whoever tries links of certificates that were never given out has to wait; a link that is right never counts."""

from mentoring.lib.client_address import client_address
from mentoring.lib.counters import count, counted

GUESSES, SECONDS = 30, 600
WHAT = "certificate"


def is_guessing(request):
    """Whether so many links of this address led nowhere that no more are looked at now."""
    return counted(WHAT, client_address(request), seconds=SECONDS) >= GUESSES


def note_guess(request):
    """One more that led nowhere."""
    count(WHAT, client_address(request), seconds=SECONDS)
