"""Requests and what is said about them; mentors kept, put aside or waited for; wishes; assignment on request."""

from matching.models.assignment import (
    Criteria,
    LeftOver,
    LeftOverReason,
    Proposal,
    ProposalState,
    ProposedMentor,
    Tier,
    Work,
)
from matching.models.bookmark import Bookmark
from matching.models.requests import MOVES, MentorRequest, RequestMessage, RequestStatus
from matching.models.watch import Watch
from matching.models.wishes import MentorOffer, Suggestion, Wish, WishStatus

__all__ = [
    "MOVES",
    "Bookmark",
    "Criteria",
    "LeftOver",
    "LeftOverReason",
    "MentorRequest",
    "MentorOffer",
    "Proposal",
    "ProposalState",
    "ProposedMentor",
    "RequestMessage",
    "RequestStatus",
    "Suggestion",
    "Tier",
    "Watch",
    "Wish",
    "WishStatus",
    "Work",
]
