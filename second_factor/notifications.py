"""Mails about passkeys and second factors. Those of django-allauth come through profiles.adapter."""

import uuid

from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link


class SecondFactorMail(Notification):
    """What keeps an account safe: it always comes."""

    topic, delivery, despite_bounces = None, Delivery.SECURITY, True


@register
class TotpActivated(SecondFactorMail):
    """To a member: an authenticator app was set up. Carries a link to sign in."""

    folder = "second_factor/totp_activated"


@register
class TotpDeactivated(SecondFactorMail):
    """To a member: the authenticator app was removed. Carries a link to sign in."""

    folder = "second_factor/totp_deactivated"


@register
class WebauthnAdded(SecondFactorMail):
    """To a member: a passkey was added. Carries a link to sign in."""

    folder = "second_factor/webauthn_added"


@register
class WebauthnRemoved(SecondFactorMail):
    """To a member: a passkey was removed. Carries a link to sign in."""

    folder = "second_factor/webauthn_removed"


@register
class RecoveryCodesGenerated(SecondFactorMail):
    """To a member: there are new recovery codes. Carries none of them, and a link to sign in."""

    folder = "second_factor/recovery_codes_generated"


@register
class RecoveryCodeUsed(SecondFactorMail):
    """To a member: a recovery code was used. Carries how many are left, and a link to sign in."""

    folder = "second_factor/recovery_code_used"


@register
class StaffSetUpRemoved(SecondFactorMail):
    """To somebody of the staff: what was set up on the staff site is gone. Carries a link to sign in."""

    folder = "second_factor/staff_set_up_removed"


@register
class ResetByOperator(SecondFactorMail):
    """To a member who was locked out: the operator has removed every second factor. Carries a link to sign in."""

    folder = "second_factor/reset_by_operator"


def recovery_code_used(member, *, left):
    _tell(RecoveryCodeUsed, member, left=left)


def staff_set_up_removed(member):
    _tell(StaffSetUpRemoved, member)


def reset_by_operator(member):
    _tell(ResetByOperator, member)


def _tell(notification, member, **context):
    notification.post(
        to=member,
        context={"sign_in": member_link("account_login"), **context},
        occasion=f"{notification.folder}-{member.pk}-{uuid.uuid4().hex}",
    )
