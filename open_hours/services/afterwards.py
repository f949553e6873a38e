"""After a talk: did it happen, and would the two like to go on? Nobody learns the other's answer but by two yeses."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorships.services import AlreadyPaired, begin
from open_hours import notifications, rules
from open_hours.models import Booking, BookingStatus
from open_hours.models.booking import MOVES, PEOPLE
from open_hours.services.locking import Conflict, lock_people
from profiles.services import NoRoom


@transaction.atomic
def answer(booking, *, by, happened, goes_on=None):
    """What one of the two says. `goes_on`: yes, no, or None for no answer. Returns the booking as it is now.

    Both yes begins the mentorship at once. NoRoom is no error: both are told, and the answers stay.
    """
    lock_people(booking.mentor, booking.mentee)
    now = Booking.objects.select_related(*PEOPLE).defer("about", "talk__place").get(pk=booking.pk)
    if not rules.may_answer(now):
        raise Conflict(_("This talk has changed since you opened the page."))
    if not happened:
        _say_missed(now, by)
        return now
    _move(now, BookingStatus.HELD)
    _keep(now, by, goes_on)
    if now.mentor_goes_on and now.mentee_goes_on:
        _begin(now, by)
    return now


def _move(booking, to):
    """One step, once. A talk that one of the two says took place did: the other can say so afterwards."""
    if booking.status == to:
        return False
    rows = Booking.objects.filter(pk=booking.pk, status=booking.status)
    if to not in MOVES.get(booking.status, ()) or rows.update(status=to) != 1:
        raise Conflict(_("The other person has told us that the talk took place."))
    booking.status = to
    return True


def _say_missed(booking, by):
    if _move(booking, BookingStatus.MISSED):
        notifications.talk_missed(booking, to=booking.partner_of(by))


def _keep(booking, by, goes_on):
    column = "mentor_goes_on" if by.pk == booking.mentor_id else "mentee_goes_on"
    if goes_on is not None:
        Booking.objects.filter(pk=booking.pk).update(**{column: goes_on})
        setattr(booking, column, goes_on)


def _begin(booking, by):
    """The mentorship, or that there is no room for it now."""
    try:
        with transaction.atomic():
            pair = begin(mentor=booking.mentor, mentee=booking.mentee, focus=booking.focus, style="", by=by)
    except NoRoom:
        _no_room(booking)
        return
    except AlreadyPaired as error:
        raise Conflict(str(error)) from None
    Booking.objects.filter(pk=booking.pk).update(mentorship=pair)
    booking.mentorship = pair
    for member in (booking.mentor, booking.mentee):
        notifications.mentorship_begun(booking, to=member)


def _no_room(booking):
    """Both are told, the first time."""
    first = Booking.objects.filter(pk=booking.pk, no_room_at=None)
    if first.update(no_room_at=timezone.now()):
        for member in (booking.mentor, booking.mentee):
            notifications.no_room_yet(booking, to=member)
    booking.refresh_from_db(fields=["no_room_at"])
