"""Whom our mails about a talk reach: a page promises no mail that will not come (as `meetings.reach`)."""

from django.utils.translation import gettext as _

from mail.reach import gets_mail
from open_hours.notifications import TalkBooked
from open_hours.services.invitations import column_of


def exception_line(booking, reader):
    """Who of the two gets no mail now, in a sentence to the reader; empty if both do."""
    other = booking.partner_of(reader)
    return {
        (True, True): "",
        (True, False): _("We will not email %(name)s about it, but they can see it here."),
        (False, True): _("We’ll email %(name)s. You will not get an email about it yourself."),
        (False, False): _("We will not email either of you about it, but you can both see it here."),
    }[_reached(booking, reader), _reached(booking, other)] % {"name": other.first_name}


def _reached(booking, member):
    held = getattr(booking, column_of(booking, member))
    return gets_mail(member, TalkBooked, in_calendar=held)


def after(done, line, *, both):
    """The message once it is done: `both` where both get a mail, else what was done and the line."""
    return f"{done} {line}" if line else both
