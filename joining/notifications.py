"""Mails about somebody's membership of the association."""

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link


@register
class MembershipEnded(Notification):
    """To a member: the association says that their membership has ended. Carries a link to their mentorships."""

    folder, topic, delivery = "joining/membership_ended", None, Delivery.SECURITY


@register
class MembershipBack(Notification):
    """To a member: the association says that they are a member again. Carries a link to the first page."""

    folder, topic, delivery = "joining/membership_back", None, Delivery.SECURITY


@register
class Welcome(Notification):
    """To somebody on the association's list, once: what mentoring is. Carries the link to their three doors."""

    folder, topic, delivery = "joining/welcome", None, Delivery.SECURITY  # an address has chosen nothing


def welcome(entry, *, language, token):
    """The address alone is told: they have no account yet."""
    return Welcome.post(
        address=entry.email,
        language=language,
        context={"name": entry.preferred_name or entry.name, "link": member_link("welcome", token)},
        occasion=f"welcome:{entry.pk}",
    )


def membership_ended(member, *, was_listed, at):
    """Their mentor profile has left the list if `was_listed`."""
    MembershipEnded.post(
        to=member,
        context={"member": member, "was_listed": was_listed, "link": member_link("mentorship_list")},
        occasion=f"membership-ended:{member.pk}:{at:%Y-%m-%d}",
    )


def membership_back(member, *, is_listed, at):
    """Their mentor profile is in the list again if `is_listed`."""
    MembershipBack.post(
        to=member,
        context={"member": member, "is_listed": is_listed, "link": member_link("home")},
        occasion=f"membership-back:{member.pk}:{at:%Y-%m-%d}",
    )
