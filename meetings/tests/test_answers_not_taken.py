"""Product 38: words to the address of a meeting are read by nobody, and their sender hears once a day that it is so."""

import pytest

from mail.models import OutgoingMail
from mail.outgoing import outbox
from meetings.services import keeping
from meetings.tests.answer_mails import not_taken
from mentoring.lib.calendar.ics import reply_address
from testing import making
from testing.calendar_answers import PROGRAMS, answer, seat_of
from testing.meeting_pages import all_of, mails

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
every_program = pytest.mark.parametrize("program", PROGRAMS)


def in_words(seat, *headers, sender=None):
    lines = [
        f"From: {sender or seat.member.email}",
        f"To: {reply_address(seat.token)}",
        "Subject: Re: Meeting",
    ]
    return "\r\n".join([*lines, *headers, "", "Secretwords: could we meet an hour later?", ""]).encode()


def test_words_are_answered_once_a_day_to_the_members_own_address(seat, meeting, mentor, clock):
    """Fault F4."""
    before = OutgoingMail.objects.count()
    for sender in (None, "assistant@elsewhere.example", "alias@test.example"):
        not_taken(in_words(seat, sender=sender))

    [mail] = mails(mentor, "reply_not_taken")
    assert (mail.address, mail.reply_to) == (mentor.email, "")
    assert f"/meetings/{meeting.code}/" in mail.text and "Secretwords" not in all_of(mail)
    assert OutgoingMail.objects.count() == before + 1

    clock.go(days=1)
    not_taken(in_words(seat))
    assert len(mails(mentor, "reply_not_taken")) == 2


def test_words_about_a_rhythm_are_answered_with_its_page(rhythm, mentor):
    not_taken(in_words(seat_of(rhythm, mentor)))

    assert "/meetings/rhythm/" in mails(mentor, "reply_not_taken")[0].text


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (vacation)",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "Precedence: list",
        "Return-Path: <>",
        "X-Autoreply: yes",
        "X-Auto-Response-Suppress: All",
        "List-Id: <all.example>",
        "Content-Type: multipart/report; boundary=x",
    ],
)
def test_mail_that_a_program_wrote_is_never_answered(header, seat, mentor):
    not_taken(in_words(seat, header))

    assert mails(mentor, "reply_not_taken") == []


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@test.example", "postmaster@test.example", "<>", "no-reply@a.example"]
)
def test_nor_is_that_of_a_mail_server(sender, seat, mentor):
    not_taken(in_words(seat, sender=sender))

    assert mails(mentor, "reply_not_taken") == []


def test_our_own_answer_would_not_be_answered(seat, mentor, settings, mailoutbox):
    not_taken(in_words(seat))
    OutgoingMail.objects.exclude(kind="meetings/reply_not_taken").delete()
    outbox.drain()

    assert mailoutbox[0].message()["Auto-Submitted"] == "auto-generated"


def test_a_person_who_says_so_is_answered(seat, mentor):
    not_taken(in_words(seat, "Auto-Submitted: no"))

    assert len(mails(mentor, "reply_not_taken")) == 1


def test_without_the_token_nobody_is_answered(seat, mentor):
    not_taken(in_words(seat).replace(seat.token.encode(), b"0" * 32))
    not_taken(in_words(seat).replace(b"+" + seat.token.encode(), b""))

    assert mails(mentor, "reply_not_taken") == []


def test_who_has_left_is_not_written_to(seat, mentor):
    type(mentor).objects.filter(pk=mentor.pk).update(
        left_at=mentor.date_joined if hasattr(mentor, "date_joined") else "2027-01-01T00:00Z"
    )
    not_taken(in_words(seat))

    assert mails(mentor, "reply_not_taken") == []


def test_an_invitation_says_that_nobody_reads_words(meeting, rhythm, mentor):
    for kind in ("meeting_set", "rhythm_set"):
        [mail] = mails(mentor, kind)
        assert all("nobody reads it" in part for part in (mail.text, mail.html))


def test_where_answers_are_not_read_by_us_it_says_nothing_of_it(clock, pair, mentor, mentee, settings):
    settings.CALENDAR_ADDRESS = ""
    making.agreed(pair, mentee)

    assert "nobody reads it" not in mails(mentor, "meeting_set")[0].text


@every_program
def test_what_comes_too_late_is_answered(program, seat, meeting, mentor, mentee):
    keeping.cancel(meeting, by=mentee)
    not_taken(answer(program, seat, "ACCEPTED", minutes_later=5))

    assert len(mails(mentor, "reply_not_taken")) == 1
