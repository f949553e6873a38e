"""Kombu's folder transport, with messages that appear whole: its own can be read while one is still being written.

A worker that reads half a message ends with a JSONDecodeError. Registered as `folder://` in `mentoring.celery`.
"""

from pathlib import Path
from time import monotonic
from uuid import uuid4

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    """Writes under a hidden name, which no reader takes, and renames."""

    def _put(self, queue, payload, **kwargs):
        folder, name = Path(self.data_folder_out), f"{round(monotonic() * 1000)}_{uuid4()}.{queue}.msg"
        hidden = folder / f".{name}"
        try:
            hidden.write_bytes(str_to_bytes(dumps(payload)))
            hidden.rename(folder / name)
        except OSError as error:
            raise ChannelError(f"Cannot add {name} to {folder}.") from error


class Transport(filesystem.Transport):
    """The same, with these channels."""

    Channel = Channel
