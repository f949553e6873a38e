"""Product 47: what becomes of a member's choice of mails: in the archive, after leaving, and who may change it."""

import io
import json
from zipfile import ZipFile

import pytest
from django.db import connection

from mail import preferences
from mail.models import OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from privacy import account_closure
from privacy.export.archive import archive
from privacy.models import AccountClosure
from testing.logins import as_login, make
from testing.mails import feedback_to

pytestmark = pytest.mark.django_db


def test_it_is_in_the_archive_that_is_taken_along(mentee):
    """P30."""
    preferences.unsubscribe(mentee.pk, ["feedback"])
    zipped = ZipFile(io.BytesIO(b"".join(archive(mentee))))
    [row] = json.loads(zipped.read("stopped-mails.json"))

    assert row["topic"] == "feedback"
    assert row["since"] == Unsubscribe.objects.get().at.isoformat()


def test_it_goes_with_the_account_and_does_not_come_back(mentee, settings, tmp_path):
    """P5."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    preferences.unsubscribe(mentee.pk, ["feedback"])
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.finish_closure(AccountClosure.objects.get().pk)
    preferences.unsubscribe(mentee.pk, ["feedback"])

    assert not Unsubscribe.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_every_process_may_ask_and_none_but_the_member_site_may_stop(mentee, server):
    """P8: staff writes mails, the worker sends them."""
    feedback_to(mentee)
    preferences.unsubscribe(mentee.pk, ["feedback"])
    make()
    with as_login("staff"):
        assert feedback_to(mentee, occasion="another") is None
    with as_login("worker"):
        assert feedback_to(mentee, occasion="another") is None
        assert outbox.drain() == 0
    with as_login("member"):
        preferences.choose_topics(mentee, ["feedback"])

    assert not OutgoingMail.objects.exists()
    assert feedback_to(mentee)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_staff_site_writes_an_occasion_again_without_looking_for_it(mentee, settings):
    """P8, P13: it may not ask what there is."""
    feedback_to(mentee, reply_to="a@b.example")
    make()
    settings.PROCESS = "staff"
    with as_login("staff"):
        assert feedback_to(mentee) is None
    assert OutgoingMail.objects.count() == 1
