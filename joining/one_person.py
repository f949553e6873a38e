"""One person as somebody else than a file tells of them: compared and taken over as a row of a file is."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from joining import standing
from joining.comparing import NOT_A_MEMBER, Entries, Trouble, compare
from joining.grouping import Group, Person
from joining.importing import save_changes
from joining.models import RosterEntry


def compare_one(row, state, *, member=None):
    """A Change or a Trouble (joining.comparing). The entry of `member` counts as found by its number."""
    person = Person(row, state, {row.external_id} - {""})
    entries = Entries([person])
    if own := _entry_of(member):
        _put_first(own, person, entries)
    return compare(Group(row.name), person, entries)


@transaction.atomic
def take_over(row, state, *, member=None):
    """The RosterEntry of somebody with these facts, which now says the same; tied to `member`, if it is nobody else's.

    None where there is a question (a state that nobody knows, an address that is another person's) or no membership:
    nothing has changed then.
    """
    change = compare_one(row, state, member=member)
    if isinstance(change, Trouble) or change.what == NOT_A_MEMBER:
        return None
    save_changes([change])
    if member and change.entry.member_id is None and _entry_of(member) is None:
        standing.link_entry(change.entry, member)
    return change.entry


def has_usable_address(row):
    """Whether mail could reach the address of a row."""
    try:
        validate_email(row.email)
    except ValidationError:
        return False
    return True


def _put_first(own, person, entries):
    """Whatever number or address they come with: this is their entry."""
    other = entries.by_email.get(person.row.email)
    if other is None or other.pk == own.pk:
        entries.by_email[person.row.email] = own
    entries.by_id = dict.fromkeys(person.ids, own)


def _entry_of(member):
    return RosterEntry.objects.filter(member=member).first() if member else None
