"""What meetings hold about people: where and what about is sealed, when is not."""

from django.utils.translation import gettext_lazy as _

from meetings.models import (
    Attendee,
    CalendarSettings,
    Item,
    Meeting,
    MeetingRhythm,
    OccurrenceResponse,
    Slot,
    TimesOffer,
)
from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import DELETED, PAIR_EXPORT, Rights, columns, declare, export_part
from mentoring.lib.vault import PrivateText

PAIR = "mentorship"
UNREADABLE = "kept: unreadable without its key, or left to the partner if the leaver chose so"
WHEN = "when a meeting is and how it stands: dates, which the worker sees in any case"
ANSWER = "what a calendar answered, which the pair's page shows"
STAYS = "kept: the partner's history; the leaver is a former member"


def _dates(model):
    """The columns of a model that are not sealed: what follows by itself needs the dates, never the place."""
    return tuple(f.column for f in model._meta.concrete_fields if not isinstance(f, PrivateText))


declare(
    Meeting,
    owners=("mentorship__mentor", "mentorship__mentee"),
    export=PAIR,
    leaving=UNREADABLE,
    worker=Rights(
        read=_dates(Meeting),
        insert="the next meeting of a rhythm; its place stays sealed",
        change=columns("status", "starts_at", "ends_at", why=WHEN),
    ),
    texts={"place": _("Where a meeting takes place")},
)
declare(
    MeetingRhythm,
    owners=("mentorship__mentor", "mentorship__mentee"),
    export=PAIR,
    leaving=UNREADABLE,
    worker=Rights(read=_dates(MeetingRhythm), change=columns("status", "ends_on", "made_until", why=WHEN)),
    texts={"place": _("Where regular meetings take place")},
)
declare(
    Item, owners=("author",), export=PAIR, leaving=UNREADABLE, texts={"text": _("Item on a meeting’s agenda")}
)
declare(
    TimesOffer,
    owners=("by",),
    export="none: what was agreed is in the part of the mentorship",
    leaving=STAYS,
    worker=Rights("S", change=columns("status", "decided_at", why=WHEN)),
)
declare(
    Slot,
    owners=("offer__by",),
    export="none: what was agreed is in the part of the mentorship",
    leaving=STAYS,
    worker="S",
)
declare(
    Attendee,
    owners=("member",),
    export=PAIR,
    leaving=STAYS,
    worker=Rights(
        "S",
        insert="somebody's own event of a meeting: pages of a meeting ask who is in the pair, not who has an event",
        change=columns("sequence", "answer", "answered_at", why=ANSWER),
    ),
)
declare(
    OccurrenceResponse,
    owners=("seat__member",),
    export=PAIR,
    leaving=STAYS,
    worker=Rights("SD", insert=ANSWER, change=columns("answer", "answered_at", why=ANSWER)),
)
declare(CalendarSettings, owners=("member",), export="calendar", leaving=DELETED, worker="SD")


@export_part("calendar", _("Your calendar"), order=70)
def calendar_of(member):
    for settings in CalendarSettings.objects.filter(member=member):
        yield {"discreet": settings.discreet, "feed": bool(settings.feed)}


@PAIR_EXPORT.register(order=30)
def meetings_of(pair, member):
    """When the two met or meant to, and what the member answered from a calendar. Places are among the texts."""
    attended = Attendee.objects.filter(member=member, meeting__mentorship=pair)
    answers = dict(attended.values_list("meeting_id", "answer"))
    for meeting in pair.meetings.dates().order_by("pk").iterator(CHUNK):
        yield {
            "meeting": plain(meeting.starts_at),
            "state": meeting.status,
            "means": meeting.means,
            "minutes": meeting.minutes,
            "told_afterwards": meeting.logged,
            "proposed_by": meeting.author.name,
            "answer_from_my_calendar": answers.get(meeting.pk),
        }
    for rhythm in pair.rhythms.defer("place").order_by("pk"):
        yield {
            "rhythm": rhythm.rule,
            "from": plain(rhythm.starts_on),
            "until": plain(rhythm.ends_on),
            "at": plain(rhythm.at),
            "zone": rhythm.zone,
            "state": rhythm.status,
        }
