"""Many mails of one kind to one member within an hour wait for the mail of the day (attack A10).

Whoever presses a button again and again fills no mailbox. What an account or a calendar needs is never held, but for
the mails of accounts that somebody else causes (`Notification.gathers`).
"""

from datetime import timedelta

from django.conf import settings

from mail.declarations import Delivery
from mail.models import OutgoingMail
from mentoring.lib.limits import is_reached

AT_ONCE_AN_HOUR = 5
HOUR = timedelta(hours=1)


def is_flood(notification, to):
    """Whether this member has got so many mails of this kind within the hour. Not asked by the staff site."""
    needed = notification.delivery is Delivery.SECURITY and not notification.gathers
    if settings.PROCESS == "staff" or needed:
        return False
    same = OutgoingMail.objects.filter(to=to, kind=notification.folder)
    return is_reached(same, "written_at", most=AT_ONCE_AN_HOUR, within=HOUR)
