"""Mails to members about their account and profile, and those that django-allauth sends (profiles.adapter)."""

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link as link


@register
class ProfileHidden(Notification):
    """To a mentor: a coordinator has taken the profile off the list. Carries the reason and a link."""

    folder, topic, delivery = "profiles/profile_hidden", None, Delivery.SECURITY


@register
class ProfileShown(Notification):
    """To a mentor: the profile is back on the list. Carries a link."""

    folder, topic, delivery = "profiles/profile_shown", None, Delivery.SECURITY


@register
class NewBrowser(Notification):
    """To a member: somebody signed in from a browser that is new to the account. Carries when, its kind, a link."""

    folder, topic, delivery = "profiles/new_browser", None, Delivery.SECURITY


@register
class AccountSuspended(Notification):
    """To a member: sign-in is stopped. Carries the reason, and no link."""

    folder, topic, delivery = "profiles/account_suspended", None, Delivery.SECURITY


@register
class AccountRestored(Notification):
    """To a member: sign-in works again. Carries a link."""

    folder, topic, delivery = "profiles/account_restored", None, Delivery.SECURITY


class AccountMail(Notification):
    """A mail of django-allauth, to an address: the way into an account, and what keeps it safe."""

    topic, delivery, despite_bounces = None, Delivery.SECURITY, True


@register
class AccountAlreadyExists(AccountMail):
    """To whoever signs up with an address that has an account. Carries a link to sign in."""

    folder = "account/account_already_exists"


@register
class EmailChanged(AccountMail):
    """To the address that an account had: it has another one now. Carries no link."""

    folder = "account/email_changed"


@register
class EmailConfirmation(AccountMail):
    """To an address that a member has added. Carries the link that confirms it."""

    folder = "account/email_confirmation"


@register
class EmailConfirmationSignup(AccountMail):
    """To the address of somebody who has just signed up. Carries the link that confirms it."""

    folder = "account/email_confirmation_signup"


@register
class EmailDeleted(AccountMail):
    """To a member: another address was taken off the account. Carries a link to sign in."""

    folder = "account/email_deleted"


@register
class LoginCode(AccountMail):
    """To whoever signs in by mail. Carries the code."""

    folder = "account/login_code"


@register
class PasswordChanged(AccountMail):
    """To a member: the password is another one now. Carries a link to sign in."""

    folder = "account/password_changed"


@register
class PasswordReset(AccountMail):
    """To a member: the password was chosen anew. Carries a link to sign in."""

    folder = "account/password_reset"


@register
class PasswordResetKey(AccountMail):
    """To whoever has forgotten a password. Carries the link to choose another one."""

    folder = "account/password_reset_key"


@register
class PasswordSet(AccountMail):
    """To a member who had no password: there is one now. Carries a link to sign in."""

    folder = "account/password_set"


@register
class UnknownAccount(AccountMail):
    """To an address without an account that somebody wants to sign in with. Carries a link to join."""

    folder = "account/unknown_account"


def profile_hidden(mentor, *, reason, at):
    """A coordinator has taken the profile off the list."""
    _tell(
        ProfileHidden,
        mentor.member,
        occasion="profile_hidden",
        at=at,
        reason=reason,
        link=link("mentor_profile"),
    )


def profile_shown(mentor, *, at):
    """The profile is back on the list."""
    _tell(ProfileShown, mentor.member, occasion="profile_shown", at=at, link=link("mentor_profile"))


def account_suspended(member, *, at, reason=""):
    """Sign-in is stopped."""
    _tell(AccountSuspended, member, occasion="account_suspended", at=at, reason=reason)


def account_restored(member, *, at):
    """Sign-in works again."""
    _tell(AccountRestored, member, occasion="account_restored", at=at, link=link("account_login"))


def _tell(notification, member, *, occasion, at, **context):
    """`at` makes the occasion one of a kind: the same may happen to a member again."""
    notification.post(
        to=member,
        context={"member": member, **context},
        occasion=f"{occasion}-{member.pk}-{at.timestamp():.6f}",
    )
