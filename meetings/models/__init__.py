"""Meetings, the times offered for them, the rhythm they follow, and what stands in a calendar."""

from meetings.models.attendee import Attendee, OccurrenceResponse, PartStat
from meetings.models.calendar import CalendarSettings
from meetings.models.item import Item, ItemKind
from meetings.models.meeting import AHEAD, LENGTHS, MEANS, MOVES, Meeting, MeetingStatus
from meetings.models.offer import MOST_SLOTS, OfferStatus, Slot, TimesOffer
from meetings.models.rhythm import MeetingRhythm, RhythmStatus

__all__ = [
    "AHEAD",
    "LENGTHS",
    "MEANS",
    "MOST_SLOTS",
    "MOVES",
    "PartStat",
    "CalendarSettings",
    "Item",
    "ItemKind",
    "Meeting",
    "TimesOffer",
    "OfferStatus",
    "OccurrenceResponse",
    "MeetingRhythm",
    "RhythmStatus",
    "Attendee",
    "Slot",
    "MeetingStatus",
]
