"""A bucket of an S3 server, reached by django-storages. Imported only where PHOTO_BUCKET names one."""

from functools import wraps

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage

from mentoring.lib.storages import StorageAway

# By the path: most servers of one's own know no host name for each bucket. With the sums that all of them know.
CLIENT = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"total_max_attempts": 2, "mode": "standard"},
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
# Said here, so that nothing is looked for in the environment, or asked of the machine's provider.
ALWAYS = {
    "security_token": None,
    "session_profile": None,
    "default_acl": None,
    "client_config": CLIENT,
    "transfer_config": TransferConfig(use_threads=False),
}


def _away_is_said(method):
    """StorageAway for whatever boto3 raises: its kind and the server's code, never the key or the path."""

    @wraps(method)
    def called(*args, **kwargs):
        try:
            return method(*args, **kwargs)
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if code in {"404", "NoSuchKey"}:
                raise FileNotFoundError("no such file in the bucket") from None
            raise StorageAway(code) from None
        except (BotoCoreError, Boto3Error) as error:
            raise StorageAway(type(error).__name__) from None

    return called


class PrivateBucket(S3Storage):
    """Files come and go by signed requests of this process alone; no address of the bucket is ever given away.

    What goes wrong is FileNotFoundError or StorageAway, both of which are OSErrors.
    """

    def __init__(self, **options):
        super().__init__(**ALWAYS, **options)

    @_away_is_said
    def _open(self, name, mode="rb"):
        """All of it at once, by one request: photos are small."""
        return ContentFile(self.bucket.Object(self._normalize_name(name)).get()["Body"].read(), name=name)

    def url(self, *args, **kwargs):
        """None: each photo is asked for by our own page, which says who may see it."""
        raise NotImplementedError("photos have no address of their own")

    _save = _away_is_said(S3Storage._save)
    delete = _away_is_said(S3Storage.delete)
    exists = _away_is_said(S3Storage.exists)
    listdir = _away_is_said(S3Storage.listdir)
    get_modified_time = _away_is_said(S3Storage.get_modified_time)
