"""Product 49: joining, the waiting list with an honest place, and leaving."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from profiles import services as profile_services
from programmes.models import Enrolment, EnrolmentState, Sees, VisibleEnrolment
from programmes.services.joining import CannotJoin, join, leave, place_on_list, promote
from programmes.services.locking import LevelChanged
from testing.programmes import enrol, make

pytestmark = pytest.mark.django_db


def kinds(member):
    return list(OutgoingMail.objects.filter(to=member).values_list("kind", flat=True))


def test_who_joins_takes_part_and_is_mailed(programme, mentee):
    enrolment = enrol(programme, mentee, focus="confidence")

    assert (enrolment.state, enrolment.sees) == (EnrolmentState.ENROLLED, Sees.MILESTONES)
    assert kinds(mentee) == ["programmes/joined"]


def test_a_second_click_is_no_second_enrolment(programme, mentee):
    assert enrol(programme, mentee) == enrol(programme, mentee)
    assert len(kinds(mentee)) == 1


def test_whoever_finds_no_place_waits_and_gets_it_in_turn(db):
    programme = make(places=1)
    inside, first, second = (factories.member() for _ in range(3))
    enrol(programme, inside)
    waiting = [enrol(programme, member) for member in (first, second)]
    assert [place_on_list(one) for one in waiting] == [1, 2]

    leave(programme, inside)

    states = [Enrolment.objects.get(pk=one.pk).state for one in waiting]
    assert states == [EnrolmentState.ENROLLED, EnrolmentState.WAITING]
    assert "programmes/place_free" in kinds(first) and "programmes/place_free" not in kinds(second)
    assert VisibleEnrolment.objects.get(member=first).waits is False


def test_nobody_overtakes_those_who_wait(db):
    programme = make(places=1)
    inside, first, late = (factories.member() for _ in range(3))
    enrol(programme, inside)
    enrol(programme, first)
    Enrolment.objects.filter(member=inside).update(state=EnrolmentState.LEFT)

    assert enrol(programme, late).state == EnrolmentState.WAITING
    assert Enrolment.objects.get(member=first).state == EnrolmentState.ENROLLED


def test_who_cannot_sign_in_or_is_leaving_gets_no_place(db):
    programme = make(places=1)
    inside, suspended, leaving, last = (factories.member() for _ in range(4))
    for member in (inside, suspended, leaving, last):
        enrol(programme, member)
    suspended.is_active, leaving.leaving_at = False, timezone.now()
    suspended.save()
    leaving.save()

    leave(programme, inside)

    assert Enrolment.objects.get(member=last).state == EnrolmentState.ENROLLED


def test_mentors_take_no_place_of_mentees(mentor, mentee, db):
    programme = make(places=1)
    enrol(programme, mentor, part="mentor", places=3)

    assert enrol(programme, mentee).state == EnrolmentState.ENROLLED


def test_a_mentor_needs_a_profile_on_the_list(programme, mentee):
    with pytest.raises(CannotJoin, match="mentor profile"):
        enrol(programme, mentee, part="mentor")


def test_a_paused_mentor_neither(programme, mentor):
    profile_services.pause(mentor.mentor_profile)
    with pytest.raises(CannotJoin):
        enrol(programme, mentor, part="mentor")


@pytest.mark.parametrize(
    ("field", "days", "said"), [("sign_up_from", 1, "opens"), ("sign_up_until", -1, "closed")]
)
def test_outside_the_window_nobody_joins(field, days, said, mentee, db):
    today = timezone.localdate()
    dates = {"sign_up_from": today - timedelta(days=3), "sign_up_until": today + timedelta(days=3)}
    programme = make(**dates | {field: today + timedelta(days=days)})

    with pytest.raises(CannotJoin, match=said):
        enrol(programme, mentee)
    assert not Enrolment.objects.exists()


def test_a_draft_takes_nobody(mentee, db):
    with pytest.raises(CannotJoin):
        enrol(make(published_at=None), mentee)


def test_an_account_that_closes_joins_nothing(programme, mentee):
    mentee.leaving_at = timezone.now()
    mentee.save()
    with pytest.raises(CannotJoin, match="close"):
        enrol(programme, mentee)


def test_a_level_that_has_changed_since_the_page_was_read_is_refused(programme, mentee):
    with pytest.raises(LevelChanged):
        join(programme, mentee, part="mentee", seen=Sees.NUMBERS)
    assert not Enrolment.objects.exists()


def test_leaving_hides_and_a_second_click_does_nothing(programme, mentee):
    enrol(programme, mentee)

    assert leave(programme, mentee) is True
    assert leave(programme, mentee) is False
    assert not VisibleEnrolment.objects.exists()


def test_joining_again_after_leaving_is_the_end_of_the_list(db):
    programme = make(places=1)
    first, second, inside = (factories.member() for _ in range(3))
    for member in (inside, first, second):
        enrol(programme, member)
    leave(programme, first)

    assert place_on_list(enrol(programme, first)) == 2


def test_only_so_often_a_day(programme, mentee):
    for _time in range(10):
        enrol(programme, mentee)
        leave(programme, mentee)
    with pytest.raises(CannotJoin, match="tomorrow"):
        enrol(programme, mentee)


def test_nobody_is_promoted_once_it_is_over(mentee, db):
    programme = make(places=0)
    enrol(programme, mentee)
    programme.ends_on = timezone.localdate() - timedelta(days=1)
    programme.starts_on = programme.ends_on
    programme.places = 9
    programme.save()

    assert promote(programme) == 0
