"""Requests that nobody can answer any more: one of the two was suspended meanwhile (fault F7)."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from matching import notifications
from matching.models import MentorRequest, RequestStatus
from matching.services import RequestMoveNotAllowed, move_request
from mentoring.lib.jobs import run_each

COLUMNS = ("code", "kind", "status", "sent_at", "expires_at", "decided_at", "mentor", "mentee")


def close_out_of_reach(now=None):
    """End them, and tell whoever waits. How many; runs late, twice or side by side, and reads no words.

    By the worker: the staff site, where somebody is suspended, may not know that a request exists.
    """
    waiting = _waiting().filter(Q(mentor__is_active=False) | Q(mentee__is_active=False))
    return run_each(waiting.values_list("pk", flat=True), _close, passing=RequestMoveNotAllowed)


def _waiting():
    return MentorRequest.objects.filter(status=RequestStatus.OPEN).only(*COLUMNS)


@transaction.atomic
def _close(pk):
    request = _waiting().select_related("mentor", "mentee").filter(pk=pk).first()
    if request is None:
        return False
    if request.mentor.is_active:
        move_request(request, RequestStatus.WITHDRAWN, decided_at=timezone.now())
        notifications.request_withdrawn(request)
    else:
        move_request(request, RequestStatus.DECLINED, decided_at=timezone.now())
        notifications.request_declined(request, with_words=False)
    return True
