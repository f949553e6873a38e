"""The product with its clocks run faster, and with one planted fault if CHAOS_PLANTED names it."""

from datetime import timedelta

from mentoring.lib import env
from mentoring.settings import *  # noqa: F403
from mentoring.settings import INSTALLED_APPS as _APPS

OUTBOX_LEASE = timedelta(seconds=5)
OUTBOX_RETRY_MINUTE = timedelta(seconds=0.5)
EMAIL_TIMEOUT = 1
BEAT_LEASE = timedelta(seconds=3)
CHAOS_PLANTED = env.text("CHAOS_PLANTED", "")
INSTALLED_APPS = [*_APPS, "trials.chaos"]
# The wake-up of the outbox alone, three times as often: nothing else is on trial.
CELERY_BEAT_SCHEDULE = {
    "send-outbox": {"task": "mail.tasks.send_outbox", "schedule": 1, "options": {"expires": 3}}
}
