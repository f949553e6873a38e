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


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_the_reader_reads_their_own_language(language):
    assert f'lang="{language}"' in restored(member(language=language)).html


def test_a_bare_address_gets_the_language_of_the_page():
    letter = UnknownAccount.post(
        address="x@y.example",
        language="fr",
        context={"email": "x@y.example", "join": "https://m.example/"},
        occasion="a",
    )

    assert (letter.to, letter.address) == (None, "x@y.example")
    assert 'lang="fr"' in letter.html


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
    letter = FeedbackGiven.post(
        to=amina,
        occasion="a",
        context={"reader": amina, "other": eve, "link": "https://m.example/"},
    )

    mail = build_message(letter).message()

    assert mail.get_all("Bcc") is None
    assert mail.get_all("X-Evil") is None
    assert mail.get_all("To") == [amina.email]
    assert len(mail.get_all("Subject")) == 1
    assert "<script>" not in letter.html


def test_built_twice_a_mail_is_the_same_to_the_byte():
    """Trust P17."""
    [letter] = written()

    again = OutgoingMail.objects.get(pk=letter.pk)
    assert build_message(letter).message().as_bytes() == build_message(again).message().as_bytes()
    assert build_message(letter).message()["Message-ID"] == message_id(letter)


def test_a_mail_has_two_readable_parts_and_says_what_it_is():
    [letter] = written()
    mail = build_message(letter).message()

    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert len({message_id(one) for one in written(5)}) == 5


def test_no_message_id_tells_whom_it_is_about():
    [letter] = written()

    assert letter.occasion not in message_id(letter)
    assert "Amina" not in message_id(letter)
