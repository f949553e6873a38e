"""The staff site needs no more of PostgreSQL than its login may do (P8, the other way round)."""

import pytest
from django.db import connection

import factories
from conduct.models import CaseKind
from conduct.services import open_case
from profiles.models import Member, MentorProfile, Term
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
    """Suspend, restore, hide, cases, words, lists: with their mails, their sessions and what is logged."""
    mentor = people.people["mentor"]
    profile = MentorProfile.objects.get(member=mentor)
    case = open_case(member=mentor, kind=CaseKind.HELP, text="Please listen.")
    words = list(Term.objects.filter(kind="area")[:2])
    colleague = factories.member(is_staff=True)
    make()
    with as_login("staff"):
        for url, data in (
            (f"/admin/profiles/member/{mentor.pk}/suspend/", {"reason": "A complaint."}),
            (f"/admin/profiles/member/{mentor.pk}/restore/", {}),
            (f"/admin/profiles/mentorprofile/{profile.pk}/hide/", {"reason": "Old."}),
            (f"/admin/profiles/mentorprofile/{profile.pk}/unhide/", {}),
            (f"/admin/profiles/member/{colleague.pk}/suspend/", {"reason": "A complaint."}),
            (f"/admin/conduct/case/{case.pk}/take/", {}),
            (f"/admin/conduct/case/{case.pk}/answer/", {"text": "We listen."}),
            (f"/admin/conduct/case/{case.pk}/hand-back/", {}),
            (f"/admin/conduct/case/{case.pk}/close/", {"text": "Goodbye."}),
            (f"/admin/conduct/case/{case.pk}/reopen/", {}),
            (f"/admin/profiles/term/{words[0].pk}/merge/", {"into": words[1].pk}),
        ):
            assert staff.post(url, data).status_code == 302, url

        exported = staff.post("/admin/profiles/member/export/")
        assert mentor.email in b"".join(exported.streaming_content).decode()
    assert Member.objects.get(pk=mentor.pk).is_active
    assert MentorProfile.objects.get(pk=profile.pk).hidden_at is None
