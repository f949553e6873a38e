"""Who was told of the programme by the association's list, and what came of it."""

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from figures.counting.tables import BARS, table
from figures.rounding import STEP_OF_STANDING, Answers, Days, People
from joining.models import DeclineCount, DeclineReason, RosterEntry

REASONS_AT_LEAST = 20  # before that many in twelve months nothing is told


@table(
    "offers",
    section="reach",
    title=_("People on the association’s list who were told in the last twelve months"),
    rows={
        "told": _("Were told of the programme"),
        "joined": _("Joined since"),
        "declined": _("Said “no thanks”"),
    },
    plot=BARS,
    quarterly=True,
    step=STEP_OF_STANDING,
    share=("joined", "told"),
    note=_("By the welcome email. Who joined without one is not in here."),
)
def offers(month):
    """By the dates of the list of members. Whoever has joined is to the key the member that they are elsewhere."""
    told = RosterEntry.objects.filter(offered_at__gte=month.year_ago, offered_at__lt=month.end)
    return {
        "told": _people(told),
        "joined": _people(told.filter(member__joined_at__lt=month.end)),
        "declined": _people(told.filter(declined_at__lt=month.end)),
    }


def _people(entries):
    rows = entries.values_list("pk", "member").iterator()
    return People({member or f"entry {pk}" for pk, member in rows})


@table(
    "no-thanks",
    section="reach",
    title=_("Why people said “no thanks” in the last twelve months"),
    rows=dict(DeclineReason.choices),
    plot=BARS,
    quarterly=True,
    empty=Days,
    note=_("Giving a reason is optional. Reasons are stored without names."),
)
def no_thanks(month):
    """The counters of twelve months, once there are enough answers."""
    counters = DeclineCount.objects.filter(month__gte=month.year_ago.date(), month__lt=month.end.date())
    counted = dict(counters.values_list("reason").annotate(Sum("count")))
    if sum(counted.values()) < REASONS_AT_LEAST:
        return {}
    return {reason: Answers(count, f"no thanks {reason}") for reason, count in counted.items()}
