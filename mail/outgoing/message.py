"""A mail as a message that is the same to the byte each time it is built."""

import hashlib
import re
from email.encoders import encode_base64
from email.message import Message
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from mail.incoming import verp
from mail.topics import unsubscribe_link

UPDATE = re.compile(r"^(METHOD:CANCEL|SEQUENCE:[1-9]\d*)\r?$", re.MULTILINE)
METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


class ReproducibleMessage(EmailMultiAlternatives):
    """A message whose boundaries follow from its mail instead of chance."""

    def __init__(self, mail, **kwargs):
        super().__init__(**kwargs)
        self.mail = mail

    def message(self):
        """The message, ready to be written or sent. The innermost of its frames holds the alternatives."""
        message = super().message()
        frames = [part for part in message.walk() if part.is_multipart()]
        if self.mail.calendar:
            frames[-1].attach(_alternative(self.mail.calendar))
        for number, frame in enumerate(frames):
            frame.set_boundary(f"=_{self.mail.pk}_{number}")
        return message


def message_id(mail):
    """The same for every try: a message store that sees it twice may drop the second."""
    mark = hashlib.sha256(mail.occasion.encode()).hexdigest()[:32]
    return f"<{mark}@{urlsplit(settings.SITE_URL).hostname}>"


def build_message(mail):
    """The message of a mail, in text and HTML; with its calendar as a third alternative and as a file."""
    message = ReproducibleMessage(
        mail,
        subject=mail.subject,
        body=mail.text,
        from_email=verp.return_address(mail),
        to=[mail.address],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers=_headers(mail),
    )
    message.attach_alternative(mail.html, "text/html")
    if mail.calendar:
        message.attach("invite.ics", mail.calendar.encode(), "application/ics")
    return message


def calendar_method(calendar):
    """What a calendar asks for (REQUEST, CANCEL, …). ValueError where it does not say so, or twice."""
    found = METHOD.findall(calendar)
    if len(found) != 1:
        raise ValueError(f"A calendar that is mailed has one METHOD; this one has {len(found)}.")
    return found[0]


def is_calendar_update(calendar):
    """Whether it changes, or takes out, an event that was mailed before."""
    return bool(UPDATE.search(calendar))


def takes_out(calendar):
    """Whether it takes an event out of a calendar ("" does not)."""
    return bool(calendar) and calendar_method(calendar) == "CANCEL"


def _headers(mail):
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Message-ID": message_id(mail),
        "Date": format_datetime(mail.written_at),
        "Auto-Submitted": "auto-generated",
    }
    topic = mail.topic
    if topic and mail.to_id:
        headers["List-Unsubscribe"] = f"<{unsubscribe_link(mail.to_id, topic)}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _alternative(calendar):
    """The calendar as a part of its own, in base64: no server on the way mends its line ends."""
    part = Message()
    part["Content-Type"] = f"text/calendar; charset=utf-8; method={calendar_method(calendar)}"
    part.set_payload(calendar.encode())
    encode_base64(part)
    return part
