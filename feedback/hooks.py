"""What feedback offers to others: the pair's page, and the home page."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from feedback.models import FeedbackRequest
from mentoring.lib.registry.hooks import MEMBER_TO_DO, label_fields
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.pair_page import PAIR_PAGE, Line, Section

label_fields(
    {
        "letter": gettext_lazy("Your letter"),
        "works": gettext_lazy("What works"),
        "better": gettext_lazy("What could be better"),
        "next_time": gettext_lazy("One thing to try"),
    }
)


@PAIR_PAGE.register(order=30)
def feedback_section(mentorship, reader, *, may_write):
    """Where letters are read, and where one is written."""
    lines = [Line("feedback/", _("Feedback"), _("letters you write to each other"))]
    if may_write:
        lines.append(Line("feedback/write/", _("Write a letter"), _("saved as you type")))
    return Section(lines)


@MEMBER_TO_DO.register(order=40)
def letters_asked_for(member):
    """(address, words) of partners who would like feedback."""
    mine = Mentorship.objects.visible_to(member).filter(status__in=OPEN)
    asked = FeedbackRequest.objects.filter(~Q(asker=member), mentorship__in=mine.values("pk"), met_at=None)
    pairs = set(asked.values_list("mentorship", flat=True))
    for pair in mine.with_people().filter(pk__in=pairs) if pairs else ():
        words = _("Write to %(name)s, who would like your feedback")
        yield (reverse("feedback_write", args=[pair.code]), words % {"name": pair.partner_of(member).name})
