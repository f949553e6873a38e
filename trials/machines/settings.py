"""The product as one of two machines (MACHINE) runs it, its beat faster, with the fault that MACHINES_PLANTED names."""

import socket
from datetime import timedelta

from mentoring.lib import env
from mentoring.settings import *  # noqa: F403
from mentoring.settings import INSTALLED_APPS as _APPS
from mentoring.settings import STORAGES as _STORAGES

_MACHINE = env.text("MACHINE")
socket.gethostname = lambda: _MACHINE
BEAT_LEASE = timedelta(seconds=3)
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # those of the tests, which make the people
STORAGES = _STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
INSTALLED_APPS = [*_APPS, "trials.machines"]
MACHINES_PLANTED = env.text("MACHINES_PLANTED")
CELERY_BEAT_SCHEDULE = {
    task: {"task": task, "schedule": 1, "options": {"expires": 3}}
    for task in ("mail.tasks.send_outbox", "privacy.tasks.keep_schedule")
}
