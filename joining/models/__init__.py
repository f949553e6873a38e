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
from joining.models.roster import MembershipState, RosterEntry

__all__ = [
    "ColumnMapping",
    "ImportState",
    "ImportTrouble",
    "MembershipState",
    "RosterEntry",
    "RosterImport",
    "StagedRow",
    "StateMeaning",
    "TroubleKind",
]
