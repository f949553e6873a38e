"""The pair, what it writes, and what keeps its words private."""

from mentorships.models.agreement import Agreement
from mentorships.models.confidential import Alone, Confidential, DataKey, OfOneMember, Pair
from mentorships.models.goal import Goal, Progress, Step
from mentorships.models.invitation import Invitation, InvitationStatus
from mentorships.models.mentorship import MOVES, Mentorship, MentorshipKind, MentorshipStatus, StatusChange
from mentorships.models.note import Note, NoteVersion, OwnKind, OwnNote, Thanks

__all__ = [
    "MOVES",
    "Agreement",
    "Alone",
    "Confidential",
    "DataKey",
    "Goal",
    "Invitation",
    "InvitationStatus",
    "Mentorship",
    "Note",
    "NoteVersion",
    "OfOneMember",
    "OwnKind",
    "OwnNote",
    "Pair",
    "Progress",
    "MentorshipKind",
    "MentorshipStatus",
    "StatusChange",
    "Step",
    "Thanks",
]
