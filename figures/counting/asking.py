"""What became of requests, and how soon. Of each person the last request of the twelve months."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from figures.counting.contact import first_contacts
from figures.counting.tables import BARS, DAYS, DOTS, table
from figures.rounding import Days, Mentees
from matching.models import MentorRequest, RequestStatus
from mentorships.models import Mentorship, MentorshipKind

IN_TIME = timedelta(days=14)
A_DAY = timedelta(days=1)
ANSWERED = (RequestStatus.ACCEPTED, RequestStatus.DECLINED)


def _last_requests(month):
    """{member: (mentor, status, sent, decided)}: of requests whose fourteen days ended in the twelve months."""
    sent = MentorRequest.objects.filter(
        sent_at__gte=month.year_ago - IN_TIME, sent_at__lt=month.end - IN_TIME
    )
    sent = (
        sent.filter(kind=MentorshipKind.MENTORING)
        .exclude(status=RequestStatus.WITHDRAWN)
        .order_by("sent_at", "pk")
    )
    rows = sent.values_list("mentee_id", "mentor_id", "status", "sent_at", "decided_at").iterator()
    return {mentee: rest for mentee, *rest in rows}


@table(
    "requests",
    section="asking",
    title=_("People who asked a mentor in the last twelve months"),
    rows={
        "asked": _("Asked a mentor"),
        "answered": _("Had an answer within 14 days"),
        "lapsed": _("Had no answer at all"),
    },
    plot=BARS,
    quarterly=True,
    empty=Mentees,
    share=("answered", "asked"),
    note=_("Of each person, the last request. Requests that were withdrawn are left out."),
)
def requests(month):
    """What became of them: answered within fourteen days, or not at all."""
    groups = {"asked": Mentees(), "answered": Mentees(), "lapsed": Mentees()}
    for mentee, (mentor, status, sent, decided) in _last_requests(month).items():
        groups["asked"].add(mentee=mentee, mentor=mentor)
        if status in ANSWERED and decided <= sent + IN_TIME:
            groups["answered"].add(mentee=mentee, mentor=mentor)
        if status == RequestStatus.EXPIRED:
            groups["lapsed"].add(mentee=mentee, mentor=mentor)
    return groups


@table(
    "waiting",
    section="asking",
    title=_("How long people waited in the last twelve months"),
    rows={"answer": _("From asking to the answer"), "meeting": _("From the yes to the first conversation")},
    plot=DOTS,
    quarterly=True,
    empty=Days,
    unit=DAYS,
    note=_("Medians: half of the people waited less, half waited longer."),
)
def waiting(month):
    """Days from asking to the answer, and from the yes to the first conversation."""
    asked = _last_requests(month).items()
    answers = {
        mentee: (decided - sent) / A_DAY
        for mentee, (_mentor, status, sent, decided) in asked
        if status in ANSWERED and decided < month.end
    }
    return {"answer": Days(answers), "meeting": Days(_to_first_meeting(month))}


def _to_first_meeting(month):
    begun = Mentorship.objects.filter(began_at__gte=month.year_ago, began_at__lt=month.end)
    first = first_contacts(begun, until=month.end)
    rows = begun.order_by("began_at", "pk").values_list("pk", "mentee_id", "began_at").iterator()
    return {mentee: (first[pk] - began) / A_DAY for pk, mentee, began in rows if first.get(pk, began) > began}
