"""The pages of people: their titles, and the links between them (product 56)."""

import pytest

from conduct.models import CaseKind
from conduct.services import open_case
from factories import mentor as make_mentor
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


def test_pages_are_headed_by_names_and_tabs_are_not(office, mentee):
    page = office.get(f"{PEOPLE}{mentee.pk}/change/").content.decode()

    assert "<h1>Amina Otieno</h1>" in page
    assert "<title>Member |" in page
    assert f"Member {mentee.pk}" not in page


def test_pages_of_one_member_lead_to_each_other(office, mentor, coordinator, stranger):
    profile = mentor.mentor_profile
    opened = open_case(member=mentor, kind=CaseKind.HELP, text="x")
    named = open_case(member=stranger, kind=CaseKind.REPORT, text="x", about=mentor)
    hidden = open_case(member=mentor, kind=CaseKind.REPORT, text="x", about=coordinator)
    page = office.get(f"{PEOPLE}{mentor.pk}/change/").content.decode()

    for link in (f"{MENTORS}{profile.pk}/", *(f"/admin/conduct/case/{c.pk}/" for c in (opened, named))):
        assert link in page
    assert str(hidden.pk) not in page
    assert f"{PEOPLE}{mentor.pk}/change/" in office.get(f"{MENTORS}{profile.pk}/change/").content.decode()


def test_the_page_of_a_mentor_shows_what_members_see(office):
    profile = make_mentor(
        name="Ada", areas=["archives"], helps_with=["specific-skill"], bio="I mend bindings."
    )
    Member.objects.filter(pk=profile.member_id).update(languages=["fr"])
    page = main_text(office.get(f"{MENTORS}{profile.pk}/change/"))

    for words in ("Archives", "Learning a particular skill", "French", "I mend bindings."):
        assert words in page


def test_a_photo_that_is_not_there_is_no_error(office, mentor):
    assert office.get(f"{MENTORS}{mentor.mentor_profile.pk}/photo/").status_code == 404
