"""One mail to one address, with nobody's free words in it, limited in every direction (attack A9)."""

import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.addresses import canonical_address
from mentoring.lib.limits import is_reached
from mentoring.lib.registry.hooks import NOT_TO_INVITE, why_nothing_new
from outreach import notifications
from outreach.models import ColleagueInvitation, InvitedAddress
from profiles.locking import lock_member

SENT_A_DAY, SENT_A_MONTH, ALL_A_DAY = 3, 10, 200
A_DAY, A_MONTH, A_YEAR = timedelta(days=1), timedelta(days=30), timedelta(days=365)


class CannotInviteColleague(Exception):
    """Nothing was sent. Says why; the answer never depends on whose the address is, or what became of it."""


@transaction.atomic
def invite_colleague(*, by, address, language):
    """Tell one address of the programme, if it may be told. Whether a mail went out, the sender does not learn."""
    if not lock_member(by, staying=True):
        raise CannotInviteColleague(
            _("Your account is set to close. To invite anyone, keep your account first.")
        )
    if why := why_nothing_new(by):
        raise CannotInviteColleague(why)
    address = canonical_address(address)
    if EmailAddress.objects.filter(user=by, email__iexact=address).exists():
        raise CannotInviteColleague(_("Enter another address; this one is your own."))
    _check_not_too_often(by)
    ColleagueInvitation.objects.create(by=by)
    if _may_be_told(address):
        notifications.invited_colleague(address, by=by, language=language, occasion=secrets.token_hex(16))


def _check_not_too_often(by):
    mine = ColleagueInvitation.objects.filter(by=by)
    if is_reached(mine, "sent_at", most=SENT_A_DAY, within=A_DAY):
        raise CannotInviteColleague(_("Try again tomorrow. You’ve already invited three people today."))
    if is_reached(mine, "sent_at", most=SENT_A_MONTH, within=A_MONTH):
        raise CannotInviteColleague(
            _("You’ve invited ten people this month. Pass the link on yourself instead.")
        )
    if is_reached(ColleagueInvitation.objects.all(), "sent_at", most=ALL_A_DAY, within=A_DAY):
        raise CannotInviteColleague(_("Try again tomorrow. Many invitations have gone out today."))


def _may_be_told(address):
    """Not a member, not somebody who has said no, to this or elsewhere, and nobody who was written to within a year.

    An address that mail came back from is left out where the mail is written.
    """
    if EmailAddress.objects.filter(email__iexact=address).exists():
        return False
    if any(NOT_TO_INVITE.results(address)):
        return False
    return InvitedAddress.objects.claim(address, since=timezone.now() - A_YEAR)
