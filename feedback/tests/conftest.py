"""What several tests of this room share."""

import logging
import shutil

import pytest
from django.conf import settings as live
from django.db import connection

from mentoring.celery import make_folders
from testing import places


@pytest.fixture
def write(pair):
    return f"/mentorships/{pair.code}/feedback/write/"


@pytest.fixture
def draft(pair):
    return f"/mentorships/{pair.code}/feedback/draft/"


@pytest.fixture
def watched(committed, settings, tmp_path, caplog):
    """`watched()`: what all places hold now, statements and log at DEBUG among them."""
    settings.EMAIL_BACKEND = "mentoring.lib.mailfiles.Backend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    make_folders()
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="django.db.backends")
    connection.force_debug_cursor = True

    def look():
        records = [(record.name.startswith("django.db"), repr(record.__dict__)) for record in caplog.records]
        log = "\n".join([caplog.text, *(text for is_sql, text in records if not is_sql)])
        statements = "\n".join(text for is_sql, text in records if is_sql)
        return {
            "log": log.encode(),
            "statements": statements.encode(),
            **places.tables(),
            **places.sessions(),
            **places.folder("mail", settings.EMAIL_FILE_PATH),
            **places.folder("cache", live.VAR / "cache"),
            **places.folder("broker", live.VAR / "broker"),
            **places.database_files(),
            **places.redis(),
        }

    yield look
    connection.force_debug_cursor = False
    connection.queries_log.clear()
    shutil.rmtree(live.VAR / "broker", ignore_errors=True)
    make_folders()
