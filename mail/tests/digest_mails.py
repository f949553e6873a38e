"""Mails that wait for a digest, and what was sent."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

from mail.outgoing import digest, outbox
from reminders.notifications import Nudge

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)


def unprompted(to, occasion, **more):
    """Something that nobody's doing causes."""
    return Nudge.post(
        to=to, context={"reader": to, "link": f"https://m.example/{occasion}/"}, occasion=occasion, **more
    )


def only(server):
    """(subject, text, the address that stops it) of the one mail that was sent."""
    [(_number, raw)] = server.sent
    mail = message_from_bytes(raw, policy=policy.default)
    text = mail.get_body(("plain",)).get_content()
    return mail["Subject"], text.replace("\r\n", "\n"), mail["List-Unsubscribe"].strip("<> ")


def sent(clock, server, **ahead):
    """How many mails go out within so much time, looked at each hour."""
    until, count = clock.now + timedelta(**ahead), 0
    while clock.now < until:
        digest.release_due(clock.now)
        count += outbox.drain()
        clock.go(hours=1)
    return count
