"""Product 47, trust P28: a topic is stopped by one click, by nobody else's hand, and stays stopped."""

from email import message_from_bytes, policy
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session

from factories import member
from mail import topics
from mail.models import OutgoingMail, Unsubscribe
from mail.outgoing.message import build_message
from mail.topics import TOPICS
from mentoring.tests.test_reading_changes_nothing import tables
from profiles import moderation
from profiles.models import Member
from testing.mails import feedback_to
from testing.unsubscribing import ONE_CLICK, bare, path_of

pytestmark = pytest.mark.django_db


def test_a_mail_with_a_topic_carries_its_stop_in_the_headers_and_in_its_last_line(amina):
    """RFC 8058: both headers; the link is the same everywhere, and signs in nobody."""
    mail = feedback_to(amina)
    message = message_from_bytes(build_message(mail).message().as_bytes(), policy=policy.default)
    link = message["List-Unsubscribe"].strip().strip("<>")

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert urlsplit(link).path == path_of(amina.pk)
    assert mail.text.rstrip().splitlines()[-1] == f"Stop emails about feedback: {link}"
    assert f'<a href="{link}">Stop emails about feedback</a></p>\n</div>' in unescape(mail.html)


def test_built_twice_it_is_the_same_to_the_byte(amina):
    """P17: the token does not change with the day."""
    mail = feedback_to(amina)
    again = OutgoingMail.objects.get(pk=mail.pk)

    assert build_message(mail).message().as_bytes() == build_message(again).message().as_bytes()


def test_no_token_tells_who_it_is_for(amina):
    token = topics.unsubscribe_token(amina.pk, TOPICS.get("feedback"))

    assert token.rpartition(".")[0] == f"{amina.pk}.feedback"
    assert topics.read_unsubscribe_token(token) == (amina.pk, TOPICS.get("feedback"))


def test_looking_changes_nothing(amina):
    """P27: scanners fetch every link, some three times."""
    before, client = tables(), bare()
    for _time in range(3):
        client.get(path_of(amina.pk))
        client.head(path_of(amina.pk))
        client.get(f"{path_of(amina.pk)}?List-Unsubscribe=One-Click")

    assert tables() == before
    assert not client.cookies


def test_the_page_says_which_mails_and_not_whose(amina):
    page = bare().get(path_of(amina.pk, "meetings")).content.decode()

    assert "<h1>Stop these emails?</h1>" in page
    assert "The Library Association" in page
    assert page.count("<button") == page.count("<form") == 1
    assert "Amina" not in page
    assert amina.email not in page


def test_one_click_stops_it_without_cookie_or_redirect_and_a_second_is_no_other(amina):
    """P28."""
    client = bare()
    answers = [client.post(path_of(amina.pk), **ONE_CLICK) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    assert "You’ll no longer get these emails" in answers[0].content.decode()
    assert 'href="/profile/mails/"' in answers[0].content.decode()
    assert list(Unsubscribe.objects.values_list("member", "topic")) == [(amina.pk, "feedback")]
    assert not client.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("who", ("themselves", "somebody else"))
def test_it_works_signed_in_for_the_member_of_the_link_alone(who, amina, client):
    other = member()
    client.force_login(amina if who == "themselves" else other)
    page = client.post(path_of(amina.pk), **ONE_CLICK)

    assert page.status_code == 200
    assert amina.email not in page.content.decode()
    assert set(Unsubscribe.objects.values_list("member", flat=True)) == {amina.pk}


def test_the_answer_does_not_tell_whether_an_account_is_there(amina):
    """Here, suspended, closed, never there: the same bytes; of who has left, nothing is written."""
    suspended, closed = member(), member()
    moderation.suspend(suspended)
    Member.objects.filter(pk=closed.pk).update(is_active=False, left_at="2026-01-01T00:00Z")
    numbers = [amina.pk, suspended.pk, closed.pk, 10**9]
    for client, method in ((bare(), "get"), (bare(), "post")):
        pages = {getattr(client, method)(path_of(number)).content for number in numbers}
        assert len(pages) == 1

    assert set(Unsubscribe.objects.values_list("member", flat=True)) == {amina.pk, suspended.pk}
