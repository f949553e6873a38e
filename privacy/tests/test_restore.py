"""P6: what was shredded does not come back with a backup of forty days ago, once the list has been replayed."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

import factories
from mentoring.lib.registry.personal_data import RETENTION
from mentorships.models import Mentorship
from mentorships.services import end
from privacy import account_closure, retention
from profiles.models import Member
from testing import backups, remains
from testing.private_texts import write_all

pytestmark = pytest.mark.skipif(
    connection.vendor == "postgresql" and not (remains.DUMP and backups.RESTORE),
    reason="pg_dump or pg_restore is missing: apt-get install postgresql-client",
)
# Not of a mentorship: they stay until their author leaves; talks of open hours for a year.
ALONE = ("Bookmark", "OwnNote", "Answer", "Certificate", "TimeEntry", "Talk", "Booking", "TalkPlace")


@pytest.fixture
def own_list(settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")


def pair(name):
    """Two who have written to each other, in every kind of text."""
    return write_all(factories.mentor(name=f"Mentor {name}").member, factories.member(name=f"Mentee {name}"))


def leave(member):
    account_closure.request_closure(member, leave_words=False)
    assert account_closure.finish_due_closures(timezone.now() + timedelta(days=15)) == 1


def shred(mentorship):
    """As the schedule does with what nobody has opened for two years."""
    end(mentorship, by=mentorship.mentor)
    long_ago = {"ended_at": timezone.now() - timedelta(days=1000), "shred_on": timezone.now().date()}
    Mentorship.objects.filter(pk=mentorship.pk).update(**long_ago)
    assert retention.run_rule(RETENTION.get("privacy.privacy.old_archives"), timezone.now()) == 1


class Tried:
    """Every text of a database, tried in a process of its own."""

    def __init__(self, database):
        self.all = json.loads(backups.python(database, "-m", "testing.opening"))

    def by(self, *authors, alone=True):
        """Whether each text of these authors opens."""
        wanted = {author.pk for author in authors}
        return [
            opens for kind, author, opens in self.all if author in wanted and (alone or kind not in ALONE)
        ]


def test_p6_a_backup_of_forty_days_ago_brings_no_shredded_text_back(committed, own_list, tmp_path):
    """P6: dump, erase, restore, replay, try to open: 0; and nothing of anybody else is lost."""
    left, gone, other = pair("who leaves"), pair("who is forgotten"), pair("who stays")
    known = remains.of(left.mentee)
    backups.date_back(40)
    backups.take(tmp_path / "backup")
    leave(left.mentee)
    shred(gone)
    with backups.restored(tmp_path / "backup") as database:
        before = Tried(database)
        output = backups.python(database, "manage.py", "replay_erasures", process="worker")
        after = Tried(database)
        again = backups.python(database, "manage.py", "replay_erasures", process="worker")
        dumped = backups.python(database, "manage.py", "dumpdata")

    assert all(opens for _kind, _author, opens in before.all)
    assert len(before.by(left.mentee)) > len(after.by(left.mentee)) > 10  # drafts and notes go whole
    assert not any(after.by(left.mentee))
    assert not any(after.by(gone.mentor, gone.mentee, alone=False))
    for staying in (left.mentor, other.mentor, other.mentee):
        assert after.by(staying) == before.by(staying)
        assert len(after.by(staying)) > 10
    assert output == "1 accounts closed again, 2 places shredded again.\n"
    assert again == "0 accounts closed again, 0 places shredded again.\n"
    assert not remains.keys_in(remains.found(known, dumped.encode()))


def test_the_backup_was_made_forty_days_ago(committed):
    """The test above is of old rows, not of today's."""
    mentee = pair("of old").mentee
    backups.date_back(40)

    assert Member.objects.get(pk=mentee.pk).joined_at < timezone.now() - timedelta(days=39)
