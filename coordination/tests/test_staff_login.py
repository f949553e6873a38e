"""The staff site needs no more of PostgreSQL than its login may do (P8, the other way round)."""

import pytest
from django.db import connection

from profiles.models import Member, MentorProfile
from testing.logins import as_login, make
from testing.staff_pages import shown

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]


def test_every_page_is_the_same_with_the_rights_of_the_staff_login(staff):
    """And none is refused by the database."""
    make()
    before = {url: status for url, (status, _page) in shown(staff).items()}

    with as_login("staff"):
        assert {url: status for url, (status, _page) in shown(staff).items()} == before


def test_the_buttons_work_with_the_rights_of_the_staff_login(staff, people):
    """Suspend, restore, hide, unhide: with their mails, their sessions and their place in the list."""
    make()
    mentor = people.people["mentor"]
    profile = MentorProfile.objects.get(member=mentor)
    with as_login("staff"):
        for url, data in (
            (f"/admin/profiles/member/{mentor.pk}/suspend/", {}),
            (f"/admin/profiles/member/{mentor.pk}/restore/", {}),
            (f"/admin/profiles/mentorprofile/{profile.pk}/hide/", {"reason": "Old."}),
            (f"/admin/profiles/mentorprofile/{profile.pk}/unhide/", {}),
        ):
            assert staff.post(url, data).status_code == 302, url

    assert Member.objects.get(pk=mentor.pk).is_active
    assert MentorProfile.objects.get(pk=profile.pk).hidden_at is None
