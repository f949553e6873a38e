"""Product 37: one of a rhythm moved or called off alone, and the rest changed from a day on."""

from datetime import date, datetime, time, timedelta

import pytest

from meetings.models import Meeting, MeetingRhythm, TimesOffer
from meetings.services import keeping, offering, rhythms
from meetings.tests.rhythm_meetings import ahead
from mentoring.lib import walltime
from testing.making import moved, rhythm_proposed
from testing.meeting_pages import mails, of, only_times, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db
EACH_THURSDAY = "FREQ=WEEKLY;BYDAY=TH"


def one(run, number):
    meeting = run.meetings.order_by("planned")[number]
    meeting.mentorship = run.mentorship
    return meeting


def test_one_is_moved_alone_and_says_so(run, pair, as_, mentor, mentee):
    before = ahead(pair)
    meeting = one(run, 1)
    as_(mentor).post(of(pair, meeting, "offer"), only_times("2027-02-18T10:00"))
    as_(mentee).post(of(pair, meeting, "pick"), {"slot": offering.open_of(meeting).get().slots.get().pk})

    assert ahead(pair) == [before[0], "2027-02-18T10:00", *before[2:]]
    assert says(as_(mentee), of(pair, meeting), "regular meeting, moved") != []
    assert says(as_(mentee), "/meetings/", "; moved") != []
    assert [mails(who, "meeting_set")[-1].subject[:22] for who in (mentor, mentee)] == [
        "Your meeting has moved"
    ] * 2
    assert "Thursday 18 February at 10:00" in main_text(as_(mentor).get(of(pair, "rhythm")))


def test_one_called_off_leaves_the_others(run, pair, mentor):
    before = ahead(pair)
    keeping.cancel(one(run, 1), by=mentor)

    assert ahead(pair) == [before[0], *before[2:]]


def change(pair, by, **facts):
    changed = rhythm_proposed(pair, by, rule=EACH_THURSDAY, **facts)
    return rhythms.agree(changed, by=pair.partner_of(by))


def test_from_a_day_on_it_is_another_and_no_date_is_lost_or_doubled(run, pair, as_, mentor, mentee):
    new = change(pair, mentor, starts_on=date(2027, 4, 1), at=time(10))

    old = [local_time for local_time in ahead(pair) if local_time < "2027-04-01"]
    assert old == [
        f"2027-{day}T16:00"
        for day in ("02-09", "02-16", "02-23", "03-02", "03-09", "03-16", "03-23", "03-30")
    ]
    later = [walltime.parse_local(local_time) for local_time in ahead(pair)[len(old) :]]
    assert later[0] == datetime(2027, 4, 1, 10) and len(later) > 48
    assert {b - a for a, b in zip(later, later[1:], strict=False)} == {timedelta(days=7)}
    was = MeetingRhythm.objects.get(pk=run.pk)
    assert (was.status, was.ends_on, new.replaces_id) == ("ended", date(2027, 3, 31), run.pk)
    subjects = [outgoing.subject for outgoing in mails(mentee, "rhythm_set")]
    assert subjects == [
        "Your regular meetings are agreed",
        "Your old regular meetings are ending",
        "Your regular meetings are agreed",
    ]


def test_until_the_other_agrees_what_runs_goes_on(run, pair, as_, mentor, mentee):
    before = ahead(pair)
    changed = rhythm_proposed(pair, mentor, rule=EACH_THURSDAY, starts_on=date(2027, 4, 1))
    page = main_text(as_(mentee).get(of(pair, "rhythm")))
    assert "From 1 April 2027, this would replace the regular meetings below." in page
    assert ahead(pair) == before
    rhythms.close_rhythm(changed, by=mentee)

    assert ahead(pair) == before and rhythms.running(pair) == run


def test_a_moved_meeting_of_the_old_one_is_not_lost_before_the_new_one(run, pair, mentor, mentee):
    moved(one(run, 6), mentee, datetime(2027, 3, 25, 9))
    change(pair, mentor, starts_on=date(2027, 4, 1))

    assert "2027-03-25T09:00" in ahead(pair) and "2027-03-23T16:00" not in ahead(pair)


def test_changed_before_it_began_the_old_one_leaves_nothing(run, pair, mentor, mentee):
    change(pair, mentor, starts_on=date(2027, 2, 4), at=time(10))

    assert {walltime.parse_local(local_time).weekday() for local_time in ahead(pair)} == {3}
    assert ahead(pair)[0] == "2027-02-04T10:00"
    assert len(mails(mentee, "rhythm_ended")) == 1


def test_the_form_begins_with_what_runs(run, pair, as_, mentor, mentee):
    page = as_(mentee).get(of(pair, "rhythm", "new")).content.decode()

    assert 'value="weekly" selected' in page and 'value="TU" selected' in page
    assert 'value="16:00"' in page and 'value="+254 700 000 000"' in page


@pytest.mark.parametrize("how", ["ended", "changed"])
def test_an_offer_to_move_one_that_is_off_waits_for_nobody(how, run, pair, as_, mentor, mentee):
    meeting = one(run, 20)
    offering.offer(meeting, by=mentor, slots=[(datetime(2027, 7, 1, 9), "UTC", False)])
    if how == "ended":
        rhythms.end(run, by=mentor)
    else:
        change(pair, mentor, starts_on=date(2027, 4, 1))

    assert Meeting.objects.get(pk=meeting.pk).status == "cancelled"
    assert says(as_(mentee), of(pair), "has offered times") == []
    assert says(as_(mentee), "/meetings/", "is waiting for your answer") == []
    assert says(as_(mentee), "/", "about a time to meet") == []
    assert says(as_(mentee), pair.get_absolute_url(), "needs your answer") == []
    assert (
        says(as_(mentee), of(pair, meeting), "move this meeting. Does", "Does one of these times suit you?")
        == []
    )
    assert not TimesOffer.objects.filter(status="open").exists()
