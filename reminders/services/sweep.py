"""Everything that is due by now. It may run late, twice, or side by side; each step has its own turn."""

from functools import partial

from django.utils import timezone

from mentoring.lib import jobs
from mentoring.lib.registry.hooks import DUE


def run(now=None):
    """{what: how many, None if the step failed}. A step that fails leaves the others their turn."""
    now = now or timezone.now()
    jobs.start()
    done = {step.name: jobs.run_isolated(step.name, partial(step.call, now)) for step in DUE}
    jobs.record_failures()
    return done
