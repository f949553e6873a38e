"""The one mail to somebody who is no member: that a colleague thought of them."""

from django.conf import settings
from django.core import signing

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link
from mentoring.lib.signed import signer
from outreach.models.invitation import hash_of_address

SALT = "outreach.stop"


@register
class InvitedColleague(Notification):
    """To an address, once a year at most: a member thought of them. Carries the member's name, no other words."""

    folder, topic, delivery = (
        "outreach/invited_colleague",
        None,
        Delivery.SECURITY,
    )  # an address has chosen nothing


def invited_colleague(address, *, by, language, occasion):
    """Its two links: the signed-out first page, with no secret in it; and the way to be left alone."""
    InvitedColleague.post(
        address=address,
        language=language,
        context={
            "by": by,
            "association": settings.ASSOCIATION_NAME,
            "link": member_link("home"),
            "stop_link": member_link("invited_stop", stop_token(hash_of_address(address))),
        },
        occasion=f"invited-colleague:{occasion}",
    )


def stop_token(address_hash):
    """The right to say “do not write to me again” for one address, which it does not tell."""
    return signer(SALT).sign(address_hash)


def read_stop_token(token):
    """The hash of the address, or None for what was not made here for this."""
    try:
        return signer(SALT).unsign(token)
    except signing.BadSignature:
        return None
