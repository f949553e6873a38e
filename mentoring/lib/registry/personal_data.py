"""What a room holds about people. Each declares its own in `<room>/privacy.py`; the privacy room reads it.

Export, leaving, retention, the logins of the database and the pages about privacy come from here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Model

from mentoring.lib.registry.base import Hooks, Registry

DELETED = "deleted"  # rows that lead to the leaver by one of `owners` are deleted


@dataclass(frozen=True)
class Rights:
    """What a login may do with a table. `verbs` are of SIUD: select, insert, update, delete.

    The staff site's and the worker's login write nothing without a reason why it opens no account and no text.
    `insert` is the reason for new rows, and `insert_if` the SQL of what has to hold of each (NEW is the row);
    `change` {column: reason}; `only` {column: SQL of the one value that may be put there}. `read` names columns
    that may be selected where not all may.
    """

    verbs: str = ""
    read: tuple[str, ...] = ()
    insert: str = ""
    insert_if: str = ""
    change: dict[str, str] = field(default_factory=dict)
    only: dict[str, str] = field(default_factory=dict)


def columns(*names: str, why: str) -> dict[str, str]:
    """{column: why} for `Rights.change`: these may be written, and open nothing for this reason."""
    return dict.fromkeys(names, why)


@dataclass(frozen=True)
class ModelDeclaration:
    """One model.

    `owners`: lookups to the members a row is about; none for rows about nobody. `export`: the name of the
    part of the archive it is in, or why it is in none. `leaving`: DELETED, or what happens to the rows in
    words (a hook of ON_LEAVING does it). `texts`: {column: what members call the text in it}.
    """

    label: str
    owners: tuple[str, ...]
    export: str
    leaving: str
    member: Rights
    staff: Rights
    worker: Rights
    texts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ExportPart:
    """A part of what a member takes along: rows(member) yields plain dicts of what JSON knows."""

    name: str
    title: Any
    rows: Callable
    order: int


@dataclass(frozen=True)
class RetentionRule:
    """One line of the schedule. `when` is `after` in words.

    run(now, after) returns how many rows it touched; or, if the rule `shreds`, the codes of places (of a
    request, a case, a mentorship) whose texts are to be made unreadable. claim(code, now), if there is one,
    is asked in the transaction of the shredding, and False leaves the place as it is.
    """

    name: str
    what: Any
    after: timedelta
    when: Any
    run: Callable
    order: int
    shreds: bool = False
    claim: Callable | None = None


MODELS: Registry[ModelDeclaration] = Registry()
EXPORT_PARTS: Registry[ExportPart] = Registry()
# (pair, member) -> dicts: rows in a mentorship's part of the archive. Private texts come by themselves.
PAIR_EXPORT = Hooks()
RETENTION: Registry[RetentionRule] = Registry()
# (member, leave_words=) -> codes of places to shred whole: runs in the transaction that closes an account.
# With leave_words, what the leaver wrote to partners stays, signed "former member".
ON_LEAVING = Hooks()
# (numbers of members who have left) -> codes of places that could not go with them, and can now.
AFTER_LEAVING = Hooks()
# (code) -> codes of places that go with it: runs when what was written in a place is shredded.
ON_SHREDDING = Hooks()


def declare(
    model: type[Model] | str,
    *,
    owners: tuple[str, ...] = (),
    export: str,
    leaving: str,
    member: str = "SIUD",
    staff: str | Rights = "",
    worker: str | Rights = "",
    texts: dict[str, Any] | None = None,
) -> ModelDeclaration:
    """Declare a model, or a table without one by its name. DeclaredTwice for a second time.

    ValueError for a login other than the member site's that may write without a reason.
    """
    label = model if isinstance(model, str) else model._meta.label_lower
    rights = [given if isinstance(given, Rights) else Rights(given) for given in (member, staff, worker)]
    if any(set(given.verbs) & set("IU") for given in rights[1:]):
        raise ValueError(
            f"{label}: which columns may be written, and why does that open nothing? See Rights."
        )
    return MODELS.add(label, ModelDeclaration(label, owners, export, leaving, *rights, texts or {}))


def export_part(name: str, title: Any, *, order: int) -> Callable:
    """Decorator of `rows(member)`: two files of the archive, `name`.json and .html."""

    def keep(rows: Callable) -> Callable:
        EXPORT_PARTS.add(name, ExportPart(name, title, rows, order))
        return rows

    return keep


def retention(
    what: Any, *, after: timedelta, when: Any, order: int, shreds: bool = False, claim: Callable | None = None
) -> Callable:
    """Decorator of `run(now, after)`: what nobody needs any more goes. See RetentionRule."""

    def keep(run: Callable) -> Callable:
        name = f"{run.__module__}.{run.__name__}"
        RETENTION.add(name, RetentionRule(name, what, after, when, run, order, shreds, claim))
        return run

    return keep
