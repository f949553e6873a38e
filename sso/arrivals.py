"""Somebody who has come from the association's sign-in: who they are there, and what happens next here."""

import enum
import time
from dataclasses import dataclass, replace

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from joining import one_person
from joining.comparing import Trouble
from joining.models import MembershipState
from joining.reading.person import ReadRow
from joining.states import UNKNOWN
from profiles.sign_ups import has_account, owner_of
from sso import claims

PENDING = "sso_arrival"  # in the session of the browser
VALID_SECONDS = 10 * 60  # as long as the mailed code


class NextStep(enum.StrEnum):
    """What happens to an arrival."""

    SIGN_IN = "sign_in"  # known by provider and subject
    JOIN = "join"  # new, with an address that is theirs
    PROVE = "prove"  # a mailed code first: the address is not proven, or somebody has an account with it
    UNKNOWN_STATE = "unknown_state"  # a coordinator says what that word means
    NOT_A_MEMBER = "not_a_member"
    NO_ADDRESS = "no_address"
    CLASH = "clash"  # the address is on the list under somebody else's number


@dataclass
class Arrival:
    """Who came from where. `subject` is what never changes about them there, `row` the facts, cleaned."""

    provider_id: str
    subject: str
    row: ReadRow
    membership: str
    address_is_theirs: bool

    @classmethod
    def of(cls, provider, subject, data):
        """From what a provider sent."""
        row = claims.row_of(provider, data)
        return cls(
            provider.id,
            subject,
            row,
            claims.membership_of(provider, row),
            bool(row.email) and claims.is_verified(provider, data),
        )

    def next_step(self, member):
        """A NextStep. `member` is who has come from there as the same subject before, or None."""
        if member:
            return NextStep.SIGN_IN
        if self.membership == UNKNOWN:
            return NextStep.UNKNOWN_STATE
        if self.membership != MembershipState.CURRENT:
            return NextStep.NOT_A_MEMBER
        if not self.has_address:
            return NextStep.NO_ADDRESS
        change = one_person.compare_one(self.row, self.membership)
        if isinstance(change, Trouble):
            return NextStep.CLASH
        if change.entry.member_id or has_account(self.row.email) or not self.address_is_theirs:
            return NextStep.PROVE
        return NextStep.JOIN

    def account(self):
        """The Member here who seems to be the same person, by their number on the list or their address; or None."""
        change = one_person.compare_one(self.row, self.membership)
        listed = None if isinstance(change, Trouble) else change.entry and change.entry.member
        return listed or owner_of(self.row.email)

    @property
    def has_address(self):
        """Whether there is an address that mail could reach."""
        return "email" not in self.row.wrong

    def as_json(self):
        """For the session."""
        return {**vars(self), "row": self.row.as_json()}

    @classmethod
    def from_json(cls, data):
        """The arrival of `as_json`."""
        return cls(**{**data, "row": ReadRow.from_json(data["row"])})


def provider_of(provider_id):
    """The SsoProvider of an id, or None."""
    return next((provider for provider in settings.SSO_PROVIDERS if provider.id == provider_id), None)


def keep(request, arrival, *, next_url=None):
    """Remember an arrival in this browser for ten minutes."""
    request.session[PENDING] = {"arrival": arrival.as_json(), "next": next_url, "since": time.time()}


def kept(request):
    """(Arrival, the rest of what is remembered), or (None, {}): nobody came, or too long ago."""
    pending = request.session.get(PENDING)
    if not pending or time.time() - pending["since"] > VALID_SECONDS:
        return None, {}
    return Arrival.from_json(pending["arrival"]), pending


def forget(request):
    """Nothing waits in this browser any more."""
    request.session.pop(PENDING, None)


@transaction.atomic
def connect(arrival, member):
    """From now on the subject signs in as this member. Harmless twice."""
    SocialAccount.objects.get_or_create(
        provider=arrival.provider_id, uid=arrival.subject, defaults={"user": member}
    )
    take_over(arrival, member)


def take_over(arrival, member):
    """Bring the association's list up to date with what its sign-in says of a member.

    A word for a membership that nobody knows, or a clash, changes nothing. Nor does an address that the provider has
    not seen to be theirs: it could be anybody's.
    """
    row = arrival.row
    if not arrival.address_is_theirs:
        row = replace(row, email=member.email)
    one_person.take_over(row, arrival.membership, member=member)


def ask_coordinators(arrival):
    """Let a coordinator decide about somebody who has no account. Once, however often they come."""
    row = arrival.row
    source = "\n".join((arrival.provider_id, arrival.subject, row.email, row.state or ""))
    one_person.ask_coordinators(row, arrival.membership, source=source)
