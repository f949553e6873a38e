"""What comes in by mail: delivery reports, and whatever rooms above this one expect."""

import logging

from django.db import InterfaceError, OperationalError

from mail.incoming.dsn import LARGEST, NoMail, NotOurs, TooLarge, require_mail
from mentoring.lib.registry.base import Hooks

__all__ = ["LARGEST", "READERS", "NoMail", "NotOurs", "TooLarge", "receive", "take_in"]
logger = logging.getLogger("mentoring.mail")

# Each takes a mail (bytes), or raises NotOurs. Rooms register theirs in their hooks.py.
READERS = Hooks()


def take_in(raw):
    """Let the first take it that can. NotOurs, with the reason of each, if nobody does; NoMail and TooLarge at once."""
    require_mail(raw)
    reasons = []
    for reader in READERS:
        try:
            return reader.call(raw)
        except NotOurs as reason:
            reasons.append(str(reason))
    raise NotOurs("; ".join(reasons))


def receive(raw):
    """(whether it was taken, why not). NoMail, TooLarge; OperationalError or InterfaceError while the database is away.

    A mail that nobody foresaw is left aside too: whoever delivers it would only bring it again.
    """
    try:
        take_in(raw)
    except (NoMail, TooLarge):
        raise
    except NotOurs as reason:
        logger.info("A mail was left aside: %s", reason)
        return False, str(reason)
    except (InterfaceError, OperationalError):
        raise
    except Exception as error:
        logger.error("A mail that came in failed: %s", type(error).__name__)
        return False, "it failed"
    return True, ""
