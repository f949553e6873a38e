"""The verbs of help and reports: open a case, add to it, answer it, close it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import notifications
from conduct.models import Case, CaseText
from mentoring.lib.idempotency import recent_duplicate
from profiles.models import Member


class IsClosed(Exception):
    """The case has been closed in the meantime: nothing was added."""


@transaction.atomic
def open_case(*, member, kind, text, about=None, copies=()):
    """Tell the coordinators. `copies` are (label, words) pairs the member puts in; each is sealed anew.

    The same words again within a minute are the same case. Nobody but the coordinators is told.
    """
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)  # two clicks come one by one
    mine = CaseText.objects.filter(
        case__member=member, case__kind=kind, case__about=about, author=member, copied_from=None
    )
    same = recent_duplicate(mine.select_related("case"), "written_at", text=text)
    if same:
        _put_in(same.case, member, copies)  # sent again, now with something picked
        return same.case
    case = Case.objects.create(member=member, kind=kind, about=about)
    said = _write(case, member, text)
    _put_in(case, member, copies)
    notifications.case_waits(said)
    return case


def _put_in(case, member, copies):
    """Each copy once."""
    there = {(row.copied_from, row.text) for row in texts_of_case(case) if row.copied_from}
    for label, words in copies:
        if (label, words) not in there:
            CaseText(case=case, author=member, text=words, copied_from=label).save()


@transaction.atomic
def add_text(case, *, author, text):
    """The member says more. IsClosed if there is nobody listening any longer."""
    _lock_case(case)
    same = recent_duplicate(_written_by(case, author), "written_at", text=text)
    if same:
        return same
    said = _write(case, author, text)
    notifications.case_waits(said)
    return said


@transaction.atomic
def answer_case(case, *, author, text):
    """A coordinator answers; the member gets a mail without the words."""
    _lock_case(case)
    same = recent_duplicate(_written_by(case, author), "written_at", text=text)
    if same:
        return same
    said = _write(case, author, text)
    notifications.case_answered(said)
    return said


def close_case(case):
    """Nothing more is added. What was said stays readable. True for the one who closed it."""
    return Case.objects.filter(pk=case.pk, closed_at=None).update(closed_at=timezone.now()) == 1


def texts_of_case(case):
    """All of a case, oldest first, with authors; its keys are read once for all."""
    rows = list(case.texts.select_related("author"))
    for row in rows:
        row.case = case
    return rows


def _written_by(case, author):
    return case.texts.filter(author=author, copied_from=None).select_related("case")


def _write(case, author, text):
    said = CaseText(case=case, author=author, text=text)
    said.save()
    return said


def _lock_case(case):
    """Hold its row: a close at the same moment comes before or after, not between."""
    if not Case.objects.select_for_update().filter(pk=case.pk, closed_at=None).values_list("pk"):
        raise IsClosed(_("This case is closed, so your message was not added."))
