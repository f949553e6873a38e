"""An account is closed once, and closed again after a backup was restored (product 60, P5, P6)."""

import pytest
from django.utils import timezone

import factories
from mentorships.models import DataKey
from privacy import account_closure, erasure_list, erasure_replay
from privacy.models import AccountClosure
from privacy.tests.leaving import leave, open_by
from profiles.models import Member
from testing.private_texts import sql


def test_two_workers_close_once(committed, at_once):
    """Runs late, twice or side by side."""
    mentee = factories.member()
    factories.pair(factories.mentor().member, mentee)
    account_closure.request_closure(mentee, leave_words=False)
    AccountClosure.objects.update(due_at=timezone.now())

    done = at_once([account_closure.finish_due_closures] * 3)

    assert sorted(done) == [0, 0, 1], done
    assert len(erasure_list.entries()) == 1


def test_a_restored_backup_is_shredded_again(written, mentor, mentee):
    """P6: keys, name and account come back with a backup of before, and go with the replay."""
    table, columns = DataKey._meta.db_table, "scope, author_id, wrapped, made_at"
    keys = sql(f"SELECT {columns} FROM {table}")
    facts = Member.objects.filter(pk=mentee.pk).values("name", "email", "is_active").get()
    leave(mentee)
    DataKey.objects.all().delete()
    AccountClosure.objects.all().delete()
    for row in keys:
        sql(f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s, %s)", *row)
    Member.objects.filter(pk=mentee.pk).update(**facts)
    assert open_by(mentee)

    assert erasure_replay.everything() == (1, 0)
    assert open_by(mentee) == []
    assert open_by(mentor)
    assert Member.objects.get(pk=mentee.pk).name != facts["name"]
    assert erasure_replay.everything() == (0, 0)


def test_a_line_that_cannot_be_read_stops_the_replay(db, settings):
    """Bad input: said, with the line; nothing guessed."""
    with open(settings.ERASURE_LIST, "w") as file:
        file.write('{"scope": "00000000-0000-4000-8000-000000000000"}\nscrambled\n')

    with pytest.raises(erasure_list.ErasureListError, match="Line 2"):
        erasure_replay.everything()
