"""What open hours hold about people: what a talk is about and where it is are sealed, when it is is not."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from mentoring.lib.vault import opened
from mentoring.lib.vault.rows import codes_with_keys
from mentorships.models import DataKey
from open_hours.models import Booking, Talk, TalkDay, TalkPlace, TalkWait
from open_hours.models.booking import OF_THE_TWO
from open_hours.services.follow_up import end_of_member

UNREADABLE = "kept: unreadable without its key"
STEP = "a talk is cancelled or over, and told of: its words stay sealed for the two it names"
PROGRESS = "a time is free again, or kept for the next on a waiting list: every member sees that"
LIST = "how a waiting list goes on: it opens nothing"
OFFERED = ("id", "mentor_id", "day_id", "table", "status", "minutes", "focuses", "starts_at", "ends_at")
A_DAY_OF_TALKS = "what members read of a day: no account, no text of anybody"


def _open_columns(model, sealed):
    return tuple(field.column for field in model._meta.concrete_fields if field.name not in sealed)


declare(
    Talk,
    owners=("mentor",),
    export="talks",
    leaving="what is free is withdrawn, and deleted later; the place is unreadable without its key",
    # The programme of a day: who sits where, and whether a time is free. Never the place, nor who booked it.
    staff=Rights(read=OFFERED),
    worker=Rights(
        "D",
        read=_open_columns(Talk, ("place",)),
        change=columns("status", "place_forgotten", why=PROGRESS),
        only={"place": "NULL"},
    ),
    texts={"place": _("Where your open hours take place")},
)
declare(
    Booking,
    owners=("mentor", "mentee"),
    export="talks",
    leaving=UNREADABLE,
    worker=Rights(
        read=_open_columns(Booking, OF_THE_TWO),
        change=columns("status", "cancelled_at", "cancelled_by_mentor", "reminded_at", "asked_at", why=STEP),
    ),
    texts={"about": _("What an open-hours talk is about")},
)
declare(
    TalkPlace,
    owners=("booking__mentor", "booking__mentee"),
    export="talks",
    leaving=UNREADABLE,
    texts={"place": _("Where an open-hours talk takes place")},
)
declare(
    TalkDay,
    export="none: a day that coordinators set, about nobody",
    leaving="none",
    staff=Rights(
        "S", insert=A_DAY_OF_TALKS, change=columns("name", "place", "text", "tables", why=A_DAY_OF_TALKS)
    ),
    worker="S",
)
declare(
    TalkWait,
    owners=("member",),
    export="talks",
    leaving=DELETED,
    # How many wait, never who.
    staff=Rights(read=("id", "day_id", "status")),
    worker=Rights("SD", change=columns("status", "talk_id", "until", why=LIST)),
)


@export_part("talks", _("Open hours: talks you’ve offered and booked"), order=125)
def talks_of(member):
    rows = Booking.objects.visible_to(member).select_related("where").order_by("booked_at", "pk")
    for booking in rows.iterator(CHUNK):
        where = getattr(booking, "where", None)
        mine = booking.mentor_id == member.pk
        yield {
            "talk": plain(booking.talk.starts_at),
            "mentor": booking.mentor.name,
            "booked_by": booking.mentee.name,
            "state": booking.status,
            "focus": booking.focus,
            "booked": plain(booking.booked_at),
            "about": opened(booking, "about"),
            "place": opened(where, "place") if where else None,
            "i_would_go_on": booking.mentor_goes_on if mine else booking.mentee_goes_on,
        }
    for talk in Talk.objects.filter(mentor=member).order_by("pk").iterator(CHUNK):
        talk.mentor = member
        yield {
            "offered": plain(talk.starts_at),
            "minutes": talk.minutes,
            "means": talk.means,
            "subjects": talk.subjects,
            "state": talk.status,
            "place": opened(talk, "place"),
        }
    for wait in TalkWait.objects.filter(member=member).select_related("day"):
        yield {"waiting_list_of": wait.day.name, "since": plain(wait.joined_at), "state": wait.status}


@retention(
    _("What was written about open-hours talks"),
    after=timedelta(days=365),
    when=_("a year after the talk"),
    order=52,
    shreds=True,
)
def old_bookings(now, after):
    """Codes of those that still have a key."""
    return codes_with_keys(Booking.objects.filter(talk__ends_at__lt=now - after), DataKey)


@retention(
    _("Open-hours times that nobody booked, and where talks took place"),
    after=timedelta(days=30),
    when=_("after 30 days"),
    order=53,
)
def old_times(now, after):
    """Those without a booking go; of the others the mentor's own copy of the place."""
    old = Talk.objects.filter(ends_at__lt=now - after)
    kept = old.filter(bookings__isnull=False, place_forgotten=False).values("pk")
    emptied = Talk.objects.filter(pk__in=kept).update(place=None, place_forgotten=True)
    gone = list(old.filter(bookings=None).values_list("pk", flat=True))
    TalkWait.objects.filter(talk__in=gone).delete()
    # Past the collector, which would read the place that the worker may not read.
    Talk.objects.filter(pk__in=gone)._raw_delete(using=Talk.objects.db)
    return emptied + len(gone)


@ON_LEAVING.register(order=-10)
def end_talks(member, *, leave_words):
    """Before anything else goes: the others are told, by name."""
    end_of_member(member)
    return ()
