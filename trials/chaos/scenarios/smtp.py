"""P19: the mail server is slow, says later, says never, falls silent, breaks off, is away."""

import time

from trials.chaos.outcome import reckon
from trials.chaos.scenarios.scenario import Scenario

LATE_SECONDS = 40
# (fault, seconds): half an hour away is a quarter of a minute here.
PHASES = (("later", 6), ("slow", 5), ("half open", 6), ("reset", 5), ("down", 15))
SHORT = (("later", 4), ("reset", 4))


def walk(workspace, planted):
    """Letters fall due in every phase. Some readers are refused for good, all the time."""
    phases = SHORT if planted else PHASES
    with workspace.system(400 if planted else 1_500, planted=planted) as system:
        system.sink.refuses = True
        system.start()
        system.make_due(within=sum(seconds for _fault, seconds in phases))
        for fault, seconds in phases:
            system.sink.be(fault)
            time.sleep(seconds)
        system.sink.be("well")
        calm = time.time()
        system.settle(quiet=8 if planted else LATE_SECONDS)
        return reckon(system, late_after=LATE_SECONDS, calm_since=calm)


SCENARIO = Scenario(
    "smtp",
    "later, slow, silent, cut, down; never",
    f"{LATE_SECONDS} s after the server was well",
    ("new_number", "one_stops_all"),
    walk,
)
