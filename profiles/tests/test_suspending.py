"""Suspending asks first, says why, is logged; never oneself, never the last coordinator, never an operator."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from coordination.groups import coordinator_group
from factories import member
from mail.models import OutgoingMail, Undeliverable
from profiles import moderation, rules
from profiles.models import Member

pytestmark = pytest.mark.django_db
REASON = {"reason": "Three members have complained."}


@pytest.fixture
def colleague(db):
    found = member(name="Hal Jordan", is_staff=True)
    coordinator_group().user_set.add(found)
    return found


def suspend(client, one, data=REASON, **more):
    return client.post(reverse("admin:member_suspend", args=[one.pk]), data, **more)


def is_active(one):
    return Member.objects.get(pk=one.pk).is_active


def test_the_reason_is_mailed_shown_and_logged_without_it(as_, mentee, coordinator, staff_site):
    suspend(as_(coordinator), mentee)
    page = as_(coordinator).get(f"/admin/profiles/member/{mentee.pk}/change/").content.decode()

    assert REASON["reason"] in OutgoingMail.objects.get(to=mentee).text
    assert REASON["reason"] in page and "Restore account" in page
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id, entry.change_message) == (coordinator, str(mentee.pk), "Suspended")


def test_restoring_forgets_the_reason(as_, mentee, coordinator, staff_site):
    suspend(as_(coordinator), mentee)
    as_(coordinator).post(reverse("admin:member_restore", args=[mentee.pk]))

    found = Member.objects.get(pk=mentee.pk)
    assert (found.is_active, found.suspended_at, found.suspended_reason) == (True, None, "")


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_a_bad_reason_is_said_at_the_field_and_nothing_happens(reason, as_, mentee, coordinator, staff_site):
    page = suspend(as_(coordinator), mentee, {"reason": reason})

    assert page.context["form"].errors["reason"]
    assert is_active(mentee) and not LogEntry.objects.exists()


def test_nobody_suspends_themselves(as_, coordinator, colleague, staff_site):
    page = suspend(as_(coordinator), coordinator)

    assert "You cannot suspend your own account." in page.content.decode()
    assert is_active(coordinator)
    assert (
        "Suspend account…"
        not in as_(coordinator).get(f"/admin/profiles/member/{coordinator.pk}/change/").content.decode()
    )


def test_the_last_coordinator_is_not_suspended_by_an_operator_either(as_, coordinator, staff_site):
    chief = Member.objects.create_superuser("chief@test.example", name="Chief")
    page = suspend(as_(chief), coordinator)

    assert "last coordinator" in page.content.decode() and is_active(coordinator)


def test_one_of_two_is(as_, coordinator, colleague, staff_site):
    suspend(as_(coordinator), colleague)

    assert not is_active(colleague)


def test_who_was_suspended_a_moment_ago_suspends_nobody(coordinator, colleague, mentee):
    moderation.suspend_by(colleague, by=coordinator, reason="x")
    member(name="Third", is_staff=True)

    with pytest.raises(rules.MayNotSuspend):
        moderation.suspend_by(coordinator, by=colleague, reason="x")


@pytest.mark.any_database
def test_the_message_says_when_the_reason_did_not_arrive(as_, mentee, coordinator, staff_site):
    Undeliverable.objects.create(address=mentee.email, code="SMTP 550 5.1.1")
    page = suspend(as_(coordinator), mentee, follow=True)

    assert "We’ve emailed the reason" not in page.content.decode()


@pytest.mark.parametrize("who", ("mentee", "stranger"))
def test_members_suspend_nobody(who, as_, mentor, request, staff_site):
    for is_staff in (False, True):
        one = request.getfixturevalue(who)
        Member.objects.filter(pk=one.pk).update(is_staff=is_staff)
        assert suspend(as_(one), mentor).status_code in (302, 403)

    assert is_active(mentor)
