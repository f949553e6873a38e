"""Mails about what the two keep: that there is something, and where. None of its words."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link as link
from mentorships.models import MentorshipKind

MENTORSHIPS = declare_topic(
    "mentorships",
    label=_("Your mentorships: agreements, notes, pauses and endings"),
    unsubscribe_label=_("Stop emails about your mentorships"),
    order=30,
)


@register
class AgreementProposed(Notification):
    """To one of a pair: there is a proposal to look at. Carries the other's name and a link."""

    folder, topic, delivery = "mentorships/agreement_proposed", MENTORSHIPS, Delivery.AT_ONCE


@register
class AgreementAgreed(Notification):
    """To whoever proposed it: the other has agreed. Carries the other's name and a link."""

    folder, topic, delivery = "mentorships/agreement_agreed", MENTORSHIPS, Delivery.AT_ONCE


@register
class MentorshipPaused(Notification):
    """To one of a pair: the other would like to rest. Carries a name, until when, and a link."""

    folder, topic, delivery = "mentorships/mentorship_paused", MENTORSHIPS, Delivery.AT_ONCE


@register
class MentorshipResumed(Notification):
    """To one of a pair: it goes on. Carries the other's name and a link."""

    folder, topic, delivery = "mentorships/mentorship_resumed", MENTORSHIPS, Delivery.AT_ONCE


@register
class RestProposed(Notification):
    """To one of a pair: the other would let it rest. Carries a name and a link to agree."""

    folder, topic, delivery = "mentorships/rest_proposed", MENTORSHIPS, Delivery.AT_ONCE


@register
class MentorshipRests(Notification):
    """To one of a pair: it rests, since both agreed or nobody answered for long. Carries a name and a link."""

    folder, topic, delivery = "mentorships/mentorship_rests", MENTORSHIPS, Delivery.DIGEST


@register
class MentorshipEnded(Notification):
    """To one of a pair: it has ended. Carries the other's name and a link, no reason: none was asked."""

    folder, topic, delivery = "mentorships/mentorship_ended", MENTORSHIPS, Delivery.AT_ONCE


@register
class ThanksGiven(Notification):
    """To one of a pair: there is a word of thanks to read. Carries the other's name and a link."""

    folder, topic, delivery = "mentorships/thanks_given", MENTORSHIPS, Delivery.AT_ONCE


@register
class Invited(Notification):
    """To an address: a member invites. The same mail whether it is a member's or not."""

    folder, topic, delivery = "mentorships/invited", MENTORSHIPS, Delivery.AT_ONCE


@register
class InvitationAccepted(Notification):
    """To whoever invited: the mentorship has begun. Carries the other's name and a link."""

    folder, topic, delivery = "mentorships/invitation_accepted", MENTORSHIPS, Delivery.AT_ONCE


def agreement_proposed(version, *, to):
    """There is a proposal to look at."""
    _tell(
        AgreementProposed,
        version.mentorship,
        to,
        page="agreement",
        occasion=f"agreement-proposed-{version.pk}",
    )


def agreement_agreed(version, *, to):
    """The other has agreed."""
    _tell(
        AgreementAgreed, version.mentorship, to, page="agreement", occasion=f"agreement-agreed-{version.pk}"
    )


def mentorship_paused(change, mentorship, *, to):
    """The other would like to rest."""
    _tell(
        MentorshipPaused,
        mentorship,
        to,
        page="mentorship_detail",
        occasion=f"mentorship-paused-{change.pk}",
        until=mentorship.paused_until,
    )


def mentorship_resumed(change, mentorship, *, to):
    """It goes on."""
    _tell(
        MentorshipResumed,
        mentorship,
        to,
        page="mentorship_detail",
        occasion=f"mentorship-resumed-{change.pk}",
    )


def rest_proposed(mentorship, *, to):
    """The other would let it rest: at most one mail a day of one mentorship."""
    _tell(
        RestProposed,
        mentorship,
        to,
        page="mentorship_rest",
        occasion=f"rest-proposed-{mentorship.pk}-{to.pk}-{timezone.now():%Y-%m-%d}",
    )


def mentorship_rests(change, mentorship, *, to, agreed):
    """It rests: by both, or (`agreed` is False) since nobody has answered for long."""
    _tell(
        MentorshipRests,
        mentorship,
        to,
        page="mentorship_detail",
        occasion=f"mentorship-rests-{change.pk}-{to.pk}",
        agreed=agreed,
        has_place=mentorship.kind == MentorshipKind.MENTORING,
    )


def mentorship_ended(change, mentorship, *, to, thanked):
    """It has ended: no reason is told, because none was asked."""
    _tell(
        MentorshipEnded,
        mentorship,
        to,
        page="mentorship_end",
        occasion=f"mentorship-ended-{change.pk}",
        thanked=thanked,
    )


def thanks_given(thanks, *, to):
    """There is a word of thanks to read."""
    _tell(ThanksGiven, thanks.mentorship, to, page="mentorship_end", occasion=f"thanks-{thanks.pk}")


def invited(invitation):
    """To an address: the same mail whether it is a member's or not."""
    by = invitation.by
    Invited.post(
        address=invitation.address,
        language=by.language,
        context={
            "by": by,
            "association": settings.ASSOCIATION_NAME,
            "due": invitation.expires_at,
            "link": link("invitation", invitation.code),
        },
        occasion=f"invited-{invitation.pk}",
    )


def invitation_accepted(invitation, *, by):
    """The mentorship has begun."""
    to = invitation.by
    InvitationAccepted.post(
        to=to,
        context={"reader": to, "other": by, "link": link("mentorship_detail", invitation.mentorship.code)},
        occasion=f"invitation-accepted-{invitation.pk}",
    )


def _tell(notification, mentorship, to, *, page, occasion, **context):
    notification.post(
        to=to,
        context={
            "reader": to,
            "other": mentorship.partner_of(to),
            "link": link(page, mentorship.code),
            **context,
        },
        occasion=occasion,
    )
