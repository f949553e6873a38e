"""A check-in for both when a pair has been quiet for longer than it wished, and nothing is planned (43)."""

from datetime import timedelta

from django.db.models import Max, Q

from mentoring.lib import walltime
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from reminders import notifications
from reminders.models import ContactRhythm, Reminder, ReminderKind
from reminders.services import quiet
from reminders.services.remind import may_be_told, write_reminder


def send_checkins(now):
    """Tell all who are due. How many were told."""
    due = [pair for pair in _perhaps_due(now) if is_due(pair, now)]
    told = _told_last(due)
    turns = [
        (pair, to)
        for pair in due
        for to in (pair.mentor, pair.mentee)
        if _is_new(told.get((pair.pk, to.pk)), pair, now) and may_be_told(to, now)
    ]
    return run_each(turns, lambda turn: _send(*turn, now))


def _perhaps_due(now):
    """Those quiet for the shortest rhythm there is: the database looks through all, Python through few."""
    shortest = timedelta(days=min(rhythm.days for rhythm in ContactRhythm))
    pairs, before = quiet.active(now), now - shortest
    for moment in ("met", "given", "resumed"):
        pairs = pairs.filter(Q(**{moment: None}) | Q(**{f"{moment}__lte": before}))
    return pairs.filter(began_at__lte=before, planned=False)


def is_due(pair, now):
    """Quiet for longer than its rhythm, nothing planned, nobody away, nobody has asked for rest.

    Before the first contact there is help with the start instead; the rhythm begins after it.
    """
    start = quiet.since(pair)
    if quiet.last_contact(pair) is None:
        start += timedelta(days=numbers().first_steps_days[-1])
    if now < start + quiet.allowed(pair):
        return False
    return not (quiet.wants_quiet(pair, now.date()) or quiet.is_away(pair, now))


def _told_last(pairs):
    """{(mentorship, member): when they were last asked}."""
    rows = Reminder.objects.filter(kind=ReminderKind.CHECKIN, mentorship__in=[pair.pk for pair in pairs])
    rows = rows.values_list("mentorship_id", "to_id").annotate(Max("made_at")).order_by()
    return {(pair, to): at for pair, to, at in rows}


def _is_new(told, pair, now):
    """Once for each quiet stretch; again only after as long a quiet."""
    return told is None or told < quiet.since(pair) or told + quiet.allowed(pair) <= now


def _send(pair, to, now):
    day = walltime.to_local(quiet.since(pair), to.time_zone).date()
    return write_reminder(
        to, ReminderKind.CHECKIN, lambda row: notifications.checkin(row, day), now=now, mentorship=pair
    )
