"""Changes written into the list: entries, the accounts they belong to, and what follows for these."""

from django.db import transaction

from joining import standing
from joining.comparing import NEW, SAME
from joining.models import RosterEntry

GAPS = ("preferred_name", "job_title", "employer", "city", "region", "country", "language", "paid_through")
NEWEST, FIRST = ("facts_at", "state_at"), ("offered_at", "declined_at")
ABSORBED = ("former_ids", "member", "paused_profile", *GAPS, *NEWEST, *FIRST)


@transaction.atomic
def save_changes(changes):
    """Write Changes (comparing.compare) down. Whoever has an account follows their membership."""
    new = [change.entry for change in changes if change.what == NEW]
    for entry, made in zip(new, RosterEntry.objects.bulk_create(new), strict=True):
        entry.pk = made.pk
    standing.link_accounts(new)
    for change in changes:
        follows = "state" in change.fields
        for former in change.absorbs:
            follows = _absorb(change.entry, former, follows=follows)
        absorbed = ABSORBED if change.absorbs else ()
        if change.what not in (NEW, SAME):
            change.entry.save(update_fields={*change.fields, *absorbed})
        if follows:
            standing.follow(change.entry)


def _absorb(entry, former, *, follows):
    """Join another entry of the same person into this one, which the caller saves. At most one has an account.

    `follows` says whether the membership of this one's account has changed; returned again for the account it has
    then. An address stays with the entry that is left; what it does not know, the other one tells.
    """
    if former.member_id:
        entry.member_id, entry.paused_profile = former.member_id, former.paused_profile
        follows = former.state != entry.state
    known = {entry.external_id, *entry.former_ids}
    numbers = [
        number for number in (*former.former_ids, former.external_id) if number and number not in known
    ]
    entry.former_ids = [*entry.former_ids, *numbers]
    for name in GAPS:
        setattr(entry, name, getattr(entry, name) or getattr(former, name))
    for names, choose in ((NEWEST, max), (FIRST, min)):
        for name in names:
            moments = filter(None, (getattr(entry, name), getattr(former, name)))
            setattr(entry, name, choose(moments, default=None))
    former.delete()
    return follows
