"""A report: the reporter's own disclosure. What they pick is copied and sealed for the case alone."""

from itertools import groupby

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from conduct.models import CaseKind
from conduct.services import open_case
from privacy.private_texts import texts_of
from reminders.models import ReminderStop

EXCERPT = 160


def pickable(pair, reporter):
    """{key: text} of what the reporter may put in: all they may read that opens."""
    return {text.key: text for text in texts_of(pair, reporter) if text.words}


def by_month(texts, picked=()):
    """(month, whether something is picked there, rows) newest first, each row as a checkbox needs it."""
    newest = sorted(texts.values(), key=lambda text: (text.date is None, text.date), reverse=True)
    for month, group in groupby(newest, key=_month):
        rows = [_row(text, picked) for text in group]
        yield month, any(row["picked"] for row in rows), rows


def _month(text):
    return date_format(localtime(text.date), "YEAR_MONTH_FORMAT") if text.date else _("Not sent")


def _row(text, picked):
    words = " ".join(text.prose.split())
    return {
        "key": text.key,
        "label": text.label,
        "excerpt": words if len(words) <= EXCERPT else f"{words[:EXCERPT]} …",
        "picked": text.key in picked,
    }


@transaction.atomic
def report(pair, *, reporter, text, picked, stop_reminders=False):
    """Tell the coordinators, with copies of the texts picked. The other one is not told.

    With `stop_reminders`, neither gets reminders about this mentorship while the report is open.
    """
    copies = [(one.label, one.prose) for one in picked]
    about = pair.partner_of(reporter)
    case = open_case(member=reporter, kind=CaseKind.REPORT, text=text, about=about, copies=copies)
    if stop_reminders:
        ReminderStop.objects.get_or_create(case=case, defaults={"mentorship": pair})
    return case
