"""Requests and what is said about them; mentors kept, put aside or waited for; wishes."""

from matching.models.bookmark import Bookmark
from matching.models.requests import MOVES, MentorRequest, RequestMessage, RequestStatus
from matching.models.watch import Watch
from matching.models.wishes import MentorOffer, Suggestion, Wish, WishStatus

__all__ = [
    "MOVES",
    "Bookmark",
    "MentorRequest",
    "MentorOffer",
    "RequestMessage",
    "RequestStatus",
    "Suggestion",
    "Watch",
    "Wish",
    "WishStatus",
]
