"""Python under libfaketime. Read by every Python process at its start, where its folder is in PYTHONPATH.

Python sleeps until a moment of the monotonic clock, which libfaketime 0.9.10 answers with "invalid argument" when that
clock is left as it is; `select` waits for a length of time, which works.
"""

import select
import time


def sleep(seconds):
    """Wait that long."""
    select.select((), (), (), seconds)


time.sleep = sleep
