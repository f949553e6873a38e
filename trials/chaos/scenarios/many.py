"""P20: five of everything at once, and somebody at a shell."""

import time

from trials.chaos.outcome import reckon
from trials.chaos.scenarios.scenario import Scenario

LATE_SECONDS = 30


def walk(workspace, planted):
    """Five beats, five workers, and `send_outbox` from two shells, on the same mails."""
    with workspace.system(500 if planted else 3_000, planted=planted) as system:
        many = 3 if planted else 5
        system.start(workers=many, beats=many)
        for _shell in range(2):
            system.run("manage.py", "send_outbox")
        time.sleep(1)
        system.make_due()
        system.run("manage.py", "send_outbox")
        system.settle(quiet=10)
        return reckon(system, late_after=LATE_SECONDS)


SCENARIO = Scenario(
    "many", "5 beats, 5 workers and a shell", f"{LATE_SECONDS} s after it was due", ("no_claim",), walk
)
