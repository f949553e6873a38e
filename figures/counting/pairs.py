"""How mentorships go, by dates: the start, the rhythm the two have chosen, the end."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from figures.counting.contact import first_contacts, last_contacts
from figures.counting.tables import BARS, STACKED, table
from figures.rounding import Mentees
from mentorships.models import Mentorship, MentorshipKind, MentorshipStatus
from reminders.models import ContactRhythm
from reminders.models.contact import usual_rhythm

SOON = timedelta(days=30)
POINTS = {"3": 3, "6": 6, "12": 12}  # months after the beginning
WITH_MENTEE = Mentorship.objects.exclude(kind=MentorshipKind.PEERS)
FACTS = ("pk", "mentee_id", "mentor_id", "began_at", "ended_at")


@table(
    "starts",
    section="mentorships",
    title=_("Mentees whose mentorship began in the last twelve months"),
    rows={"begun": _("Began a mentorship"), "met": _("Were in touch within 30 days")},
    plot=BARS,
    quarterly=True,
    empty=Mentees,
    share=("met", "begun"),
    note=_(
        "In touch: a conversation that took place, or a letter. Only mentorships that began 30 days ago or earlier."
    ),
)
def starts(month):
    """Who began, and whether the two were in touch within thirty days."""
    begun = WITH_MENTEE.filter(began_at__gte=month.year_ago - SOON, began_at__lt=month.end - SOON)
    first = first_contacts(begun, until=month.end)
    groups = {"begun": Mentees(), "met": Mentees()}
    for pk, mentee, mentor, began, _ended in begun.values_list(*FACTS).iterator():
        groups["begun"].add(mentee=mentee, mentor=mentor)
        if pk in first and first[pk] <= began + SOON:
            groups["met"].add(mentee=mentee, mentor=mentor)
    return groups


@table(
    "lasting",
    section="mentorships",
    title=_("Mentees after 3, 6 and 12 months, in the last twelve months"),
    rows={"3": _("After 3 months"), "6": _("After 6 months"), "12": _("After 12 months")},
    series={"touch": _("In touch"), "quiet": _("Quiet, or taking a break"), "ended": _("Ended")},
    plot=STACKED,
    quarterly=True,
    empty=Mentees,
    note=_("In touch: as often as the two have said they want to be."),
)
def lasting(month):
    """How those stand whose third, sixth or twelfth month ends within the year."""
    earliest = month.year_ago - relativedelta(months=12)
    pairs = WITH_MENTEE.filter(began_at__gte=earliest, began_at__lt=month.end)
    facts = list(pairs.values_list(*FACTS, "status", "contact__rhythm").iterator())
    before = {pk: _points(began, month) for pk, _mentee, _mentor, began, *_rest in facts}
    last = last_contacts(pairs, before=before, until=month.end)
    groups = {}
    for pk, mentee, mentor, _began, ended, status, rhythm in facts:
        for point, at in before[pk].items():
            allowed = timedelta(days=(ContactRhythm(rhythm) if rhythm else usual_rhythm()).days)
            state = _state(at, ended, status, last.get((pk, point)), allowed)
            groups.setdefault((point, state), Mentees()).add(mentee=mentee, mentor=mentor)
    return groups


def _points(began, month):
    """{point: moment} of those that lie in the twelve months."""
    points = {point: began + relativedelta(months=months) for point, months in POINTS.items()}
    return {point: at for point, at in points.items() if month.year_ago <= at < month.end}


def _state(at, ended, status, last, allowed):
    if ended and ended < at:
        return "ended"
    in_touch = last is not None and last + allowed >= at
    on_a_break = status in (MentorshipStatus.PAUSED, MentorshipStatus.RESTING)
    return "touch" if in_touch and not on_a_break else "quiet"


@table(
    "ends",
    section="mentorships",
    title=_("Mentees whose mentorship ended in the last twelve months"),
    rows={
        "3": _("Within 3 months"),
        "6": _("After 3 to 6 months"),
        "12": _("After 6 to 12 months"),
        "later": _("After more than 12 months"),
    },
    plot=BARS,
    quarterly=True,
    empty=Mentees,
)
def ends(month):
    """How long what ended had lasted."""
    over = WITH_MENTEE.filter(ended_at__gte=month.year_ago, ended_at__lt=month.end)
    groups = {}
    for _pk, mentee, mentor, began, ended in over.values_list(*FACTS).iterator():
        within = (point for point, months in POINTS.items() if ended <= began + relativedelta(months=months))
        groups.setdefault(next(within, "later"), Mentees()).add(mentee=mentee, mentor=mentor)
    return groups
