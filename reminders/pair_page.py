"""What the page of a pair shows of keeping in touch."""

from django.utils.translation import gettext as _

from mentorships.models import MentorshipStatus
from mentorships.pair_page import Line, Section
from reminders.links import yes_link
from reminders.models import Contact, ContactRhythm, Question
from reminders.models.contact import usual_rhythm


def contact_section(mentorship, reader, *, may_write):
    """How long this pair may be quiet; nothing once it has ended."""
    if mentorship.status == MentorshipStatus.ENDED:
        return Section([])
    return Section([Line("contact/", _("Keeping in touch"), str(_rhythm(mentorship).label))])


def to_do(member):
    """(address, what) of a question that waits for a mentor's yes."""
    if not member.is_mentor:
        return
    for row in Question.objects.filter(to=member, answered_at=None, closed_at=None):
        yield yes_link(row), _("Say whether you still want to be a mentor")


def _rhythm(mentorship):
    chosen = Contact.objects.filter(mentorship=mentorship).values_list("rhythm", flat=True).first()
    return ContactRhythm(chosen) if chosen else usual_rhythm()
