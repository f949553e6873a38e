"""Help requests by their dates, and emails by their number."""

from datetime import timedelta

from django.db.models import Count, F, Min, Q
from django.utils.translation import gettext_lazy as _

from conduct.models import Case, CaseText
from figures.counting.people import members_at
from figures.counting.tables import BARS, DAYS, DOTS, EMAILS, table
from figures.rounding import Days, People
from mail.models import OutgoingMail

A_DAY = timedelta(days=1)
FOUR_WEEKS = timedelta(weeks=4)  # receivers of emails are forgotten after 30 days


def _cases(month):
    return Case.objects.filter(opened_at__gte=month.year_ago, opened_at__lt=month.end)


@table(
    "help",
    section="care",
    title=_("People who turned to the coordinators in the last twelve months"),
    rows={"help": _("Asked for help"), "report": _("Reported someone")},
    plot=BARS,
    quarterly=True,
)
def help_requests(month):
    """People with a case, by what it is."""
    groups = {}
    for kind, member in _cases(month).values_list("kind", "member_id"):
        groups.setdefault(kind, People()).members.add(member)
    return groups


@table(
    "help-days",
    section="care",
    title=_("How long people waited for the coordinators in the last twelve months"),
    rows={"answer": _("Until the first answer")},
    plot=DOTS,
    quarterly=True,
    empty=Days,
    unit=DAYS,
    note=_("A median: half of the people waited less, half waited longer."),
)
def help_days(month):
    """Days until somebody other than the member wrote in a case."""
    answers = CaseText.objects.filter(case__in=_cases(month)).exclude(author_id=F("case__member_id"))
    answered = answers.values_list("case_id", "case__member_id", "case__opened_at").annotate(
        Min("written_at")
    )
    return {
        "answer": Days(
            {member: (at - opened) / A_DAY for _case, member, opened, at in answered.order_by("case_id")}
        )
    }


@table(
    "emails",
    section="care",
    title=_("Emails that a member gets in four weeks"),
    rows={"emails": _("Emails to one member")},
    plot=DOTS,
    empty=Days,
    unit=EMAILS,
    note=_(
        "A median over all members: half of them got fewer, half got more. Counted over the last four weeks."
    ),
)
def emails(month):
    """How many were sent to each member."""
    got = Q(sent_at__gte=month.end - FOUR_WEEKS, sent_at__lt=month.end)
    sent = OutgoingMail.objects.filter(got, to__isnull=False)
    numbers = dict(sent.order_by().values_list("to_id").annotate(Count("pk")).iterator())
    there = members_at(month.end).values_list("pk", flat=True).iterator()
    return {"emails": Days({member: numbers.get(member, 0) for member in there})}
