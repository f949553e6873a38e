"""Help at the start, until the first contact: who writes first, a first agenda, somebody else (45)."""

from datetime import timedelta

from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from reminders import notifications
from reminders.models import FIRST_STEPS, Reminder
from reminders.services import quiet
from reminders.services.remind import may_be_told, write_reminder


def send_first_steps(now):
    """Tell the two of every pair that is due. How many were told."""
    begun = now - timedelta(days=numbers().first_steps_days[0])
    pairs = quiet.active(now).filter(began_at__lte=begun, met=None, given=None, planned=False)
    pairs = pairs.filter(rested=False)  # taken up again after a rest, the check-ins see to it
    due = [(pair, kind) for pair in pairs if (kind := step_of(pair, now))]
    told = _told([pair for pair, _kind in due])
    turns = [
        (pair, to, kind)
        for pair, kind in due
        for to in (pair.mentor, pair.mentee)
        if (pair.pk, to.pk, kind) not in told and may_be_told(to, now)
    ]
    return run_each(turns, lambda turn: _send(*turn, now))


def step_of(pair, now):
    """The kind of help that is due, the latest one only; None once it is over, or while one is away."""
    if quiet.is_away(pair, now):
        return None
    days = (now - pair.began_at).days
    if days >= numbers().first_steps_days[-1] + quiet.allowed(pair).days:
        return None
    steps = zip(numbers().first_steps_days, FIRST_STEPS, strict=True)
    return [kind for day, kind in steps if days >= day][-1]


def _told(pairs):
    rows = Reminder.objects.filter(kind__in=FIRST_STEPS, mentorship__in=[pair.pk for pair in pairs])
    return set(rows.values_list("mentorship_id", "to_id", "kind"))


def _send(pair, to, kind, now):
    return write_reminder(to, kind, lambda row: notifications.first_step(row), now=now, mentorship=pair)
