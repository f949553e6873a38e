"""Product 62: sign-ins, sign-ups and looks that nobody needs any more go, on the day that is promised."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from factories import member
from mail.models import OutgoingMail
from profiles import privacy
from profiles.models import AccessedObject, AccessLogEntry, Member
from testing.account_mails import kinds
from testing.sign_up import sign_up

pytestmark = pytest.mark.django_db
NOW = timezone.now()
MONTH = timedelta(days=30)


def unconfirmed(**fields):
    """Somebody who signed up long ago and never opened the link of the mail."""
    one = member(**{"joined_at": NOW - timedelta(days=31), **fields})
    EmailAddress.objects.filter(user=one).update(verified=False)
    return one


def session(key, *, expires, of=None):
    Session.objects.create(session_key=key, session_data="sealed", expire_date=expires)
    if of:
        UserSession.objects.create(user=of, session_key=key, ip="192.0.2.1", user_agent="Firefox")


def test_a_sign_in_that_has_run_out_goes_with_the_place_it_came_from():
    one = member()
    session("old", expires=NOW - timedelta(seconds=1), of=one)
    session("new", expires=NOW + timedelta(seconds=1), of=one)

    assert privacy.forget_sessions(NOW, timedelta(0)) == 2
    assert [s.session_key for s in Session.objects.all()] == ["new"]
    assert [s.session_key for s in UserSession.objects.all()] == ["new"]


def test_where_somebody_signed_in_goes_when_they_have_signed_out():
    """Django deletes the session at once; the address it came from would stay."""
    UserSession.objects.create(user=member(), session_key="gone", ip="192.0.2.1", user_agent="Firefox")

    assert privacy.forget_sessions(NOW, timedelta(0)) == 1
    assert not UserSession.objects.exists()


def test_nothing_to_forget_is_no_error():
    assert privacy.forget_sessions(NOW, timedelta(0)) == 0
    assert privacy.forget_unfinished_sign_ups(NOW, MONTH) == 0
    assert privacy.forget_looks(NOW, timedelta(days=730)) == 0


def test_a_sign_up_without_a_confirmed_address_goes():
    unconfirmed()
    confirmed = member(joined_at=NOW - timedelta(days=31))

    assert privacy.forget_unfinished_sign_ups(NOW, MONTH) == 1
    assert Member.objects.get() == confirmed


@pytest.mark.parametrize(("age", "gone"), [(MONTH, 0), (MONTH + timedelta(microseconds=1), 1)])
def test_a_sign_up_has_thirty_days_to_the_moment(age, gone):
    unconfirmed(joined_at=NOW - age)

    assert privacy.forget_unfinished_sign_ups(NOW, MONTH) == gone


@pytest.mark.parametrize(
    "fields",
    [{"last_login": NOW}, {"is_staff": True}, {"is_superuser": True}, {"is_active": False}],
    ids=lambda fields: next(iter(fields)),
)
def test_who_came_in_or_was_decided_about_is_no_unfinished_sign_up(fields):
    """A suspended member stays suspended: signing up again would be the way around it."""
    kept = unconfirmed(**fields)

    assert privacy.forget_unfinished_sign_ups(NOW, MONTH) == 0
    assert Member.objects.get() == kept


def test_one_confirmed_address_of_two_is_enough():
    one = unconfirmed()
    EmailAddress.objects.create(user=one, email="second@test.example", verified=True)

    assert privacy.forget_unfinished_sign_ups(NOW, MONTH) == 0


def test_the_mail_and_the_look_of_an_unfinished_sign_up_go_too(client, coordinator):
    sign_up(client)
    noor = Member.objects.get(email="noor@test.example")
    AccessLogEntry.objects.create(member=noor, by=coordinator, what=AccessedObject.MEMBER)
    assert kinds(noor.email) == ["account/email_confirmation_signup"]

    assert privacy.forget_unfinished_sign_ups(timezone.now() + timedelta(days=31), MONTH) == 1
    assert not EmailAddress.objects.filter(email=noor.email).exists()
    assert not AccessLogEntry.objects.exists()
    assert not OutgoingMail.objects.filter(address=noor.email).exists()


def test_after_an_unfinished_sign_up_the_address_is_free_again(client):
    one = unconfirmed(email="noor@test.example")
    privacy.forget_unfinished_sign_ups(NOW, MONTH)

    sign_up(client, email=one.email)
    assert Member.objects.get(email=one.email).pk != one.pk
    assert kinds(one.email) == ["account/email_confirmation_signup"]


@pytest.mark.parametrize(("days", "gone"), [(729, 0), (731, 1)])
def test_looks_are_kept_for_two_years(days, gone, mentee, coordinator):
    at = NOW - timedelta(days=days)
    AccessLogEntry.objects.create(member=mentee, by=coordinator, what=AccessedObject.MEMBER, at=at)

    assert privacy.forget_looks(NOW, timedelta(days=730)) == gone
    assert AccessLogEntry.objects.count() == 1 - gone
