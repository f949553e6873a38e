"""Staff cannot become a member: no password, no address, no session (P12, P15, way 31)."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from mail.models import OutgoingMail
from profiles.models import Member
from testing.staff_pages import SITE, name_of, shown

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def test_no_page_has_a_field_for_a_password_or_an_address(staff, people):
    """P12: one's own is changed on the member site, too."""
    for url, (_status, page) in shown(staff).items():
        fields = set(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', page))
        assert not [name for name in fields if "password" in name], url
        assert not fields & {"email", "address", "user", "username", "verified"}, url
        for member in people.people.values():
            assert member.password not in page, url


def test_a_take_over_by_posting_fails(staff, people):
    """P12: every door the stock admin has for it, tried by its address."""
    mentor = people.people["mentor"]
    was = (mentor.email, mentor.password, list(EmailAddress.objects.values()))
    change = reverse(name_of(Member, "change"), urlconf=SITE, args=[mentor.pk])
    new = {
        "email": "x@evil.example",
        "password": "x",
        "password1": "long-enough-99",
        "password2": "long-enough-99",
        "is_superuser": "on",
        "user": mentor.pk,
        "verified": "on",
    }
    for url in (
        change,
        f"/admin/profiles/member/{mentor.pk}/password/",
        "/admin/profiles/member/add/",
        "/admin/account/emailaddress/add/",
        f"/admin/account/emailaddress/{EmailAddress.objects.first().pk}/change/",
        "/admin/usersessions/usersession/",
        f"/admin/auth/user/{mentor.pk}/password/",
        "/admin/password_change/",
    ):
        for answer in (staff.post(url, new, follow=True), staff.get(url, follow=True)):
            assert answer.status_code in (200, 403, 404), url
            assert 'type="password"' not in answer.content.decode(), url

    mentor.refresh_from_db()
    assert (mentor.email, mentor.password, list(EmailAddress.objects.values())) == was
    assert not Member.objects.filter(email="x@evil.example").exists()


@pytest.mark.parametrize("step", ("suspend", "restore"))
def test_what_staff_may_do_to_an_account_is_told_to_the_member(step, staff, people):
    """Section 0: each such act is mailed; nothing happens by looking."""
    member = people.people["suspended" if step == "restore" else "member"]
    url = f"/admin/profiles/member/{member.pk}/{step}/"
    before = OutgoingMail.objects.count()

    assert staff.get(url).status_code == (200 if step == "suspend" else 403)
    assert OutgoingMail.objects.count() == before
    assert staff.post(url, {"reason": "A complaint."}).status_code == 302
    assert OutgoingMail.objects.filter(to=member, kind__contains=f"{step}").count() == 1


def test_nobody_suspends_a_superuser(staff, people):
    """P12: not even another one."""
    top = people.people["superuser"]

    page = staff.post(f"/admin/profiles/member/{top.pk}/suspend/", {"reason": "A complaint."})
    assert page.status_code == 200 and page.context["form"].non_field_errors()
    top.refresh_from_db()
    assert top.is_active


def test_a_member_sites_session_is_nothing_here(coordinator, staff_site):
    """V3: the two sites have cookies of their own, even on one host."""
    staff_site.SESSION_COOKIE_NAME = "member-session"
    browser = Client()
    browser.force_login(coordinator)
    staff_site.SESSION_COOKIE_NAME = "staff-session"

    assert set(browser.cookies) == {"member-session"}
    assert browser.get("/admin/").status_code == 302
    assert browser.get("/admin/").headers["Location"].startswith(LOGIN)


def test_the_two_sites_name_their_cookies_apart():
    """V3, from the settings themselves."""
    from mentoring.lib.tests.processes import python

    names = {
        process: python(
            "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)",
            "/tmp",  # noqa: S108 nothing is written
            MENTORING_PROCESS=process,
        ).stdout.split()
        for process in ("member", "staff")
    }
    assert len({*names["member"], *names["staff"]}) == 4
