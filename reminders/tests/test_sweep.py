"""The whole sweep: from the worker or from cron, late, twice, side by side, with a clock that jumps (46)."""

import pytest
from django.core.management import CommandError, call_command

import factories
from mail.models import OutgoingMail
from meetings.services import keeping
from mentoring.lib.registry.hooks import DUE
from mentorships.models import Mentorship, StatusChange
from reminders import notifications, tasks
from reminders.models import Reminder
from reminders.services import checkins, sweep
from reminders.tests.conftest import kinds
from testing import hooks

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet(two, clock, mentee):
    """Quiet for a month."""
    keeping.log(two, by=mentee)
    clock.go(days=30)
    return two


def test_the_worker_and_cron_do_the_same_once(quiet, capsys, mentor, mentee):
    tasks.remind()
    call_command("keep_contact")

    assert kinds(mentor) == kinds(mentee) == ["checkin"]
    assert "     0 check-ins" in capsys.readouterr().out


def test_very_late_it_is_one_reminder_and_not_many(quiet, clock, mentee):
    clock.go(days=200)
    sweep.run()

    assert kinds(mentee) == ["checkin"]


@pytest.mark.parametrize("hours", [-48, -1, 1, 24 * 400])
def test_a_clock_that_jumps_repeats_nothing(hours, quiet, clock, mentee):
    sweep.run()
    was = clock.now
    sweep.run(clock.go(hours=hours))
    clock.now = was
    sweep.run(clock.go(minutes=5))

    asked_yearly = {"figures/pulse"}
    assert [kind for kind in kinds(mentee) if kind not in asked_yearly] == ["checkin"] * (
        2 if hours > 24 else 1
    )


def test_a_step_that_fails_leaves_the_others_their_turn_and_says_so(quiet, monkeypatch, caplog, mentee):
    def falls(_now):
        raise ValueError("words of somebody")

    hooks.replace(monkeypatch, DUE, "requests lapsed", falls)
    done = sweep.run()
    assert done["requests lapsed"] is None and kinds(mentee) == ["checkin"]
    assert "ValueError" in caplog.text and "words of somebody" not in caplog.text

    with pytest.raises(CommandError):
        call_command("keep_contact")


def test_a_mail_that_cannot_be_written_for_one_leaves_the_others_theirs_and_is_shown(
    quiet, monkeypatch, mentor, mentee, staff_site, client, coordinator
):
    checkin = notifications.checkin

    def breaks(reminder, since):
        if reminder.to_id == mentor.pk:
            raise KeyError("a template that is broken for this one")
        return checkin(reminder, since)

    monkeypatch.setattr(notifications, "checkin", breaks)
    sweep.run()
    assert [kinds(mentor), kinds(mentee)] == [[], ["checkin"]]
    client.force_login(coordinator)
    assert "1 reminder could not be created." in client.get("/admin/").content.decode()

    monkeypatch.setattr(notifications, "checkin", checkin)
    sweep.run()
    assert kinds(mentor) == ["checkin"]
    assert "could not be created" not in client.get("/admin/").content.decode()


def test_side_by_side_each_once(at_once, clock):
    pairs = [factories.pair(factories.mentor().member, factories.member()) for _ in range(4)]
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)
    clock.go(days=10)
    at_once([sweep.run] * 3)

    assert Reminder.objects.count() == 2 * len(pairs)
    assert OutgoingMail.objects.filter(kind="reminders/first_agenda").count() == 2 * len(pairs)


def test_a_change_of_language_or_zone_between_writing_and_sending_harms_nothing(
    quiet, clock, mentee, settings
):
    """The words stay as they were written; the day's one mail keeps the hours of the new zone."""
    from mail.outgoing import digest, outbox

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    checkins.send_checkins(clock.now)
    type(mentee).objects.filter(pk=mentee.pk).update(language="fr", time_zone="Pacific/Auckland")
    assert digest.release_due(clock.now) == 1  # the mentor alone: in Auckland it is one in the morning
    assert digest.release_due(clock.go(hours=8)) == 1

    assert outbox.drain() == 2
