"""No process starts with a login of PostgreSQL that may do too much (P9)."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from testing.logins import PREFIX, postgres


@postgres
@pytest.mark.parametrize("process", ("member", "staff", "worker"))
def test_no_process_starts_as_superuser_or_owner(process, tmp_path):
    """P9: one line, no server."""
    facts = settings.DATABASES["default"]
    url = f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT']}/postgres"
    found = start(process, url, tmp_path)

    assert found.returncode == 4
    assert found.stderr.strip().startswith("DATABASE_URL: the login ")
    assert "is a superuser" in found.stderr
    assert start(process, url, tmp_path, DEMO="1").returncode == 0


def start(process, url, tmp_path, **more):
    (tmp_path / "static").mkdir(exist_ok=True)
    env = {
        "PATH": os.environ["PATH"],
        "VAR": str(tmp_path),
        "DATABASE_URL": url,
        "SECRET_KEY": "x" * 60,
        "MENTORING_PROCESS": process,
        "SITE_URL": "https://m.example.org",
        "STAFF_URL": "https://s.example.org",
        "PASSKEY_DOMAIN": "example.org",
        "DEMO": "0",
        "CONFIDENTIAL_KEYRING": str(settings.CONFIDENTIAL_KEYRING),
        "CASE_KEYRING": str(settings.CASE_KEYRING),
        **more,
    }
    command = [sys.executable, "-c", "import mentoring.wsgi"]
    return subprocess.run(command, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True)


@postgres
def test_a_login_that_reads_too_much_is_refused(transactional_db, settings, tmp_path):
    """P9: owner, BYPASSRLS, and a staff login that was granted a confidential table."""
    call_command("database_logins", prefix=PREFIX)
    facts = connection.settings_dict
    wrong = {
        f"GRANT SELECT ON feedback_feedback TO {PREFIX}_staff": "may read confidential texts",
        f"ALTER ROLE {PREFIX}_staff BYPASSRLS": "passes by row security",
        f"ALTER TABLE mail_outgoingmail OWNER TO {PREFIX}_staff": "owns the tables",
    }
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {PREFIX}_staff PASSWORD 'for-this-test'")
    url = f"postgres://{PREFIX}_staff:for-this-test@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"
    assert start("staff", url, tmp_path).returncode == 0
    for statement, why in wrong.items():
        with connection.cursor() as cursor:
            cursor.execute(statement)
        try:
            assert why in start("staff", url, tmp_path).stderr
        finally:
            call_command("database_logins", prefix=PREFIX)
