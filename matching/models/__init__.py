"""Requests and what is said about them; mentors kept, put aside or waited for; wishes."""

from matching.models.bookmark import Bookmark
from matching.models.requests import MOVES, MentorRequest, RequestMessage, Status
from matching.models.watch import Watch
from matching.models.wishes import Offer, Suggestion, Wish, WishStatus

__all__ = [
    "MOVES",
    "Bookmark",
    "MentorRequest",
    "Offer",
    "RequestMessage",
    "Status",
    "Suggestion",
    "Watch",
    "Wish",
    "WishStatus",
]
