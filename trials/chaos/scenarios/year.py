"""P21: a year, hour by hour, in six zones; every reminder once, in waking hours, one mail a day."""

import json
import subprocess
import sys

from trials.chaos.outcome import Outcome
from trials.chaos.scenarios.scenario import Scenario
from trials.harness.environment import ROOT

DAYS, PLANTED_DAYS = 365, 50


def walk(workspace, planted):
    """In a process of its own, whose clock is set; the product's own sweeps and drain."""
    with workspace.system(0, planted=planted) as system:
        env = system.env | {"EMAIL_URL": f"file:{system.folder / 'mail'}"}
        command = [sys.executable, "-m", "trials.chaos.year", str(PLANTED_DAYS if planted else DAYS)]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    said = json.loads(done.stdout.splitlines()[-1])
    return Outcome(said["sent"], lost=said["lost"], wrong=said["troubles"])


SCENARIO = Scenario(
    "year",
    "a year in six zones, hour by hour",
    "after eight in the evening of its day",
    ("always_awake", "forgets_who_was_told"),
    walk,
)
