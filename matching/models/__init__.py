"""Requests and what is said about them; mentors kept, put aside or waited for; wishes."""

from matching.models.bookmark import Mark
from matching.models.requests import MOVES, MentorRequest, RequestMessage, Status
from matching.models.watch import Watch
from matching.models.wishes import Offer, Suggestion, Wish, WishStatus

__all__ = [
    "MOVES",
    "Mark",
    "MentorRequest",
    "Offer",
    "RequestMessage",
    "Status",
    "Suggestion",
    "Watch",
    "Wish",
    "WishStatus",
]
