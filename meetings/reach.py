"""Who of the two gets a mail about a meeting or a rhythm, in sentences for pages: asked before it is changed."""

from django.utils.translation import gettext as _

from mail.reach import gets_mail
from meetings.models import Attendee
from meetings.notifications import MeetingSet
from meetings.services.invitations import place_of_seat


def is_reached(row, member):
    """Whether a change of this meeting or rhythm goes to this member's calendar."""
    seats = Attendee.objects.filter(member=member, in_calendar=True, **place_of_seat(row))
    return gets_mail(member, MeetingSet, in_calendar=seats.exists())


def exception_line(row, by):
    """A sentence about who gets no mail, for the one who acts; "" if both get it."""
    other = row.mentorship.partner_of(by)
    return {
        (True, True): "",
        (True, False): _("We will not email %(name)s about it, but they can see it here."),
        (False, True): _("We’ll email %(name)s. You will not get an email about it yourself."),
        (False, False): _("We will not email either of you about it, but you can both see it here."),
    }[is_reached(row, by), is_reached(row, other)] % {"name": other.first_name}


def after(done, line, *, both):
    """What is said once it is done: `both` if both get a mail, or what was done and the exception."""
    return f"{done} {line}" if line else both
