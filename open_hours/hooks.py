"""What open hours offer to others: the home page, profiles, calendars, what is due, what a block ends."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import (
    DUE,
    FEED_EVENTS,
    HELD_TIMES,
    MEMBER_TO_DO,
    MENTOR_WAYS,
    ON_BLOCK,
    OTHER_MEETINGS,
    TAKEN_PARTS,
    CalendarEntry,
    label_fields,
)
from mentoring.lib.registry.roles import coordinators_may
from open_hours import listing
from open_hours.models import Talk
from open_hours.models.booking import ANSWER_DAYS
from open_hours.services import follow_up, invitations, waiting

DUE.register(order=16, name="talks out of reach")(follow_up.close_out_of_reach)
DUE.register(order=45, name="talks reminded of")(follow_up.remind)
DUE.register(order=46, name="talks asked about")(follow_up.ask)
DUE.register(order=47, name="waiting lists of talks")(waiting.follow_waiting_lists)
ON_BLOCK.register(order=10)(follow_up.end_between)
label_fields({"talk_about": gettext_lazy("In two lines: what would you like to talk about?")})
coordinators_may("open_hours", "view_talkday", "add_talkday", "change_talkday")


@MEMBER_TO_DO.register(order=12)
def talks_that_wait(member):
    """(address, words) of times that are kept for this member, and of talks to say something about."""
    for kept in listing.kept_times(member):
        words = _("Book the time we’re keeping for you with %(name)s")
        yield kept.talk.get_absolute_url(), words % {"name": kept.talk.mentor.first_name}
    for booking in listing.to_answer(member)[:2]:
        words = _("Tell us about your talk with %(name)s")
        yield booking.get_absolute_url(), words % {"name": booking.partner_of(member).first_name}


@MENTOR_WAYS.register(order=10)
def one_talk(member, mentor):
    """(address, words): where this mentor has a free time, the way to it."""
    if code := Talk.objects.next_free_code(mentor):
        yield reverse("talk_detail", args=[code]), _("Book a single talk")


@OTHER_MEETINGS.register(order=10)
def talks_ahead(member):
    """What this member has booked, and what was booked with them."""
    for booking in listing.booked_ahead(member):
        words = _("open hours")
        yield CalendarEntry(
            booking.talk.starts_at, booking.partner_of(member), words, booking.get_absolute_url()
        )


@FEED_EVENTS.register(order=10)
def talks_in_feed(member, *, discreet):
    """As events, with the place for those who are not discreet."""
    for booking in listing.of_feed(member, with_places=not discreet):
        yield invitations.event_of(booking, member, discreet=discreet)


TAKEN_PARTS.register(order=20)(listing.taken_parts)
HELD_TIMES.register(order=20)(listing.held_times)


@PROGRAMME_YEAR.register(order=40)
def year_of_open_hours():
    """What happens by itself."""
    yield (
        _("Before and after each open-hours talk"),
        _(
            "Both get one reminder about a day before. Afterwards we ask both once whether they would like to "
            "continue, and wait %(n)d days for an answer."
        )
        % {"n": ANSWER_DAYS},
    )
