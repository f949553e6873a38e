"""What a membership that ends or comes back means here. Nothing is deleted, and running mentorships go on."""

from allauth.account.models import EmailAddress
from django.utils import timezone

from joining import notifications
from joining.models import MembershipState, RosterEntry
from profiles import services
from profiles.models import MentorProfile
from profiles.models.mentor import ProfileStatus


def is_lapsed(member):
    """Whether the association says that this member's membership has ended."""
    return RosterEntry.objects.filter(member=member, state=MembershipState.LAPSED).exists()


def follow(entry):
    """Do what the new state of an entry asks for, if its person has an account. Call it in a transaction."""
    if entry.member_id is None:
        return
    if entry.state == MembershipState.LAPSED:
        _pause(entry)
    else:
        _resume(entry)


def link_accounts(entries):
    """Tie new entries to the accounts whose confirmed address is theirs."""
    by_email = {entry.email: entry for entry in entries}
    confirmed = EmailAddress.objects.filter(email__in=by_email, verified=True, user__roster_entry=None)
    for address in confirmed.select_related("user"):
        link_entry(by_email[address.email], address.user)


def link_member(member, email):
    """Tie a member who has just confirmed an address to the entry that has it, if nobody else is."""
    if RosterEntry.objects.filter(member=member).exists():
        return
    for entry in RosterEntry.objects.filter(email=email, member=None):
        link_entry(entry, member)


def link_entry(entry, member):
    """The entry is this member's from now on."""
    entry.member = member
    RosterEntry.objects.filter(pk=entry.pk).update(member=member)
    if entry.state == MembershipState.LAPSED:
        _pause(entry)


def _pause(entry):
    profile = MentorProfile.objects.filter(member=entry.member, status=ProfileStatus.PUBLISHED).first()
    if profile:
        services.pause(profile)
        RosterEntry.objects.filter(pk=entry.pk).update(paused_profile=True)
    notifications.membership_ended(entry.member, was_listed=bool(profile), at=timezone.now())


def _resume(entry):
    profile = MentorProfile.objects.filter(member=entry.member, status=ProfileStatus.PAUSED).first()
    back = bool(profile and entry.paused_profile and not services.missing(profile))
    if back:
        services.publish(profile)
    RosterEntry.objects.filter(pk=entry.pk).update(paused_profile=False)
    notifications.membership_back(entry.member, is_listed=back, at=timezone.now())
