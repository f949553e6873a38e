"""The yearly pulse: answers that are stored without people."""

from django.utils.translation import gettext_lazy as _

from figures.counting.tables import STACKED, table
from figures.models import PulseAnswer, PulseCount, PulseQuestion
from figures.rounding import Answers, Days

ANSWERS_AT_LEAST = 20  # before that many in a year nothing is told


@table(
    "pulse",
    section="worth",
    title=_("What people answered to the two questions of the year"),
    rows=dict(PulseQuestion.choices),
    series=dict(PulseAnswer.choices),
    plot=STACKED,
    quarterly=True,
    empty=Days,
    note=_("Everyone with a mentorship is asked once a year. Answers are stored without names."),
)
def pulse(month):
    """The counters of the year, once there are enough answers."""
    counted = PulseCount.objects.filter(year=month.first.year)
    return {
        (counter.question, counter.answer): Answers(
            counter.count, str((counter.year, counter.question, counter.answer))
        )
        for counter in counted
        if sum(other.count for other in counted if other.question == counter.question) >= ANSWERS_AT_LEAST
    }
