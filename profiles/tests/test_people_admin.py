"""Product 54, 57, trust P12: what coordinators can see and do with people, and what they cannot."""

import pytest
from django.urls import reverse

from profiles.models import AccessLogEntry, Member, MentorProfile
from profiles.tests.people_mails import mails
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


def test_members_are_listed_and_found_by_name(office, mentee, stranger):
    page = main_text(office.get(PEOPLE, {"q": "Otieno"}))

    assert mentee.email in page
    assert stranger.email not in page


def test_a_member_is_looked_at_and_not_changed(office, mentee):
    address = f"{PEOPLE}{mentee.pk}/change/"
    page = office.get(address)

    assert page.status_code == 200
    assert 'name="email"' not in page.content.decode()
    office.post(address, {"name": "Changed", "email": "x@y.example"})
    assert Member.objects.get(pk=mentee.pk).name == "Amina Otieno"


@pytest.mark.parametrize("address", [f"{PEOPLE}add/", f"{MENTORS}add/"])
def test_nobody_is_added_by_hand(address, office):
    assert office.get(address).status_code == 403


@pytest.mark.parametrize("way", ["delete/", "history/"])
def test_nobody_is_deleted_by_hand(way, office, mentee):
    office.post(f"{PEOPLE}{mentee.pk}/{way}", {"post": "yes"})

    assert Member.objects.filter(pk=mentee.pk).exists()


def test_looking_is_written_down_for_the_member(office, coordinator, mentee, profile):
    office.get(f"{PEOPLE}{mentee.pk}/change/")
    office.get(f"{MENTORS}{profile.pk}/change/")

    entries = AccessLogEntry.objects.filter(by=coordinator)
    assert set(entries.values_list("member", flat=True)) == {mentee.pk, profile.member_id}


def test_a_member_is_suspended_and_restored_and_told_both_times(office, mentee):
    office.post(reverse("admin:member_suspend", args=[mentee.pk]), {"reason": "A complaint."})
    assert not Member.objects.get(pk=mentee.pk).is_active

    office.post(reverse("admin:member_restore", args=[mentee.pk]))
    assert Member.objects.get(pk=mentee.pk).is_active
    assert mails(mentee).count() == 2


def test_pressing_twice_is_once(office, mentee):
    for _ in range(2):
        office.post(reverse("admin:member_suspend", args=[mentee.pk]), {"reason": "A complaint."})

    assert mails(mentee).count() == 1


def test_a_look_at_the_steps_changes_nothing(office, mentee):
    assert office.get(reverse("admin:member_restore", args=[mentee.pk])).status_code == 403
    assert "Suspend account" in main_text(office.get(reverse("admin:member_suspend", args=[mentee.pk])))
    assert Member.objects.get(pk=mentee.pk).is_active


def test_an_administrator_is_not_suspended(office):
    chief = Member.objects.create_superuser("chief@test.example", name="Chief")

    page = office.post(reverse("admin:member_suspend", args=[chief.pk]), {"reason": "x"})
    assert "An operator’s account cannot be suspended here." in page.content.decode()
    assert Member.objects.get(pk=chief.pk).is_active


def test_places_taken_are_not_shown(office, profile):
    """Who is taken is the pairs' business."""
    MentorProfile.objects.update(active=1)
    page = office.get(f"{MENTORS}{profile.pk}/change/").content.decode()

    assert "active" not in {line.split('"')[0] for line in page.split("field-")[1:]}
    assert "capacity" not in {line.split('"')[0] for line in page.split("field-")[1:]}


@pytest.mark.parametrize("field", ["password", "contact", "work_days", "seeking"])
def test_what_is_nobodys_business_is_not_shown(field, office, mentee):
    page = office.get(f"{PEOPLE}{mentee.pk}/change/").content.decode()

    assert field not in {part.split('"')[0] for part in page.split("field-")[1:]}


@pytest.mark.parametrize("address", [PEOPLE, MENTORS])
def test_a_member_has_no_way_in(address, client, mentee, staff_site):
    client.force_login(mentee)

    assert client.get(address).status_code in (302, 403)
