"""The list of cases and what leads to it: the first page, and a reminder of what is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct import desk, late
from conduct.hooks import cases_to_answer
from conduct.models import Case, CaseKind
from conduct.services import close_case, open_case
from conduct.tests.desk_steps import LIST, mails

pytestmark = pytest.mark.django_db


def test_the_oldest_that_waits_comes_first_and_states_are_filtered(as_, mentee, coordinator, staff_site):
    old, new, done = (open_case(member=mentee, kind=CaseKind.HELP, text=f"Case {n}") for n in range(3))
    Case.objects.filter(pk=old.pk).update(waiting_since=timezone.now() - timedelta(days=5))
    close_case(done)
    client = as_(coordinator)

    assert list(client.get(LIST).context["cl"].result_list) == [old, new, done]
    assert "for 5 days" in client.get(LIST).content.decode()
    assert list(client.get(LIST, {"state": "closed"}).context["cl"].result_list) == [done]
    assert list(client.get(LIST, {"kind": "report"}).context["cl"].result_list) == []


def test_the_case_leads_to_the_member_and_whom_it_names(as_, report, mentee, mentor, coordinator, staff_site):
    page = as_(coordinator).get(f"{LIST}{report.pk}/change/").content.decode()

    for person in (mentee, mentor):
        assert f"/admin/profiles/member/{person.pk}/change/" in page
    assert "<title>Case |" in page and "<h1>Report</h1>" in page


def test_the_first_page_has_a_line_for_each_case_and_names_nobody(report, case, coordinator):
    desk.take_case(case, by=coordinator)
    lines = list(cases_to_answer(coordinator))

    assert {(line.label, line.late_days, line.held_by) for line in lines} == {
        ("Report without an answer", 1, ""),
        ("Request for help without an answer", 3, "Grace Whitfield"),
    }
    assert all(line.url.startswith("/admin/conduct/case/") for line in lines)


def test_a_case_about_oneself_is_no_line(mentee, coordinator):
    open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=coordinator)

    assert list(cases_to_answer(coordinator)) == []


def test_nor_is_any_for_staff_without_the_right(case, stranger):
    stranger.is_staff = True
    stranger.save()

    assert list(cases_to_answer(stranger)) == []


@pytest.mark.parametrize(("days", "told"), [(0, 0), (1, 1), (3, 1), (4, 2), (40, 0)])
def test_coordinators_are_reminded_once_for_each_step(days, told, report, coordinator):
    since = report.waiting_since
    for now in (since + timedelta(days=d) for d in (1, 1, days, days)):
        late.remind_of_cases(now) if days else None
    if days == 40:
        mails("case_late").delete()
        late.remind_of_cases(since + timedelta(days=days))

    assert mails("case_late").filter(to=coordinator).count() == told


def test_whom_a_late_report_names_is_not_reminded(mentee, coordinator, colleague):
    case = open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=coordinator)
    late.remind_of_cases(case.waiting_since + timedelta(days=2))

    assert {mail.to for mail in mails("case_late")} == {colleague}
