"""What mails are kept as tells nobody who is paired with whom (P13; A4, A17)."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from mail.models import OutgoingMail, occasion_hash
from mail.outgoing import outbox, outbox_status
from mail.privacy import forget_receivers
from testing import world
from testing.logins import as_login, make, postgres
from testing.mails import feedback_to
from testing.places import tables

pytestmark = pytest.mark.django_db


def test_no_occasion_names_a_row_or_a_reader():
    """Of every mail that the programme has written by now."""
    world.build()
    occasions = set(OutgoingMail.objects.values_list("occasion", flat=True))

    assert len(occasions) > 10
    assert all(re.fullmatch("[0-9a-f]{64}", occasion) for occasion in occasions)


def test_an_occasion_cannot_be_guessed_without_the_key(mentee, settings):
    feedback_to(mentee, occasion="feedback-7")
    assert OutgoingMail.objects.of_occasion("feedback-7").exists()
    settings.MAIL_KEY = "of-somebody-else-" * 4

    assert occasion_hash("feedback-7") not in set(OutgoingMail.objects.values_list("occasion", flat=True))


def test_of_a_mail_that_is_long_gone_nothing_is_left_of_its_reader(mentee):
    """A17: not in any column."""
    feedback_to(mentee, occasion=f"day-{mentee.pk}-2026-01-01")
    then = timezone.now() - timedelta(days=31)
    OutgoingMail.objects.update(sent_at=then, subject="", text="", html="", page="")
    forget_receivers(timezone.now(), timedelta(days=30))

    table = tables()["table mail_outgoingmail"].decode()
    assert "day-" not in table and mentee.email not in table
    assert OutgoingMail.objects.get().to is None


@postgres
@pytest.mark.parametrize("column", ("occasion", "kind", "to_id", "address", "claim", "page", "text"))
def test_the_staff_login_may_not_ask_what_a_mail_is_about_or_whose_it_is(column):
    make()
    with as_login("staff"), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        list(OutgoingMail.objects.values_list(column))


@postgres
def test_the_staff_login_learns_counts_and_ages(mentee):
    feedback_to(mentee)
    make()
    with as_login("staff"):
        assert outbox_status.outbox_status().depth == 1


def test_the_address_of_a_mail_that_was_given_up_is_shown_until_it_is_forgotten(mentee, monkeypatch):
    """Somebody has to mend it."""
    feedback_to(mentee)

    def refuse(*_args):
        raise OSError

    monkeypatch.setattr(outbox, "build_message", refuse)
    OutgoingMail.objects.update(written_at=timezone.now() - timedelta(days=4))
    outbox.drain()
    assert OutgoingMail.objects.get().failed_address == mentee.email

    forget_receivers(timezone.now() + timedelta(days=31), timedelta(days=30))
    assert OutgoingMail.objects.get().failed_address == ""


def test_a_mail_that_was_sent_has_no_failed_address(mentee):
    feedback_to(mentee)
    outbox.drain()

    assert OutgoingMail.objects.get().failed_address == ""
