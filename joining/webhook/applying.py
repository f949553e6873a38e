"""Events taken into the list, as rows of a file are: compared, then saved; or a question for coordinators."""

import logging

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from joining.clashes import answers
from joining.comparing import NEW, absorbing, compare
from joining.grouping import Group, Person
from joining.models import EventState, EventType, MembershipEvent, MembershipState, TroubleKind
from joining.reading.person import ReadRow
from joining.saving import save_changes
from joining.states import UNSAID, meanings, state_of
from joining.troubles import Trouble, two_accounts
from joining.webhook import lateness
from joining.webhook.people import EntriesOfEvent

AT_ONCE = 200  # events of one turn of the worker
SAYS = {
    EventType.JOINED: MembershipState.CURRENT,
    EventType.REJOINED: MembershipState.CURRENT,
    EventType.LAPSED: MembershipState.LAPSED,
}
logger = logging.getLogger("mentoring.joining")


def work_on_events():
    """The worker's turn: whatever has come in, in the order in which it happened. How many were taken in."""
    waiting = MembershipEvent.objects.filter(state=EventState.RECEIVED).order_by("occurred_at", "pk")
    return sum(map(_attempt, list(waiting.values_list("pk", flat=True)[:AT_ONCE])))


def _attempt(pk):
    try:
        return _apply(pk)
    except (IntegrityError, InterfaceError, OperationalError) as error:
        # Somebody has just written the same person, or the database is away: at the next turn.
        logger.warning("Event %d of the membership system waits: %s", pk, type(error).__name__)
    except Exception as error:
        logger.error("Event %d of the membership system failed: %s", pk, type(error).__name__)
        _settle(pk, EventState.QUESTION, question=TroubleKind.ROW)
    return False


@transaction.atomic
def _apply(pk):
    """Whether this event was taken in. It becomes a question if it could not be."""
    event = MembershipEvent.objects.select_for_update().filter(pk=pk, state=EventState.RECEIVED).first()
    if event is None:
        return False
    outcome = _outcome(event)
    if outcome is None:
        _settle(pk, EventState.EARLY)
        return False
    if isinstance(outcome, Trouble) and outcome.settled:
        _settle(pk, EventState.DISCARDED, data={})
        return False
    if isinstance(outcome, Trouble):
        _settle(pk, EventState.QUESTION, question=outcome.kind, text=outcome.text[:400], clash=outcome.clash)
        return False
    save_changes([outcome])
    _settle(pk, EventState.DONE, data={})
    if outcome.what == NEW:
        _try_early_ones(outcome.entry)
    return True


def _try_early_ones(entry):
    """What was told of somebody before they were on the list."""
    theirs = Q(data__email=entry.email)
    if entry.external_id:
        theirs |= Q(data__external_id=entry.external_id)
    early = MembershipEvent.objects.filter(theirs, state__in=(EventState.EARLY, EventState.QUESTION))
    early.update(state=EventState.RECEIVED)


def _settle(pk, state, *, question="", text="", clash="", **fields):
    found = MembershipEvent.objects.filter(pk=pk)
    found.update(state=state, question=question, text=text, clash=clash, **fields)


def _outcome(event):
    """A Change, a Trouble, or None if it is about nobody that we know."""
    data = dict(event.data)
    numbers = data.pop("former_ids")
    row = ReadRow.from_json({"number": 0, **data})
    person = Person(row, _state(event, row), {row.external_id} - {""})
    entries = EntriesOfEvent(person, numbers)
    entry, formers = entries.found, entries.formers
    if entry is None and not (row.name and row.email):
        return _unknown(event, person)
    dates = lateness.dates_told(event, person)
    if entry:
        numbers = [*numbers, *lateness.leave_newer(event, person, entry)]
        if person.state == UNSAID and any(one.state == MembershipState.CURRENT for one in formers):
            person.state = MembershipState.CURRENT  # of several memberships, the best one counts
    change = compare(Group(row.name), person, entries, answers())
    if isinstance(change, Trouble):
        return change
    absorbing(change, formers)
    lateness.date_entry(change, dates)
    _add_numbers(change, numbers)
    return two_accounts(row, [change.entry, *change.absorbs]) or change


def _state(event, row):
    """The membership that an event tells of: its status, its type, the day until which it is paid; or UNSAID."""
    today = timezone.now().date()
    if row.state:
        return state_of(row, meanings(), today)
    if event.type in SAYS:
        return SAYS[event.type]
    return state_of(row, {}, today) if row.paid_through else UNSAID


def _unknown(event, person):
    """Somebody who is not on the list, and of whom we are not told enough to add them."""
    if event.type == EventType.MERGED or person.state == MembershipState.LAPSED:
        return None
    text = _("Someone who isn’t on the list (%(who)s), without a name or an email address")
    return Trouble(TroubleKind.ROW, 0, text % {"who": person.row.external_id or person.row.email})


def _add_numbers(change, numbers):
    entry = change.entry
    new = [number for number in numbers if number not in (entry.external_id, *entry.former_ids)]
    if new:
        entry.former_ids = [*entry.former_ids, *new]
        change.touch("former_ids")
