"""The product with its clocks run faster, and with one planted fault if CHAOS_PLANTED names it."""

from mentoring.lib import env
from mentoring.settings import *  # noqa: F403
from mentoring.settings import INSTALLED_APPS as _APPS

FASTER = 120  # a minute of patience is half a second
CHAOS_LEASE_SECONDS = 5
EMAIL_TIMEOUT = 1
CHAOS_PLANTED = env.text("CHAOS_PLANTED", "")
INSTALLED_APPS = [*_APPS, "trials.chaos"]
# The wake-up of the outbox alone, three times as often: nothing else is on trial.
CELERY_BEAT_SCHEDULE = {
    "send-outbox": {"task": "mail.tasks.send_outbox", "schedule": 1, "options": {"expires": 3}}
}
