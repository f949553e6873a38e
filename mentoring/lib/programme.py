"""The programme's own numbers (products 21, 22, 25, 43, 45, 60): one object, read when it is needed.

They come from the environment, and then from what coordinators have changed (CHANGED_NUMBERS). Whoever asks calls
`numbers()` at that moment and keeps nothing.
"""

from dataclasses import dataclass, fields, replace

from django.conf import settings
from django.db.models.enums import TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.lib import env
from mentoring.lib.registry.base import Hooks


class ContactRhythm(TextChoices):
    """How long the two of a pair may be quiet before both are asked."""

    TWO_WEEKS = "2-weeks", _("every two weeks")
    THREE_WEEKS = "3-weeks", _("every three weeks")
    MONTH = "month", _("every month")
    SIX_WEEKS = "6-weeks", _("every six weeks")
    TWO_MONTHS = "2-months", _("every two months")
    AS_NEEDED = "as-needed", _("as needed")

    @property
    def days(self):
        """How many days that is; "as needed" has the programme's floor."""
        return DAYS.get(self) or numbers().contact_floor_days


DAYS = {
    ContactRhythm.TWO_WEEKS: 14,
    ContactRhythm.THREE_WEEKS: 21,
    ContactRhythm.MONTH: 30,
    ContactRhythm.SIX_WEEKS: 42,
    ContactRhythm.TWO_MONTHS: 61,
}


@dataclass(frozen=True)
class ProgrammeNumbers:
    """Days unless the name says otherwise. Each is a variable of the environment, in capitals."""

    open_requests_at_once: int = 3  # requests of one member
    request_reminder_days: tuple[int, ...] = (3, 7)
    request_expiry_days: int = 14
    still_with_us_days: int = 14  # after two requests in a row without an answer; then the profile rests
    peers_at_once: int = 3  # peer mentorships of one member
    resting_days: int = 183  # without contact or an answer; then a mentorship rests, and the place is free
    first_steps_days: tuple[int, ...] = (3, 10, 21)  # help at the start, until the first contact
    contact_rhythm: str = "month"  # how long a pair may be quiet, until it chooses itself
    contact_floor_days: int = 92  # "as needed" is asked after so long: once a year is not mentoring
    still_willing_days: int = 365
    still_willing_reminders_days: tuple[int, ...] = (14, 28)  # after the question
    still_willing_end_days: int = 42  # then the profile leaves the list
    half_finished_days: int = 5
    closing_grace_days: int = 14
    wish_days: int = 14  # without an offer: shall the coordinators look?
    talks_booked_at_once: int = 2  # single talks ahead of one member
    welcome_mails_a_day: int = 0  # to people on the association's list who have no account; 0 is none

    @classmethod
    def from_environment(cls) -> "ProgrammeNumbers":
        """As the environment says. env.OddSetting, in one line, for a number that cannot be meant."""
        numbers = cls(**{field.name: _read(field) for field in fields(cls)})
        for before, after, first, last in numbers.out_of_order():
            raise env.OddSetting(
                after.upper(), f"expected more than {before.upper()} ({first}), found {last}"
            )
        return numbers

    def out_of_order(self):
        """(name, name, number, number) of each pair of which the second is not larger than the first."""
        for before, after in ORDERED:
            first, last = (_last(getattr(self, name)) for name in (before, after))
            if first >= last:
                yield before, after, first, last


# Pairs of numbers of which the second has to be larger: a reminder after the end would remind of nothing.
ORDERED = (
    ("request_reminder_days", "request_expiry_days"),
    ("still_willing_reminders_days", "still_willing_end_days"),
)


# () -> {name: value} of the numbers that are not as installed.
CHANGED_NUMBERS = Hooks()


def numbers() -> ProgrammeNumbers:
    """The numbers of this moment."""
    changed = {name: value for found in CHANGED_NUMBERS.results() for name, value in found.items()}
    return replace(settings.PROGRAMME_NUMBERS, **changed) if changed else settings.PROGRAMME_NUMBERS


def _read(field):
    name = field.name.upper()
    if field.name == "contact_rhythm":
        return env.choice(name, ContactRhythm.values, field.default)
    if isinstance(field.default, tuple):
        return env.rising_numbers(name, field.default)
    return env.number(name, field.default) if field.default else env.count(name)


def _last(value):
    return value[-1] if isinstance(value, tuple) else value
