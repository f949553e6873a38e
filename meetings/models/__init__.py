"""Meetings, the times offered for them, the rhythm they follow, and what stands in a calendar."""

from meetings.models.attendee import Answer, OneAnswer, Seat
from meetings.models.calendar import CalendarSettings
from meetings.models.item import Item, ItemKind
from meetings.models.meeting import AHEAD, LENGTHS, MEANS, MOVES, Meeting, Status
from meetings.models.offer import MOST_SLOTS, Offer, OfferStatus, Slot
from meetings.models.rhythm import Rhythm, RhythmStatus

__all__ = [
    "AHEAD",
    "LENGTHS",
    "MEANS",
    "MOST_SLOTS",
    "MOVES",
    "Answer",
    "CalendarSettings",
    "Item",
    "ItemKind",
    "Meeting",
    "Offer",
    "OfferStatus",
    "OneAnswer",
    "Rhythm",
    "RhythmStatus",
    "Seat",
    "Slot",
    "Status",
]
