"""Since you were here, the pulse, and what last happened behind the scenes: rounded, by role, red when late."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from conduct.desk import answer_case
from conduct.models import CaseKind
from conduct.services import open_case
from coordination.models import BackupReport, StaffVisit
from factories import member
from figures.models import Publication, PublishedNumber
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(coordinator, client, staff_site):
    now = timezone.now()
    StaffVisit.objects.create(
        member=coordinator, began_at=now - timedelta(days=8), seen_at=now - timedelta(days=7)
    )
    client.force_login(coordinator)
    return client


def first_page(office):
    return main_text(office.get("/admin/"))


@pytest.mark.parametrize(
    ("joined", "said"), [(3, ""), (7, "About 10 people joined."), (12, "About 15 people")]
)
def test_who_joined_in_steps_of_five_and_nothing_below(joined, said, office):
    """The coordinator of the test joined too."""
    for number in range(joined):
        member(name=f"New {number}")
    page = first_page(office)

    assert said in page if said else "joined" not in page


def test_what_colleagues_answered_and_not_what_one_answered_oneself(office, coordinator, colleague, mentee):
    cases = [open_case(member=mentee, kind=CaseKind.HELP, text=f"Help {n}") for n in range(3)]
    answer_case(cases[0], author=coordinator, text="Yes.")
    answer_case(cases[1], author=colleague, text="Yes.")
    mine = open_case(member=coordinator, kind=CaseKind.HELP, text="My own")
    answer_case(mine, author=colleague, text="Not for me to be counted here.")

    assert "Your colleagues answered 1 case." in first_page(office)


def test_the_visit_lasts_while_one_looks_and_the_next_begins_after_an_hour(office, coordinator):
    first_page(office)
    visit = StaffVisit.objects.get()
    assert visit.before_at < timezone.now() - timedelta(days=7)
    first_page(office)
    assert StaffVisit.objects.get().before_at == visit.before_at


def test_the_first_time_there_is_no_news(coordinator, client, staff_site):
    client.force_login(coordinator)

    assert "Since you were here" not in first_page(client)


@pytest.mark.any_database
def test_the_pulse_is_read_from_what_was_published(office):
    old, new = (
        Publication.objects.create(
            month=month, counted_on=timezone.localdate(), with_breakdowns=False, key="k"
        )
        for month in (date(2027, 3, 1), date(2027, 4, 1))
    )
    for publication, table, row, value in (
        (old, "waiting", "answer", 4),
        (old, "people", "members", 100),
        (new, "people", "members", 120),
        (new, "people", "mentors", None),
    ):
        PublishedNumber.objects.create(publication=publication, table=table, row=row, value=value)
    page = first_page(office)

    assert "Members: 120. Half had an answer within: 4 days." in page and "Mentors:" not in page
    assert "New figures were published, for April 2027." in page


def test_a_backup_is_shown_and_red_after_36_hours_or_when_it_failed(office):
    assert "Last backup that succeeded: not reported yet" in first_page(office)
    call_command("report_backup")
    assert "Is the backup still running?" not in first_page(office)
    BackupReport.objects.update(at=timezone.now() - timedelta(hours=37))
    assert "Is the backup still running?" in first_page(office)
    call_command("report_backup", "--failed")
    assert "failed." in first_page(office)
