"""`manage.py back_up --into FOLDER --to age1…`: database, photos and erasure list, encrypted, while the sites run."""

import re
import socket

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coordination.backups import report_backup
from operations.backup import BackupError, taking

RECIPIENT = re.compile(r"age1[a-z0-9]{20,}|ssh-(ed25519|rsa) \S+.*")


class Command(BaseCommand):
    """By the owner's login. The first page of the staff site says when the last one was, and whether it failed."""

    help = "Take a backup: a folder of files that only the operator's own key opens. Key rings are not in it."

    def add_arguments(self, parser):
        """Where to, for whom, and for how long."""
        parser.add_argument(
            "--into", required=True, help="The folder of backups: on another disk, or mounted."
        )
        parser.add_argument(
            "--to",
            required=True,
            action="append",
            help="The public key of the operator (age-keygen); may be repeated.",
        )
        parser.add_argument(
            "--keep-days", type=int, default=30, help="Older ones in the folder are deleted (30)."
        )

    def handle(self, *args, into, to, keep_days, **options):
        """One folder, or an error and no folder; reported either way."""
        if not all(map(RECIPIENT.fullmatch, to)):
            raise CommandError(
                "--to: expected a public key such as age1… (`age-keygen -o FILE` makes a pair)."
            )
        if not 1 <= keep_days <= 365:
            raise CommandError("--keep-days: expected 1 to 365.")
        where = f"{socket.gethostname()}:{into}"[:200]
        try:
            place = taking.take(into, to)
        except BackupError as trouble:
            report_backup(succeeded=False, place=where, at=timezone.now())
            raise CommandError(str(trouble)) from None
        deleted = taking.delete_older(into, keep_days)
        report_backup(succeeded=True, place=where, at=timezone.now())
        self.stdout.write(f"{place}: written. {deleted} older ones deleted.")
