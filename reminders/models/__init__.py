"""What was due and to whom; how often a pair wants to be in touch; what was asked of a mentor. Dates, no words."""

from reminders.models.contact import Contact, ContactRhythm
from reminders.models.question import Question, Subject, answer_deadline
from reminders.models.reminder import FIRST_STEPS, OF_A_PAIR, Reminder, ReminderKind
from reminders.models.stop import ReminderStop

__all__ = [
    "FIRST_STEPS",
    "OF_A_PAIR",
    "Contact",
    "ReminderKind",
    "ReminderStop",
    "Question",
    "Reminder",
    "ContactRhythm",
    "Subject",
    "answer_deadline",
]
