"""Product 38 and 46: a pair that pauses, ends, is blocked or left has nothing ahead, and both are told once."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from matching.blocking import block
from meetings.models import CalendarSettings, Meeting, MeetingRhythm, TimesOffer
from meetings.services import follow_up, keeping, offering
from mentorships import services as life
from privacy import account_closure
from testing.making import agreed, in_days, proposed, put_back, rhythm
from testing.meeting_pages import all_of, mails, of, openly, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_list(settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")


def leaves(pair, by):
    """The fourteen days pass."""
    account_closure.request_closure(by, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))


WAYS = {
    "paused": life.pause,
    "ended": life.end,
    "left": leaves,
    "blocked": lambda pair, by: block(by, pair.partner_of(by)),
}


@pytest.fixture
def full(pair, mentor, mentee):
    """A meeting, one that is to be moved, times on offer, a rhythm; and one that has been."""
    put_back(agreed(pair, mentee, in_days(20)), days=3)
    agreed(pair, mentee, in_days(4))
    moving = agreed(pair, mentor, in_days(5))
    offering.offer(moving, by=mentor, slots=[(in_days(6), mentor.time_zone, False)])
    proposed(pair, mentee, in_days(8))
    rhythm(pair, mentor, rule="FREQ=MONTHLY;BYDAY=1TU")
    OutgoingMail.objects.all().delete()
    return pair


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


@pytest.mark.parametrize("way", ["paused", "ended"])
@pytest.mark.parametrize("worker", [False, True], ids=["before the worker ran", "after"])
def test_at_once_no_page_shows_anything_ahead(way, worker, full, as_, mentor, mentee):
    feed = f"/calendar/{CalendarSettings.objects.renew(mentee).feed_secret}.ics"
    month = f"/meetings/{in_days(4):%Y/%-m}/"
    before = _shown(as_(mentee), full, feed, month)
    assert len(before) > 6  # there was something to be seen
    WAYS[way](full, by=mentor)
    if worker:
        follow_up.after_pairs()

    assert _shown(as_(mentee), full, feed, month) == []


def _shown(client, pair, feed, month):
    """(page, what) of everything that speaks of what is to come."""
    codes = [str(row.code) for row in pair.meetings.exclude(starts_at__lte=timezone.now())]
    found = []
    for page in (of(pair), of(pair, "rhythm"), "/meetings/", month, "/", pair.get_absolute_url()):
        text = client.get(page).content.decode()
        found += [(page, code) for code in codes if code in text]
        found += [
            (page, said) for said in ("You’re meeting ", "Next dates", "needs your answer") if said in text
        ]
    if client.get(feed).content.count(b"BEGIN:VEVENT") > 1:  # but for the one that has been
        found.append((feed, "event"))
    time = main_text(client.get(f"/meetings/time/?month={in_days(4):%Y-%m}"))
    return found + [("time", "planned")] * ("coming up" in time or "Planned 0 h" not in time)


@pytest.mark.parametrize("way", ["paused", "ended"])
def test_the_page_of_the_meeting_itself_says_so_at_once(way, full, as_, mentor, mentee):
    meeting = full.meetings.filter(status="agreed", rhythm=None, starts_at__gt=timezone.now()).first()
    WAYS[way](full, by=mentor)
    words = (
        "Move the meeting",
        "Cancel the meeting",
        "Download a calendar file",
        "would like to move this meeting",
    )

    assert says(as_(mentee), of(full, meeting), "Cancelled.", *words) == ["Cancelled."]
    answer = as_(mentee).get(of(full, meeting) + "meeting.ics")
    assert answer.status_code == 302


def test_resumed_nothing_comes_back_and_the_rhythm_is_offered_again(full, as_, mentor, mentee):
    life.pause(full, by=mentor)
    follow_up.after_pairs()
    life.resume(full, by=mentee)
    follow_up.after_pairs()
    follow_up.with_time()

    assert not Meeting.objects.agreed().ahead().exists()
    assert says(as_(mentee), of(full, "rhythm"), "Use your last schedule again") != []
    form = as_(mentor).get(of(full, "rhythm", "new")).content.decode()
    assert 'value="first" selected' in form and 'value="TU" selected' in form
    assert "Nothing is arranged yet." in main_text(as_(mentee).get("/meetings/"))


def test_a_pause_taken_back_before_anybody_was_told_leaves_all_as_it_was(full, mentor):
    before = list(full.meetings.order_by("pk").values_list("pk", "status"))
    life.pause(full, by=mentor)
    life.resume(full, by=mentor)
    follow_up.after_pairs()

    assert list(full.meetings.order_by("pk").values_list("pk", "status")) == before
    assert mails(mentor) == []


def test_a_pair_that_goes_on_is_left_alone(full, mentor):
    before = list(full.meetings.order_by("pk").values_list("pk", "status"))
    follow_up.after_pairs()

    assert list(full.meetings.order_by("pk").values_list("pk", "status")) == before
    assert mails(mentor) == []


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
