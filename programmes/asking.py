"""Asking within a programme: both take part, the mentor has a place in it, and it goes on. No free place is taken."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from matching.asking import ASKING, Asking, CannotAccept, CannotAsk, asking_for
from mentorships.models import MentorshipKind
from programmes.models import Enrolment, PairedBy, Part, Programme
from programmes.register import is_suggested, places_left
from programmes.services.locking import hold_programme
from programmes.services.pairing import begin_pairing

GONE = _("This programme is over, or no longer there.")
NOT_IN_IT = _("%(name)s does not take part in this programme right now.")


@asking_for(MentorshipKind.PROGRAMME)
class AskingInAProgramme(Asking):
    """One of its mentors, by one of its mentees."""

    list_route = "programme_list"

    def check_can_ask(self, mentee, mentor, *, scheme):
        """Whoever keeps apart from the asker looks as if they did not take part."""
        programme = _going_on(scheme)
        if programme is None:
            raise CannotAsk(GONE)
        if enrolled(programme, mentee, Part.MENTEE) is None:
            raise CannotAsk(_("You do not take part in this programme as a mentee."))
        place = enrolled(programme, mentor, Part.MENTOR)
        if place is None or not can_begin(place.member) or blocks.are_apart(mentee, mentor):
            raise CannotAsk(NOT_IN_IT % {"name": mentor.name})
        if programme.paired_by == PairedBy.PROPOSALS and not is_suggested(programme, mentee, mentor):
            raise CannotAsk(
                _("In this programme you ask one of the mentors the coordinators suggest to you.")
            )
        if not places_left(place):
            raise CannotAsk(_("%(name)s has no room left in this programme.") % {"name": mentor.name})

    def check_can_accept(self, request):
        """Holds the programme until the pair has begun: nobody leaves it and no place is given twice meanwhile."""
        programme = _going_on(request.scheme)
        if programme is None:
            raise CannotAccept(GONE)
        held = hold_programme(programme)
        place = enrolled(held, request.mentor, Part.MENTOR)
        if place is None:
            raise CannotAccept(_("You no longer take part in this programme as a mentor."))
        if enrolled(held, request.mentee, Part.MENTEE) is None:
            raise CannotAccept(NOT_IN_IT % {"name": request.mentee.name})
        if not places_left(place):
            raise CannotAccept(_("You have no room left in this programme."))

    def begun(self, request):
        """The pair belongs to the programme."""
        begin_pairing(Programme.objects.get(code=request.scheme), request.mentorship)

    def belongs_to(self, request):
        """The programme, by its name: a yes takes a place in it, and none of the mentor's free ones."""
        for programme in Programme.objects.filter(code=request.scheme):
            words = _("In the programme “%(programme)s”") % {"programme": programme.name}
            return programme.get_absolute_url(), words
        return None

    def form_address(self, request):
        """Beneath the programme."""
        return reverse("programme_ask", args=[request.scheme, request.mentor.code])


def why_out_of_sight(programme, mentee, mentor):
    """Why a mentor cannot be asked whom the reader has written to; the same words whoever keeps away from whom."""
    try:
        ASKING[MentorshipKind.PROGRAMME].check_can_ask(mentee, mentor, scheme=programme.code)
    except CannotAsk as error:
        return str(error)
    return NOT_IN_IT % {"name": mentor.name}


def can_begin(member):
    """Neither suspended nor about to leave: nothing would come of asking them."""
    return member.is_active and not member.leaving_at


def _going_on(scheme):
    return Programme.objects.not_over(timezone.localdate()).filter(code=scheme).first()


def enrolled(programme, member, part):
    """The enrolment of somebody who takes part as this, or None."""
    rows = Enrolment.objects.enrolled(part).filter(programme=programme, member=member)
    return rows.select_related("member").first()
