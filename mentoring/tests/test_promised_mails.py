"""No page says that somebody is told by mail who will get none: a stopped topic, or an address that mail comes back from."""

import pytest
from django.urls import reverse

import factories
from mail import preferences
from mail.incoming import suppression_list
from mail.topics import TOPICS
from testing.meeting_pages import rhythm_form
from testing.pages import main_text
from testing.talks import offered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PROMISES = (
    "told",
    "We’ve let",
    "by mail",
    "gets a mail",
    "The mail that",
    "by email",
    "We’ll email",
    "we’ll email",
    "Our email",
)


def stopped(member):
    preferences.unsubscribe(member.pk, [topic.name for topic in TOPICS])


def bounced(member):
    suppression_list.suppress(member.email, "SMTP 550 5.1.1")


@pytest.fixture(params=[stopped, bounced])
def silence(request):
    """Makes that a member gets no mail."""
    return request.param


def promised(page):
    return [promise for promise in PROMISES if promise in page]


def said(client, address, data=None):
    """What is said on top of the page that comes of it."""
    answer = client.post(address, data or {}, follow=True)
    return " ".join(str(message) for message in answer.context["messages"])


def test_a_declined_request(silence, mentor, mentee, as_):
    """Fault F3."""
    mentor_request = factories.request(mentee, mentor)
    silence(mentee)
    sentence = said(as_(mentor), reverse("request_decline", args=[mentor_request.code]))

    assert "We will not email" in sentence and not promised(sentence)


def test_an_accepted_request(silence, mentor, mentee, as_):
    mentor_request = factories.request(mentee, mentor)
    silence(mentee)
    sentence = said(as_(mentor), reverse("request_accept", args=[mentor_request.code]))

    assert "will not get an email about it, so you may want to write first" in sentence


def test_a_withdrawn_request(silence, mentor, mentee, as_):
    mentor_request = factories.request(mentee, mentor)
    silence(mentor)
    client = as_(mentee)
    page = main_text(client.get(reverse("request_detail", args=[mentor_request.code])))
    sentence = said(client, reverse("request_withdraw", args=[mentor_request.code]))

    assert "We will not email" in sentence and not promised(sentence)
    assert "will see that you withdrew it" in page


@pytest.mark.parametrize("name", ["mentorship_pause", "mentorship_end"])
def test_a_pause_and_an_end(name, pair, mentee, mentor, as_, silence):
    silence(mentor)
    page = main_text(as_(mentee).get(reverse(name, args=[pair.code])))

    assert "Rosalind will see that" in page and "by mail" not in page


def test_a_proposed_rhythm_and_times(pair, mentee, mentor, as_, silence):
    silence(mentor)
    sentence = said(as_(mentee), f"/mentorships/{pair.code}/meetings/rhythm/new/", rhythm_form())

    assert "We will not email" in sentence and not promised(sentence)


def test_who_gets_mails_is_still_told(mentor, mentee, as_):
    mentor_request = factories.request(mentee, mentor)

    assert "We’ve let Amina know" in said(as_(mentor), reverse("request_decline", args=[mentor_request.code]))


def test_a_time_on_offer(silence, mentor, as_):
    """Fault F3: whoever has stopped mails about open hours is promised none."""
    talk = offered(mentor)
    assert promised(main_text(as_(mentor).get(talk.get_absolute_url())))
    silence(mentor)

    assert not promised(main_text(as_(mentor).get(talk.get_absolute_url())))


def test_help_that_is_asked_for(mentee, as_):
    """Fault F3: it cannot be stopped, but their mail may come back."""
    assert promised(said(as_(mentee), "/help/new/", {"text": "Please help."}))
    bounced(mentee)
    answer = as_(mentee).post("/help/new/", {"text": "Please help again."}, follow=True)

    assert "The answer will appear on this page." in main_text(answer)
    assert not promised(main_text(answer))


def test_coordinators_hear_that_nothing_has_told_the_member(mentee, coordinator, client, staff_site):
    client.force_login(coordinator)
    bounced(mentee)
    answer = client.post(reverse("admin:member_suspend", args=[mentee.pk]), {"reason": "x"}, follow=True)

    assert "Our emails to this member are not getting through" in " ".join(
        map(str, answer.context["messages"])
    )
