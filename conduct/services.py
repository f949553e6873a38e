"""The verbs of help and reports: open a case, add to it, answer it, close it, open it again."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import notifications
from conduct.models import Case, CaseKey, CaseText
from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.limits import is_reached
from profiles.models import Member

# Each text is a mail to every coordinator who reads cases (attack A10); far above what anybody needs.
TEXTS_AN_HOUR, TEXTS_A_DAY = 10, 30
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


class TooManyTexts(Exception):
    """The member has written so much to the coordinators lately that this has to wait. Nothing was kept."""


class IsClosed(Exception):
    """The case has been closed in the meantime: nothing was added."""


class IsOpen(Exception):
    """The case is open already, or its texts are gone: it is not opened again."""


@transaction.atomic
def open_case(*, member, kind, text, about=None, copies=()):
    """Tell the coordinators. `copies` are (label, words) pairs the member puts in; each is sealed anew.

    The same words again within a minute are the same case. Nobody but the coordinators is told. TooManyTexts for
    somebody who writes without end.
    """
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)  # two clicks come one by one
    mine = CaseText.objects.filter(
        case__member=member, case__kind=kind, case__about=about, author=member, copied_from=None
    )
    same = recent_duplicate(mine.select_related("case"), "written_at", text=text)
    if same:
        _put_in(same.case, member, copies)  # sent again, now with something picked
        return same.case
    _check_not_too_often(member)
    case = Case.objects.create(member=member, kind=kind, about=about)
    case_text = write_text(case, member, text)
    _put_in(case, member, copies)
    notifications.case_waits(case_text)
    return case


def _put_in(case, member, copies):
    """Each copy once."""
    there = {(written.copied_from, written.text) for written in texts_of_case(case) if written.copied_from}
    for label, words in copies:
        if (label, words) not in there:
            CaseText(case=case, author=member, text=words, copied_from=label).save()


@transaction.atomic
def add_text(case, *, author, text):
    """The member says more. IsClosed if there is nobody listening any longer; TooManyTexts as in `open_case`."""
    lock_case(case)
    same = recent_duplicate(written_by(case, author), "written_at", text=text)
    if same:
        return same
    return _say(case, author, text)


@transaction.atomic
def write_again(case, *, author, text):
    """The member opens a closed case again with what they want to add. IsOpen if it is not closed; TooManyTexts."""
    reopen(case)
    return _say(case, author, text)


def _say(case, member, text):
    """It waits since the first of the texts that nobody has answered."""
    _check_not_too_often(member)
    case_text = write_text(case, member, text)
    Case.objects.filter(pk=case.pk, waiting_since=None).update(waiting_since=case_text.written_at)
    notifications.case_waits(case_text)
    return case_text


def _check_not_too_often(member):
    mine = CaseText.objects.filter(author=member, copied_from=None)
    for most, within in ((TEXTS_AN_HOUR, AN_HOUR), (TEXTS_A_DAY, A_DAY)):
        if is_reached(mine, "written_at", most=most, within=within):
            raise TooManyTexts(
                _("You’ve written a lot of messages in the last hour. Wait a little, then try again.")
                if within == AN_HOUR
                else _("You’ve written a lot of messages today. Wait until tomorrow to send more.")
            )


def close_case(case):
    """Nothing more is added. What was said stays readable. True for the one who closed it."""
    now = timezone.now()
    return Case.objects.filter(pk=case.pk, closed_at=None).update(closed_at=now, waiting_since=None) == 1


def reopen(case):
    """For the two services that open a case again. IsOpen if it is open, or nothing of it can be read any more."""
    closed = Case.objects.filter(pk=case.pk, closed_at__isnull=False, member__left_at=None)
    readable = CaseKey.objects.filter(scope=case.code).exists()
    if not readable or closed.update(closed_at=None) != 1:
        raise IsOpen(_("This case cannot be opened again: it is open already, or its text is gone."))


def texts_of_case(case):
    """All of a case, oldest first, with authors; its keys are read once for all."""
    rows = list(case.texts.select_related("author"))
    for written in rows:
        written.case = case
    return rows


def written_by(case, author):
    """What one person has written in a case, for finding the same words again."""
    return case.texts.filter(author=author, copied_from=None).select_related("case")


def write_text(case, author, text):
    """A text of a case, sealed. The caller holds the case."""
    case_text = CaseText(case=case, author=author, text=text)
    case_text.save()
    return case_text


def lock_case(case):
    """Hold its row: a close at the same moment comes before or after, not between. IsClosed if it is closed."""
    if not Case.objects.select_for_update().filter(pk=case.pk, closed_at=None).values_list("pk"):
        raise IsClosed(_("This case is closed, so your message was not added."))
