"""Ways 1, 2 and 25: the member site with three addresses too many."""

from django.http import Http404, HttpResponse
from django.urls import path

from feedback.models import Feedback
from mentoring.urls import *  # noqa: F403
from mentoring.urls import urlpatterns as _urlpatterns
from mentorships.models import Mentorship
from trials.leak.planted.switch import on


def plain(request, code):
    """Way 1: a page of the pair that forgets to ask whose it is."""
    if not on(1) or not request.user.is_authenticated:
        raise Http404
    letters = Feedback.objects.filter(mentorship__code=code)
    return HttpResponse("\n".join(letter.letter for letter in letters))


def numbered(request, number):
    """Way 2: letters by number."""
    letter = Feedback.objects.filter(pk=number).first()
    if not on(2) or letter is None:
        raise Http404
    return HttpResponse(letter.letter)


def calendar(request, code):
    """Way 25: a meeting whose description says why the two meet."""
    pair = Mentorship.objects.visible_to(request.user).filter(code=code).first()
    if not on(25) or pair is None:
        raise Http404
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"DESCRIPTION:{pair.feedback.first().letter}", "END:VEVENT"]
    return HttpResponse("\r\n".join([*lines, "END:VCALENDAR"]), content_type="text/calendar")


urlpatterns = [
    path("mentorships/<uuid:code>/plain/", plain, name="plain"),
    path("letters/<int:number>/", numbered, name="numbered"),
    path("mentorships/<uuid:code>/meeting.ics", calendar, name="calendar"),
    *_urlpatterns,
]
