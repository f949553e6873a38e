"""The verbs of coordinators: take a case on, hand it back, answer, close, open again."""

from django.db import transaction
from django.utils.translation import gettext as _

from conduct import notifications, rules
from conduct.models import Case
from conduct.services import close_case, lock_case, reopen, write_text, written_by
from mentoring.lib.idempotency import recent_duplicate


class HasMoved(Exception):
    """Something has been written, or somebody has taken the case on, since the page was opened."""


class NeedsAnswer(Exception):
    """A report that nobody has answered is not closed without a word."""


def take_case(case, *, by, instead_of=None):
    """See to it, instead of nobody or of the coordinator with this number. HasMoved if it is somebody else's by now."""
    free = Case.objects.filter(pk=case.pk, closed_at=None, held_by=instead_of)
    if free.update(held_by=by) != 1:
        raise HasMoved(_("Look again: someone else has taken this case on, or it has been closed."))


def hand_back(case, *, by):
    """Let somebody else see to it. True if it was theirs."""
    return Case.objects.filter(pk=case.pk, held_by=by).update(held_by=None) == 1


@transaction.atomic
def answer_case(case, *, author, text, seen=None):
    """A coordinator answers; the member gets a mail without the words. Who answers first sees to the case.

    `seen` is the number of the last text on the page: HasMoved if there is a later one. IsClosed if it is closed.
    """
    lock_case(case)
    same = recent_duplicate(written_by(case, author), "written_at", text=text)
    if same:
        return same
    _refuse_if_moved(case, seen)
    case_text = _write_answer(case, author, text)
    notifications.case_answered(case_text)
    return case_text


@transaction.atomic
def close_for_member(case, *, by, last_word="", seen=None):
    """A coordinator closes the case, with or without a last word; the member is told by mail.

    NeedsAnswer for a report whose last text nobody has answered. HasMoved and IsClosed as in `answer_case`.
    """
    lock_case(case)
    _refuse_if_moved(case, seen)
    case.refresh_from_db(fields=["waiting_since"])
    if not last_word and rules.needs_last_word(case):
        raise NeedsAnswer(_("Write a last word: nobody has answered this report yet."))
    if last_word:
        _write_answer(case, by, last_word)
    close_case(case)
    notifications.case_closed(case, has_last_word=bool(last_word))


@transaction.atomic
def open_again(case, *, by):
    """A coordinator opens a closed case again, sees to it, and the member is told. IsOpen as in `reopen`."""
    reopen(case)
    Case.objects.filter(pk=case.pk).update(held_by=by)
    notifications.case_reopened(case)


def _write_answer(case, author, text):
    case_text = write_text(case, author, text)
    Case.objects.filter(pk=case.pk).update(waiting_since=None)
    Case.objects.filter(pk=case.pk, held_by=None).update(held_by=author)
    return case_text


def _refuse_if_moved(case, seen):
    if seen is not None and case.texts.filter(pk__gt=seen).exists():
        raise HasMoved(_("Read what is new above, then send your words again or change them."))
