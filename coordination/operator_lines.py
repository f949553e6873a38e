"""What the operator has to see to, in sentences; none while all goes well. And when what last happened."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mail.outgoing.outbox_status import outbox_status
from mentoring.lib import jobs
from mentoring.lib.registry.hooks import STAFF_HEALTH

SWEEP_LATE = timedelta(minutes=15)  # three turns


def operator_lines(now, backup):
    """Mail that is late or refused, a worker that is silent, reminders that could not be written, no backup.

    `backup` is the BackupState of now.
    """
    lines = (*_of_worker(now), *_of_mail(outbox_status(now)), *_of_backup(now, backup))
    return [line for line in lines if line]


def health_lines(backup):
    """(what, when) of what the operator looks at also while all goes well: the last sweep, the last backup."""
    _began, finished = jobs.last_sweep()
    return [
        (_("Last finished round of the worker"), _moment(finished)),
        (_("Last backup that succeeded"), _moment(backup.succeeded_at)),
        *(line for lines in STAFF_HEALTH.results() for line in lines),
    ]


def _moment(at):
    return date_format(localtime(at), "DATETIME_FORMAT") if at else _("not reported yet")


def _of_backup(now, backup):
    """Nothing where no backup was ever reported: then nobody has set it up, and the line of the last one says so."""
    if backup.failed:
        yield _("The backup of %(moment)s failed.") % {"moment": _moment(backup.reported_at)}
    if backup.is_late(now):
        yield _("The last backup that succeeded was on %(moment)s. Is the backup still running?") % {
            "moment": _moment(backup.succeeded_at)
        }


def _of_worker(now):
    began, finished = jobs.last_sweep()
    if began is None:
        yield _("The worker has not reported yet. Is it running?")
    elif now - began > SWEEP_LATE:
        seen = {"moment": date_format(localtime(began), "DATETIME_FORMAT")}
        yield _("The worker was last seen on %(moment)s. Is it running?") % seen
    elif finished is None or now - finished > SWEEP_LATE:
        done = finished and date_format(localtime(finished), "DATETIME_FORMAT")
        yield _("The last round of reminders that finished was on %(moment)s.") % {"moment": done or "–"}
    failures = jobs.last_failures()
    if failures:
        yield ngettext(
            "%(n)d reminder could not be created. The worker’s log says why. We’ll try it again.",
            "%(n)d reminders could not be created. The worker’s log says why. We’ll try them again.",
            failures,
        ) % {"n": failures}


def _of_mail(status):
    if status.is_late:
        yield ngettext(
            "Emails are going out late: %(n)d is due, and has been for %(minutes)d minutes.",
            "Emails are going out late: %(n)d are due, the oldest for %(minutes)d minutes.",
            status.depth,
        ) % {"n": status.depth, "minutes": status.oldest_minutes}
    if status.retried:
        retried = _("Failed so far, and waiting for another attempt: %(n)s.")
        yield retried % {"n": status.retried}
    if status.refused:
        yield _(
            "The mail server gives the same answer (%(answer)s) for %(n)d addresses at different domains, so "
            "the addresses are not the problem. These emails are waiting for another attempt. Does the server "
            "still accept email from us?"
        ) % {"answer": status.refusal, "n": status.refused}
