"""The line about its programme on a pair's page."""

from django.utils.translation import gettext as _

from mentorships.models import MentorshipKind
from mentorships.pair_page import Line, Section
from programmes.models import Milestone, Pairing


def programme_section(mentorship, reader, *, may_write):
    """Where its milestones are, and how many are done. Nothing, and no statement, for a free mentorship."""
    if mentorship.kind != MentorshipKind.PROGRAMME:
        return Section([])
    pairing = Pairing.objects.select_related("programme").filter(mentorship=mentorship).first()
    if pairing is None:
        return Section([])
    done, of = pairing.ticks.count(), Milestone.objects.held().filter(programme=pairing.programme).count()
    state = _("%(done)d of %(all)d milestones done") % {"done": done, "all": of} if of else ""
    return Section([Line("programme/", pairing.programme.name, state)])
