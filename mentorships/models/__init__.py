"""The pair, and what keeps its words private."""

from mentorships.models.confidential import Alone, Confidential, DataKey, Pair
from mentorships.models.mentorship import MOVES, Mentorship, Status, StatusChange

__all__ = [
    "MOVES",
    "Alone",
    "Confidential",
    "DataKey",
    "Mentorship",
    "Pair",
    "Status",
    "StatusChange",
]
