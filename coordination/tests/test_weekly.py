"""One mail a week to each coordinator with what waits, only when something does; late, twice, stoppable."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from conduct.late import remind_of_cases
from conduct.models import Case, CaseKind
from conduct.services import open_case
from coordination.weekly import send_weekly
from factories import mentor
from mail.models import OutgoingMail, Unsubscribe
from profiles import merging
from profiles.models import Term
from testing import clocks
from testing.logins import as_login, make

pytestmark = pytest.mark.django_db
MONDAY = datetime(2027, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    return clocks.set_to(monkeypatch, MONDAY)


@pytest.fixture
def case(clock, mentee, coordinator):
    found = open_case(member=mentee, kind=CaseKind.HELP, text="quiet-bittern-7")
    Case.objects.update(waiting_since=clock.now)
    return found


def mails():
    return OutgoingMail.objects.filter(kind="coordination/week_of_coordinator")


def test_it_says_what_waits_and_names_nobody(case, clock, coordinator, mentee):
    assert send_weekly(clock.now) == 1

    mail = mails().get()
    assert mail.to == coordinator and "Request for help without an answer, today" in mail.text
    assert mentee.name not in mail.text and "bittern" not in mail.text
    assert mail.subject == "1 thing needs a coordinator this week"


def test_nothing_waits_no_mail(clock, coordinator):
    assert send_weekly(clock.now) == 0


def test_once_a_week_however_often_the_sweep_runs(case, clock):
    for _turn in range(24 * 13):  # to the Saturday after next
        send_weekly(clock.go(hours=1))

    assert mails().count() == 2


@pytest.mark.parametrize(("days", "sent"), [(1, 1), (2, 1), (3, 0), (6, 0)])
def test_late_it_comes_until_wednesday(days, sent, case, clock):
    assert send_weekly(clock.go(days=days)) == sent


def test_not_at_night(case, clock):
    assert send_weekly(MONDAY - timedelta(hours=9)) == 0


def test_stopped_it_does_not_come(case, clock, coordinator):
    Unsubscribe.objects.create(member=coordinator, topic="coordination")

    assert send_weekly(clock.now) == 0


@pytest.mark.parametrize(("who", "offered"), [("coordinator", True), ("mentor", False)])
def test_only_coordinators_are_offered_to_stop_it(who, offered, as_, request):
    page = as_(request.getfixturevalue(who)).get("/profile/mails/").content.decode()

    assert ("What needs a coordinator, once a week" in page) is offered


def test_a_member_who_saves_their_choices_stops_nothing_unseen(as_, mentor):
    as_(mentor).post("/profile/mails/", {"frequency": "prompt", "mails": []})

    assert not Unsubscribe.objects.filter(member=mentor, topic="coordination").exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_workers_login_is_enough_for_all_that_coordinators_are_mailed(case, clock, coordinator):
    """P8: and for putting merged words into profiles, and for what a report stops."""
    mentor(areas=["old-area"])
    gone, stays = (Term.objects.create(kind="area", slug=f"{n}-area", label=n) for n in ("old", "new"))
    merging.merge_terms(gone, stays)
    Term.objects.update(merged_at=clock.now)
    make()
    with as_login("worker"):
        assert send_weekly(clock.now) == 1
        assert remind_of_cases(clock.now + timedelta(days=4)) == 1
        assert merging.carry_merged_words(clock.now) == 1


def test_a_coordinator_who_is_suspended_gets_none(case, clock, coordinator):
    type(coordinator).objects.filter(pk=coordinator.pk).update(is_active=False)

    assert send_weekly(clock.now) == 0
