"""Product 38: answers of calendars read over IMAP, from a real server; each is marked once it is done."""

import socket
import tempfile

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from mail.incoming import imap, inbox
from meetings.services import answers
from testing import hooks, imap_server, making
from testing.calendar_answers import PROGRAMS, answer, seat_of
from testing.meeting_pages import mails
from testing.mime_parts import missing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server():
    """Dovecot with one mailbox, started once: it takes a second to stop."""
    if not imap_server.dovecot():
        missing("Dovecot", imap_server.BRINGS)
    with tempfile.TemporaryDirectory(prefix="imap") as at, imap_server.mailbox(at) as box:
        yield box


@pytest.fixture
def box(server, settings):
    """The mailbox, empty."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    settings.MAIL_INBOX = server.settings
    server.clear()
    return server


@pytest.fixture
def meeting(clock, pair, mentee):
    return making.agreed(pair, mentee)


@pytest.fixture
def seat(meeting, mentor):
    return seat_of(meeting, mentor)


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_answer_in_the_mailbox_is_taken_in(program, box, seat):
    box.put(answer(program, seat, "TENTATIVE"))
    assert imap.read_inbox() == (1, 0)

    seat.refresh_from_db()
    assert seat.answer == "TENTATIVE" and box.unread() == 0


def test_a_no_tells_the_other_once_however_often_the_box_is_read(box, seat, mentee):
    box.put(answer("google", seat, "DECLINED"))
    assert [imap.read_inbox(), imap.read_inbox()] == [(1, 0), (0, 0)]

    assert len(mails(mentee, "calendar_declined")) == 1


def test_what_is_no_answer_is_left_aside_and_marked(box, seat):
    box.put(b"Subject: Lunch?\r\n\r\nAt twelve.\r\n")
    box.put(answer("apple", seat, sender="stranger@elsewhere.example"))
    box.put(b"\xff\x00 no mail at all")
    box.put(answer("apple", seat))

    assert imap.read_inbox() == (1, 3)
    assert box.unread() == 0


def test_one_that_breaks_leaves_the_others_their_turn(box, seat, monkeypatch, caplog):
    take = answers.take_reply
    seen = []

    def breaks_once(raw):
        seen.append(raw)
        if len(seen) == 1:
            raise ValueError("words of somebody")
        return take(raw)

    monkeypatch.setattr(inbox, "READERS", hooks.only(breaks_once))
    for _ in range(2):
        box.put(answer("google", seat))

    assert imap.read_inbox() == (1, 1)
    assert "ValueError" in caplog.text and "words of somebody" not in caplog.text


def test_with_the_database_away_nothing_is_lost(box, seat, monkeypatch):
    def away(_raw):
        raise OperationalError

    box.put(answer("google", seat))
    with monkeypatch.context() as broken:
        broken.setattr(inbox, "READERS", hooks.only(away))
        with pytest.raises(OperationalError):
            imap.read_inbox()

    assert box.unread() == 1
    assert imap.read_inbox() == (1, 0)


def test_the_command_says_what_there_was(box, seat, capsys):
    box.put(answer("outlook", seat))
    box.put(b"Subject: Lunch?\r\n\r\nAt twelve.\r\n")
    call_command("read_inbox")

    assert "1 mails taken in, 1 left aside." in capsys.readouterr().out


def refused():
    with pytest.raises(CommandError) as trouble:
        call_command("read_inbox")
    return str(trouble.value)


def test_a_wrong_password_is_said_without_the_password(box, settings):
    settings.MAIL_INBOX = {**box.settings, "password": "pa55word"}

    message = refused()
    assert "does not know this user" in message and "pa55word" not in message


def test_a_folder_that_is_not_there_is_named(box, settings):
    settings.MAIL_INBOX = {**box.settings, "folder": "Answers"}

    assert refused() == "127.0.0.1 has no folder Answers."


def test_a_server_that_is_away_is_named(box, settings):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.MAIL_INBOX = {**box.settings, "port": nobody.getsockname()[1]}
        assert "127.0.0.1" in refused()


def test_where_none_is_set_it_says_so(settings):
    settings.MAIL_INBOX = None

    assert refused() == "MAIL_INBOX is not set."
