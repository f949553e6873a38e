"""What a pair's own room shows on the pair's page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import label_fields
from mentorships.models import MentorshipStatus
from mentorships.pair_page import PAIR_PAGE, Line, Section, own_section

PAIR_PAGE.register(order=40)(own_section)
label_fields(
    {
        "title": gettext_lazy("Title"),
        "why": gettext_lazy("Why does it matter to you?"),
        "readings": gettext_lazy("Reading list"),
        "focus": gettext_lazy("Focus"),
        "goals": gettext_lazy("What we hope for"),
        "rhythm": gettext_lazy("Staying in touch"),
        "first-move": gettext_lazy("Who moves first"),
        "confidentiality": gettext_lazy("What stays between us"),
        "boundaries": gettext_lazy("Boundaries"),
        "feedback": gettext_lazy("How we like feedback"),
        "conflicts": gettext_lazy("Conflicts of interest"),
        "ending": gettext_lazy("How we will end"),
    }
)


@PAIR_PAGE.register(order=90)
def ways_out(mentorship, reader, *, may_write):
    """The archive, help, a pause, an ending: at the foot of the page, in this order."""
    lines = [
        Line("archive/", _("Archive"), _("download a copy")),
        Line("trouble/", _("If things get difficult"), _("how to work it out, or how to leave")),
    ]
    if mentorship.status == MentorshipStatus.ACTIVE:
        lines.append(Line("pause/", _("Pause"), _("when life gets busy")))
    if mentorship.holds_place:
        lines.append(Line("rest/", _("Let it rest"), *_rest_proposed(mentorship, reader)))
    if may_write:
        lines.append(Line("end/", _("End this mentorship"), _("no reason needed")))
    else:
        lines.append(Line("end/", _("Looking back"), _("say thanks, and reflect")))
    return Section(lines)


def _rest_proposed(mentorship, reader):
    """Whose turn it is, once one of the two has suggested it."""
    name = mentorship.partner_of(reader).first_name
    if not mentorship.rest_proposed_by_id:
        return (_("for later, without ending it"),)
    if mentorship.rest_proposed_by_id == reader.pk:
        return (_("waiting for %(name)s to answer") % {"name": name},)
    return _("%(name)s suggests this") % {"name": name}, "attention"
