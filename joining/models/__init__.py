"""The association's list of members, and the files and events that change it."""

from joining.models.events import EventState, EventType, MembershipEvent
from joining.models.imports import (
    ClashAnswer,
    ColumnMapping,
    ImportState,
    ImportTrouble,
    RosterImport,
    StagedRow,
    StateMeaning,
    TroubleKind,
)
from joining.models.offers import DeclineCount, DeclineReason
from joining.models.roster import MembershipState, RosterEntry

__all__ = [
    "ClashAnswer",
    "ColumnMapping",
    "DeclineCount",
    "DeclineReason",
    "EventState",
    "EventType",
    "ImportState",
    "ImportTrouble",
    "MembershipEvent",
    "MembershipState",
    "RosterEntry",
    "RosterImport",
    "StagedRow",
    "StateMeaning",
    "TroubleKind",
]
