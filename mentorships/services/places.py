"""Places: those of a mentor are counted in the profile, peers may have so many mentorships of this kind."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.programme import numbers
from mentorships.models import Mentorship, MentorshipKind
from mentorships.models.mentorship import OPEN, WITH_PLACE
from profiles.locking import lock_member
from profiles.services import NoRoom, give_back_place, take_place


def take(mentorship):
    """For one that has just begun, or goes on after resting. NoRoom if there is none at this very moment."""
    if mentorship.kind == MentorshipKind.MENTORING:
        take_place(mentorship.mentor)
    elif mentorship.kind == MentorshipKind.PEERS:
        _check_peers(mentorship)


def give_back(mentorship):
    """For one that rests or has ended."""
    if mentorship.kind == MentorshipKind.MENTORING:
        give_back_place(mentorship.mentor)


def peers_of(member):
    """The peer mentorships that count for a member: those that rest do not."""
    either = Q(mentor=member) | Q(mentee=member)
    return Mentorship.objects.filter(either, kind=MentorshipKind.PEERS, status__in=WITH_PLACE)


def are_open_peers(one, other):
    """Whether two have a peer mentorship that has not ended, whoever of them asked."""
    two = Q(mentor=one, mentee=other) | Q(mentor=other, mentee=one)
    return Mentorship.objects.filter(two, kind=MentorshipKind.PEERS, status__in=OPEN).exists()


def has_room_for_peer(member):
    """Whether a member may have one more."""
    return peers_of(member).count() < numbers().peers_at_once


def _check_peers(mentorship):
    """Both held, in the order of `profiles.locking`: what is counted is true until the end."""
    two = sorted((mentorship.mentor, mentorship.mentee), key=lambda member: member.pk)
    for member in two:
        lock_member(member)
    for member in two:
        if peers_of(member).count() > numbers().peers_at_once:  # this one is among them
            raise NoRoom(_("One of you already has as many peers as one can have at a time."))
