"""Product 54, 57: coordinators hide a mentor's profile with a reason, and show it again."""

import pytest
from django.urls import reverse

from profiles import moderation, services
from profiles.hooks import hidden_profiles_changed
from profiles.models import MentorProfile
from profiles.tests.people_mails import mails
from testing.pages import main_text

pytestmark = pytest.mark.django_db
MENTORS = "/admin/profiles/mentorprofile/"


def test_a_profile_is_hidden_with_a_reason_that_the_mentor_reads(office, profile):
    address = reverse("admin:mentor_hide", args=[profile.pk])
    assert "emailed to the member" in main_text(office.get(address))

    office.post(address, {"reason": "Please say where you work."})

    assert not MentorProfile.objects.get().listed
    assert "Please say where you work." in mails(profile.member).get().text


def test_without_a_reason_it_stays(office, profile):
    page = office.post(reverse("admin:mentor_hide", args=[profile.pk]), {"reason": ""})

    assert page.status_code == 200
    assert MentorProfile.objects.get().listed


def test_a_hidden_profile_is_shown_again(office, profile):
    office.post(reverse("admin:mentor_hide", args=[profile.pk]), {"reason": "A check."})
    office.post(reverse("admin:mentor_unhide", args=[profile.pk]))

    assert MentorProfile.objects.get().listed
    assert mails(profile.member).count() == 2


@pytest.mark.parametrize("step", ["hide", "unhide"])
def test_a_profile_that_is_not_there(step, office):
    assert office.post(reverse(f"admin:mentor_{step}", args=[999]), {"reason": "x"}).status_code == 403


def test_a_hidden_profile_that_was_changed_waits_for_a_coordinator(coordinator, mentor):
    profile = mentor.mentor_profile
    moderation.hide(profile, reason="Please say where you work.")
    assert list(hidden_profiles_changed(coordinator)) == []
    profile.refresh_from_db()
    services.save_mentor(profile)

    [line] = hidden_profiles_changed(coordinator)
    assert line.url == f"{MENTORS}{profile.pk}/change/" and mentor.name not in line.label
    moderation.unhide(profile)
    assert list(hidden_profiles_changed(coordinator)) == []
