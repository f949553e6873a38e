"""A mail that carries a calendar: the same bytes in both places, and no line bent on the way (trust 6, P25)."""

from email import message_from_bytes, policy

import pytest

from demo import mailbox
from mail.outgoing import outbox
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
