"""Mail as files in a folder, one `.eml` each: the default where no mail server is set."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class Backend(BaseEmailBackend):
    """Writes each message whole or not at all; the Message-ID names the file, so a repeat replaces."""

    def __init__(self, *args, file_path=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.folder = Path(file_path or settings.EMAIL_FILE_PATH)

    def send_messages(self, email_messages):
        """Write the messages. Returns how many."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            self._write(message.message())
        return len(email_messages)

    def _write(self, mail):
        name = re.sub(r"[^\w@.-]", "", mail["Message-ID"])[:120]
        scratch = self.folder / f".{name}.{os.getpid()}"
        scratch.write_bytes(mail.as_bytes(linesep="\r\n"))
        scratch.replace(self.folder / f"{name}.eml")
