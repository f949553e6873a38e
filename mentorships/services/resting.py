"""Letting a mentorship rest (product 70): both say so, or nobody has answered for long. Its place is free meanwhile."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mentorships import notifications
from mentorships.models import Mentorship
from mentorships.models.mentorship import WITH_PLACE
from mentorships.services.life import MentorshipMoveNotAllowed, rest

CHANGED = _("This mentorship has changed since you opened the page.")


@transaction.atomic
def propose_rest(mentorship, *, by):
    """Say that one would let it rest, and tell the other. True if both have said so now, and it rests."""
    open_now = Mentorship.objects.filter(pk=mentorship.pk, status__in=WITH_PLACE)
    if open_now.filter(rest_proposed_by=None).update(rest_proposed_by=by):
        mentorship.rest_proposed_by = by
        notifications.rest_proposed(mentorship, to=mentorship.partner_of(by))
        return False
    held = open_now.select_for_update().first()
    if held is None:
        raise MentorshipMoveNotAllowed(CHANGED)
    return held.rest_proposed_by_id != by.pk and agree_to_rest(held, by=by)


@transaction.atomic
def agree_to_rest(mentorship, *, by):
    """The other says so, too: it rests. MentorshipMoveNotAllowed if there is no proposal of the other's any more."""
    other = mentorship.partner_of(by)
    if not Mentorship.objects.filter(pk=mentorship.pk, rest_proposed_by=other).exists():
        raise MentorshipMoveNotAllowed(CHANGED)
    change = rest(mentorship, by=by)
    notifications.mentorship_rests(change, mentorship, to=other, agreed=True)
    return True


def drop_rest_proposal(mentorship):
    """Take it back, or say not now: it goes on as it was."""
    Mentorship.objects.filter(pk=mentorship.pk).update(rest_proposed_by=None)


@transaction.atomic
def rest_after_silence(mentorship):
    """Nobody has answered for long: it rests, and both are told how it goes on."""
    change = rest(mentorship, by=None)
    for to in (mentorship.mentor, mentorship.mentee):
        notifications.mentorship_rests(change, mentorship, to=to, agreed=False)
