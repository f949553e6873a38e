"""Product 46, 54: mails about an account and a profile: in the reader's language, and never stopped or put off."""

from datetime import UTC, datetime

import pytest

from factories import member, mentor
from mail.declarations import NOTIFICATIONS, Delivery
from mail.models import OutgoingMail
from profiles import notifications
from profiles.notifications import AccountMail

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
REASON = "Say <b>where</b> you work & since when."
OURS = [kind for kind in NOTIFICATIONS if kind.__module__ == notifications.__name__]


def four_mails(one):
    """Everything that can be told of a mentor's profile and account."""
    notifications.profile_hidden(one, reason=REASON, at=NOON)
    notifications.profile_shown(one, at=NOON)
    notifications.account_suspended(one.member, at=NOON)
    notifications.account_restored(one.member, at=NOON)
    return OutgoingMail.objects.order_by("pk")


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.folder)
def test_what_keeps_an_account_safe_goes_at_once_and_has_no_topic_to_stop(kind):
    assert (kind.topic, kind.delivery) == (None, Delivery.SECURITY)


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.folder)
def test_only_the_way_into_an_account_is_written_to_an_address_that_mail_came_back_from(kind):
    assert kind.despite_bounces is issubclass(kind, AccountMail)


@pytest.mark.parametrize("language", ["en-gb", "es", "fr"])
def test_each_mail_is_in_the_language_of_its_reader(language):
    mails = four_mails(mentor(language=language))

    assert [f'lang="{language}"' in mail.html for mail in mails] == [True] * 4
    assert len({mail.subject for mail in mails}) == 4


def test_subjects_are_translated():
    english, french = (
        {mail.subject for mail in four_mails(mentor(language=language)).filter(to__language=language)}
        for language in ("en-gb", "fr")
    )

    assert not english & french


def test_a_reason_is_shown_as_it_was_written():
    mail = four_mails(mentor())[0]

    assert REASON in mail.text
    assert "<b>where</b>" not in mail.html and "&lt;b&gt;where&lt;/b&gt; you work &amp; since" in mail.html


def test_without_a_reason_nothing_is_said_of_one():
    notifications.profile_hidden(mentor(), reason="", at=NOON)

    assert "The reason they gave" not in OutgoingMail.objects.get().text


@pytest.mark.parametrize(
    ("place", "address"),
    [(0, "/profile/mentor/"), (1, "/profile/mentor/"), (2, None), (3, "/accounts/login/")],
)
def test_a_mail_leads_where_one_can_do_something_about_it(place, address):
    """Who is suspended has no page to go to."""
    mail = four_mails(mentor())[place]

    assert address is None or address in mail.text
    assert address is not None or "/profile/" not in mail.text


def test_the_same_at_the_same_moment_is_one_mail_and_later_another():
    one = member()
    for at in (NOON, NOON, NOON.replace(microsecond=1)):
        notifications.account_suspended(one, at=at)

    assert OutgoingMail.objects.count() == 2


def test_two_members_at_the_same_moment_are_told_both():
    for one in (member(), member()):
        notifications.account_suspended(one, at=NOON)

    assert OutgoingMail.objects.count() == 2
