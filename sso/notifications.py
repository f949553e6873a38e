"""Mails about signing in with the association's account."""

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link


class SignInMail(Notification):
    """The way into an account, and what keeps it safe."""

    topic, delivery, despite_bounces = None, Delivery.SECURITY, True


@register
class AddressCode(SignInMail):
    """To somebody who comes from the association's sign-in for the first time. Carries a code."""

    folder = "sso/address_code"


@register
class Connected(SignInMail):
    """To a member: the association's account opens theirs from now on. Carries a link to sign in."""

    folder = "sso/connected"


@register
class Disconnected(SignInMail):
    """To a member: the association's account opens theirs no more. Carries a link to sign in."""

    folder = "sso/disconnected"


def address_code(address, *, language, code, provider_name, occasion):
    """The address alone is told: whose it is has still to be shown."""
    AddressCode.post(
        address=address,
        language=language,
        context={"code": code, "provider_name": provider_name},
        occasion=f"sso-code:{occasion}",
    )


def connected(account, *, provider_name):
    """`account` is the SocialAccount that is new."""
    Connected.post(
        to=account.user,
        context={"provider_name": provider_name, "sign_in": member_link("account_login")},
        occasion=f"sso-connected:{account.pk}",
    )


def disconnected(account, *, provider_name, at):
    """`account` is the SocialAccount that was."""
    Disconnected.post(
        to=account.user,
        context={"provider_name": provider_name, "sign_in": member_link("account_login")},
        occasion=f"sso-disconnected:{account.user_id}:{at:%Y-%m-%dT%H:%M:%S}",
    )
