"""The association's list of members, and the files that change it."""

from joining.models.imports import (
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
    "ColumnMapping",
    "DeclineCount",
    "DeclineReason",
    "ImportState",
    "ImportTrouble",
    "MembershipState",
    "RosterEntry",
    "RosterImport",
    "StagedRow",
    "StateMeaning",
    "TroubleKind",
]
