"""Reading the mail files of the demonstration."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"^[\w@.-]{1,130}$", re.ASCII)


@dataclass(frozen=True)
class DemoMail:
    """One mail as it was sent."""

    name: str
    subject: str
    to: str
    sender: str
    sent: datetime
    text: str
    html: str


def names():
    """Names of all mail files, newest first."""
    files = Path(settings.EMAIL_FILE_PATH).glob("*.eml")
    newest = sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    return [file.stem for file in newest if NAME.match(file.stem)]


def read_demo_mail(name):
    """The mail of that name; None if there is none."""
    file = Path(settings.EMAIL_FILE_PATH) / f"{name}.eml"
    if not NAME.match(name) or not file.is_file():
        return None
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    return DemoMail(
        name=name,
        subject=str(mail["Subject"] or ""),
        to=str(mail["To"] or ""),
        sender=str(mail["From"] or ""),
        sent=_date(mail["Date"]),
        text=_part(mail, "plain"),
        html=_part(mail, "html"),
    )


def _date(header):
    try:
        return parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return datetime.now(UTC)


def _part(mail, kind):
    part = mail.get_body(preferencelist=(kind,))
    return part.get_content().replace("\r\n", "\n") if part else ""
