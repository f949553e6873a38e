"""A milestone as a file for one's calendar."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from mentoring.lib.calendar import ics
from programmes import rules
from programmes.milestones import as_event
from programmes.models import Milestone
from programmes.views.inside import programme_page


@programme_page("GET")
def milestone_calendar(request, programme, milestone):
    """For whoever can see the programme; where it takes place, for those who take part."""
    found = get_object_or_404(Milestone.objects.held().filter(programme=programme), code=milestone)
    found.programme = programme
    event = as_event(found, with_place=rules.takes_part(programme.mine))
    if event is None:
        raise Http404
    answer = HttpResponse(ics.feed([event]), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="milestone.ics"'
    return answer
