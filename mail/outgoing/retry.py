"""How long a letter waits for its next try, by what went wrong with the last."""

import random
from dataclasses import dataclass
from datetime import timedelta

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Patience:
    """Minutes: twice as many each time, up to a longest, and spread so that not all come back at once."""

    first: float
    longest: float
    spread: tuple = (0.8, 1.2)

    def wait(self, attempts):
        """The time until the try after this many."""
        minutes = min(self.first * 2 ** min(attempts - 1, 20), self.longest)
        return minutes * random.uniform(*self.spread) * MINUTE


# Nobody answers, or the line broke: no letter is at fault, and looking again costs little.
SERVER = Patience(2, 15)
# This one letter is not taken yet (450, 451, greylisting), or cannot be built.
LETTER = Patience(2, 360)
# Too many at once: together they would be too many again, so they come back far apart.
CROWD = Patience(4, 360, spread=(0.5, 2))
CROWDED = {421, 432, 452, 454}


def wait(number, *, of_the_server, attempts):
    """The time until the next try, after an answer with this number (0: no answer at all)."""
    kind = CROWD if number in CROWDED else SERVER if of_the_server else LETTER
    return kind.wait(max(attempts, 1))
