"""What the privacy room has to do when time passes."""

from mentoring.lib.registry.hooks import JOBS

JOBS.wake("privacy.tasks.keep_schedule", every=3600)
