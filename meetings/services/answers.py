"""Answers that come back from calendars: believed if address, token and event belong together."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mail.incoming.dsn import NotOurs
from meetings import notifications
from meetings.calendar.replies import NotAnAnswer, read_reply
from meetings.models import Attendee, Meeting, OccurrenceResponse, PartStat
from meetings.services import not_taken
from mentoring.lib import walltime

FROM_THE_FUTURE = timedelta(minutes=10)


def take_reply(raw):
    """Take in one mail (bytes). NotAnAnswer, with the reason, if it is none or is not to be believed.

    Whoever has our secret address and is not understood gets a mail that says so (not_taken).
    """
    try:
        return _take_all(read_reply(raw))
    except NotOurs:
        not_taken.answer(raw)
        raise


def _take_all(replies):
    """Each event by itself; the first reason if none is taken."""
    seats, reasons = [], []
    for reply in replies:
        try:
            with transaction.atomic():
                seats.append(_take(reply, _seat_of(reply)))
        except NotAnAnswer as reason:
            reasons.append(reason)
    if not seats:
        raise reasons[0]
    return seats[0]


def _seat_of(reply):
    """The seat that token and UID both name, if the mail comes from its member."""
    held = Attendee.objects.select_for_update().filter(token=reply.token).values_list("pk").first()
    seat = held and Attendee.objects.select_related("member").get(pk=held[0])
    if not seat or reply.uid != str(seat.uid):
        raise NotAnAnswer("nobody's event")
    if not {reply.sender, *reply.attendees} <= _addresses(seat.member):
        why = "a stranger's address" if len(reply.attendees) == 1 else "said twice, by a stranger's address"
        raise NotAnAnswer(why)
    if reply.at > timezone.now() + FROM_THE_FUTURE:
        raise NotAnAnswer("from the future")
    return seat


def _addresses(member):
    confirmed = member.emailaddress_set.filter(verified=True)
    return {member.email.lower(), *(address.lower() for address in confirmed.values_list("email", flat=True))}


def _take(reply, seat):
    one = _one_of(reply, seat)
    meeting = one or _next_of(seat)
    if meeting is None:
        raise NotAnAnswer("late: nothing is agreed for then")
    if _is_late(reply, seat, one):
        raise NotAnAnswer("late: the meeting has changed since")
    if seat.rhythm_id and one:
        _keep_one(seat, one, reply)
    else:
        _keep(seat, reply)
    if reply.answer == PartStat.DECLINED:
        _tell(seat, meeting)
    if reply.is_counter:
        notifications.times_are_moved_here(seat, meeting)
    return seat


def _ahead():
    """What can still be answered: agreed, not over, of a pair that goes on."""
    rows = Meeting.objects.agreed().ahead().dates()
    return rows.select_related("mentorship__mentor", "mentorship__mentee")


def _one_of(reply, seat):
    """The meeting that is answered; None for a whole rhythm, or if it is none to answer."""
    if seat.meeting_id:
        return _ahead().filter(pk=seat.meeting_id).first()
    if reply.planned is None:
        return None
    when = reply.planned
    local_time = walltime.to_local(when, _zone(seat)) if when.tzinfo else when
    meeting = _ahead().filter(rhythm=seat.rhythm_id, planned=walltime.format_local(local_time)).first()
    if meeting is None:
        raise NotAnAnswer("late: nothing is agreed for then")
    return meeting


def _next_of(seat):
    """The next one of its rhythm, or None."""
    rows = _ahead().filter(rhythm=seat.rhythm_id, rhythm__isnull=False)
    return rows.order_by("starts_at").first()


def _zone(seat):
    return Attendee.objects.filter(pk=seat.pk).values_list("rhythm__zone", flat=True)[0]


def _instant(when, seat):
    """A time in an answer; one in a zone we do not know is by the wall of whoever set the rhythm."""
    return when if when.tzinfo else walltime.instant_of_calendar(when, _zone(seat))


def _is_late(reply, seat, one):
    """An answer to an older time is one to another question.

    A rhythm has one number for all, and programs send that of the whole with an answer to one of it:
    there it is late if it names another beginning than the one that stands.
    """
    if one is None or reply.sequence >= seat.sequence:
        return False
    if seat.meeting_id:
        return True
    return bool(reply.starts) and _instant(reply.starts, seat) != one.starts_at


def _keep(seat, reply):
    rows = Attendee.objects.filter(pk=seat.pk)
    _turn(rows, reply, was=seat)


def _keep_one(seat, meeting, reply):
    exception, made = OccurrenceResponse.objects.get_or_create(
        seat=seat, meeting=meeting, defaults={"answer": reply.answer, "answered_at": reply.at}
    )
    if not made:
        _turn(OccurrenceResponse.objects.filter(pk=exception.pk), reply, was=exception)


def _turn(rows, reply, *, was):
    """What comes later counts, whatever the sender's clock says. The caller holds the seat.

    A clock decides only that a yes from before does not come again after a no.
    """
    older = was.answered_at and reply.at < was.answered_at
    if older and reply.answer != PartStat.DECLINED:
        raise NotAnAnswer("late: a newer answer is there")
    rows.update(answer=reply.answer, answered_at=reply.at)


def _tell(seat, meeting):
    """The other learns of a no: once for each time of the meeting, however often it is said."""
    other = meeting.mentorship.partner_of(seat.member)
    mark = f"declined-{seat.pk}-{meeting.pk}-{meeting.starts_at:%Y%m%d%H%M}"
    notifications.calendar_declined(meeting, to=other, occasion=mark)
