"""Product 37: a standing rhythm is proposed by one and agreed by the other, who sees the next dates."""

from datetime import date, time

import pytest
from django.test import Client

import factories
from meetings.models import Meeting, MeetingRhythm
from meetings.services import rhythms
from testing.making import rhythm_proposed
from testing.meeting_pages import agree, answer, lives_in, mails, of, rhythm_form, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def status(rhythm):
    return MeetingRhythm.objects.values_list("status", flat=True).get(pk=rhythm.pk)


def test_proposed_by_one_and_agreed_by_the_other(rhythm_page, pair, as_, mentor, mentee):
    page = main_text(as_(mentee).post(f"{rhythm_page}new/", rhythm_form(), follow=True))
    rhythm = pair.rhythms.get()
    assert "We’ll email Rosalind, who can agree or decline." in page and "Waiting for Rosalind" in page
    assert (rhythm.rule, rhythm.at, rhythm.status) == ("FREQ=MONTHLY;BYDAY=1TU", time(16), "proposed")
    assert not pair.meetings.exists()  # nothing stands before both have said yes

    assert "Yes, that suits me" in main_text(as_(mentor).get(rhythm_page))
    assert "Agreed. We’ll email you both a calendar update." in agree(as_(mentor), rhythm)
    assert status(rhythm) == "agreed" and pair.meetings.filter(status="agreed").count() >= 12
    assert len(mails(mentor, "rhythm_proposed")) == 1
    assert [len(mails(who, "rhythm_set")) for who in (mentor, mentee)] == [1, 1]


def test_it_is_found_from_the_pages_of_whoever_is_asked(proposed, pair, rhythm_page, as_, mentor, mentee):
    assert says(as_(mentor), of(pair), "Amina proposes regular meetings") != []
    assert f'href="{rhythm_page}"' in as_(mentor).get("/").content.decode()
    assert f'href="{rhythm_page}"' not in as_(mentee).get("/").content.decode()
    assert says(as_(mentee), of(pair), "Rosalind has not answered") != []


def test_both_see_the_next_dates_in_both_zones(clock, pair, rhythm_page, as_, mentor, mentee):
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor)
    rhythm_proposed(pair, mentee, at=time(8), rule="FREQ=WEEKLY;BYDAY=WE", starts_on=date(2027, 3, 10))
    before = "Tuesday 9 March at 23:00 Chicago; for Amina it’s Wed 10 Mar, 08:00 (Nairobi)"
    after = "Wednesday 17 March at 00:00 Chicago; for Amina it’s 08:00 (Nairobi)"

    assert says(as_(mentor), rhythm_page, before, after) == [before, after]
    assert (
        says(
            as_(mentee), rhythm_page, "Wednesday 17 March at 08:00 Nairobi; for Rosalind it’s 00:00 (Chicago)"
        )
        != []
    )
    agree(as_(mentor), pair.rhythms.get())
    assert says(as_(mentor), rhythm_page, before, after) == [before, after]


def test_nobody_agrees_to_their_own(proposed, rhythm_page, as_, mentee):
    assert "Yes, that suits me" not in main_text(as_(mentee).get(rhythm_page))
    assert "You proposed this, so" in agree(as_(mentee), proposed)
    assert status(proposed) == "proposed"


@pytest.mark.parametrize(("who", "subject"), [("mentor", "doesn’t suit"), ("mentee", "withdrawn")])
def test_it_is_declined_or_taken_back(who, subject, proposed, pair, as_, mentor, request):
    by = request.getfixturevalue(who)
    answer(as_(by), proposed)

    assert status(proposed) == "off" and not pair.meetings.exists()
    [outgoing] = mails(pair.partner_of(by), "rhythm_closed")
    assert subject in outgoing.subject
    assert "no longer open" in agree(as_(mentor), proposed)
    assert status(proposed) == "off"


def test_a_double_click_proposes_once_and_agrees_once(rhythm_page, pair, as_, mentor, mentee):
    for _ in range(2):
        as_(mentee).post(f"{rhythm_page}new/", rhythm_form())
    assert (pair.rhythms.count(), len(mails(mentor, "rhythm_proposed"))) == (1, 1)
    for _ in range(2):
        assert "Agreed." in agree(as_(mentor), pair.rhythms.get())

    assert len(mails(mentee, "rhythm_set")) == 1
    starts = list(pair.meetings.values_list("starts_at", flat=True))
    assert len(starts) == len(set(starts)) > 11


def test_agreed_at_the_same_instant_is_agreed_once(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    rhythm = rhythm_proposed(pair, pair.mentee)

    def click():
        client = Client()
        client.force_login(pair.mentor)
        address = of(pair, "rhythm", "answer")
        return client.post(address, {"rhythm": rhythm.code, "agree": "1"}).status_code

    assert at_once([click] * 3) == [302] * 3
    assert len(mails(pair.mentee, "rhythm_set")) == 1
    starts = list(Meeting.objects.values_list("starts_at", flat=True))
    assert len(starts) == len(set(starts)) > 11


def test_two_who_propose_at_once_leave_one_to_answer(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())

    def propose(who):
        client = Client()
        client.force_login(who)
        return client.post(of(pair, "rhythm", "new"), rhythm_form()).status_code

    assert at_once([lambda: propose(pair.mentor), lambda: propose(pair.mentee)]) == [302, 302]
    assert sorted(MeetingRhythm.objects.values_list("status", flat=True)) == ["off", "proposed"]


def test_another_takes_the_place_of_what_waits(proposed, rhythm_page, pair, as_, mentor, mentee):
    assert "This one would replace it" in main_text(as_(mentor).get(f"{rhythm_page}new/"))
    as_(mentor).post(f"{rhythm_page}new/", rhythm_form(pattern="2-weeks"))

    assert status(proposed) == "off"
    assert "no longer open" in agree(as_(mentor), proposed)
    agree(as_(mentee), rhythms.waiting_rhythm(pair))
    assert rhythms.running(pair).rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
