"""The Celery application. It only wakes what the database says is due."""

import os
import sys
from pathlib import Path

from celery import Celery
from celery.signals import beat_init, celeryd_init, import_modules, worker_init
from kombu.transport import TRANSPORT_ALIASES

from mentoring.lib import garbage

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.settings")

TRANSPORT_ALIASES["folder"] = "mentoring.lib.folder_broker:Transport"
app = Celery("mentoring")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@import_modules.connect
def schedule_jobs(sender, **kwargs):
    """Beat wakes what the rooms declare; a schedule in the settings comes before it (trials have one)."""
    from mentoring.lib.registry.hooks import JOBS

    if not sender.conf.beat_schedule:
        sender.conf.beat_schedule = JOBS.schedule()


@beat_init.connect
@celeryd_init.connect
def refuse_wrong_login(**kwargs):
    """The worker needs neither texts nor keys: a login that may read them is not let in."""
    from mentoring.lib import dblogin

    trouble = dblogin.refusal()
    if trouble:
        print(trouble, file=sys.stderr)
        raise SystemExit(4)


@beat_init.connect
@celeryd_init.connect
def make_folders(**kwargs):
    """The folder-based broker wants its folders before the first message."""
    options = app.conf.broker_transport_options
    for name in ("data_folder_in", "control_folder"):
        if name in options:
            Path(options[name]).mkdir(parents=True, exist_ok=True, mode=0o700)


@worker_init.connect
def look_seldom_for_garbage(**kwargs):
    """Before the worker's children are made: they share what was loaded."""
    garbage.look_seldom()
