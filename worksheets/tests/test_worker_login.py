"""The worker's own login is enough for the mail about shared answers, and for what leaves with a member (P8)."""

import pytest
from django.db import connection

from mail.models import OutgoingMail
from mail.outgoing.suppression import drop_unwanted
from privacy import erasure
from testing.logins import as_login, make, postgres, refused
from testing.worksheets import share, write
from worksheets.models import Answer, FilledSheet, SharedAnswer

pytestmark = [pytest.mark.django_db, postgres]


@pytest.fixture
def shared(mentee, pair):
    answer = write(mentee, "To teach", mentorship=pair)[0]
    made = share(answer, pair)
    make()
    return made


def mails():
    return list(OutgoingMail.objects.filter(kind="worksheets/answer_shared"))


def test_it_asks_whether_the_mail_is_still_wanted(shared):
    with as_login("worker"):
        assert len(drop_unwanted(mails())) == 1
    shared.delete()
    with as_login("worker"):
        assert drop_unwanted(mails()) == []


def test_it_deletes_what_a_leaver_wrote_and_what_a_shredded_pair_shared(shared, mentee, pair):
    with as_login("worker"):
        erasure.erase_member(mentee, leave_words=True)
    assert (FilledSheet.objects.count(), Answer.objects.count(), SharedAnswer.objects.count()) == (0, 0, 1)

    with as_login("worker"):
        erasure.shred_scope(pair.code)
    assert SharedAnswer.objects.count() == 0


@pytest.mark.parametrize("column", ["text", "prompt"])
@pytest.mark.parametrize("table", ["answer", "sharedanswer"])
@pytest.mark.parametrize("login", ["worker", "staff"])
def test_neither_it_nor_the_staff_site_reads_an_answer_or_its_prompt(login, table, column, shared):
    with as_login(login):
        assert refused(f"SELECT {column} FROM worksheets_{table}")
        assert refused(f"UPDATE worksheets_{table} SET {column} = NULL")


def test_the_member_site_can_do_all_of_it(mentee, pair):
    make()
    with as_login("member"):
        share(write(mentee, "To teach", mentorship=pair)[0], pair)

    assert connection.vendor == "postgresql" and SharedAnswer.objects.count() == 1
