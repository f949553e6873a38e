"""One friendly nudge for a half-finished profile (4), and a way into a talk each month for who wants it (53)."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from mail.models import TopicSubscription
from mentoring.lib import walltime
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentorships.models import Mentorship
from profiles.models import Member
from profiles.models.mentor import ProfileStatus
from reminders import notifications
from reminders.models import Reminder, ReminderKind
from reminders.services import quiet
from reminders.services.remind import may_be_told, write_reminder

GRACE = timedelta(days=30)  # a nudge comes soon after joining, or not at all


def nudge(now):
    """Who began and did not finish: a draft of a mentor profile, or nothing said of what they look for."""
    joined = now - timedelta(days=numbers().half_finished_days)
    told = Reminder.objects.filter(to=OuterRef("pk"), kind=ReminderKind.NUDGE)
    draft = Q(mentor_profile__status=ProfileStatus.DRAFT)
    empty = Q(mentor_profile=None, seeking=[])
    rows = Member.objects.filter(draft | empty, is_active=True, is_staff=False, not_now_at=None)
    rows = rows.filter(joined_at__lte=joined, joined_at__gt=joined - GRACE).exclude(Exists(told))
    rows = rows.exclude(pk__in=_busy()).select_related("mentor_profile")
    awake = [member for member in rows if may_be_told(member, now)]
    return run_each(awake, lambda to: write_reminder(to, ReminderKind.NUDGE, notifications.nudge, now=now))


def _busy():
    """Somebody's mentee already: the profile has done its work."""
    return Mentorship.objects.values("mentee")


def prompt(now):
    """In the first waking hours of each month, for every pair that goes on, to those who asked for it."""
    wanting = TopicSubscription.objects.filter(topic="prompts").values("member")
    pairs = quiet.to_be_reminded().with_people()
    pairs = pairs.filter(Q(mentor__in=wanting) | Q(mentee__in=wanting))
    asked = set(wanting.values_list("member", flat=True))
    turns = [
        (pair, to)
        for pair in pairs
        for to in (pair.mentor, pair.mentee)
        if to.pk in asked and _first_days(to, now) and may_be_told(to, now)
    ]
    told = _told([pair for pair, _to in turns], now)
    return run_each(
        [turn for turn in turns if (turn[0].pk, turn[1].pk) not in told],
        lambda turn: write_reminder(
            turn[1], ReminderKind.PROMPT, notifications.prompt, now=now, mentorship=turn[0]
        ),
    )


def _first_days(member, now):
    """A sweep that was down on the first still finds them; one that was down for a week leaves it."""
    return walltime.to_local(now, member.time_zone).day <= 7


def _told(pairs, now):
    rows = Reminder.objects.filter(
        kind=ReminderKind.PROMPT, mentorship__in=pairs, made_at__gt=now - timedelta(days=14)
    )
    return set(rows.values_list("mentorship_id", "to_id"))
