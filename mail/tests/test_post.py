"""Product 46: a mail is a row, written with the change it tells of, in its reader's language."""

import pytest
from django.db import transaction

from factories import member
from feedback.notifications import FeedbackGiven
from mail.models import OutgoingMail
from mail.outgoing.message import build_message, message_id
from mail.tests.conftest import written
from profiles.notifications import AccountRestored, UnknownAccount

pytestmark = pytest.mark.django_db


def restored(to, occasion="once", **more):
    return AccountRestored.post(
        to=to, context={"member": to, "link": "https://m.example/"}, occasion=occasion, **more
    )


def test_the_same_occasion_is_written_once():
    amina = member()

    assert restored(amina).pk == restored(amina).pk
    assert OutgoingMail.objects.count() == 1


def test_a_change_that_is_undone_takes_its_letter_along():
    with pytest.raises(RuntimeError), transaction.atomic():
        restored(member())
        raise RuntimeError
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize("language", ["en-gb", "es", "fr"])
def test_the_reader_reads_their_own_language(language):
    assert f'lang="{language}"' in restored(member(language=language)).html


def test_a_bare_address_gets_the_language_of_the_page():
    mail = UnknownAccount.post(
        address="x@y.example",
        language="fr",
        context={"email": "x@y.example", "join": "https://m.example/"},
        occasion="a",
    )

    assert (mail.to, mail.address) == (None, "x@y.example")
    assert 'lang="fr"' in mail.html


NAMES = [
    "Eve\nBcc: all@example.org",
    "Eve\r\nX-Evil: 1",
    "<script>alert(1)</script>",
    "“Eve” <a@b.c>",
    "E" * 100,
    "Ève Ünïcode 👩🏽‍🏫",
    "=?utf-8?q?Eve?=",
    "\u202eevE",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_bends_no_header_and_no_markup(name):
    eve, amina = member(name=name), member()
    mail = FeedbackGiven.post(
        to=amina, occasion="a", context={"reader": amina, "other": eve, "link": "https://m.example/"}
    )

    message = build_message(mail).message()

    assert message.get_all("Bcc") is None
    assert message.get_all("X-Evil") is None
    assert message.get_all("To") == [amina.email]
    assert len(message.get_all("Subject")) == 1
    assert "<script>" not in mail.html


def test_built_twice_a_mail_is_the_same_to_the_byte():
    """P17."""
    [mail] = written()

    again = OutgoingMail.objects.get(pk=mail.pk)
    assert build_message(mail).message().as_bytes() == build_message(again).message().as_bytes()
    assert build_message(mail).message()["Message-ID"] == message_id(mail)


def test_a_mail_has_two_readable_parts_and_says_what_it_is():
    [mail] = written()
    message = build_message(mail).message()

    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert message["Auto-Submitted"] == "auto-generated"
    assert len({message_id(one) for one in written(5)}) == 5


def test_no_message_id_tells_whom_it_is_about():
    [mail] = written()

    assert mail.occasion not in message_id(mail)
    assert "Amina" not in message_id(mail)
