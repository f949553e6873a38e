"""A mail that waits may hold a way into an account: it opens for no login and in no copy (P8, P12; A2, A8)."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from mail.models import FOR, OutgoingMail
from mail.models.sealed_text import SealedText
from mail.outgoing import outbox
from mentoring.lib.sealed import CannotOpen
from testing.account_mails import newest
from testing.mails import feedback_to
from testing.places import tables

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("door", ("/accounts/login/code/", "/accounts/password/reset/"))
def test_a_way_into_an_account_stands_in_no_table(door, mentee):
    """The attack: asked for, and read out of the outbox before it is sent."""
    Client().post(door, {"email": mentee.email})
    mail = newest(mentee.email)
    words = [word.encode() for word in mail.text.split() if len(word) > 5 and word not in mail.kind]
    assert len(words) > 5

    outbox_rows = tables()["table mail_outgoingmail"]
    assert [word for word in words if word in outbox_rows] == []


def test_its_reader_gets_it_all_the_same(mentee, mailoutbox):
    feedback_to(mentee)
    text = OutgoingMail.objects.get().text
    outbox.drain()

    assert mailoutbox[0].body == text
    assert set(OutgoingMail.objects.values_list("subject", "text", "html", "page")) == {("", "", "", "")}


@pytest.mark.parametrize("column", FOR)
def test_words_do_not_open_for_another_address_or_in_another_row(column, mentee, mailoutbox):
    """Whoever may write to the outbox gets no mail of somebody else's."""
    feedback_to(mentee)
    OutgoingMail.objects.update(**{column: "thief@test.example"})
    with pytest.raises(CannotOpen):
        _ = OutgoingMail.objects.get().text

    outbox.drain()
    assert mailoutbox == []
    assert OutgoingMail.objects.get().last_error == "CannotOpen"


def test_words_in_clear_are_not_sent(mentee, mailoutbox):
    """Whoever may write to the outbox sends no words of theirs in the programme's name."""
    feedback_to(mentee)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE mail_outgoingmail SET text = 'Your account is locked. Go to evil.example.'")
    outbox.drain()

    assert mailoutbox == []


def test_another_key_opens_nothing(mentee, settings):
    feedback_to(mentee)
    settings.MAIL_KEY = "of-somebody-else-" * 4

    with pytest.raises(CannotOpen):
        _ = OutgoingMail.objects.get().text


def test_words_do_not_reach_the_database_by_a_query(mentee):
    feedback_to(mentee)
    for words in ({"text": "Hello."}, {"subject": "Hello."}):
        with pytest.raises(TypeError):
            OutgoingMail.objects.update(**words)
        with pytest.raises(TypeError):
            OutgoingMail.objects.filter(**words).exists()


def test_a_dump_holds_what_is_stored_and_is_read_again(mentee):
    feedback_to(mentee)
    field, mail = OutgoingMail._meta.get_field("text"), OutgoingMail.objects.get()
    dumped = field.value_to_string(mail)
    assert dumped.startswith("sealed:") and "Hello" not in dumped

    mail.text = field.to_python(dumped)
    mail.save()
    assert OutgoingMail.objects.get().text.startswith("Hello")


def test_dumpdata_and_loaddata_need_no_key(mentee, settings, tmp_path):
    """A backup is restored by whoever operates the database."""
    feedback_to(mentee)
    file, key, settings.MAIL_KEY = tmp_path / "mails.json", settings.MAIL_KEY, "of-an-operator-" * 4
    call_command("dumpdata", "mail.OutgoingMail", output=str(file), verbosity=0)
    OutgoingMail.objects.all().delete()
    call_command("loaddata", str(file), verbosity=0)
    settings.MAIL_KEY = key

    assert "Hello" not in file.read_text()
    assert OutgoingMail.objects.get().text.startswith("Hello")


def test_what_is_deferred_is_opened_when_it_is_read(mentee):
    feedback_to(mentee)

    assert OutgoingMail.objects.only("pk").get().text == OutgoingMail.objects.get().text


def test_every_word_of_a_mail_is_sealed():
    assert {f.name for f in OutgoingMail._meta.fields if isinstance(f, SealedText)} == {
        "subject",
        "text",
        "html",
        "calendar",
        "reply_to",
        "page",
    }
