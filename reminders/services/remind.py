"""One reminder: its row and its mail in one transaction, once for each person, kind and day of theirs."""

from django.db import transaction

from mail.outgoing.digest import is_awake
from mentoring.lib import walltime
from reminders.models import Reminder


@transaction.atomic
def write_reminder(to, kind, post, *, now, **about):
    """Write the row, and the mail that `post(row)` makes. False if it is there already.

    `about` is the mentorship or the request, if it is about one. Where nobody wants the mail the row
    stays: it was due, and is not asked about again all day.
    """
    on = walltime.to_local(now, to.time_zone).date()
    reminder, made = Reminder.objects.get_or_create(
        to=to, kind=kind, on=on, **about, defaults={"made_at": now}
    )
    if not made:
        return False
    posted = post(reminder)
    if posted:
        Reminder.objects.filter(pk=reminder.pk).update(mail=posted)
    return bool(posted)


def may_be_told(member, now):
    """Whether they can sign in, and it is a waking hour where they are, in a month in which they are there."""
    return member.is_active and is_awake(member.time_zone, now) and not member.away_at(now)
