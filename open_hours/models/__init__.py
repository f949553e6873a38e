"""Times that mentors offer for one talk each, who has booked them, and days of them with a waiting list."""

from open_hours.models.booking import Booking, BookingStatus, TalkPlace
from open_hours.models.day import TalkDay
from open_hours.models.talk import Talk, TalkStatus
from open_hours.models.wait import TalkWait, WaitStatus

__all__ = ["Booking", "BookingStatus", "Talk", "TalkDay", "TalkPlace", "TalkStatus", "TalkWait", "WaitStatus"]
