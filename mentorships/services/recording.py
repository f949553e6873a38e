"""A mentorship begun elsewhere: one invites by mail, the other confirms. Tells nobody who is a member."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from conduct.blocks import are_apart
from mail.models import OutgoingMail
from mentoring.lib.addresses import canonical_address
from mentoring.lib.limits import is_reached
from mentorships import notifications
from mentorships.models import Invitation, InvitationStatus
from mentorships.services.life import AlreadyPaired, begin
from mentorships.services.locking import Conflict
from profiles.models import Member, MentorProfile
from profiles.services import NoRoom, save_mentor

DAYS = 30
OPEN_AT_MOST = 5
SENT_A_DAY, MAILS_A_WEEK = 5, 2  # by one member; to one address from all of them (attack A9)
A_DAY = timedelta(days=1)


class CannotInvite(Exception):
    """No invitation was sent. Says why; the answer never depends on whose the address is."""


class Decided(Conflict):
    """The invitation has been answered, taken back, or is too old."""


@transaction.atomic
def invite(*, by, address, by_mentor, focus, style=""):
    """Send an invitation to an address, member or not. CannotInvite for oneself, twice, or too many."""
    Member.objects.select_for_update(no_key=True).get(pk=by.pk)
    address, now = canonical_address(address), timezone.now()
    if address in addresses_of(by):
        raise CannotInvite(_("Enter another address; this one is your own."))
    waiting = open_by(by, now)
    if waiting.filter(address=address).exists():
        raise CannotInvite(
            _("You’ve already invited this address, and the invitation is still waiting for an answer.")
        )
    if waiting.count() >= OPEN_AT_MOST:
        raise CannotInvite(
            _("Withdraw an invitation first. Several of yours are still waiting for an answer.")
        )
    mine = Invitation.objects.filter(by=by)
    if is_reached(mine, "sent_at", most=SENT_A_DAY, within=A_DAY):
        raise CannotInvite(_("Try again tomorrow. You’ve already sent several invitations today."))
    Invitation.objects.filter(by=by, address=address, status=InvitationStatus.OPEN).update(
        status=InvitationStatus.WITHDRAWN, decided_at=now, address=""
    )  # one that has lapsed makes room for a new one
    invitation = Invitation.objects.create(
        by=by,
        address=address,
        by_mentor=by_mentor,
        focus=focus,
        style=style,
        expires_at=now + timedelta(days=DAYS),
    )
    if not _kept_away(by, address) and not _has_been_told(address):
        notifications.invited(invitation)
    return invitation


def open_by(member, now=None):
    """Invitations of a member that still wait."""
    return Invitation.objects.filter(
        by=member, status=InvitationStatus.OPEN, expires_at__gt=now or timezone.now()
    )


def open_to(member):
    """Invitations that wait for a member, by any address they have confirmed."""
    mine = Invitation.objects.filter(
        address__in=addresses_of(member), status=InvitationStatus.OPEN, expires_at__gt=timezone.now()
    )
    return mine.exclude(blocks.apart(member, "by")).select_related("by")


def addresses_of(member):
    """The addresses a member has confirmed, in small letters."""
    confirmed = EmailAddress.objects.filter(user=member, verified=True)
    return {address.lower() for address in confirmed.values_list("email", flat=True)}


def _kept_away(by, address):
    """Whether the address is of somebody who keeps the inviter away, or is kept away: then nothing is sent."""
    theirs = EmailAddress.objects.filter(email__iexact=address, verified=True).select_related("user")
    return any(are_apart(by, confirmed.user) for confirmed in theirs)


def _has_been_told(address):
    """Whether this address has had mails of this kind lately, from whomever: then this one is not sent.

    The page says nothing of it, or it would tell what others have done; who signs in finds the invitation.
    """
    mails = OutgoingMail.objects.filter(address=address, kind=notifications.Invited.folder)
    return is_reached(mails, "written_at", most=MAILS_A_WEEK, within=timedelta(days=7))


@transaction.atomic
def accept_invitation(invitation, *, member):
    """Begin the mentorship. NoRoom, AlreadyPaired or Decided leave everything as it was."""
    _lock_invitation(invitation, member)
    mentor, mentee = (invitation.by, member) if invitation.by_mentor else (member, invitation.by)
    _make_room(mentor, reader=member)
    mentorship = begin(
        mentor=mentor, mentee=mentee, focus=invitation.focus, style=invitation.style, by=member
    )
    _decide(invitation, InvitationStatus.ACCEPTED, mentorship=mentorship)
    notifications.invitation_accepted(invitation, by=member)
    return mentorship


def _make_room(mentor, *, reader):
    """A mentor who is in no list has room for the mentee they already have. NoRoom if the list says full."""
    profile = MentorProfile.objects.filter(member=mentor).first()
    if profile is None:
        try:
            save_mentor(MentorProfile(member=mentor, capacity=1))
        except IntegrityError:
            raise NoRoom(_("Try again. Something changed at the same moment.")) from None
    elif profile.active >= profile.capacity and mentor.pk == reader.pk:
        raise NoRoom(
            _(
                "You have no room for another mentee. Increase the number of mentees in your "
                "mentor profile, then confirm again."
            )
        )
    elif profile.active >= profile.capacity:
        raise NoRoom(
            _(
                "%(name)s has no room for another mentee. Once they increase the number of "
                "mentees in their mentor profile, you can confirm."
            )
            % {"name": mentor.name}
        )


@transaction.atomic
def decline_invitation(invitation, *, member):
    """Say no. The inviter sees only that it came to nothing."""
    _lock_invitation(invitation, member)
    _decide(invitation, InvitationStatus.DECLINED)


@transaction.atomic
def withdraw_invitation(invitation, *, by):
    """Take it back: the link in the mail leads nowhere from now on."""
    if by.pk != invitation.by_id:
        raise Decided(_("This invitation has already been answered or withdrawn."))
    _decide(invitation, InvitationStatus.WITHDRAWN)


def withdraw_all_invitations(member):
    """Whatever a member has asked this way ends with their stay."""
    Invitation.objects.filter(by=member, status=InvitationStatus.OPEN).update(
        status=InvitationStatus.WITHDRAWN, decided_at=timezone.now(), address=""
    )


def _lock_invitation(invitation, member):
    """Hold it (`profiles.locking`): only for the member it was sent to, only while it is open."""
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    waits = current.status == InvitationStatus.OPEN and current.expires_at > timezone.now()
    if not waits or current.address not in addresses_of(member):
        raise Decided(_("This invitation has already been answered or withdrawn, or it has expired."))


def _decide(invitation, to, **changes):
    rows = Invitation.objects.filter(pk=invitation.pk, status=InvitationStatus.OPEN)
    if rows.update(status=to, decided_at=timezone.now(), address="", **changes) != 1:
        raise Decided(_("This invitation has already been answered or withdrawn, or it has expired."))
    invitation.refresh_from_db(fields=["status", "decided_at", "address", *changes])


REFUSALS = (Decided, NoRoom, AlreadyPaired)
