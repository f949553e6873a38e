"""What the first page of the staff site and the handover say of figures: from what was published, and nothing else."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from figures.counting import TABLES
from figures.counting.people import PARTICIPANTS
from figures.models import PublishedNumber
from figures.shown import latest, month_name, number_of

MAY_SEE = "figures.view_publication"
# (table, row, sentence) in the order in which they are read.
PULSE = (
    ("people", PARTICIPANTS, gettext_lazy("Members: %s.")),
    ("people", "mentors", gettext_lazy("Mentors: %s.")),
    ("mentees", "mentees", gettext_lazy("Mentees with a mentor: %s.")),
    ("requests", "asked", gettext_lazy("Asked a mentor in twelve months: %s.")),
    ("waiting", "answer", gettext_lazy("Half had an answer within: %s.")),
)
NEWS = (
    ("starts", "begun", gettext_lazy("Mentees whose mentorship began in the last twelve months: %s.")),
    ("ends", "3", gettext_lazy("Of those that ended, within three months: %s.")),
)


def pulse_line(person):
    """One line of the newest published numbers; a quarterly one may be of a month before."""
    publication = latest() if person.has_perm(MAY_SEE) else None
    sentences = _sentences(PULSE) if publication else []
    if sentences:
        month = _("As published for %(month)s, rounded:") % {"month": month_name(publication.month)}
        yield " ".join([month, *sentences])


def published_since(person, since):
    """That there are new figures, with what they say of mentorships. Nobody counts mentorships between two visits."""
    publication = latest() if person.has_perm(MAY_SEE) else None
    if publication and publication.counted_on >= since.date():
        month = _("New figures were published, for %(month)s.") % {"month": month_name(publication.month)}
        yield " ".join([month, *_sentences(NEWS)])


def last_published():
    """For whom the machinery concerns: which month was counted last, and when."""
    publication = latest()
    counted = _("not yet")
    if publication:
        words = {"month": month_name(publication.month), "day": date_format(publication.counted_on)}
        counted = _("%(month)s, on %(day)s") % words
    yield _("Figures last published"), counted


def year_of_figures():
    """What happens by itself."""
    yield (
        _("Early each month"),
        _("The previous month’s figures are counted, rounded and published for good."),
    )
    yield (
        _("Once a year"),
        _("We ask each member two questions about the programme. Answers are stored without names."),
    )


def _sentences(wanted):
    tables = {table for table, _row, _words in wanted}
    numbers = PublishedNumber.objects.filter(table__in=tables, series="").order_by("publication__month")
    newest = {(number.table, number.row): number.value for number in numbers}
    return [
        words % number_of(TABLES.get(table), newest[table, row]).text
        for table, row, words in wanted
        if newest.get((table, row)) is not None
    ]
