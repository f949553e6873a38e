"""The last backup, as the operator's script reported it (`manage.py report_backup`)."""

from datetime import timedelta

from coordination.models import BackupReport

BACKUP_LATE = timedelta(hours=36)
KEPT = timedelta(days=400)


def last_report():
    """The newest report; None if there is none."""
    return BackupReport.objects.order_by("-at", "-pk").first()


def last_success():
    """The newest report of a backup that succeeded; None if there is none."""
    return BackupReport.objects.filter(succeeded=True).order_by("-at", "-pk").first()


def report_backup(*, succeeded, place, at):
    """Keep one report, and no older ones than a year or so."""
    BackupReport.objects.filter(at__lt=at - KEPT).delete()
    return BackupReport.objects.create(succeeded=succeeded, place=place, at=at)
