"""Whether a typed code is right: of an authenticator app, or one of the recovery codes. Each works once."""

import logging

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from mentoring.lib.vault import CannotOpen
from second_factor.staff_marks import of_this_site

logger = logging.getLogger(__name__)


def authenticator_of_code(user, code):
    """The authenticator of the user whose code this is, and the code is used up; or None."""
    mine = of_this_site(Authenticator.objects.filter(user=user)).exclude(type=Authenticator.Type.WEBAUTHN)
    return next((each for each in mine.order_by("-type") if _takes(each, user, code)), None)


def use_up(user, code):
    """Whether this code of an authenticator app had not been used yet; from now on it is.

    django-allauth remembers it for one period: with a tolerance it would be good again in the next (trap 13).
    """
    periods = 2 * app_settings.TOTP_TOLERANCE + 1
    return cache.add(f"second-factor-used:{user.pk}:{code}", 1, timeout=periods * app_settings.TOTP_PERIOD)


def _takes(authenticator, user, code):
    try:
        right = authenticator.wrap().validate_code(code)
    except CannotOpen:
        logger.warning("The seed of authenticator %s cannot be opened.", authenticator.pk)
        return False
    return right and (authenticator.type != Authenticator.Type.TOTP or use_up(user, code))
