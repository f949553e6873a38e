"""Four logins of PostgreSQL, each with no more than it needs (P8, P9)."""

import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

import factories
from mail.models import ERASED
from mentoring.lib.vault.rows import Confidential, WrappedKey
from mentorships import services as mentorship_services
from privacy import account_closure, grants, jobs
from privacy.export.archive import archive
from privacy.models import AccountClosure
from testing import world
from testing.logins import PREFIX, as_login, make, refused
from testing.private_texts import write_all

postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
SECRET = [m for m in apps.get_models() if issubclass(m, (Confidential, WrappedKey))]


@pytest.fixture
def logins(db):
    """The three logins, made for this test's database."""
    call_command("database_logins", prefix=PREFIX)


@postgres
@pytest.mark.parametrize("process", ("staff", "worker"))
@pytest.mark.parametrize("model", SECRET, ids=lambda model: model._meta.label)
def test_staff_and_worker_can_read_no_text_and_no_key(process, model, logins):
    """P8: permission denied, whole rows and each secret column."""
    if process == "staff" and model._meta.app_label == "conduct":
        pytest.skip("cases are for coordinators")
    secret = model.private_columns() if issubclass(model, Confidential) else ["wrapped"]
    with as_login(process):
        assert refused(f"SELECT * FROM {model._meta.db_table}")
        for column in secret:
            assert refused(f"SELECT {column} FROM {model._meta.db_table}")
            assert refused(f"UPDATE {model._meta.db_table} SET {column} = NULL")


@postgres
def test_staff_cannot_tell_who_is_paired(logins):
    """P13, below the code: not even that rows are there."""
    with as_login("staff"):
        for table in ("mentorships_mentorship", "matching_mentorrequest", "conduct_block"):
            assert refused(f"SELECT count(*) FROM {table}")


@postgres
def test_staff_can_neither_read_a_way_into_an_account_nor_write_one(logins):
    """P12, below the code: no mail that waits, no password, no address, no rank."""
    factories.member()
    with as_login("staff"):
        for column in ERASED:
            assert refused(f"SELECT {column} FROM mail_outgoingmail")
        for column in ("password", "email", "is_superuser"):
            assert refused(f"UPDATE profiles_member SET {column} = {column}")
        assert refused("UPDATE profiles_member SET is_staff = true WHERE NOT is_staff")


@postgres
def test_nobody_but_the_owner_reaches_the_record_of_disclosures(logins):
    """Product 32: a member process that was taken over can neither read nor mend it."""
    for process, verb in (
        ("member", "SELECT * FROM"),
        ("member", "DELETE FROM"),
        ("staff", "SELECT * FROM"),
        ("worker", "DELETE FROM"),
    ):
        with as_login(process):
            assert refused(f"{verb} privacy_disclosure")


def test_every_name_in_the_table_is_a_model():
    """A renamed model cannot silently lose its rights."""
    known = grants.tables().keys()
    for process in grants.PROCESSES:
        assert grants.rights(process).keys() <= known
    assert known - grants.rights("member").keys() == {
        "privacy.disclosure",
        "admin.logentry",
        "coordination.backupreport",
        "coordination.staffsession",
        "socialaccount.socialapp",
    }


@postgres
def test_the_worker_can_do_all_its_work(logins, mentor, mentee):
    """P8, the other way round: closing, shredding and the schedule run with these rights alone."""
    pair = write_all(mentor, mentee)
    old = factories.pair(mentor, factories.member())
    mentorship_services.end(old, by=mentor)
    account_closure.request_closure(mentee, leave_words=False)
    AccountClosure.objects.update(due_at=timezone.now())

    with as_login("worker"):
        done = jobs.run()

    assert done["accounts closed"] == 1
    pair.refresh_from_db()
    assert pair.status == "ended"


@postgres
@pytest.mark.parametrize("role", ("anonymous", "member", "mentor", "mentee"))
def test_the_member_site_works_with_its_rights(role, db, client):
    """P8, the other way round: every page of the site answers as it does for the owner."""
    people = world.build()
    make()
    client.raise_request_exception = False
    people.sign_in(client, role)
    addresses = [url for _key, url in people.addresses("mentoring.urls")]
    before = [client.get(url).status_code for url in addresses]
    people.sign_in(client, role)

    with as_login("member"):
        after = [client.get(url).status_code for url in addresses]

    assert dict(zip(addresses, after, strict=True)) == dict(zip(addresses, before, strict=True))


@postgres
def test_the_member_process_writes_with_its_rights(logins, mentor, mentee):
    """P8, the other way round: every kind of text, a closing, an export."""
    with as_login("member"):
        write_all(mentor, mentee)
        assert b"".join(archive(mentee))
        account_closure.request_closure(mentee, leave_words=True)


@postgres
def test_run_again_it_repairs(logins, capsys):
    """Idempotent: rights that crept in go, passwords stay."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON feedback_feedback TO {PREFIX}_staff")
    capsys.readouterr()
    call_command("database_logins", prefix=PREFIX)

    assert "password" not in capsys.readouterr().out
    with as_login("staff"):
        assert refused("SELECT * FROM feedback_feedback")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what SQLite answers")
def test_sqlite_has_no_logins(db):
    """Bad input."""
    with pytest.raises(CommandError, match="Only PostgreSQL"):
        call_command("database_logins")


@postgres
@pytest.mark.parametrize("prefix", ("Mentoring", "a; DROP", "", "mentoring-x"))
def test_an_odd_prefix_is_refused(prefix, db):
    """Bad input: it becomes part of statements."""
    with pytest.raises(CommandError, match="--prefix"):
        call_command("database_logins", prefix=prefix)


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
