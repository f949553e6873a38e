"""Mails about requests, room and wishes. They say who and where to read on, never what was written."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from matching.asking import ASKING
from matching.rules import MAY_SUGGEST
from mentoring.lib.links import member_link as link
from mentorships.models import MentorshipKind
from profiles.roles import staff_with

MATCHING = declare_topic(
    "matching", label=_("Requests"), unsubscribe_label=_("Stop emails about requests"), order=10
)


@register
class RequestReceived(Notification):
    """To the mentor: somebody asks. Carries the asker's name, the dates and a link."""

    folder, topic, delivery = "matching/request_received", MATCHING, Delivery.AT_ONCE


@register
class RequestSent(Notification):
    """To the asker: it is on its way, and what happens when. Carries the mentor's name, dates, a link."""

    folder, topic, delivery = "matching/request_sent", MATCHING, Delivery.AT_ONCE


@register
class RequestTalked(Notification):
    """To the other one: something was asked or answered. Carries a name and a link."""

    folder, topic, delivery = "matching/request_talked", MATCHING, Delivery.AT_ONCE


@register
class RequestAccepted(Notification):
    """To both: it begins, and who writes first. Carries names and a link to the mentorship."""

    folder, topic, delivery = "matching/request_accepted", MATCHING, Delivery.AT_ONCE


@register
class RequestDeclined(Notification):
    """To the asker: a no, kindly, and ways on. Carries the mentor's name and links."""

    folder, topic, delivery = "matching/request_declined", MATCHING, Delivery.AT_ONCE


@register
class RequestWithdrawn(Notification):
    """To the mentor: nothing to answer any more. Carries the asker's name and a link."""

    folder, topic, delivery = "matching/request_withdrawn", MATCHING, Delivery.AT_ONCE


@register
class RequestExpired(Notification):
    """To both: it has lapsed without an answer. Carries a name and a link; for the asker, ways on."""

    folder, topic, delivery = "matching/request_expired", MATCHING, Delivery.DIGEST


@register
class Room(Notification):
    """To whoever waits for a mentor: there is room now. Carries the mentor's name and a link."""

    folder, topic, delivery = "matching/room", MATCHING, Delivery.AT_ONCE


@register
class WishOffered(Notification):
    """To the wisher: a mentor offers herself. Carries her name, and a link with her code."""

    folder, topic, delivery = "matching/wish_offered", MATCHING, Delivery.AT_ONCE


@register
class WishSuggested(Notification):
    """To the wisher: the coordinators thought of up to three mentors. Carries their names and links."""

    folder, topic, delivery = "matching/wish_suggested", MATCHING, Delivery.AT_ONCE


@register
class WishUnheard(Notification):
    """To the wisher, whom nobody has offered anything: may the coordinators look. Carries a link."""

    folder, topic, delivery = "matching/wish_unheard", MATCHING, Delivery.DIGEST


@register
class WishHandedOver(Notification):
    """To whoever reads cases: a member asks to be found a mentor. Carries a link to the list, no name, no word."""

    folder, topic, delivery = "matching/wish_handed_over", None, Delivery.SECURITY


def request_received(request):
    """To the mentor: somebody asks."""
    _tell(RequestReceived, request, request.mentor, occasion=f"request-{request.pk}-received")


def request_sent(request):
    """To the asker: it is on its way, and what happens when."""
    _tell(RequestSent, request, request.mentee, occasion=f"request-{request.pk}-sent")


def request_talked(message):
    """To the other one: something was asked or answered."""
    request = message.request
    to = request.partner_of(message.author)
    _tell(RequestTalked, request, to, occasion=f"request-talk-{message.pk}")


def request_accepted(request, *, others):
    """To both: it begins, and who writes first."""
    page = link("mentorship_detail", request.mentorship.code)
    for to in (request.mentee, request.mentor):
        _tell(
            RequestAccepted,
            request,
            to,
            page=page,
            occasion=f"request-{request.pk}-accepted-{to.pk}",
            others=others if to == request.mentee else [],
        )


def request_declined(request, *, with_words):
    """To the asker: a no, kindly, and ways on."""
    _tell(
        RequestDeclined,
        request,
        request.mentee,
        occasion=f"request-{request.pk}-declined",
        with_words=with_words,
        elsewhere=link(ASKING[request.kind].list_route),
    )


def request_withdrawn(request):
    """To the mentor: nothing to answer any more."""
    _tell(RequestWithdrawn, request, request.mentor, occasion=f"request-{request.pk}-withdrawn")


def request_expired(request):
    """To both: it has lapsed without an answer. For the asker, ways on."""
    for to in (request.mentee, request.mentor):
        _tell(
            RequestExpired,
            request,
            to,
            occasion=f"request-{request.pk}-expired-{to.pk}",
            asked=to == request.mentee,
        )


def room(watch):
    """To whoever waits: this mentor has room. None if mails about requests are stopped."""
    page = link("mentor_detail", watch.mentor.code)
    return Room.post(
        to=watch.member,
        context={"reader": watch.member, "other": watch.mentor, "link": page},
        occasion=f"room-{watch.pk}",
    )


def wish_offered(offer):
    """To the wisher: a mentor offers herself. The code in the link lets a block take it back."""
    to = offer.wish.member
    page = f"{link('wish_mine')}#{offer.mentor.code}"
    WishOffered.post(
        to=to, context={"reader": to, "other": offer.mentor, "link": page}, occasion=f"wish-offer-{offer.pk}"
    )


def wish_suggested(suggestions):
    """To the wisher: whom the coordinators thought of, of one wish. None if mails about requests are stopped."""
    to = suggestions[0].wish.member
    names = [
        (suggestion.mentor.name, link("mentor_detail", suggestion.mentor.code)) for suggestion in suggestions
    ]
    return WishSuggested.post(
        to=to,
        context={"reader": to, "names": names, "link": link("wish_mine")},
        occasion=f"wish-suggestion-{suggestions[0].pk}",
    )


def wish_handed_over(wish, *, on):
    """To the coordinators, at most once a day for one member: taken back and asked again is no new mail."""
    for to in staff_with(MAY_SUGGEST, but=(wish.member,)):
        WishHandedOver.post(
            to=to,
            context={"reader": to, "link": f"{settings.STAFF_URL}/admin/matching/wish/"},
            occasion=f"wish-of-{wish.member_id}-handed-over-{on}-{to.pk}",
        )


def wish_unheard(wish):
    """To the wisher: may the coordinators look. None if mails about requests are stopped."""
    return WishUnheard.post(
        to=wish.member,
        context={"reader": wish.member, "link": link("wish_mine")},
        occasion=f"wish-{wish.pk}-unheard",
    )


def _tell(notification, request, to, *, occasion, page=None, **context):
    notification.post(
        to=to,
        context={
            "reader": to,
            "other": request.partner_of(to),
            "request": request,
            "peers": request.kind == MentorshipKind.PEERS,
            "link": page or link("request_detail", request.code),
            **context,
        },
        occasion=occasion,
    )
