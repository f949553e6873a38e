"""Product 23, 33, trust P36, P37: one table of steps, each taken once, with its history."""

import pytest

from factories import member, mentor, pair
from mentorships import services
from mentorships.models import MOVES, Mentorship, MentorshipStatus, StatusChange
from profiles.models import MentorProfile
from profiles.services import NoRoom

pytestmark = pytest.mark.django_db
STEPS = {
    MentorshipStatus.ACTIVE: services.resume,
    MentorshipStatus.PAUSED: services.pause,
    MentorshipStatus.RESTING: services.rest,
    MentorshipStatus.ENDED: services.end,
}


@pytest.mark.parametrize("was", MentorshipStatus.values)
@pytest.mark.parametrize("now", MentorshipStatus.values)
def test_only_the_steps_of_the_table_can_be_taken(was, now):
    both = pair(mentor().member, member())
    if was != MentorshipStatus.ACTIVE:
        STEPS[was](both, by=both.mentor)
    before = StatusChange.objects.count()

    if now in MOVES.get(was, ()):
        STEPS[now](both, by=both.mentee)
        assert (both.status, StatusChange.objects.count()) == (now, before + 1)
    else:
        with pytest.raises(services.MentorshipMoveNotAllowed):
            STEPS[now](both, by=both.mentee)
        assert (Mentorship.objects.get().status, StatusChange.objects.count()) == (was, before)


def test_a_step_from_an_old_page_is_not_taken():
    both = pair(mentor().member, member())
    old = Mentorship.objects.get()
    services.end(both, by=both.mentor)

    with pytest.raises(services.MentorshipMoveNotAllowed):
        services.pause(old, by=both.mentor)
    with pytest.raises(services.MentorshipMoveNotAllowed):
        services.end(old, by=both.mentor)
    assert MentorProfile.objects.get().active == 0


def test_a_pause_keeps_the_place():
    """Product 33."""
    both = pair(mentor(capacity=1).member, member())
    services.pause(both, by=both.mentor)

    assert MentorProfile.objects.get().active == 1
    with pytest.raises(NoRoom):
        pair(both.mentor, member())


def test_the_two_have_one_open_mentorship_and_the_place_is_taken_once():
    both = pair(mentor(capacity=3).member, member())

    with pytest.raises(services.AlreadyPaired):
        pair(both.mentor, both.mentee)
    assert MentorProfile.objects.get().active == 1


def test_full_leaves_no_half_begun_mentorship():
    """Product 23."""
    full = mentor(capacity=1)
    pair(full.member, member())

    with pytest.raises(NoRoom):
        pair(full.member, member())
    assert Mentorship.objects.count() == StatusChange.objects.count() == 1


def test_the_history_tells_who_and_when_and_nothing_more():
    both = pair(mentor().member, member())
    services.pause(both, by=both.mentor)
    services.resume(both, by=both.mentee)
    services.end(both, by=both.mentee)

    steps = StatusChange.objects.order_by("pk").values_list("was", "now", "by")
    assert list(steps) == [
        ("", "active", both.mentor_id),
        ("active", "paused", both.mentor_id),
        ("paused", "active", both.mentee_id),
        ("active", "ended", both.mentee_id),
    ]
    assert {field.name for field in StatusChange._meta.fields} == {
        "id",
        "mentorship",
        "was",
        "now",
        "by",
        "at",
    }


def test_a_change_of_job_changes_nothing_about_a_mentorship():
    """Product 6."""
    from profiles.services import save_member

    both = pair(mentor(employer="Old Place").member, member())
    both.mentor.employer = "New Place"
    save_member(both.mentor)

    assert Mentorship.objects.get().status == MentorshipStatus.ACTIVE
