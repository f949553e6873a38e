"""One person as somebody else than a file tells of them: compared and taken over as a row of a file is."""

from django.db import transaction
from django.utils import timezone

from joining import standing
from joining.clashes import answers
from joining.comparing import NOT_A_MEMBER, SAME, Entries, Trouble, compare
from joining.grouping import Group, Person
from joining.models import EventType, MembershipEvent, RosterEntry
from joining.saving import save_changes
from joining.states import UNKNOWN
from joining.webhook.events import NOT_KEPT
from joining.webhook.lateness import date_entry
from mentoring.lib.signed import keyed_hash

SALT = "joining.question"


def compare_one(row, state, *, member=None):
    """A Change or a Trouble (joining.comparing). The entry of `member` counts as found by its number."""
    person = Person(row, state, {row.external_id} - {""})
    entries = Entries([person])
    if own := _entry_of(member):
        _put_first(own, person, entries)
    return compare(Group(row.name), person, entries, answers())


@transaction.atomic
def take_over(row, state, *, member=None):
    """The RosterEntry of somebody with these facts, which now says the same; tied to `member`, if it is nobody else's.

    None where there is a question (a state that nobody knows, an address that is another person's) or no membership:
    nothing has changed then.
    """
    change = compare_one(row, state, member=member)
    if isinstance(change, Trouble) or change.what == NOT_A_MEMBER:
        return None
    if change.what != SAME:
        date_entry(change, dict.fromkeys(("facts_at", "state_at"), timezone.now()))
    save_changes([change])
    if member and change.entry.member_id is None and _entry_of(member) is None:
        standing.link_entry(change.entry, member)
    return change.entry


def ask_coordinators(row, state, *, source):
    """Keep what was told of somebody as a question, until a coordinator has answered it. Once for each `source`.

    The worker finds the question as it does in a notice of the membership system, and the list says so when it is
    answered.
    """
    data = {name: value for name, value in row.as_json().items() if name not in NOT_KEPT}
    word = row.state if state == UNKNOWN else ""  # else it is known, if only to the operator's file
    MembershipEvent.objects.get_or_create(
        webhook_id=keyed_hash(source, salt=SALT),
        defaults={
            "type": EventType.JOINED,
            "occurred_at": timezone.now(),
            "data": {**data, "state": word, "former_ids": []},
        },
    )


def _put_first(own, person, entries):
    """Whatever number or address they come with: this is their entry."""
    other = entries.by_email.get(person.row.email)
    if other is None or other.pk == own.pk:
        entries.by_email[person.row.email] = own
    entries.by_id = dict.fromkeys(person.ids, own)


def _entry_of(member):
    return RosterEntry.objects.filter(member=member).first() if member else None
