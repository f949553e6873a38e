"""A mail that carries a calendar: the same bytes in both places, and no line bent on the way (trust 6, P25)."""

from email import message_from_bytes, policy

import pytest

from demo import mailbox
from mail.models import ERASED, OutgoingMail
from mail.outgoing import outbox
from mail.outgoing.message import build_message
from mail.tests.test_outbox import refused
from testing.calendar_mails import INVITE, invitation
from testing.smtp_sink import sink

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def by_file(settings, tmp_path):
    """The one mail that the drain left in the folder."""
    settings.EMAIL_BACKEND = "mentoring.lib.mailfiles.Backend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    assert outbox.drain() == 1
    [file] = tmp_path.glob("*.eml")
    return file.read_bytes()


def by_smtp(settings, _tmp_path):
    """The one mail that came over the wire."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with sink() as (port, taken):
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        assert outbox.drain() == 1
    [message] = taken
    return message


WAYS = pytest.mark.parametrize("way", (by_file, by_smtp), ids=lambda way: way.__name__)


def parsed(raw):
    return message_from_bytes(raw, policy=policy.default)


def parts(message):
    return {part.get_content_type(): part for part in message.walk()}


@WAYS
def test_the_calendar_arrives_to_the_byte_in_both_places(way, settings, tmp_path):
    """P25: CRLF kept, UTF-8 declared, the method the same in MIME and in the body."""
    invitation()
    found = parts(parsed(way(settings, tmp_path)))
    shown, file = found["text/calendar"], found["application/ics"]

    assert shown.get_payload(decode=True) == file.get_payload(decode=True) == INVITE.encode()
    assert shown["Content-Type"].params == {"charset": "utf-8", "method": "REQUEST"}
    assert (file.get_content_disposition(), file.get_filename()) == ("attachment", "invite.ics")


@WAYS
def test_the_frames_are_as_mail_programs_expect_them(way, settings, tmp_path):
    invitation()
    message = parsed(way(settings, tmp_path))

    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    assert "Hello Amina" in message.get_body(("plain",)).get_content()
    assert "Hello Amina" in message.get_body(("html",)).get_content()


@WAYS
def test_every_line_on_the_wire_is_short_and_ends_as_it_should(way, settings, tmp_path):
    """RFC 5321: at most 998 octets, and no bare CR or LF."""
    invitation()
    raw = way(settings, tmp_path)
    calendar = raw[raw.index(b"Content-Type: text/calendar") :]

    assert not raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert max(map(len, calendar.split(b"\r\n"))) <= 78
    assert calendar.isascii()


@WAYS
def test_a_mail_without_a_calendar_is_as_it_was(way, settings, tmp_path):
    invitation(calendar="")
    message = parsed(way(settings, tmp_path))

    assert message.get_content_type() == "multipart/alternative"
    assert message["Reply-To"] is None


def test_answers_go_where_the_letter_says(settings, tmp_path):
    invitation(reply_to="meetings+aB3@m.example")

    assert parsed(by_file(settings, tmp_path))["Reply-To"] == "meetings+aB3@m.example"


def test_built_twice_it_is_the_same_to_the_byte():
    """P17."""
    mail = invitation(reply_to="meetings+1@m.example")
    again = OutgoingMail.objects.get(pk=mail.pk)

    assert build_message(mail).message().as_bytes() == build_message(again).message().as_bytes()


@pytest.mark.parametrize("trouble", (None, refused(550, b"5.1.1 who?")), ids=("sent", "given up"))
def test_it_is_erased_with_the_other_words(trouble, server):
    """Once it is sent, or given up."""
    server.plan.append(trouble)
    mail = invitation(reply_to="meetings+1@m.example")
    outbox.drain()

    mail.refresh_from_db()
    assert mail.sent_at or mail.dead_at
    assert {name: getattr(mail, name) for name in ERASED} == ERASED
    assert ERASED.keys() >= {"subject", "text", "html", "calendar", "reply_to"}


@pytest.mark.parametrize(
    ("calendar", "method"),
    (
        (INVITE, "REQUEST"),
        (INVITE.replace("REQUEST", "CANCEL"), "CANCEL"),
        (INVITE.replace("\r\n", "\n"), "REQUEST"),
    ),
)
def test_the_method_is_the_calendars_own(calendar, method):
    mail = invitation(calendar)

    [part] = [p for p in build_message(mail).message().walk() if p.get_content_type() == "text/calendar"]
    assert part.get_param("method") == method
    assert part.get_payload(decode=True) == calendar.encode()


@WAYS
def test_no_line_of_a_calendar_becomes_a_header(way, settings, tmp_path):
    """P25: however its words look."""
    evil = "\r\n\r\n--=_1_0\r\nX-Evil: 1\r\nBcc: all@example.org\r\n\r\n"
    invitation(INVITE.replace("X-BARE:a\nb", evil))
    raw = way(settings, tmp_path)

    assert b"Evil" not in raw
    assert b"Bcc" not in raw
    assert all(part["X-Evil"] is None for part in parsed(raw).walk())


def test_the_mailbox_of_the_demonstration_reads_it(settings, tmp_path):
    invitation()
    by_file(settings, tmp_path)

    [name] = mailbox.names()
    assert "Hello Amina" in mailbox.read_demo_mail(name).text
    assert "Hello Amina" in mailbox.read_demo_mail(name).html
