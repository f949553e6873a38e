"""What a certificate can be made from: a member's mentorships, and what other rooms add to them."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.registry.hooks import TAKEN_PARTS, TakenPart
from mentorships.models import Mentorship, MentorshipKind, MentorshipStatus, StatusChange
from recognition.models import CertificateRole
from recognition.periods import MENTORSHIP

AT_REST = (MentorshipStatus.RESTING, MentorshipStatus.ENDED)


def taken_parts(member):
    """Everything this member took part in, as `TakenPart`s, the newest first."""
    parts = [part for parts in TAKEN_PARTS.results(member) for part in parts]
    return sorted(parts, key=lambda part: part.spans[-1][0], reverse=True)


def mentorships_of(member):
    """Each mentorship of the member's, for the time in which it was open. Two statements."""
    pairs = list(Mentorship.objects.visible_to(member).with_people())
    changes = defaultdict(list)
    for change in StatusChange.objects.filter(mentorship__in=pairs).order_by("at", "pk"):
        changes[change.mentorship_id].append(change)
    for pair in pairs:
        spans = tuple(_spans(pair, changes[pair.pk]))
        yield TakenPart(
            f"mentorship-{pair.code}", _role(pair, member), MENTORSHIP, spans, _words(pair, member)
        )


def _role(pair, member):
    if pair.kind == MentorshipKind.PEERS:
        return CertificateRole.PEER.value
    return (CertificateRole.MENTOR if member.pk == pair.mentor_id else CertificateRole.MENTEE).value


def _words(pair, member):
    return _("Your mentorship with %(name)s") % {"name": pair.partner_of(member).name}


def _spans(pair, changes):
    """(first day, last day or None) of each time in which it was open: what rested in between is left out."""
    since = pair.began_at
    for change in changes:
        if change.now in AT_REST and since:
            yield _day(since), _day(change.at)
            since = None
        elif change.now not in AT_REST:
            since = since or change.at
    if since:
        yield _day(since), _day(pair.ended_at or since) if pair.status in AT_REST else None


def _day(moment):
    return timezone.localtime(moment).date()
