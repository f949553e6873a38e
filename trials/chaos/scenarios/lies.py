"""P19: the mail server says of everybody that it is their fault, while it is its own, or ours."""

import time

from trials.chaos.outcome import reckon
from trials.chaos.scenarios.scenario import Scenario
from trials.harness.smtp_sink import LIES

LATE_SECONDS = 40
PHASE_SECONDS = 5
AWAY_SECONDS = 2


def walk(workspace, planted):
    """Letters to four domains fall due all the while. Not one address may be held back for what is said."""
    lies = ["nobody there"] if planted else list(LIES)
    with workspace.system(400 if planted else 1_500, planted=planted) as system:
        system.start()
        system.make_due(within=len(lies) * (PHASE_SECONDS + AWAY_SECONDS))
        for lie in lies:
            system.sink.be("down")  # nothing is halfway through when it begins to lie
            time.sleep(AWAY_SECONDS)
            system.sink.be(lie)
            time.sleep(PHASE_SECONDS)
        system.sink.be("well")
        calm = time.time()
        system.settle(quiet=8 if planted else LATE_SECONDS)
        return reckon(system, late_after=LATE_SECONDS, calm_since=calm)


SCENARIO = Scenario(
    "lies",
    "a server that lies about whose fault it is",
    f"{LATE_SECONDS} s after the server was well",
    ("believes_each_refusal",),
    walk,
)
