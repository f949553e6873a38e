"""Whoever tries links of certificates that were never given out has to wait; a link that is right never counts."""

from allauth.core.internal import ratelimit

LIMIT = {
    "app": "recognition",
    "action": "certificate",
    "config": {"certificate": "30/10m/ip"},
    "limit_get": True,
}


def is_guessing(request):
    """Whether so many links of this address led nowhere that no more are looked at now."""
    return not ratelimit.consume(request, dry_run=True, **LIMIT)


def note_guess(request):
    """One more that led nowhere."""
    ratelimit.consume(request, **LIMIT)
