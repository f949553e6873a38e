"""The secret key of the figures: only the worker has it, and it is the same for good.

A second key would give a second reading of the same groups, so a key that is not the one of before counts nothing.
"""

import logging

from django.conf import settings
from django.utils.crypto import salted_hmac

from figures.models import Publication

logger = logging.getLogger("mentoring.figures")


class WrongKey(Exception):
    """The process has no key, or another one than the figures so far were counted with."""


def fingerprint():
    """Names the key without telling it."""
    return salted_hmac(
        "figures.key", "fingerprint", secret=settings.FIGURES_KEY, algorithm="sha256"
    ).hexdigest()


def check_key():
    """The key to count with. WrongKey, in one line for an operator, where counting would do harm."""
    if not settings.FIGURES_KEY:
        raise WrongKey("FIGURES_KEY: only the worker has it. Figures are counted by the worker.")
    if Publication.objects.exclude(key=fingerprint()).exists():
        raise WrongKey(
            "FIGURES_KEY: not the key of the figures so far. Bring the old one back (docs/deployment.md)."
        )
    return settings.FIGURES_KEY


def warn_of_wrong_key():
    """At the start of the worker: a line in the log. Everything but the figures goes on."""
    try:
        check_key()
    except WrongKey as error:
        logger.error("%s", error)
