"""Fault F7: what becomes of a request when the mentor is suspended, hidden or paused, or the asker suspended."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from matching import rules, services
from matching.models import MentorOffer, MentorRequest, Wish
from matching.out_of_reach import close_out_of_reach
from matching.wishes import unheard, write_wish
from profiles import moderation
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(mentor, mentee):
    request = factories.request(mentee, mentor)
    OutgoingMail.objects.all().delete()
    return request


def mails():
    return set(OutgoingMail.objects.filter(kind__startswith="matching/").values_list("kind", "to__name"))


def status(request):
    return MentorRequest.objects.get(pk=request.pk).status


def test_a_suspended_mentor_keeps_nobody_waiting(asked, mentor, mentee):
    moderation.suspend(mentor)
    assert [close_out_of_reach(), close_out_of_reach()] == [1, 0]

    assert status(asked) == "declined"
    assert mails() == {("matching/request_declined", mentee.name)}


def test_the_request_of_a_suspended_member_is_withdrawn(asked, mentor, mentee):
    moderation.suspend(mentee)
    close_out_of_reach()

    assert status(asked) == "withdrawn"
    assert mails() == {("matching/request_withdrawn", mentor.name)}


def test_the_answer_of_nobody_changes_no_habit_of_answering(asked, mentor):
    moderation.suspend(mentor)
    close_out_of_reach()

    mentor.mentor_profile.refresh_from_db()
    assert mentor.mentor_profile.answer_days is None


def test_others_go_on_waiting(asked, mentor, mentee):
    moderation.suspend(factories.mentor().member)

    assert close_out_of_reach() == 0
    assert status(asked) == "open"


@pytest.mark.parametrize("step", (people.pause, lambda profile: moderation.hide(profile, reason="late")))
def test_whoever_waits_for_a_mentor_who_left_the_list_is_told_on_the_page(step, asked, mentor, mentee, as_):
    factories.mentor(name="Somebody Alike")
    assert "taking a break" not in main_text(as_(mentee).get(asked.get_absolute_url()))
    step(mentor.mentor_profile)

    page = main_text(as_(mentee).get(asked.get_absolute_url()))
    assert "Rosalind is taking a break at the moment" in page
    assert "Somebody Alike" in page
    assert "Withdraw request" in page
    assert "taking a break" not in main_text(as_(mentor).get(asked.get_absolute_url()))


def test_requests_to_those_who_left_the_list_do_not_count(mentee):
    away = [factories.mentor() for _number in range(3)]
    for profile in away:
        services.send_request(
            mentee=mentee, mentor=profile.member, focus="specific-skill", message="Would you?"
        )
    assert not rules.may_ask_more(mentee)
    for profile in away:
        people.pause(profile)

    assert rules.may_ask_more(mentee)
    factories.request(mentee, factories.mentor().member)
    assert MentorRequest.objects.filter(status="open").count() == 4


@pytest.mark.parametrize("standing", ("suspended", "withdrawn"))
def test_a_wish_whose_only_offer_has_gone_is_unheard(standing, mentee):
    wish = write_wish(mentee, what="knows seed catalogues", focus="")
    one = factories.mentor().member
    offer = MentorOffer.objects.create(wish=wish, mentor=one)
    later = timezone.now() + timedelta(days=15)
    assert unheard(later) == 0
    if standing == "suspended":
        moderation.suspend(one)
    else:
        MentorOffer.objects.filter(pk=offer.pk).update(withdrawn_at=later)

    assert unheard(later) == 1
    assert Wish.objects.get().unheard_at
