"""An account for somebody who came by the link in their welcome mail: that they read it confirms the address."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from joining.models import RosterEntry
from mentoring.lib.zones import UNIVERSAL
from profiles.models import Member
from profiles.sign_ups import delete_sign_up, has_account, unconfirmed_sign_ups
from profiles.signals import member_joined

TAKEN_OVER = ("preferred_name", "job_title", "employer", "city", "region", "country")


class HasAccount(Exception):
    """Somebody with this address has an account already: they sign in."""


@transaction.atomic
def make_account(entry, *, name, time_zone):
    """The Member of an entry, with what the association says of them. HasAccount if there is one.

    What somebody else began with this address and never confirmed goes.
    """
    if entry.member_id or has_account(entry.email):
        raise HasAccount(entry.email)
    for pk in list(unconfirmed_sign_ups().filter(email=entry.email).values_list("pk", flat=True)):
        delete_sign_up(pk)
    facts = {field: getattr(entry, field) for field in TAKEN_OVER}
    member = Member.objects.create_user(
        entry.email,
        name=name,
        language=language_of(entry) if entry.language else get_language() or settings.LANGUAGE_CODE,
        adult_at=timezone.now(),
        time_zone=time_zone,
        time_zone_confirmed=time_zone != UNIVERSAL,
        **facts,
    )
    EmailAddress.objects.create(user=member, email=entry.email, verified=True, primary=True)
    member_joined.send(sender=Member, member=member)
    RosterEntry.objects.filter(pk=entry.pk).update(member=member, declined_at=None)
    return member


def language_of(entry):
    """The language in which to write to somebody: the list's, if the site speaks it."""
    spoken = entry.language[:2]
    known = (code for code, _name in settings.LANGUAGES if spoken and code.startswith(spoken))
    return next(known, settings.LANGUAGE_CODE)
