"""`manage.py photos_to_bucket`: every photo of VAR/media into the bucket that PHOTO_BUCKET names."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.storages import StorageAway
from profiles import photo_files


class Command(BaseCommand):
    """Safe to run again: what is there is written anew. The folder stays as it is."""

    help = "Copy every photo of VAR/media into the bucket."

    def handle(self, *args, **options):
        """Says how many; a bucket that is away is an error, and nothing is lost."""
        if not settings.PHOTO_BUCKET:
            raise CommandError("Set PHOTO_BUCKET first.")
        folder = FileSystemStorage(location=settings.MEDIA_ROOT / photo_files.FOLDER)
        names = [name for name in folder.listdir("")[1] if name.endswith(".jpg")]
        try:
            for name in names:
                with folder.open(name) as file:
                    photo_files.write_file(f"{photo_files.FOLDER}/{name}", file.read())
        except StorageAway as trouble:
            raise CommandError(
                f"The bucket does not take them: {trouble}. `manage.py doctor` says more."
            ) from None
        self.stdout.write(f"{len(names)} files are in {settings.PHOTO_BUCKET}.")
