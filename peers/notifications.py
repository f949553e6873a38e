"""Mails to members about their line on the list of peers."""

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link as link


@register
class LineHidden(Notification):
    """To a member: a coordinator has taken the line off the list. Carries the reason and a link."""

    folder, topic, delivery = "peers/line_hidden", None, Delivery.SECURITY


@register
class LineShown(Notification):
    """To a member: the line is allowed back on the list. Carries a link."""

    folder, topic, delivery = "peers/line_shown", None, Delivery.SECURITY


def line_hidden(profile, *, reason, at):
    """A coordinator has taken the line off the list."""
    _tell(LineHidden, profile, occasion="peer-line-hidden", at=at, reason=reason)


def line_shown(profile, *, at):
    """The line is allowed back on the list."""
    _tell(LineShown, profile, occasion="peer-line-shown", at=at)


def _tell(notification, profile, *, occasion, at, **context):
    """`at` makes the occasion one of a kind: the same may happen to a member again."""
    notification.post(
        to=profile.member,
        context={"member": profile.member, "link": link("peer_profile"), **context},
        occasion=f"{occasion}-{profile.pk}-{at.timestamp():.6f}",
    )
