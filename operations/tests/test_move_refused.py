"""A move that fails leaves the target empty, says at which table, and shows no word of it."""

import sqlite3
import threading
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command

import factories
from operations.moving import move as moving
from operations.tests.conftest import change, cursor_of, needs_both
from testing import backups
from testing.remains import url

pytestmark = [pytest.mark.django_db(transaction=True), *needs_both]
SECRET = "gannet"
PROFILES = "profiles_mentorprofile"
BROKEN = {
    "a NUL character": (
        f"UPDATE {PROFILES} SET bio = '{SECRET}' || char(0)",
        PROFILES + ": PostgreSQL refuses the row with id {pk} (ValueError)",
    ),
    "nobody's profile": (
        f"UPDATE {PROFILES} SET member_id = 987654",
        PROFILES + ": a row names one that is not there (profiles_mentor",
    ),
}


def tables_in(address):
    with cursor_of(address) as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return cursor.fetchall()


def refused(address):
    """What the command says."""
    with pytest.raises(CommandError) as ended:
        call_command("move_to_postgresql", address)
    return str(ended.value)


@pytest.mark.parametrize("what", BROKEN)
def test_what_postgresql_refuses_is_named_by_table_and_row(what, committed, source, empty_postgresql):
    mentor = factories.mentor()
    statement, sentence = BROKEN[what]
    change(source, statement)

    said = refused(empty_postgresql)

    assert sentence.format(pk=mentor.pk) in said and "Nothing was moved." in said
    assert SECRET not in said and tables_in(empty_postgresql) == []


def test_who_writes_meanwhile_waits_and_nothing_of_theirs_is_lost(
    committed, source, empty_postgresql, monkeypatch
):
    statement = "INSERT INTO auth_group (name) VALUES ('late')"
    writer, search = threading.Thread(target=change, args=(source, statement)), moving._make_search

    def meanwhile(target):
        writer.start()
        writer.join(0.5)
        assert writer.is_alive()  # it waits
        return search(target)

    monkeypatch.setattr(moving, "_make_search", meanwhile)

    said = refused(empty_postgresql)
    writer.join(30)

    assert "Somebody wrote into the SQLite database meanwhile" in said
    assert tables_in(empty_postgresql) == []
    with closing(sqlite3.connect(source)) as database:
        assert database.execute("SELECT count(*) FROM auth_group WHERE name = 'late'").fetchone() == (1,)


def test_a_target_that_is_none_is_refused(committed, source, empty_postgresql, tmp_path):
    nowhere = "postgres://nobody:gannet@127.0.0.1:9/none"

    assert "holds tables already (django_site)" in refused(with_table(empty_postgresql))
    assert "does not answer" in refused(nowhere) and SECRET not in refused(nowhere)
    for odd in (url(tmp_path / "other.sqlite3"), "somewhere", "oracle://me@host/name"):
        assert "as postgres://user@host/name" in refused(odd)


def with_table(address):
    with cursor_of(address) as cursor:
        cursor.execute("CREATE TABLE django_site ()")
    return address


def test_a_source_of_another_version_or_none_is_refused(committed, empty_postgresql, tmp_path):
    path = tmp_path / "copy.sqlite3"
    backups.take(path)
    sentences = {
        "ALTER TABLE profiles_member ADD COLUMN shoe_size integer": "does not know profiles_member.shoe_size",
        "DELETE FROM django_migrations WHERE app = 'privacy'": "waits for privacy.",
    }

    for statement, sentence in sentences.items():
        change(path, statement)
        with pytest.raises(AssertionError, match=sentence):
            backups.python(url(path), "manage.py", "move_to_postgresql", empty_postgresql)
    for other in (url(tmp_path / "none.sqlite3"), empty_postgresql):
        with pytest.raises(AssertionError, match="names no SQLite database that is there"):
            backups.python(other, "manage.py", "move_to_postgresql", empty_postgresql)
    assert not (tmp_path / "none.sqlite3").exists() and tables_in(empty_postgresql) == []
