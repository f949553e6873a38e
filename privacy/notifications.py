"""Mails about leaving, keeping and disclosing. None holds a word that somebody wrote."""

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link as link


@register
class ClosingBegun(Notification):
    """To a leaver: what happens, when, and how to stay. Carries the day and a link."""

    folder, topic, delivery = "privacy/closing_begun", None, Delivery.SECURITY


@register
class AccountClosed(Notification):
    """To a leaver's address: it is done. Carries the name alone."""

    folder, topic, delivery = "privacy/account_closed", None, Delivery.SECURITY


@register
class PartnerLeaves(Notification):
    """To a leaver's partner: what goes, what stays. Carries the leaver's name, the day and a link."""

    folder, topic, delivery = "privacy/partner_leaves", None, Delivery.SECURITY
    gathers = True


@register
class PartnerStays(Notification):
    """To a leaver's partner: they have changed their mind. Carries their name and a link."""

    folder, topic, delivery = "privacy/partner_stays", None, Delivery.SECURITY
    gathers = True


@register
class ArchiveGoes(Notification):
    """To both of a pair that has ended: its archive goes on a day. Carries a name, the day and a link."""

    folder, topic, delivery = "privacy/archive_goes", None, Delivery.SECURITY


@register
class Disclosed(Notification):
    """To a member: the law obliged the programme to hand something over. Carries a reference and a day."""

    folder, topic, delivery = "privacy/disclosed", None, Delivery.SECURITY


def closing_begun(closing):
    """What happens, when, and how to stay."""
    _tell(
        ClosingBegun,
        closing.member,
        occasion=f"closing-{_of(closing)}",
        link=link("account_close"),
        closing=closing,
        due=closing.due_at,
    )


def account_closed(closing):
    """It is done. To the bare address: the member's row is about to forget it."""
    member = closing.member
    AccountClosed.post(
        address=member.email,
        language=member.language,
        zone=member.time_zone,
        context={"reader": member},
        occasion=f"closed-{_of(closing)}",
    )


def partner_leaves(closing, mentorship):
    """The other one of the two: what goes, what stays, until when it can be taken along."""
    _tell(
        PartnerLeaves,
        mentorship.partner_of(closing.member),
        occasion=f"leaves-{_of(closing)}-{mentorship.pk}",
        link=link("take_along"),
        leaver=closing.member,
        stays=closing.leave_words,
        due=closing.due_at,
    )


def partner_stays(closing, mentorship):
    """They have changed their mind."""
    _tell(
        PartnerStays,
        mentorship.partner_of(closing.member),
        occasion=f"stays-{_of(closing)}-{mentorship.pk}",
        link=link("archive", mentorship.code),
        leaver=closing.member,
    )


def archive_goes(mentorship, to):
    """Nobody has read it for long: it goes on that day, unless somebody reads it again."""
    _tell(
        ArchiveGoes,
        to,
        occasion=f"goes-{mentorship.pk}-{mentorship.shred_on}-{to.pk}",
        link=link("mentorship_detail", mentorship.code),
        other=mentorship.partner_of(to),
        due=mentorship.shred_on,
    )


def disclosed(notice):
    """The law obliged the programme to hand something over."""
    _tell(
        Disclosed,
        notice.member,
        occasion=f"disclosed-{notice.pk}",
        link=link("seen"),
        reference=notice.reference,
        day=notice.disclosed_at,
    )


def _of(closing):
    return f"{closing.pk}-{int(closing.asked_at.timestamp())}"


def _tell(notification, to, *, occasion, **context):
    if to.is_active:
        notification.post(to=to, context={"reader": to, **context}, occasion=occasion)
