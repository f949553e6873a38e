"""Product 57: every look by a coordinator stands on the page; who is reported learns nothing by it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import CaseKind
from conduct.services import open_case
from privacy.tests.seen_page import URL, part
from profiles.access_log import log_access
from profiles.models import AccessLogEntry
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_a_look_at_my_account_my_profile_or_my_case_stands_here(as_, mentor, coordinator, settings, request):
    case = open_case(member=mentor, kind=CaseKind.HELP, text="x")
    request.getfixturevalue("staff_site")
    client = as_(coordinator)
    for url in (
        f"/admin/profiles/member/{mentor.pk}/change/",
        f"/admin/conduct/case/{case.pk}/change/",
        f"/admin/profiles/mentorprofile/{mentor.mentor_profile.pk}/change/",
    ):
        assert client.get(url).status_code == 200
        assert client.get(url).status_code == 200
    settings.ROOT_URLCONF = "mentoring.urls"
    words = part(as_(mentor).get(URL), "looks")

    assert AccessLogEntry.objects.count() == 3
    for what in (
        "your account page on the staff site",
        "your mentor profile on the staff site",
        "a case you opened",
    ):
        assert f"Grace Whitfield opened {what}" in words


def test_who_is_named_in_a_case_is_not_told_through_this_page(as_, mentor, coordinator):
    """Product 34, 36: the look is written down; the one reported learns nothing by it."""
    before = main_text(as_(mentor).get(URL))
    log_access(mentor, by=coordinator, what="about")

    assert AccessLogEntry.objects.count() == 1
    assert main_text(as_(mentor).get(URL)) == before


def test_only_my_own_looks_newest_first_and_paged(as_, mentor, mentee, coordinator):
    now = timezone.now()
    for number in range(25):
        AccessLogEntry.objects.create(
            member=mentor, by=coordinator, what="member", at=now - timedelta(hours=number)
        )
    AccessLogEntry.objects.create(member=mentee, by=coordinator, what="mentor")
    first, second = (as_(mentor).get(f"{URL}?page={number}") for number in (1, 2))

    assert part(first, "looks").count("opened your account page") == 20
    assert part(second, "looks").count("opened your account page") == 5
    assert "opened your mentor profile" not in part(first, "looks") + part(second, "looks")


def test_looking_at_oneself_is_no_look(coordinator):
    log_access(coordinator, by=coordinator, what="member")

    assert not AccessLogEntry.objects.exists()


def test_fifty_looks_cost_no_more_than_one(as_, mentor, coordinator, statements):
    AccessLogEntry.objects.create(member=mentor, by=coordinator, what="member")
    before = statements(as_(mentor), URL)
    for _number in range(49):
        AccessLogEntry.objects.create(member=mentor, by=coordinator, what="member")

    assert statements(as_(mentor), URL) == before <= 16
