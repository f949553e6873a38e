"""A real backup, and a real restore into a database of its own; and programs that run on what was restored."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import DateTimeField, F

from testing.remains import DUMP, url

RESTORE = shutil.which("pg_restore")


def date_back(days):
    """Every moment in every row, so much earlier."""
    for model in apps.get_models(include_auto_created=True):
        moments = [f.name for f in model._meta.concrete_fields if isinstance(f, DateTimeField)]
        if moments and not model._meta.proxy:
            earlier = {name: F(name) - timedelta(days=days) for name in moments}
            model._base_manager.update(**earlier)


def take(path):
    """A backup while the site runs: by SQLite's own way, or by `pg_dump`."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(name)) as here, closing(sqlite3.connect(path)) as there:
            here.backup(there)
    else:
        _run(DUMP, "--format=custom", f"--file={path}", "--dbname", url(name))


@contextmanager
def restored(path):
    """The address of a database that holds what the backup holds."""
    if connection.vendor == "sqlite":
        fresh = path.with_name("restored.sqlite3")
        shutil.copy(path, fresh)
        yield url(fresh)
        return
    name = f"{connection.settings_dict['NAME']}_restored"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            _run(RESTORE, "--exit-on-error", "--no-owner", "--dbname", url(name), path)
            yield url(name)
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def python(database, *command, process="member"):
    """What a program says that runs on this database, with the rings and the erasure list of this test."""
    env = {
        "PATH": os.environ["PATH"],
        "VAR": str(settings.VAR),
        "SECRET_KEY": "x" * 60,
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "MENTORING_PROCESS": process,
        "DATABASE_URL": database,
        "ERASURE_LIST": settings.ERASURE_LIST,
        "CONFIDENTIAL_KEYRING": settings.CONFIDENTIAL_KEYRING,
        "CASE_KEYRING": settings.CASE_KEYRING,
    }
    return _run(sys.executable, *command, env=env, cwd=settings.BASE_DIR)


def _run(*command, **more):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout
