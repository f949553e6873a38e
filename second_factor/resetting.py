"""The operator's way back in for somebody who has lost every device and code."""

import logging

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from second_factor import notifications

logger = logging.getLogger(__name__)


@transaction.atomic
def reset_second_factor(member):
    """Remove all second factors of a member, end their sessions, mail them. How many were removed.

    Sessions of the staff site end at their next request (second_factor.gate): what they began with is gone.
    """
    removed = Authenticator.objects.filter(user=member).delete()[0]
    for session in UserSession.objects.filter(user=member):
        session.end()
    notifications.reset_by_operator(member)
    logger.warning("The operator has removed %s second factors of member %s.", removed, member.pk)
    return removed
