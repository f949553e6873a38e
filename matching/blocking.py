"""Block: from this moment on the two keep apart. In the lowest room that knows all it has to stop."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from conduct.models import Block
from mail.models import OutgoingMail
from mail.services import withdraw_unsent
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.registry.hooks import ON_BLOCK
from mentorships.models import Invitation, InvitationStatus, Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.services import end
from profiles.models import Member


@transaction.atomic
def block(by, whom):
    """End what is open between the two, take back what waits, and keep them out of each other's sight.

    Nobody is mailed. The other sees only that a mentorship or a request has ended; letters stay to be
    read by both. True for the one call that made it. ValueError for oneself.
    """
    if by.pk == whom.pk:
        raise ValueError("Nobody blocks themselves.")
    _lock_all(by, whom)
    _row, made = Block.objects.get_or_create(by=by, whom=whom)
    codes = [by.code, whom.code]
    codes += [_end(row, by) for row in _mentorships(by, whom)]
    codes += [_close(row, by) for row in _requests(by, whom)]
    codes += [code for ended in ON_BLOCK.results(by, whom) for code in ended]
    _drop(_invitations(by, whom), InvitationStatus.WITHDRAWN)
    _drop(_invitations(whom, by), InvitationStatus.DECLINED)
    withdraw_unsent(to=(by, whom), about=codes)
    return made


def _between(one, other):
    return Q(mentor=one, mentee=other) | Q(mentor=other, mentee=one)


def _requests(one, other):
    return MentorRequest.objects.filter(_between(one, other)).order_by("pk")


def _mentorships(one, other):
    return Mentorship.objects.filter(_between(one, other)).order_by("pk")


def _lock_all(by, whom):
    """Hold what is open, then the two, in the order of `profiles.locking`.

    A request that is sent at this moment holds its asker: so it is either seen below, or refused.
    """
    first, second = sorted((by, whom), key=lambda member: member.pk)
    for one, other in ((first, second), (second, first)):
        list(_invitations(one, other).select_for_update().order_by("pk"))
    list(_requests(by, whom).filter(status=RequestStatus.OPEN).select_for_update())
    list(_mentorships(by, whom).filter(status__in=OPEN).select_for_update())
    people = Member.objects.select_for_update(no_key=True).filter(pk__in=[by.pk, whom.pk])
    list(people.order_by("pk").values_list("pk"))


def _end(mentorship, by):
    """End it if it goes on. Its code, for taking back mails about it."""
    if mentorship.status in OPEN:
        end(mentorship, by=by)
    return mentorship.code


def _close(request, by):
    """Withdraw or decline, without words, mails or a mark on how fast the mentor answers."""
    now = RequestStatus.WITHDRAWN if by.pk == request.mentee_id else RequestStatus.DECLINED
    rows = MentorRequest.objects.filter(pk=request.pk, status=RequestStatus.OPEN)
    rows.update(status=now, decided_at=timezone.now())
    return request.code


def _invitations(one, other):
    """Open ones from the one to an address of the other."""
    known = {other.email, *other.emailaddress_set.values_list("email", flat=True)}
    small = {address.lower() for address in known}
    waiting = Invitation.objects.filter(by=one, status=InvitationStatus.OPEN)
    to = [pk for pk, address in waiting.values_list("pk", "address") if address.lower() in small]
    return waiting.filter(pk__in=to)


def _drop(invitations, now):
    for pk in invitations.values_list("pk", flat=True):
        OutgoingMail.objects.waiting().of_occasion(f"invited-{pk}").delete()
    invitations.update(status=now, decided_at=timezone.now(), address="")
