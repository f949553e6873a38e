"""What the operator's backup script says of itself (`manage.py report_backup`)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BackupReport(models.Model):
    """One run of the backup script: whether it succeeded, and where the backup is."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    succeeded = models.BooleanField(default=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("report of a backup")
        verbose_name_plural = _("reports of backups")

    def __str__(self):
        return f"Backup {self.pk}"
