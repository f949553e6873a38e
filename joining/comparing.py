"""What a person in a file would change in the list: new, other facts, ended, back, nothing; or a question."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from joining.models import MembershipState, RosterEntry, TroubleKind
from joining.reading.headings import folded
from joining.states import NO_MEMBERSHIP, UNKNOWN

NEW, CHANGED, LAPSED, BACK, SAME, NOT_A_MEMBER = "new", "changed", "lapsed", "back", "same", "not_a_member"
TAKEN_OVER = (
    *("name", "email", "preferred_name", "job_title", "employer"),
    *("city", "region", "country", "language", "paid_through"),
)


@dataclass
class Trouble:
    """Why somebody is left out: a TroubleKind, the row, and the words."""

    kind: str
    number: int
    text: str


@dataclass
class Change:
    """What happens to one person. `entry` is saved if `what` is not SAME; `fields` are those that differ."""

    what: str
    entry: RosterEntry
    fields: list


class Entries:
    """The entries of the list that a batch of people may mean, in one query."""

    def __init__(self, people):
        """Look up by numbers and addresses."""
        ids = {external_id for person in people for external_id in person.ids}
        emails = {person.row.email for person in people}
        found = list(RosterEntry.objects.filter(Q(external_id__in=ids) | Q(email__in=emails)))
        self.by_id = {entry.external_id: entry for entry in found if entry.external_id}
        self.by_email = {entry.email: entry for entry in found}

    def of(self, person):
        """(entry by number, entry by address), each or both None."""
        by_id = next((self.by_id[one] for one in sorted(person.ids) if one in self.by_id), None)
        return by_id, self.by_email.get(person.row.email)


def compare(group, person, entries):
    """A Change or a Trouble."""
    row = person.row
    if group.clashes:
        number, name = group.clashes[0]
        text = _("%(email)s is the address of %(one)s and, in row %(n)d, of %(other)s")
        return Trouble(
            TroubleKind.CLASH,
            row.number,
            text % {"email": row.email, "one": row.name, "n": number, "other": name},
        )
    by_id, by_email = entries.of(person)
    if other := _other_person(person, by_id, by_email):
        text = _("%(one)s has the address %(email)s, which is %(other)s’s on the list")
        return Trouble(
            TroubleKind.CLASH, row.number, text % {"one": row.name, "email": row.email, "other": other.name}
        )
    if person.state == UNKNOWN:
        return Trouble(TroubleKind.STATE, row.number, row.state)
    return _change(person, by_id or by_email)


def _other_person(person, by_id, by_email):
    """The entry with this address that is somebody else's: another number, and another name."""
    if by_email is None or by_email is by_id:
        return None
    if by_id is not None:
        return by_email
    numbered = by_email.external_id and person.ids and by_email.external_id not in person.ids
    return by_email if numbered and folded(by_email.name) != folded(person.row.name) else None


def _change(person, entry):
    state = MembershipState.LAPSED if person.state == NO_MEMBERSHIP else person.state
    if entry is None:
        if person.state == NO_MEMBERSHIP:
            return Change(NOT_A_MEMBER, None, [])
        entry = RosterEntry(state=state, external_id=min(person.ids, default=""))
        _put(entry, person.row)
        return Change(NEW, entry, [])
    before = entry.state
    fields = [*_put(entry, person.row), *_number(entry, person.ids)]
    if entry.missing_since:
        entry.missing_since = None
        fields.append("missing_since")
    if state != before:
        entry.state = state
        return Change(LAPSED if state == MembershipState.LAPSED else BACK, entry, [*fields, "state"])
    return Change(CHANGED if fields else SAME, entry, fields)


def _put(entry, row):
    """Take the facts of a row over; what the file is silent about stays. The names of the fields that differ."""
    differing = [name for name in TAKEN_OVER if getattr(row, name) not in ("", None, getattr(entry, name))]
    for name in differing:
        setattr(entry, name, getattr(row, name))
    return differing


def _number(entry, ids):
    """Another number than before: the former one is kept."""
    if not ids or entry.external_id in ids:
        return []
    if entry.external_id:
        entry.former_ids = [*entry.former_ids, entry.external_id]
    entry.external_id = min(ids)
    return ["external_id", "former_ids"]
