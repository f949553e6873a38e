"""Product 1, 61, P12: another address for the account: first confirmed, then used, and the old one is told."""

import pytest
from allauth.account.models import EmailAddress

from factories import HOSTILE, member
from mail.models import OutgoingMail
from profiles.models import Member
from testing.account_mails import confirm, kinds, newest
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/accounts/email/"
NEW = "amina.otieno@new.example"


@pytest.fixture
def signed_in(as_, mentee):
    """The mentee, who has just given the password again."""
    client = as_(mentee)
    client.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    return client


def add(client, address):
    return client.post(PAGE, {"email": address, "action_add": ""})


def test_the_old_address_stays_until_the_new_one_is_confirmed(signed_in, mentee):
    add(signed_in, NEW)

    assert Member.objects.get(pk=mentee.pk).email == mentee.email
    assert kinds(NEW) == ["account/email_confirmation"]
    assert NEW in main_text(signed_in.get(PAGE))


def test_once_confirmed_the_new_address_takes_its_place(signed_in, mentee):
    add(signed_in, NEW)
    confirm(signed_in, NEW)

    assert Member.objects.get(pk=mentee.pk).email == NEW
    assert [address.email for address in EmailAddress.objects.filter(user=mentee)] == [NEW]


def test_the_old_address_is_told_without_a_link_that_signs_in(signed_in, mentee):
    """Whoever took the account over by the new address cannot do it unseen."""
    add(signed_in, NEW)
    confirm(signed_in, NEW)

    mail = OutgoingMail.objects.get(address=mentee.email, kind="account/email_changed")
    assert "/accounts/" not in mail.text


@pytest.mark.parametrize("change", [str, str.upper])
def test_the_address_of_another_member_gets_the_same_answer(change, signed_in, stranger):
    """Product 61: the page does not tell who is a member."""
    answers = [add(signed_in, change(address)) for address in (stranger.email, NEW)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, "/accounts/confirm-email/")] * 2


def test_the_address_of_another_member_cannot_be_confirmed(signed_in, mentee, stranger):
    """Not even by its owner, who may open the link without a thought."""
    add(signed_in, stranger.email)

    confirm(signed_in, stranger.email) if "code" in newest(stranger.email).text else None
    assert Member.objects.get(pk=mentee.pk).email == mentee.email
    assert Member.objects.get(pk=stranger.pk).email == stranger.email
    assert EmailAddress.objects.get(email=stranger.email, verified=True).user == stranger


@pytest.mark.parametrize("address", ["", "no-address", "a@b", "a@b.example\nBcc: c@d.example"])
def test_what_is_no_address_is_refused_at_its_field(address, signed_in):
    answer = add(signed_in, address)

    assert answer.status_code == 200
    assert 'href="#id_email"' in answer.content.decode()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_no_address(text, signed_in, mentee):
    assert "<script>alert" not in add(signed_in, text).content.decode()

    assert [address.email for address in EmailAddress.objects.filter(user=mentee)] == [mentee.email]


def test_the_only_address_cannot_be_removed(signed_in, mentee):
    signed_in.post(PAGE, {"email": mentee.email, "action_remove": ""})

    assert EmailAddress.objects.get(user=mentee).email == mentee.email


def test_nobody_removes_or_confirms_an_address_of_somebody_else(signed_in, stranger):
    for action in ("action_remove", "action_primary", "action_send"):
        signed_in.post(PAGE, {"email": stranger.email, action: ""})

    assert EmailAddress.objects.get(user=stranger).primary
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("password", [None, "", "not-this-one"])
def test_without_the_password_given_again_nothing_is_added(password, as_, mentee):
    """A browser left open does not give the account away."""
    client = as_(mentee)
    if password is not None:
        client.post("/accounts/reauthenticate/", {"password": password})

    assert add(client, NEW).url.startswith("/accounts/reauthenticate/")
    assert not EmailAddress.objects.filter(email=NEW).exists()
    assert not OutgoingMail.objects.exists()


def test_signed_out_there_is_no_page_of_addresses(client):
    member()

    assert client.get(PAGE).url.startswith("/accounts/login/")
    assert add(client, NEW).url.startswith("/accounts/login/")
    assert not OutgoingMail.objects.exists()
