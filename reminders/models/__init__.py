"""What was due and to whom; how often a pair wants to be in touch; what was asked of a mentor. Dates, no words."""

from reminders.models.contact import RHYTHMS, Contact, Rhythm
from reminders.models.question import Question, Subject, patience
from reminders.models.reminder import FIRST_STEPS, OF_A_PAIR, Kind, Reminder

__all__ = [
    "FIRST_STEPS",
    "OF_A_PAIR",
    "RHYTHMS",
    "Contact",
    "Kind",
    "Question",
    "Reminder",
    "Rhythm",
    "Subject",
    "patience",
]
