"""Holding rows until the transaction ends, always in one order, so that nobody waits for ever.

1. cases and invitations,
2. requests,
3. mentorships,
4. members,
5. a programme,
6. what belongs to one member: a mentor profile, a wish, an enrolment in a programme; a time of open hours, and who has
   booked it.

Several of one kind are held by their primary key, the lowest first. A row that nobody else can reach yet
(a draft, one that was just made) may come later. Storing a private text holds its author's row, too
(`mentoring.lib.vault.rows`). A service holds what it needs once, at its beginning; the private functions
it calls rely on that.

Who holds what: `mentorships.services.recording` an invitation, `matching.services` a request,
`mentorships.services.locking` a mentorship, this module a member, `programmes.services.locking` a programme,
`open_hours.services.locking` the two of a talk;
`matching.blocking` and `privacy.account_closure` hold all that is open.
"""

from profiles.models import Member


def lock_member(member, *, staying=False):
    """Hold a member's row. False if they have left (or, with `staying`, if their account is set to close).

    What counts or adds rows of a member begins with it: one at a time, and nothing for an account that closes.
    """
    # no_key: two members who ask each other at the same moment must not wait for each other.
    members = Member.objects.select_for_update(no_key=True).filter(pk=member.pk, left_at=None)
    if staying:
        members = members.filter(leaving_at=None)
    return bool(members.values_list("pk"))
