"""Product 49: it ends by itself, with thanks, and what was written stays. What is due comes late, twice, side by side."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from mentorships.models import Mentorship
from programmes.models import Enrolment, VisibleEnrolment, VisiblePair
from programmes.services import ending, reminding
from programmes.services.joining import leave
from programmes.services.pairing import mark_done
from programmes.tests.conftest import paired
from testing.programmes import enrol, for_qualification, make, milestone

pytestmark = pytest.mark.django_db
NOON = time(12)


def on(day):
    """Noon of a day, aware."""
    return datetime.combine(day, NOON, tzinfo=timezone.get_default_timezone())


def mails(kind):
    return list(OutgoingMail.objects.filter(kind=f"programmes/{kind}").values_list("to__name", flat=True))


def everything(now):
    for step in (
        ending.fill_places,
        reminding.remind_of_milestones,
        ending.warn_of_ends,
        ending.end_pairs,
        ending.note_ended_pairs,
        ending.close_programmes,
    ):
        step(now)


def test_on_its_last_day_it_goes_on(programme, pairing):
    everything(on(programme.ends_on))

    assert Mentorship.objects.get().status == "active" and not mails("over")


def test_on_the_day_after_it_ends_with_thanks_once(programme, pairing):
    letter = factories.letter(pairing.mentorship, pairing.mentorship.mentee)
    for _time in range(2):
        everything(on(programme.ends_on + timedelta(days=1)))

    assert Mentorship.objects.get().status == "ended"
    assert len(mails("pair_over")) == len(mails("over")) == 2
    assert set(Enrolment.objects.values_list("state", flat=True)) == {"over"}
    assert VisiblePair.objects.get().ended_at
    letter.refresh_from_db()
    assert letter.letter == "Thank you."


def test_only_whoever_was_one_of_a_pair_reads_that_their_words_stay(programme, pairing):
    alone = enrol(programme, factories.member())
    everything(on(programme.ends_on + timedelta(days=1)))

    told = OutgoingMail.objects.filter(kind="programmes/over")
    stay = {mail.to_id: "what you wrote to each other" in mail.text for mail in told}
    pair = pairing.mentorship
    assert stay == {pair.mentor_id: True, pair.mentee_id: True, alone.member_id: False}


def test_a_week_late_is_as_good(programme, pairing):
    everything(on(programme.ends_on + timedelta(days=8)))

    assert Mentorship.objects.get().status == "ended" and len(mails("over")) == 2


def test_whoever_still_waited_is_not_thanked_for_taking_part(db):
    programme = make(places=0)
    enrol(programme, factories.member())
    everything(on(programme.ends_on + timedelta(days=1)))

    assert Enrolment.objects.get().state == "left" and not mails("over")


def test_whoever_still_waited_is_not_seen_any_more(programme, pairing):
    programme.places = 1
    programme.save()
    waits = enrol(programme, factories.member())
    assert VisibleEnrolment.objects.filter(member=waits.member).exists()
    everything(on(programme.ends_on + timedelta(days=1)))

    seen = set(VisibleEnrolment.objects.values_list("member", flat=True))
    assert seen == {pairing.mentorship.mentor_id, pairing.mentorship.mentee_id}


def test_two_weeks_before_both_are_told_once(programme, pairing):
    everything(on(programme.ends_on - timedelta(days=15)))
    assert not mails("ends_soon")
    for days in (14, 13):
        everything(on(programme.ends_on - timedelta(days=days)))

    assert len(mails("ends_soon")) == 2


def test_one_reminder_of_the_nearest_milestone_that_is_not_done(programme, pairing):
    today = timezone.localdate()
    near = milestone(programme, title="Near", starts_at=on(today + timedelta(days=5)))
    milestone(programme, title="Next", starts_at=None, due_on=today + timedelta(days=6))
    milestone(programme, title="Gone", starts_at=on(today - timedelta(days=1)))
    milestone(programme, title="Off", starts_at=on(today + timedelta(days=1)), called_off=True)
    for _time in range(2):
        reminding.remind_of_milestones(on(today))
    assert len(mails("milestone_ahead")) == 2

    mark_done(pairing, near, by=pairing.mentorship.mentor)
    reminding.remind_of_milestones(on(today))
    assert len(mails("milestone_ahead")) == 4


def test_a_pair_that_rests_is_left_alone(programme, pairing):
    factories.mentorship_services.pause(pairing.mentorship, by=pairing.mentorship.mentee)
    milestone(programme, starts_at=on(timezone.localdate() + timedelta(days=2)))

    assert reminding.remind_of_milestones(on(timezone.localdate())) == 0


def test_a_pair_that_ended_by_itself_is_seen_as_ended(programme, pairing):
    factories.mentorship_services.end(pairing.mentorship, by=pairing.mentorship.mentee)
    ending.note_ended_pairs(timezone.now())

    pairing.refresh_from_db()
    assert pairing.ended_at and pairing.ended_at == VisiblePair.objects.get().ended_at


def test_places_that_a_coordinator_adds_go_to_those_who_wait(db):
    programme, member = make(places=0), factories.member()
    enrol(programme, member)
    programme.places = 1
    programme.save()

    assert ending.fill_places(timezone.now()) == 1
    assert Enrolment.objects.get().state == "enrolled" and mails("place_free") == [member.name]


def test_each_pair_for_a_qualification_has_its_own_last_day(mentor, mentee):
    programme = for_qualification(weeks=10)
    pairing = paired(programme, mentee, mentor)
    assert pairing.ends_on == timezone.localdate() + timedelta(weeks=10)

    everything(on(pairing.ends_on + timedelta(days=1)))

    assert Mentorship.objects.get().status == "ended"


def test_the_free_mentorship_of_the_two_goes_on(programme, pairing):
    free = factories.pair(pairing.mentorship.mentor, pairing.mentorship.mentee)
    everything(on(programme.ends_on + timedelta(days=1)))

    free.refresh_from_db()
    assert free.status == "active"


def test_a_pair_goes_on_when_one_leaves_the_programme_and_ends_with_it(programme, pairing):
    leave(programme, pairing.mentorship.mentee)
    assert Mentorship.objects.get().status == "active"

    everything(on(programme.ends_on + timedelta(days=1)))

    assert Mentorship.objects.get().status == "ended"
    assert mails("over") == [pairing.mentorship.mentor.name]
