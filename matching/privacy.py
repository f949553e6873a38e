"""What finding and asking hold about people."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from matching import wishes
from matching.models import (
    Bookmark,
    MentorOffer,
    MentorRequest,
    RequestMessage,
    RequestStatus,
    Suggestion,
    Watch,
    Wish,
)
from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    ON_SHREDDING,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from mentoring.lib.vault import opened
from mentoring.lib.vault.rows import codes_with_keys
from mentorships.models import DataKey

STEP = "a request lapses or is declined: its words stay sealed for the two it names"
UNREADABLE = "kept: unreadable without its key"
DATES_OF_A_REQUEST = (
    "id",
    "code",
    "status",
    "made_at",
    "sent_at",
    "remind_first_at",
    "remind_again_at",
    "expires_at",
    "decided_at",
    "mentor_id",
    "mentee_id",
    "mentorship_id",
)
# The focus is a choice, and every mentor reads it.
DATES_OF_A_WISH = ("id", "code", "member_id", "focus", "status", "made_at", "unheard_at", "asked_at")

declare(
    MentorRequest,
    owners=("mentor", "mentee"),
    export="requests",
    leaving=UNREADABLE,
    worker=Rights(read=DATES_OF_A_REQUEST, change=columns("status", "decided_at", why=STEP)),
    texts={"message": _("Request"), "hopes": _("Request: what you hope to get out of it")},
)
declare(
    RequestMessage,
    owners=("request__mentor", "request__mentee"),
    export="requests",
    leaving=UNREADABLE,
    texts={"text": _("Message about a request")},
)
declare(
    Bookmark,
    owners=("member", "mentor"),
    export="shortlist",
    leaving=DELETED,
    worker=Rights("D", read=("id", "member_id", "mentor_id")),
    texts={"note": _("Note on your shortlist")},
)
declare(Watch, owners=("member", "mentor"), export="watched", leaving=DELETED, worker="SD")
declare(
    Wish,
    owners=("member",),
    export="wish",
    leaving="deleted, with who was thought of for it",
    staff="S",
    worker=Rights("D", read=DATES_OF_A_WISH, change=columns("unheard_at", why="the day of a mail")),
)
declare(MentorOffer, owners=("mentor",), export="offers", leaving=DELETED, worker="SD")
declare(
    Suggestion,
    owners=("mentor",),
    export="wish",
    leaving=DELETED,
    # Whom the coordinators named, not what the member said to it.
    staff=Rights(
        read=("id", "wish_id", "mentor_id", "made_at"),
        insert="a mentor is told of a wish, which mentors see in any case",
    ),
    worker=Rights("SD", change=columns("told_at", why="the day of a mail")),
)


@export_part("shortlist", _("Your shortlist and the mentors you’ve hidden"), order=80)
def shortlist_of(member):
    for mark in Bookmark.objects.filter(member=member).select_related("mentor", "member").order_by("pk"):
        yield {
            "mentor": mark.mentor.name,
            "kind": mark.kind,
            "since": plain(mark.made_at),
            "note": opened(mark, "note"),
        }


@export_part("watched", _("Mentors you’re waiting for"), order=90)
def watches_of(member):
    for watch in Watch.objects.filter(member=member).select_related("mentor").order_by("pk"):
        yield {"mentor": watch.mentor.name, "since": plain(watch.made_at)}


@export_part("wish", _("Your post"), order=100)
def wish_of(member):
    for wish in Wish.objects.filter(member=member):
        yield {
            "what": wish.what,
            "focus": wish.focus,
            "state": wish.status,
            "written": plain(wish.made_at),
            "coordinators_asked": plain(wish.asked_at),
        }
    for model, by in ((MentorOffer, "mentor"), (Suggestion, "coordinators")):
        named = model.objects.filter(wish__member=member).select_related("mentor").order_by("pk")
        for mentor in named.iterator(CHUNK):
            yield {
                "mentor": mentor.mentor.name,
                "named_by": by,
                "at": plain(mentor.made_at),
                "declined": plain(mentor.declined_at),
            }


@export_part("offers", _("Posts you’ve offered to help with"), order=110)
def offers_of(member):
    offers = MentorOffer.objects.filter(mentor=member).select_related("wish__member").order_by("pk")
    for offer in offers.iterator(CHUNK):
        yield {
            "to": offer.wish.member.name,
            "at": plain(offer.made_at),
            "taken_back": plain(offer.withdrawn_at),
        }


@export_part("requests", _("Requests"), order=120)
def requests_of(member):
    for request in MentorRequest.objects.visible_to(member).order_by("made_at", "pk").iterator(CHUNK):
        yield {
            "from": request.mentee.name,
            "to": request.mentor.name,
            "state": request.status,
            "focus": request.focus,
            "style": request.style,
            "line_manager": request.line_manager,
            "made": plain(request.made_at),
            "decided": plain(request.decided_at),
            "message": opened(request, "message"),
            "hopes": opened(request, "hopes"),
        }
        for message in request.talk.select_related("author"):
            message.request = request
            yield {
                "about": plain(request.made_at),
                "from": message.author.name,
                "written": plain(message.written_at),
                "text": opened(message, "text"),
            }


@retention(
    _("What was written in requests that did not lead to a mentorship"),
    after=timedelta(days=365),
    when=_("a year after they were closed"),
    order=50,
    shreds=True,
)
def old_requests(now, after):
    """Codes of those that still have a key."""
    over = (RequestStatus.DECLINED, RequestStatus.WITHDRAWN, RequestStatus.EXPIRED)
    old = MentorRequest.objects.filter(status__in=over, decided_at__lt=now - after)
    return codes_with_keys(old, DataKey)


@ON_LEAVING.register(order=30)
def end_wish(member, *, leave_words):
    wishes.take_back_wish(member)
    return ()


@ON_SHREDDING.register()
def request_it_began_with(code):
    """The request goes with the mentorship that it led to."""
    return list(MentorRequest.objects.filter(mentorship__code=code).values_list("code", flat=True))
