"""Letters about requests, room and wishes. They say who and where to read on, never what was written."""

from mail.services import post_mail
from mentoring.lib.links import member_link as link


def _tell(kind, request, to, *, occasion, page=None, unprompted=False, **context):
    other = request.partner_of(to)
    post_mail(
        f"matching/{kind}",
        to=to,
        context={
            "reader": to,
            "other": other,
            "request": request,
            "link": page or link("request_detail", request.code),
            **context,
        },
        occasion=occasion,
        unprompted=unprompted,
    )


def request_received(request):
    """To the mentor: somebody asks."""
    _tell("request_received", request, request.mentor, occasion=f"request-{request.pk}-received")


def request_sent(request):
    """To the asker: it is on its way, and what happens when."""
    _tell("request_sent", request, request.mentee, occasion=f"request-{request.pk}-sent")


def request_talked(message):
    """To the other one: something was asked or answered."""
    request = message.request
    to = request.partner_of(message.author)
    _tell("request_talked", request, to, occasion=f"request-talk-{message.pk}")


def request_accepted(request, *, others):
    """To both: it begins, and who writes first."""
    page = link("mentorship_detail", request.mentorship.code)
    for to in (request.mentee, request.mentor):
        _tell("request_accepted", request, to, page=page, others=others if to == request.mentee else [],
              occasion=f"request-{request.pk}-accepted-{to.pk}")  # fmt: skip


def request_declined(request, *, with_words):
    """To the asker: a no, kindly, and ways on."""
    _tell("request_declined", request, request.mentee, with_words=with_words,
          mentors=link("mentor_list"), occasion=f"request-{request.pk}-declined")  # fmt: skip


def request_withdrawn(request):
    """To the mentor: nothing to answer any more."""
    _tell("request_withdrawn", request, request.mentor,
          occasion=f"request-{request.pk}-withdrawn")  # fmt: skip


def request_expired(request):
    """To both: it has lapsed without an answer. For the asker, ways on."""
    for to in (request.mentee, request.mentor):
        _tell("request_expired", request, to, asked=to == request.mentee, unprompted=True,
              occasion=f"request-{request.pk}-expired-{to.pk}")  # fmt: skip


def room(watch):
    """To whoever waits: this mentor has room. None if mails about requests are stopped."""
    page = link("mentor_detail", watch.mentor.code)
    return post_mail("matching/room", to=watch.member, context=_of_two(watch.member, watch.mentor, page),
                occasion=f"room-{watch.pk}")  # fmt: skip


def wish_offered(offer):
    """To the wisher: a mentor offers herself. The code in the link lets a block take it back."""
    to = offer.wish.member
    page = f"{link('wish_mine')}#{offer.mentor.code}"
    post_mail("matching/wish_offered", to=to, context=_of_two(to, offer.mentor, page),
         occasion=f"wish-offer-{offer.pk}")  # fmt: skip


def wish_suggested(suggestion):
    """To the wisher: the coordinators thought of a mentor."""
    to, page = suggestion.wish.member, link("mentor_detail", suggestion.mentor.code)
    return post_mail("matching/wish_suggested", to=to, context=_of_two(to, suggestion.mentor, page),
                occasion=f"wish-suggestion-{suggestion.pk}")  # fmt: skip


def wish_unheard(wish):
    """To the wisher, whom nobody has offered anything: may the coordinators look."""
    context = {"reader": wish.member, "link": link("wish_mine")}
    return post_mail("matching/wish_unheard", to=wish.member, context=context, unprompted=True,
                occasion=f"wish-{wish.pk}-unheard")  # fmt: skip


def _of_two(reader, other, page):
    return {"reader": reader, "other": other, "link": page}
