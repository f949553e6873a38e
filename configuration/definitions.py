"""What each of the programme's numbers is called, and between which limits it may be."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from mentoring.lib.programme import ContactRhythm


@dataclass(frozen=True)
class Definition:
    """`lowest` and `highest` hold for each number of several; `choices` are there for what is no number."""

    label: Any
    help_text: Any
    lowest: int = 1
    highest: int = 366
    choices: tuple = ()


DEFINITIONS = {
    "open_requests_at_once": Definition(
        _("Open requests"), _("How many requests a member can have open at the same time."), highest=20
    ),
    "peers_at_once": Definition(
        _("Peers"), _("How many peer mentorships a member can have at the same time."), highest=20
    ),
    "resting_days": Definition(
        _("Resting"),
        _("Days without contact or an answer after which a mentorship rests and the mentor has room again."),
        61,
        366,
    ),
    "request_reminder_days": Definition(
        _("Reminders about a request"),
        _("Days after which a mentor is reminded of a request, separated by commas."),
        highest=90,
    ),
    "request_expiry_days": Definition(
        _("Expiry of a request"), _("Days after which a request without an answer expires."), 2, 90
    ),
    "still_with_us_days": Definition(
        _("Answer of a silent mentor"),
        _(
            "Days a mentor has to answer after two requests in a row have expired. Then their profile is paused."
        ),
        7,
        90,
    ),
    "first_steps_days": Definition(
        _("Help at the start"),
        _("Days on which a new pair gets help until they have been in touch, separated by commas."),
        highest=90,
    ),
    "contact_rhythm": Definition(
        _("Staying in touch"),
        _("How often pairs are expected to be in touch until they choose for themselves."),
        choices=tuple(ContactRhythm.choices),
    ),
    "contact_floor_days": Definition(
        _("Longest silence"), _("Days after which we ask pairs that chose “as needed”."), 30, 180
    ),
    "still_willing_days": Definition(
        _("Yearly question"),
        _("Days between two questions whether someone still wants to be a mentor."),
        90,
        730,
    ),
    "still_willing_reminders_days": Definition(
        _("Reminders of the yearly question"),
        _("Days after the question on which we remind, separated by commas."),
        highest=180,
    ),
    "still_willing_end_days": Definition(
        _("End of the yearly question"),
        _("Days after the question at which a profile without an answer comes off the list."),
        14,
        366,
    ),
    "half_finished_days": Definition(
        _("Unfinished profiles"),
        _("Days after which we send one reminder about an unfinished profile."),
        1,
        60,
    ),
    "closing_grace_days": Definition(
        _("Closing an account"),
        _("Days in which a member who closes their account can change their mind."),
        7,
        60,
    ),
    "wish_days": Definition(
        _("Posts without an offer"),
        _("Days after which we ask whether the coordinators should look, too."),
        7,
        90,
    ),
    "talks_booked_at_once": Definition(
        _("Booked talks"),
        _("How many open-hours talks a member can have booked at the same time."),
        highest=20,
    ),
    "welcome_mails_a_day": Definition(
        _("Welcome emails"),
        _(
            "How many people on the association’s list we tell about the programme each day, once each. 0 is nobody."
        ),
        0,
        5000,
    ),
}


def in_words(name, value):
    """A value as it is shown: `3, 7`, `14`, `every month`; a dash for the value as installed."""
    if value is None:
        return "–"
    if name == "contact_rhythm":
        return str(dict(ContactRhythm.choices).get(value, value))
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
