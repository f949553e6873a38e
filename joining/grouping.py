"""Rows of a file, grouped by person: exports have a row for each membership, and repeat the people in them.

The number of a person decides, then the address. One address under two numbers is one person if the name is the same,
and else a question to a coordinator, whose answer is remembered.
"""

from dataclasses import dataclass, field

from joining.clashes import clash_key
from joining.models import StagedRow
from joining.reading.headings import folded
from joining.reading.person import ReadRow
from joining.states import BEST_FIRST, state_of

FILLED_UP = ("preferred_name", "job_title", "employer", "city", "region", "country", "language")
PEOPLE_AT_ONCE = 500


@dataclass
class Group:
    """The rows of one person, by their numbers in the table; and whom else their address names."""

    name: str
    ids: set = field(default_factory=set)
    rows: list = field(default_factory=list)
    clashes: list = field(default_factory=list)  # (number of the row, name there, key of the clash)


@dataclass
class Person:
    """What all rows of a person say together. `row` is the best of them, with gaps filled up from the others."""

    row: ReadRow
    state: str
    ids: set


def group_rows(an_import, answered):
    """[Group, …] of the usable rows of an import: numbers and names, so that 200,000 rows are little memory.

    `answered` is what `clashes.answers` gives.
    """
    groups, by_id, by_email = [], {}, {}
    rows = StagedRow.objects.filter(of=an_import).order_by("number")
    for pk, number, external_id, email, data in rows.values_list(
        "pk", "number", "external_id", "email", "data"
    ).iterator(2000):
        if data["errors"]:
            continue
        name = folded(data["name"])
        group = by_id.get(external_id) if external_id else None
        if group is None and email in by_email:
            group = by_email[email]
            if external_id and group.ids and group.name != name:
                key = clash_key(email, min(group.ids), external_id)
                if not answered.get(key):
                    group.clashes.append((number, data["name"], key))
                    continue
        if group is None:
            group = Group(name)
            groups.append(group)
        group.rows.append(pk)
        by_email.setdefault(email, group)
        if external_id:
            group.ids.add(external_id)
            by_id[external_id] = group
    return groups


def people_of(groups, known, today):
    """(Group, Person) of each, a few hundred groups at a time in memory."""
    for start in range(0, len(groups), PEOPLE_AT_ONCE):
        batch = groups[start : start + PEOPLE_AT_ONCE]
        staged = StagedRow.objects.in_bulk([pk for group in batch for pk in group.rows])
        yield [
            (group, _person(group, [ReadRow.from_json(staged[pk].data) for pk in group.rows], known, today))
            for group in batch
        ]


def _person(group, rows, known, today):
    states = [state_of(row, known, today) for row in rows]
    state = min(states, key=BEST_FIRST.index)
    best = rows[states.index(state)]
    for name in FILLED_UP:
        if not getattr(best, name):
            setattr(best, name, next(filter(None, (getattr(row, name) for row in rows)), ""))
    paid = [row.paid_through for row in rows if row.paid_through]
    best.paid_through = max(paid, default=None)
    return Person(best, state, group.ids)
