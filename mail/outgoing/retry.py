"""How long a mail waits for its next try, by what went wrong with the last."""

import random
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Backoff:
    """Minutes: twice as many each time, up to a longest, and spread so that not all come back at once."""

    first: float
    longest: float
    spread: tuple = (0.8, 1.2)

    def delay(self, attempts):
        """The time until the try after this many."""
        minutes = min(self.first * 2 ** min(attempts - 1, 20), self.longest)
        return minutes * random.uniform(*self.spread) * settings.OUTBOX_RETRY_MINUTE


# Nobody answers, or the line broke: no mail is at fault, and looking again costs little.
SERVER = Backoff(2, 15)
# This one mail is not taken yet (450, 451, greylisting), or cannot be built.
MAIL = Backoff(2, 360)
# Too many at once: together they would be too many again, so they come back far apart.
RATE_LIMITED = Backoff(4, 360, spread=(0.5, 2))
RATE_LIMIT_CODES = {421, 432, 452, 454}


def retry_delay(number, *, of_the_server, attempts):
    """The time until the next try, after an answer with this number (0: no answer at all)."""
    kind = RATE_LIMITED if number in RATE_LIMIT_CODES else SERVER if of_the_server else MAIL
    return kind.delay(max(attempts, 1))
