"""Ways 24 and 25: what leaves by mail and in calendars."""

import re
from email.header import decode_header, make_header

from trials.leak.ways import Seen, switched, way
from trials.leak.ways.reports import ADMIN, mails
from trials.leak.ways.routes import addresses
from trials.leak.writing import again

PREVIEW = 300
CALENDAR = re.compile(r"\.ics(\b|$)|calendar", re.IGNORECASE)
LINK = re.compile(rb'href="([^"]*\.ics[^"]*)"')


@way(24, "outgoing mail: subject, preview, headers", plant=switched("mail "))
def letters(world):
    """Every mail as sent; its parts, opened; its subject and headers; and the rows mails are made from."""
    again(world)
    sent = [each for each in mails(world) if ADMIN not in str(each[1]["To"])]  # those are way 19
    yield Seen("mails", b"", vain="" if len(sent) > 2 else f"only {len(sent)} mails went out")
    for name, message in sent:
        heads = "\n".join(
            f"{key}: {make_header(decode_header(str(value)))}" for key, value in message.items()
        )
        yield Seen(f"mail {name}: headers and subject", heads.encode())
        yield Seen(f"mail {name}: as sent", message.as_bytes())
        for part in message.walk():
            if not part.is_multipart():
                data = part.get_payload(decode=True)
                yield Seen(f"mail {name}: {part.get_content_type()}", data)
                yield Seen(f"mail {name}: preview", b" ".join(data.split())[:PREVIEW])
    yield Seen("mail rows", world.db.copy("mail_outgoingmail"))


@way(25, "iCalendar file", plant=switched("meeting.ics"))
def calendars(world):
    """Every calendar file the two can fetch: it goes where others look. And calendars in mails."""
    asked = set()
    for role in ("mentee", "mentor", "watcher", "anonymous"):
        seat = world.as_(role)
        for name, path in addresses(world, "member"):
            answer = seat.get(path) if "logout" not in path else None
            links = [link.decode() for link in LINK.findall(answer.body)] if answer else []
            if answer and (CALENDAR.search(name + path) or "text/calendar" in answer.header("Content-Type")):
                links.append(path)
            for link in links:
                asked.add(link)
                yield Seen(f"{seat.who}: {link}", seat.get(link).raw)
    for name, message in mails(world):
        for part in message.walk():
            if part.get_content_type() == "text/calendar":
                asked.add(name)
                yield Seen(f"mail {name}: calendar", part.get_payload(decode=True))
    yield Seen(f"{len(asked)} calendar files" if asked else "no such file yet", b"")
