"""The lists of people: filtered, and found by employer and town (product 56)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiles import moderation, services
from profiles.models import Member, MentorProfile

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


def names(office, address, **query):
    return [getattr(row, "member", row).name for row in office.get(address, query).context["cl"].result_list]


def test_members_are_filtered_by_account_part_and_when_they_joined(office, mentee, mentor, coordinator):
    moderation.suspend(mentee)
    Member.objects.filter(pk=mentor.pk).update(joined_at=timezone.now() - timedelta(days=800))

    assert names(office, PEOPLE, account="suspended") == [mentee.name]
    assert names(office, PEOPLE, part="staff") == [coordinator.name]
    assert names(office, PEOPLE, part="mentor") == [mentor.name]
    assert mentor.name not in names(office, PEOPLE, joined="year")
    assert mentee.name in names(office, PEOPLE, joined="month")


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("listed", lambda profile: None),
        ("paused", services.pause),
        ("hidden", lambda profile: moderation.hide(profile, reason="x")),
        ("suspended", lambda profile: moderation.suspend(profile.member)),
        ("draft", lambda profile: MentorProfile.objects.update(status="draft")),
    ],
)
def test_mentor_profiles_are_filtered_by_state(state, step, office, mentor):
    step(mentor.mentor_profile)

    assert names(office, MENTORS, state=state) == [mentor.name]


@pytest.mark.parametrize("asked", ["Bodleian", "Oxford"])
def test_people_are_found_by_employer_and_town(asked, office, mentor, stranger):
    Member.objects.filter(pk=mentor.pk).update(employer="Bodleian Libraries", city="Oxford")

    assert names(office, PEOPLE, q=asked) == names(office, MENTORS, q=asked) == [mentor.name]
