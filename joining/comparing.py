"""What a person in a file would change in the list: new, other facts, ended, back, nothing; or a question."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from joining.clashes import clash_key
from joining.models import MembershipState, RosterEntry, TroubleKind
from joining.reading.headings import folded
from joining.states import NO_MEMBERSHIP, UNKNOWN, UNSAID
from joining.troubles import Trouble, clash_in_file, clash_trouble, two_accounts

NEW, CHANGED, LAPSED, BACK, SAME, NOT_A_MEMBER = "new", "changed", "lapsed", "back", "same", "not_a_member"
TAKEN_OVER = (
    *("name", "email", "preferred_name", "job_title", "employer"),
    *("city", "region", "country", "language", "paid_through"),
)


@dataclass
class Change:
    """What happens to one person. `entry` is saved if `what` is not SAME; `fields` are those that differ.

    `absorbs` are entries of the same person, which are joined into it.
    """

    what: str
    entry: RosterEntry
    fields: list
    absorbs: list = field(default_factory=list)

    def touch(self, name):
        """A field of the entry differs, too."""
        self.fields.append(name)
        self.what = CHANGED if self.what == SAME else self.what


class Entries:
    """The entries of the list that a batch of people may mean, in one query."""

    def __init__(self, people, more_ids=(), *, rows=None):
        """Look up by numbers and addresses, among all entries or these rows."""
        ids = {*more_ids, *(external_id for person in people for external_id in person.ids)} - {""}
        emails = {person.row.email for person in people}
        rows = RosterEntry.objects.all() if rows is None else rows
        found = list(rows.filter(Q(external_id__in=ids) | Q(email__in=emails)))
        self.by_id = {entry.external_id: entry for entry in found if entry.external_id}
        self.by_email = {entry.email: entry for entry in found}

    def of(self, person):
        """(entry by number, entry by address), each or both None."""
        by_id = next((self.by_id[one] for one in sorted(person.ids) if one in self.by_id), None)
        return by_id, self.by_email.get(person.row.email)

    def redirect(self, former, entry):
        """Whoever means `former` means `entry` from now on."""
        for found in (self.by_id, self.by_email):
            found.update({key: entry for key, one in found.items() if one is former})


def compare(group, person, entries, answered):
    """A Change or a Trouble. `answered` is what `clashes.answers` gives."""
    row = person.row
    if group.clashes:
        return clash_in_file(group.clashes, row, answered)
    by_id, by_email = entries.of(person)
    absorbs = []
    if other := _other_person(person, by_id, by_email):
        key = clash_key(row.email, min(person.ids), other.external_id)
        if not answered.get(key):
            text = _("%(one)s has the address %(email)s, which is %(other)s’s on the list")
            one = row.name or (by_id.name if by_id else min(person.ids))
            return clash_trouble(
                row, text % {"one": one, "email": row.email, "other": other.name}, key, answered
            )
        if by_id:
            absorbs = [other]
    if trouble := two_accounts(row, [by_id, *absorbs]):
        return trouble
    if person.state == UNKNOWN:
        return Trouble(TroubleKind.STATE, row.number, row.state)
    for former in absorbs:
        entries.redirect(former, by_id)
    return absorbing(_change(person, by_id or by_email), absorbs)


def absorbing(change, entries):
    """The Change that also joins these entries of the same person into its own."""
    change.absorbs = [*change.absorbs, *entries]
    if change.absorbs and change.what == SAME:
        change.what = CHANGED
    return change


def _other_person(person, by_id, by_email):
    """The entry with this address that is somebody else's: another number, and another name."""
    if by_email is None or by_email is by_id:
        return None
    if by_id is not None:
        return by_email
    numbered = by_email.external_id and person.ids and by_email.external_id not in person.ids
    return by_email if numbered and folded(by_email.name) != folded(person.row.name) else None


def _change(person, entry):
    if entry is None:
        if person.state == NO_MEMBERSHIP:
            return Change(NOT_A_MEMBER, None, [])
        entry = RosterEntry()
        _put(entry, person.row)
        _number(entry, person.ids)
        entry.state = _state(person, MembershipState.CURRENT)
        return Change(NEW, entry, [])
    state = _state(person, entry.state)
    fields = [*_put(entry, person.row), *_number(entry, person.ids)]
    if entry.missing_since:
        entry.missing_since = None
        fields.append("missing_since")
    if state != entry.state:
        entry.state = state
        return Change(LAPSED if state == MembershipState.LAPSED else BACK, entry, [*fields, "state"])
    return Change(CHANGED if fields else SAME, entry, fields)


def _state(person, before):
    if person.state == UNSAID:
        return before
    return MembershipState.LAPSED if person.state == NO_MEMBERSHIP else person.state


def _put(entry, row):
    """Take the facts of a row over; what the file is silent about stays. The names of the fields that differ."""
    differing = [name for name in TAKEN_OVER if getattr(row, name) not in ("", None, getattr(entry, name))]
    for name in differing:
        setattr(entry, name, getattr(row, name))
    return differing


def _number(entry, ids):
    """Another number than before: the former one is kept. Of several new ones, the first counts."""
    known = {entry.external_id, *entry.former_ids}
    new = sorted(ids - known)
    if not new:
        return []
    former = new
    if entry.external_id not in ids:
        former = [*filter(None, [entry.external_id]), *new[1:]]
        entry.external_id = new[0]
    entry.former_ids = [*entry.former_ids, *former]
    return ["external_id", "former_ids"]
