"""Product 60, P16: when a member leaves, every address and every sign-in of theirs is forgotten."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession

from mail.models import OutgoingMail, Undeliverable
from profiles import privacy

pytestmark = pytest.mark.django_db


def waiting(address, *, kind="account/login_code", **fields):
    """A mail to a bare address that has not gone yet."""
    occasion = f"{kind}-{OutgoingMail.objects.count()}"
    return OutgoingMail.objects.create(address=address, kind=kind, occasion=occasion, **fields)


def test_every_address_is_forgotten_and_others_keep_theirs(mentee, stranger):
    EmailAddress.objects.create(user=mentee, email="second@test.example")

    privacy.forget_addresses(mentee, leave_words=False)

    assert [address.user for address in EmailAddress.objects.all()] == [stranger]


def test_addresses_of_a_member_come_as_typed_each_once(mentee):
    EmailAddress.objects.create(user=mentee, email="Second@Test.example")

    assert privacy.addresses_of(mentee) == {mentee.email, "Second@Test.example"}


@pytest.mark.parametrize("typed", ["Second@Test.example", "second@test.example"])
def test_a_mail_that_waits_for_a_bare_address_is_not_sent_any_more(typed, mentee, stranger):
    EmailAddress.objects.create(user=mentee, email="Second@Test.example")
    waiting(typed)
    other = waiting(stranger.email)

    privacy.forget_addresses(mentee, leave_words=False)

    assert list(OutgoingMail.objects.all()) == [other]


def test_the_last_mail_that_says_the_account_is_closed_still_goes(mentee):
    last = waiting(mentee.email, kind="privacy/account_closed")
    waiting(mentee.email)

    privacy.forget_addresses(mentee, leave_words=False)

    assert list(OutgoingMail.objects.all()) == [last]


def test_an_address_that_mail_came_back_from_is_forgotten(mentee, stranger):
    for address in (mentee.email, stranger.email):
        Undeliverable.objects.create(address=address)

    privacy.forget_addresses(mentee, leave_words=False)

    assert [one.address for one in Undeliverable.objects.all()] == [stranger.email]


def test_every_sign_in_ends(client, mentee):
    client.post("/accounts/login/", {"login": mentee.email, "password": "secret-enough"})
    assert client.get("/profile/").status_code == 200

    privacy.forget_addresses(mentee, leave_words=False)

    assert client.get("/profile/").status_code == 302
    assert not UserSession.objects.exists()
