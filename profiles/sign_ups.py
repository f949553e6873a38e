"""Sign-ups that nobody has confirmed, and who may confirm one.

Anybody can join with somebody else's address and a password of their own. So an unconfirmed sign-up is no account:
no sign-in code and no reset goes to it, joining again with its address replaces it whole, and it is confirmed by nobody
but whoever reads the mailbox and chose the password: the mailed code is typed in the browser that did.
"""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Exists, OuterRef

from mail.models import OutgoingMail
from profiles.models import AccessLogEntry, Member, PolicyAcceptance

JOINED = "joined_as"  # in the session of the browser in which somebody joined, or gave the password: whose code it was


def unconfirmed_sign_ups():
    """Members who never came in and have confirmed no address."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    never = Member.objects.filter(last_login=None, is_active=True, is_staff=False, is_superuser=False)
    return never.filter(~Exists(confirmed))


def members_of(address):
    """The active members who have confirmed this address: one or none, as a list."""
    confirmed = EmailAddress.objects.filter(email__iexact=address, verified=True, user__is_active=True)
    return [found.user for found in confirmed.select_related("user")]


def owner_of(address):
    """The member, suspended or not, who has confirmed this address; or None."""
    confirmed = EmailAddress.objects.filter(email__iexact=address, verified=True).select_related("user")
    return next((found.user for found in confirmed), None)


def has_account(address):
    """Whether an address belongs to anybody who has shown that it does, or ever came in."""
    if EmailAddress.objects.filter(email__iexact=address, verified=True).exists():
        return True
    unconfirmed = unconfirmed_sign_ups().values("pk")
    return Member.objects.filter(email__iexact=address).exclude(pk__in=unconfirmed).exists()


def blank_sign_up(address):
    """The row that somebody began with this address and never confirmed, without anything of theirs; or None.

    Not saved. It keeps its number, so that the mail which is on its way leads to it still, and has a new code.
    """
    for pk in unconfirmed_sign_ups().filter(email__iexact=address).values_list("pk", flat=True):
        return Member(pk=pk, email=address)
    return None


@transaction.atomic
def delete_sign_up(pk):
    """Nothing hangs on somebody who never came in, but the address, the mail to it, what they accepted, a look."""
    PolicyAcceptance.objects.filter(member=pk).delete()
    AccessLogEntry.objects.filter(member=pk).delete()
    EmailAddress.objects.filter(user=pk).delete()
    OutgoingMail.objects.filter(to=pk).delete()
    members = Member.objects.filter(pk=pk)
    # Not delete(): Django would look for relations in tables that the worker may not see.
    return members._raw_delete(members.db)


def remember_here(request, member):
    """Note that this is the member's browser: they have joined in it, or given their password."""
    request.session[JOINED] = str(member.code)


def gave_address_here(request, member):
    """Whether this is the browser in which the member joined, or in which they are signed in."""
    return request.session.get(JOINED) == str(member.code) or request.user.pk == member.pk
