"""Letters about requests. They say who and where to read on, never what was written."""

from letters.services import post
from mentoring.lib.links import member as link


def _tell(kind, request, to, *, occasion, page=None, **context):
    other = request.partner_of(to)
    post(
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
