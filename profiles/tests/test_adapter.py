"""Product 46, 61: mails of django-allauth are mails like any other: in the outbox, in the reader's language."""

from urllib.parse import urlsplit

import pytest
from django.utils import translation

from factories import member
from mail.declarations import NotDeclared
from mail.models import OutgoingMail
from profiles.adapter import AccountAdapter
from testing.account_mails import newest

pytestmark = pytest.mark.django_db
CONTEXT = {"password_reset_url": "https://m.example/reset/", "user": "not passed on", "request": object()}


def send(address, name="password_reset_key", **context):
    AccountAdapter().send_mail(f"account/email/{name}", address, CONTEXT | context)


@pytest.mark.parametrize("change", [str, str.upper])
def test_a_mail_to_a_member_is_theirs_in_whatever_capitals(change, mentee):
    send(change(mentee.email))

    assert OutgoingMail.objects.get().to == mentee


def test_a_mail_to_nobody_we_know_goes_to_the_bare_address(db):
    send("nobody@test.example")

    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.address) == (None, "nobody@test.example")


def test_a_suspended_member_is_written_to_as_an_address(mentee):
    """The outbox holds mails to members back who may not sign in."""
    mentee.is_active = False
    mentee.save()
    send(mentee.email)

    assert OutgoingMail.objects.get().to is None


def test_the_same_mail_twice_is_two_mails(mentee):
    """Whoever asks for a second link has lost the first."""
    send(mentee.email)
    send(mentee.email)

    assert OutgoingMail.objects.count() == 2


@pytest.mark.parametrize("language", ["es", "fr"])
def test_a_stranger_is_written_to_in_the_language_of_the_page(language, db):
    with translation.override(language):
        send("nobody@test.example")

    assert f'lang="{language}"' in newest("nobody@test.example").html


def test_without_a_language_it_is_english(db):
    with translation.override(None):
        send("nobody@test.example")

    assert 'lang="en-gb"' in newest("nobody@test.example").html


def test_the_link_is_in_the_mail_and_nothing_of_the_request(mentee, settings):
    send(mentee.email)

    text = newest(mentee.email).text
    assert settings.SITE_URL + urlsplit(CONTEXT["password_reset_url"]).path in text
    assert "not passed on" not in text


def test_a_mail_that_nobody_declared_is_an_error_and_not_silence(mentee):
    with pytest.raises(NotDeclared):
        send(mentee.email, name="no_such_mail")
    assert not OutgoingMail.objects.exists()


def test_too_many_tries_say_what_to_do(client):
    one = member()
    for _ in range(12):
        page = client.post("/accounts/login/", {"login": one.email, "password": "wrong-again"})

    assert "Wait a few minutes, then try again." in page.content.decode()
