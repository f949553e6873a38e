"""What the association's list holds about people, most of whom have no account here."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from joining.models import (
    ClashAnswer,
    ColumnMapping,
    DeclineCount,
    EventState,
    ImportState,
    ImportTrouble,
    MembershipEvent,
    RosterEntry,
    RosterImport,
    StagedRow,
    StateMeaning,
)
from mentoring.lib.plain import plain_fields
from mentoring.lib.registry.personal_data import ON_LEAVING, Rights, columns, declare, export_part, retention

ON_A_LIST = "somebody on the association's list: an entry signs nobody in"
FACTS = ("name", "email", "preferred_name", "job_title", "employer", "city", "region", "country", "language")
STANDING = (
    "external_id",
    "former_ids",
    "state",
    "paid_through",
    "missing_since",
    "paused_profile",
    "member_id",
    "offered_at",
    "declined_at",
    "facts_at",
    "state_at",
)
IN_A_FILE = "a row of a file that a coordinator has uploaded: it waits to be decided on"
HOW_FAR = "how far the work on a file has come"

declare(
    RosterEntry,
    owners=("member",),
    export="membership",
    leaving="kept without the account: the association's list is the association's",
    staff="S",
    worker=Rights("SD", insert=ON_A_LIST, change=columns(*FACTS, *STANDING, why=ON_A_LIST)),
)
declare(
    RosterImport,
    export="none: a coordinator's work, about nobody in particular",
    leaving="kept: what a coordinator did",
    owners=("made_by",),
    staff=Rights(
        "S",
        insert=IN_A_FILE,
        change=columns(
            "state", "decided_at", "total", "done", "claimed_at", why="a coordinator decides on a file"
        ),
    ),
    worker=Rights(
        "S", change=columns("state", "done", "counts", "examples", "claimed_at", "decided_at", why=HOW_FAR)
    ),
)
declare(
    StagedRow,
    export="none: gone once the file is decided on",
    leaving="none: gone within a month",
    staff=Rights("SD", insert=IN_A_FILE),
    worker="SD",
)
declare(
    ImportTrouble,
    export="none: gone with the file",
    leaving="none: gone within a month",
    staff=Rights("SD", insert=IN_A_FILE),
    worker=Rights("SD", insert="a question about a row of a file"),
)
declare(
    ColumnMapping,
    export="none: about nobody",
    leaving="none",
    staff=Rights("S", insert="which column is what", change=columns("columns", why="which column is what")),
    worker="S",
)
declare(
    StateMeaning,
    owners=("decided_by",),
    export="none: what a coordinator decided for the programme",
    leaving="kept: what a coordinator decided",
    staff=Rights("S", insert="what a word for a membership means"),
    worker="S",
)
declare(
    ClashAnswer,
    owners=("decided_by",),
    export="none: what a coordinator decided for the programme",
    leaving="kept: what a coordinator decided",
    member="S",
    staff=Rights("S", insert="whether two people under one address are one"),
    worker="S",
)
declare(
    MembershipEvent,
    export="none: empty once it is done, and gone within a month",
    leaving="none: gone within a month",
    member="SI",
    staff=Rights(
        "S",
        change=columns("state", why="a coordinator answers a question"),
        only={"data": "'{}'::jsonb", "text": "''"},
    ),
    worker=Rights(
        "SD", change=columns("state", "data", "question", "text", "clash", why="what has become of an event")
    ),
)
declare(DeclineCount, export="none: about nobody", leaving="none", member="SIU", worker="S")


@export_part("membership", _("What your association’s list says of you"), order=25)
def membership_of(member):
    for entry in RosterEntry.objects.filter(member=member):
        yield plain_fields(entry, without=("id", "member"))


@ON_LEAVING.register(order=25)
def unlink_entry(member, *, leave_words):
    """The list stays the association's; the account that is gone no longer belongs to it."""
    RosterEntry.objects.filter(member=member).update(member=None, paused_profile=False)
    return ()


@retention(
    _("Imported files that nobody decided on"), after=timedelta(days=30), when=_("after 30 days"), order=95
)
def forget_undecided_files(now, after):
    """A file that waits for a month is forgotten, and with it what stands in it."""
    old = RosterImport.objects.filter(made_at__lt=now - after).exclude(state=ImportState.CONFIRMED)
    gone = (
        StagedRow.objects.filter(of__in=old).delete()[0]
        + ImportTrouble.objects.filter(of__in=old).delete()[0]
    )
    waiting = old.filter(state__in=(ImportState.READ, ImportState.CHECKED))
    return gone + waiting.update(state=ImportState.DISCARDED, decided_at=timezone.now())


@retention(
    _("Notices from the membership system"), after=timedelta(days=30), when=_("after 30 days"), order=96
)
def forget_events(now, after):
    """What was told and done holds nothing any more, but the number that keeps it from being done again."""
    old = MembershipEvent.objects.filter(made_at__lt=now - after).exclude(state=EventState.RECEIVED)
    return old.delete()[0]
