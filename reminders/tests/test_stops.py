"""No reminders about a mentorship that was reported, if the reporter wishes; none of a suspended member's pairs."""

import pytest

from conduct.models import Case, CaseKind
from conduct.services import close_case, open_case
from mail.models import OutgoingMail
from mail.outgoing import outbox
from privacy.reporting import report
from profiles.models import Member
from reminders.models import ReminderStop
from reminders.services import checkins, starts
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def suspend(member):
    Member.objects.filter(pk=member.pk).update(is_active=False)


def reported(pair, mentee, *, stop):
    report(pair, reporter=mentee, text="What happened.", picked=[], stop_reminders=stop)
    OutgoingMail.objects.all().delete()


def drained(clock):
    OutgoingMail.objects.update(due_at=clock.now)
    return outbox.drain()


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_a_pair_with_a_suspended_member_is_not_reminded(who, two, talked, clock, request):
    suspend(request.getfixturevalue(who))

    assert checkins.send_checkins(clock.go(days=31)) == 0


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_nor_is_a_new_one_helped_with_the_start(who, two, clock, request):
    suspend(request.getfixturevalue(who))

    assert starts.send_first_steps(clock.go(days=4)) == 0


def test_what_was_written_before_the_suspension_does_not_go_out(talked, clock, mentor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert checkins.send_checkins(clock.go(days=31)) == 2
    suspend(mentor)

    assert drained(clock) == 0


@pytest.mark.parametrize(("stop", "reminded"), [(True, 0), (False, 2)])
def test_a_report_stops_reminders_if_the_reporter_wishes(stop, reminded, talked, clock, mentee):
    reported(talked, mentee, stop=stop)

    assert checkins.send_checkins(clock.go(days=31)) == reminded


def test_they_come_again_once_the_report_is_closed(talked, clock, mentee):
    reported(talked, mentee, stop=True)
    assert checkins.send_checkins(clock.go(days=31)) == 0
    close_case(Case.objects.get())

    assert checkins.send_checkins(clock.go(days=1)) == 2


def test_what_was_written_before_the_report_does_not_go_out(talked, clock, mentee, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    checkins.send_checkins(clock.go(days=31))
    report(talked, reporter=mentee, text="x", picked=[], stop_reminders=True)
    OutgoingMail.objects.exclude(kind="reminders/checkin").delete()

    assert drained(clock) == 0


def test_other_pairs_are_reminded(talked, clock, mentee, stranger, mentor):
    case = open_case(member=stranger, kind=CaseKind.REPORT, text="x", about=mentor)
    assert not ReminderStop.objects.filter(case=case).exists()

    assert checkins.send_checkins(clock.go(days=31)) == 2


def test_the_form_of_a_report_asks(as_, pair, mentee):
    address = f"/mentorships/{pair.code}/trouble/report/"
    assert "Stop reminders about this mentorship meanwhile" in main_text(as_(mentee).get(address))
    as_(mentee).post(address, {"text": "What happened.", "stop_reminders": "on"})

    assert ReminderStop.objects.get().mentorship == pair


def test_the_page_of_the_pair_says_that_the_other_cannot_be_reached(as_, pair, mentor, mentee):
    address = f"/mentorships/{pair.code}/"
    assert "on hold" not in main_text(as_(mentee).get(address))
    suspend(mentor)
    page = main_text(as_(mentee).get(address))

    assert "This mentorship is on hold: Rosalind cannot be reached here" in page
    assert "suspended" not in page
