"""What comes to a meeting's secret address and is not understood: its member is told, once a day, where to go."""

from mail.incoming.automatic import is_automatic
from mail.incoming.dsn import parse_mail
from meetings import notifications
from meetings.calendar.replies import token_of
from meetings.models import Attendee


def answer(raw):
    """Write to the member whose address it came to, never to its sender. Nothing for mail that a program wrote."""
    token = _token(raw)
    if token and (seat := _seat(token)):
        notifications.reply_not_taken(seat)


def _token(raw):
    """The token to answer for, or ""."""
    try:
        message = parse_mail(raw)
        return "" if is_automatic(message) else token_of(message)
    except Exception:  # whatever the library meets in a hostile text: it was refused already
        return ""


def _seat(token):
    seats = Attendee.objects.filter(token=token).select_related(
        "member",
        *(f"{place}__mentorship__{one}" for place in ("meeting", "rhythm") for one in ("mentor", "mentee")),
    )
    return seats.defer("meeting__place", "rhythm__place").first()
