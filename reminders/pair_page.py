"""What the page of a pair shows of keeping in touch."""

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorships.models import Mentorship, MentorshipStatus
from mentorships.pair_page import Line, Section
from reminders.links import yes_link
from reminders.models import ContactRhythm, Question
from reminders.models.contact import usual_rhythm
from reminders.services import quiet

# By hand: the pair's page asks it each time, and through the ORM it takes a tenth of that page.
RHYTHM = "SELECT rhythm FROM reminders_contact WHERE mentorship_id = %s"


def contact_section(mentorship, reader, *, may_write):
    """How long this pair may be quiet; nothing once it has ended."""
    if mentorship.status == MentorshipStatus.ENDED:
        return Section([])
    return Section([Line("contact/", _("Keeping in touch"), str(_rhythm(mentorship).label))])


def unreachable_section(mentorship, reader, *, may_write):
    """That the other one cannot sign in at present, so that nobody waits for them; not why."""
    other = mentorship.partner_of(reader)
    if other.is_active or other.left_at or mentorship.status == MentorshipStatus.ENDED:
        return Section([])
    rests = _(
        "This mentorship is on hold: %(name)s cannot be reached here at the moment. We send no reminders."
    )
    return Section([], rests % {"name": other.first_name})


def contact_state(mentorship):
    """The rhythm, when the two were last in touch, and when both are asked next if nothing happens."""
    pairs = quiet.with_facts(Mentorship.objects.filter(pk=mentorship.pk), timezone.now())
    pair = pairs.select_related("contact").get()
    chosen = getattr(pair, "contact", None)
    return {
        "rhythm": quiet.rhythm_of(pair),
        "last": quiet.last_contact(pair),
        "asked_on": quiet.since(pair) + quiet.allowed(pair),
        "planned": pair.planned,
        "quiet_until": chosen and chosen.quiet_until,
    }


def to_do(member):
    """(address, what) of a question that waits for a mentor's yes."""
    if not member.is_mentor:
        return
    for question in Question.objects.filter(to=member, answered_at=None, closed_at=None):
        yield yes_link(question), _("Tell us whether you still want to be a mentor")


def _rhythm(mentorship):
    with connection.cursor() as cursor:
        cursor.execute(RHYTHM, [mentorship.pk])
        chosen = cursor.fetchone()
    return ContactRhythm(chosen[0]) if chosen else usual_rhythm()
