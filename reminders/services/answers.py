"""What an answer to a check-in does, once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from meetings.services import keeping
from mentoring.lib import walltime
from mentorships.models import MentorshipStatus
from mentorships.services.locking import Conflict, lock_mentorship
from reminders.models import Contact, ContactRhythm, Reminder
from reminders.models.contact import usual_rhythm

ANSWERS = ("talked", "plan", "later", "help")
A_MONTH = timedelta(days=30)


class Stale(Conflict):
    """The answer has been given, or the question has gone."""


@transaction.atomic
def take_answer(reminder, answer, *, by):
    """Take in one answer. The meeting that "we talked" notes, or None. Stale if it has been given.

    The other's check-in needs no answer any more: what was to be known is known.
    """
    lock_mentorship(reminder.mentorship, by)
    if not is_fresh(reminder):
        raise Stale
    same = Reminder.objects.filter(mentorship=reminder.mentorship, kind=reminder.kind)
    same.filter(answered_at=None).update(answered_at=timezone.now())
    if answer == "talked":
        return keeping.log(reminder.mentorship, by=by)
    if answer == "later":
        rest(reminder.mentorship, by=by)
    return None


def is_fresh(reminder):
    """Whether it still waits for an answer: of a pair that goes on, and neither of the two has given one."""
    reminder.refresh_from_db(fields=["answered_at"])
    reminder.mentorship.refresh_from_db(fields=["status"])
    return reminder.answered_at is None and reminder.mentorship.status == MentorshipStatus.ACTIVE


def rest(mentorship, *, by):
    """No check-in for a month."""
    until = walltime.to_local(timezone.now() + A_MONTH, by.time_zone).date()
    Contact.objects.update_or_create(
        mentorship=mentorship,
        defaults={"quiet_until": until},
        create_defaults={"quiet_until": until, "rhythm": usual_rhythm()},
    )
    return until


@transaction.atomic
def choose(mentorship, rhythm, *, by):
    """Another rhythm, by either of the two, from now on. What was put off is asked again."""
    lock_mentorship(mentorship, by)
    Contact.objects.update_or_create(
        mentorship=mentorship, defaults={"rhythm": ContactRhythm(rhythm), "quiet_until": None}
    )
