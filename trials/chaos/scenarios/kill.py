"""P17: workers are killed in the middle of a sweep, again and again."""

import random
import time

from trials.chaos.outcome import reckon
from trials.chaos.scenarios.scenario import Scenario

LATE_SECONDS = 30


def walk(workspace, planted):
    """20 SIGKILLs at random moments among 5,000 mails; three among 800 will do to catch the fault."""
    mails, kills = (800, 3) if planted else (5_000, 20)
    with workspace.system(mails, planted=planted) as system:
        system.start()
        system.make_due()
        for moment in sorted(random.sample(range(mails // 50, mails * 9 // 10), kills)):
            system.sink.wait_for(moment, seconds=10)
            system.kill_one()
        calm = time.time()
        system.settle(quiet=12)
        return reckon(system, late_after=LATE_SECONDS, calm_since=calm)


SCENARIO = Scenario(
    "kill", "20 SIGKILLs in a sweep", f"{LATE_SECONDS} s after the last kill", ("endless_lease",), walk
)
