"""No request dies in silence (21): the mentor is reminded, then it lapses, and the asker learns ways on."""

from django.db.models import Q

from matching import services
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.jobs import run_each
from mentorships.models import MentorshipKind
from reminders import notifications
from reminders.models import Reminder, ReminderKind
from reminders.services.questions import ask_after_lapses
from reminders.services.remind import may_be_told, write_reminder

PEOPLE = ("mentor", "mentee")
DATES = ("sent_at", "remind_first_at", "remind_again_at", "expires_at", "decided_at")
FACTS = ("code", "kind", "status", *PEOPLE, *DATES)


def remind_of_requests(now):
    """Remind every mentor who is due. How many were told. Late, one reminder stands for two."""
    waiting = _answerable().filter(remind_first_at__lte=now, expires_at__gt=now).select_related(*PEOPLE)
    told = set(
        Reminder.objects.filter(request__in=[asked.pk for asked in waiting]).values_list("request_id", "kind")
    )
    turns = [
        (asked, kind)
        for asked in waiting
        if (asked.pk, kind := _kind(asked, now)) not in told and may_be_told(asked.mentor, now)
    ]
    return run_each(turns, lambda turn: _send(*turn, now))


def _open():
    """Who, and the dates: what it is about the worker may not read."""
    return MentorRequest.objects.filter(status=RequestStatus.OPEN).only(*FACTS)


def _answerable():
    """Of two who can both sign in: a mentor is not pressed to answer somebody who could not read it."""
    return _open().filter(mentor__is_active=True, mentee__is_active=True)


def _kind(mentor_request, now):
    return ReminderKind.REQUEST_AGAIN if mentor_request.remind_again_at <= now else ReminderKind.REQUEST


def _send(mentor_request, kind, now):
    return write_reminder(
        mentor_request.mentor, kind, notifications.request_waits, now=now, request=mentor_request
    )


def lapse_requests(now):
    """Requests past their day: the asker is told, and the mentor who let two lapse is asked. How many."""
    late = _open().filter(Q(expires_at__lte=now)).values_list("pk", flat=True)
    return run_each(late, lambda pk: _lapse(pk, now), passing=services.RequestMoveNotAllowed)


def _lapse(pk, now):
    mentor_request = _open().select_related(*PEOPLE).filter(pk=pk).first()
    if mentor_request is None:
        return False
    services.expire_request(mentor_request, now=now)
    if mentor_request.kind == MentorshipKind.MENTORING:
        ask_after_lapses(mentor_request.mentor, now)
    return True
