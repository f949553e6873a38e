"""What finding and asking hold about people."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from matching import wishes
from matching.models import (
    Bookmark,
    Criteria,
    LeftOver,
    MentorOffer,
    MentorRequest,
    Proposal,
    ProposedMentor,
    RequestMessage,
    RequestStatus,
    Suggestion,
    Watch,
    Wish,
)
from mentoring.lib.plain import CHUNK, plain, plain_fields
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
    "kind",
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
# And what it is about, a word of the vocabulary: the worker looks for a mentor by it. Not what the member wrote.
DATES_OF_A_WISH = ("id", "code", "member_id", "focus", "status", "made_at", "unheard_at", "asked_at")
PROPOSED = "a mentor proposed to coordinators for a post: whoever asks and says yes are the two themselves"
PROGRESS = "how far a proposal is: it names nobody"
UNDECIDED = "none: coordinators have not decided it, and it goes once they have"

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
declare(
    Criteria, owners=("wish__member",), export="wish", leaving="deleted with the post", staff="S", worker="SD"
)
# The whole of what the staff site learns of who is full, paired or blocked: whom the worker proposes, and whom not.
declare(
    Proposal,
    export="none: that there is a proposal, about nobody",
    leaving="none",
    staff=Rights("SD", insert=PROGRESS, change=columns("state", why=PROGRESS)),
    worker=Rights(
        "SD",
        change=columns("state", "claimed_at", "ready_at", "done", "total", "later", "trouble", why=PROGRESS),
    ),
)
declare(
    ProposedMentor,
    owners=("mentor", "wish__member"),
    export=UNDECIDED,
    leaving=DELETED,
    staff=Rights("SD", insert=PROPOSED),
    worker=Rights("SD", insert=PROPOSED),
)
declare(
    LeftOver,
    owners=("wish__member",),
    export=UNDECIDED,
    leaving=DELETED,
    staff="SD",
    worker=Rights("SD", insert=PROPOSED),
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
    for given in Criteria.objects.filter(wish__member=member):
        yield {"what_matters": plain_fields(given, without=("id", "wish"))}
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
            "kind": request.kind,
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


@retention(
    _("Proposals that coordinators have not decided"),
    after=timedelta(days=7),
    when=_("after seven days"),
    order=55,
)
def forget_proposals(now, after):
    return Proposal.objects.filter(asked_at__lt=now - after).delete()[0]


@ON_LEAVING.register(order=30)
def end_wish(member, *, leave_words):
    wishes.take_back_wish(member)
    return ()


@ON_SHREDDING.register()
def request_it_began_with(code):
    """The request goes with the mentorship that it led to."""
    return list(MentorRequest.objects.filter(mentorship__code=code).values_list("code", flat=True))
