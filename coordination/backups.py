"""The last backup, as the operator's script reported it (`manage.py report_backup`)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Q

from coordination.models import BackupReport

BACKUP_LATE = timedelta(hours=36)
KEPT = timedelta(days=400)


@dataclass(frozen=True)
class BackupState:
    """When a backup was last reported, and when one last succeeded; None for never."""

    reported_at: datetime | None
    succeeded_at: datetime | None

    @property
    def failed(self):
        """Whether the newest report is of a backup that failed."""
        return self.reported_at is not None and self.reported_at != self.succeeded_at

    def is_late(self, now):
        """Whether backups are reported here, and none has succeeded for too long."""
        return self.reported_at is not None and (
            self.succeeded_at is None or now - self.succeeded_at > BACKUP_LATE
        )


def backup_state():
    """In one statement."""
    moments = BackupReport.objects.aggregate(
        reported_at=Max("at"), succeeded_at=Max("at", filter=Q(succeeded=True))
    )
    return BackupState(**moments)


def last_success():
    """The newest report of a backup that succeeded; None if there is none."""
    return BackupReport.objects.filter(succeeded=True).order_by("-at", "-pk").first()


def report_backup(*, succeeded, place, at):
    """Keep one report, and no older ones than a year or so."""
    BackupReport.objects.filter(at__lt=at - KEPT).delete()
    return BackupReport.objects.create(succeeded=succeeded, place=place, at=at)
