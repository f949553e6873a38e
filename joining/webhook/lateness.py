"""Events may come late and out of order: what happened before what we know already fills gaps, and no more.

Facts and the membership are dated apart (`RosterEntry.facts_at`, `state_at`): a notice that a membership has ended may
be older than one of a new address, and still be the newest about the membership. The moment is the event's own
`timestamp`, else when it was sent. Files are not dated: a coordinator sees what one would change.
"""

from joining.comparing import TAKEN_OVER
from joining.reading.headings import folded
from joining.states import UNSAID


def dates_told(event, person):
    """{date of an entry: moment} of what this event tells."""
    told = {}
    if any(getattr(person.row, name) for name in TAKEN_OVER):
        told["facts_at"] = event.occurred_at
    if person.state != UNSAID:
        told["state_at"] = event.occurred_at
    return told


def leave_newer(event, person, entry):
    """Take out of an event what an entry knows from a newer one. Numbers that are former ones, by that."""
    if _is_after(entry.state_at, event.occurred_at):
        person.state = UNSAID
    if not _is_after(entry.facts_at, event.occurred_at):
        return []
    known, former = {entry.external_id, *entry.former_ids} - {""}, []
    if known and not person.ids <= known:
        if folded(person.row.name) != folded(entry.name):
            return []  # perhaps somebody else: comparing asks
        former, person.ids = list(person.ids), {entry.external_id} - {""}
    for name in TAKEN_OVER:
        if getattr(entry, name):
            setattr(person.row, name, None if name == "paid_through" else "")
    return former


def date_entry(change, dates):
    """Note when what an entry says now has happened."""
    for name, moment in dates.items():
        if not _is_after(getattr(change.entry, name), moment):
            setattr(change.entry, name, moment)
            change.touch(name)


def _is_after(known, moment):
    return known is not None and known > moment
