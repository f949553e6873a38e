"""How often Python looks for garbage: seldom, in a process that makes many objects at once.

Almost all of what a job makes is gone with its last reference. The look for cycles, after each 700 objects as Python
ships, finds nothing, and was a quarter of a proposal for 2,000 members.
"""

import gc

OBJECTS = 50_000  # made since the last look; then the youngest are looked through
LOOKS = 20  # at the young, before the older ones are


def look_seldom():
    """From now on, and not at what is there now. Call it once, when a process has loaded what it needs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, LOOKS, LOOKS)
