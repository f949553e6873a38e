"""Product 38 and 46: a pair that pauses, ends, is blocked or left has nothing ahead, and both are told once."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from meetings.models import Meeting, MeetingRhythm, TimesOffer
from meetings.services import follow_up, keeping
from meetings.tests.ways_of_leaving import WAYS
from mentorships import services as life
from testing.making import agreed, in_days, rhythm
from testing.meeting_pages import all_of, mails, openly

pytestmark = pytest.mark.django_db


def kinds(who):
    return sorted(outgoing.kind.partition("/")[2] for outgoing in mails(who))


TOLD = ["meeting_cancelled", "meeting_cancelled", "rhythm_ended"]


@pytest.mark.parametrize("way", WAYS)
def test_what_was_ahead_is_called_off_and_each_is_told_once_of_each(way, full, mentor, mentee):
    been = Meeting.objects.filter(ends_at__lte=timezone.now()).get()
    WAYS[way](full, by=mentor)
    for _ in range(2):
        follow_up.after_pairs()

    assert set(full.meetings.exclude(pk=been.pk).values_list("status", flat=True)) == {"cancelled", "off"}
    assert Meeting.objects.get(pk=been.pk).status == "agreed"  # what has been has been
    assert MeetingRhythm.objects.get().status == "ended"
    assert not TimesOffer.objects.filter(status="open").exists()
    assert kinds(mentee) == TOLD
    assert kinds(mentor) == ([] if way == "left" else TOLD)


@pytest.mark.parametrize("way", WAYS)
def test_the_mail_says_why_and_neither_who_nor_where(way, full, mentor, mentee):
    openly(mentee)
    WAYS[way](full, by=mentor)
    follow_up.after_pairs()

    why = "Your mentorship is paused" if way == "paused" else "Your mentorship has ended"
    for outgoing in mails(mentee):
        assert why in outgoing.text
        assert "block" not in outgoing.text and "Rosalind" not in outgoing.text + outgoing.subject
        assert "rooms.example" not in all_of(outgoing) and "254 700" not in outgoing.text


def test_side_by_side_both_are_told_once(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    agreed(pair, pair.mentee, in_days(4))
    rhythm(pair, pair.mentor, rule="FREQ=WEEKLY;BYDAY=TU")
    OutgoingMail.objects.all().delete()
    life.end(pair, by=pair.mentor)
    results = at_once([follow_up.after_pairs] * 4)

    assert not [result for result in results if isinstance(result, Exception)]
    for who in (pair.mentor, pair.mentee):
        assert kinds(who) == ["meeting_cancelled", "rhythm_ended"]


def test_called_off_by_one_of_the_two_at_the_same_moment_is_told_once(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    meeting = agreed(pair, pair.mentee, in_days(4))
    at_once([lambda: keeping.cancel(meeting, by=pair.mentor), lambda: life.pause(pair, by=pair.mentee)])
    follow_up.after_pairs()

    assert Meeting.objects.get().status == "cancelled"
    assert len(mails(pair.mentee, "meeting_cancelled")) == 1


def test_the_meetings_left_of_an_older_rhythm_go_too(pair, mentor, mentee):
    rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU")
    rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TH", starts_on=timezone.now().date() + timedelta(days=30))
    life.end(pair, by=mentor)
    follow_up.after_pairs()

    assert set(Meeting.objects.values_list("status", flat=True)) == {"cancelled"}


def test_one_that_fails_leaves_the_others_their_turn(full, mentor, mentee, monkeypatch, caplog):
    call_off, first = follow_up.keeping.invitations.call_off, []

    def falls(meeting, **facts):
        if not first:
            first.append(meeting)
            raise ValueError("words of somebody")
        return call_off(meeting, **facts)

    monkeypatch.setattr(follow_up.keeping.invitations, "call_off", falls)
    life.end(full, by=mentor)
    follow_up.after_pairs()
    assert "ValueError" in caplog.text and "words of somebody" not in caplog.text
    assert len(mails(mentee, "meeting_cancelled")) == 1

    follow_up.after_pairs()
    assert kinds(mentee) == TOLD
