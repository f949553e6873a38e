"""The first page of the staff site: what waits, oldest first; the operator's lines only when something is wrong."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct import desk
from conduct.models import Case, CaseKind
from conduct.services import open_case
from factories import member
from mail.models import OutgoingMail, Undeliverable
from mail.tests.conftest import written
from testing.pages import main_text

pytestmark = pytest.mark.django_db
NOTHING = "Nothing needs you today. See you next week."


def first_page(office):
    return main_text(office.get("/admin/"))


def asked_for_help(mentee, *, days, kind=CaseKind.HELP, **more):
    case = open_case(member=mentee, kind=kind, text=f"Help of {days} days", **more)
    Case.objects.filter(pk=case.pk).update(waiting_since=timezone.now() - timedelta(days=days))
    return case


def test_nothing_is_said_so(office):
    page = first_page(office)

    assert NOTHING in page and "For the operator" not in page


def test_what_waits_stands_oldest_first_with_age_holder_and_one_button(office, mentee, coordinator):
    asked_for_help(mentee, days=2)
    old = asked_for_help(mentee, days=5)
    desk.take_case(old, by=coordinator)
    lines = office.get("/admin/").context["lines"]

    assert [(line.age, line.late, line.task.held_by) for line in lines] == [
        ("for 5 days", True, "Grace Whitfield"),
        ("for 2 days", False, ""),
    ]
    page = first_page(office)
    assert NOTHING not in page and "late" in page and "Amina" not in page


def test_a_report_is_late_after_a_day(office, mentee, mentor):
    asked_for_help(mentee, days=1.1, kind=CaseKind.REPORT, about=mentor)

    [line] = office.get("/admin/").context["lines"]
    assert line.late and line.task.label == "Report without an answer"


def test_addresses_that_bounce_are_counted_and_ones_own_is_said(office, coordinator):
    Undeliverable.objects.create(address=coordinator.email.lower(), code="SMTP 550 5.1.1")
    other = member(name="Hal", is_staff=True)
    Undeliverable.objects.create(address=other.email.lower(), code="SMTP 550 5.1.1")
    for n in range(2):
        Undeliverable.objects.create(address=f"gone{n}@test.example", code="SMTP 550 5.1.1")
    page = first_page(office)

    assert "Emails to your own address are bouncing" in page
    assert "Emails to another coordinator are bouncing" in page
    assert "Emails to 2 addresses are bouncing" in page
    assert "gone0@test.example" not in page


def test_mail_that_was_given_up_waits_unless_its_address_is_known_to_bounce(office):
    first, second = written(2)
    for mail in (first, second):
        OutgoingMail.objects.filter(pk=mail.pk).update(dead_at=timezone.now(), failed_address=mail.address)
    Undeliverable.objects.create(address=first.address.lower(), code="SMTP 550 5.1.1")

    assert "1 email could not be sent" in first_page(office)


def test_a_silent_worker_is_said_with_the_moment_it_was_last_seen(office, monkeypatch):
    monkeypatch.setattr(
        "mentoring.lib.jobs.last_sweep", lambda: (timezone.now() - timedelta(hours=2), timezone.now())
    )

    assert "The worker was last seen on" in first_page(office)


def test_a_worker_that_never_reported(coordinator, client, staff_site):
    client.force_login(coordinator)

    assert "The worker has not reported yet." in first_page(client)


def test_a_sweep_that_does_not_finish(office, monkeypatch):
    monkeypatch.setattr("mentoring.lib.jobs.last_sweep", lambda: (timezone.now(), None))

    assert "The last round of reminders that finished" in first_page(office)


def test_it_takes_as_many_statements_for_fifty_as_for_one(office, mentee, statements, monkeypatch):
    monkeypatch.setattr("conduct.services.TEXTS_AN_HOUR", 200)
    monkeypatch.setattr("conduct.services.TEXTS_A_DAY", 200)
    asked_for_help(mentee, days=1)
    before = statements(office, "/admin/")
    for n in range(49):
        asked_for_help(mentee, days=1 + n / 10)

    assert (
        statements(office, "/admin/") == before <= 29
    )  # five of them: files of members, notices, quotes, videos and lines of peers that wait
