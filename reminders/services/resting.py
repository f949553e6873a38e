"""A pair that was asked and has not answered for half a year rests, and the mentor's place is free (product 70)."""

from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentorships.models import Mentorship, MentorshipKind, MentorshipStatus, StatusChange
from mentorships.services import MentorshipMoveNotAllowed, resting
from reminders.models import Reminder, ReminderKind
from reminders.services import quiet

TIME_TO_ANSWER = timedelta(days=7)  # of the last check-in; shorter than the shortest rhythm


def rest_silent_pairs(now):
    """Let those rest that have been silent, or paused without a date, for so long. How many."""
    pairs = list(_perhaps_silent(now))
    asked = _asked(pairs)
    late = [pair.pk for pair in pairs if is_silent(pair, asked[pair.pk], now)]
    late += _paused_for_long(now).values_list("pk", flat=True)
    return run_each(late, _rest, passing=MentorshipMoveNotAllowed)


def _before(now):
    return now - timedelta(days=numbers().resting_days)


def _perhaps_silent(now):
    """Without contact for so long. With `answered`: when one of the two last answered."""
    before, here = _before(now), OuterRef("pk")
    pairs = quiet.active(now).exclude(kind=MentorshipKind.PROGRAMME)
    for moment in ("met", "given", "resumed"):
        pairs = pairs.filter(Q(**{moment: None}) | Q(**{f"{moment}__lte": before}))
    last = Reminder.objects.filter(mentorship=here, kind=ReminderKind.CHECKIN).order_by()
    last = last.values("mentorship").annotate(last=Max("answered_at")).values("last")
    return pairs.filter(began_at__lte=before, planned=False).annotate(answered=Subquery(last))


def _asked(pairs):
    """{mentorship: [when one of the two was asked]}."""
    rows = Reminder.objects.filter(kind=ReminderKind.CHECKIN, mentorship__in=[pair.pk for pair in pairs])
    asked = {pair.pk: [] for pair in pairs}
    for pk, at in rows.values_list("mentorship_id", "made_at"):
        asked[pk].append(at)
    return asked


def is_silent(pair, asked, now):
    """Asked so long ago, and since then neither contact nor an answer; and nobody has put it off.

    A worker that was away for months, or a clock that jumps, asks first: the last question has had days for an answer.
    """
    last = max(filter(None, (quiet.since(pair), pair.answered)))
    in_vain = any(last < at <= _before(now) for at in asked)
    has_had_time = all(at <= now - TIME_TO_ANSWER for at in asked)
    return in_vain and has_had_time and not quiet.wants_quiet(pair, now.date())


def _paused_for_long(now):
    """Paused for so long, and no day is named on which it goes on, or that day is past."""
    lately = StatusChange.objects.filter(mentorship=OuterRef("pk"), at__gt=_before(now))
    pairs = quiet.of_two_who_can_sign_in(MentorshipStatus.PAUSED).exclude(kind=MentorshipKind.PROGRAMME)
    until = Q(paused_until=None) | Q(paused_until__lt=now.date())
    return pairs.filter(until, ~Exists(lately))


def _rest(pk):
    pair = Mentorship.objects.with_people().get(pk=pk)
    resting.rest_after_silence(pair)
    return True
