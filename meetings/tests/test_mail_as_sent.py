"""P25: the mails of a meeting's life as they go out, byte by byte."""

from email import message_from_bytes, policy

import pytest

from mail.models import OutgoingMail
from mail.outgoing.message import build_message
from meetings.models import Attendee, CalendarSettings, Meeting
from meetings.services import keeping, rhythms
from meetings.tests.readers import ours
from mentoring.lib.calendar.ics import reply_address
from testing import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(pair, mentor, mentee, settings):
    """[(outgoing, its mail parsed from bytes)]: agreed, moved, called off; a rhythm, one of it moved, its end."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    CalendarSettings.objects.create(member=mentee, discreet=False)
    meeting = making.agreed(pair, mentor, place="Café Æther; room\\7, " + "long " * 50)
    making.moved(meeting, mentor, making.in_days(9))
    keeping.cancel(meeting, by=mentee)
    rhythm = making.rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU", zone="Australia/Lord_Howe")
    fourth = Meeting.objects.filter(rhythm=rhythm).order_by("starts_at")[3]
    making.moved(fourth, mentee, making.in_days(9))
    rhythms.end(rhythm, by=mentor)
    outgoing_mails = OutgoingMail.objects.exclude(calendar="").order_by("pk")
    return [
        (outgoing, parsed(build_message(outgoing).message().as_bytes(linesep="\r\n")))
        for outgoing in outgoing_mails
    ]


def parsed(raw):
    return message_from_bytes(raw, policy=policy.default)


def parts(mail):
    return {part.get_content_type(): part for part in mail.walk()}


def test_the_method_in_the_mail_is_the_one_in_the_calendar(sent):
    """P25: where they differ, Outlook shows a dead attachment."""
    methods = []
    for outgoing, mail in sent:
        part = parts(mail)["text/calendar"]
        methods.append(part["Content-Type"].params["method"])
        assert f"\r\nMETHOD:{methods[-1]}\r\n" in outgoing.calendar
        assert part["Content-Type"].params["charset"] == "utf-8"
    assert methods == ["REQUEST"] * 4 + ["CANCEL"] * 2 + ["REQUEST"] * 4 + ["CANCEL"] * 2


def test_the_calendar_is_an_alternative_and_a_file_of_the_same_bytes(sent):
    """P25."""
    for outgoing, mail in sent:
        found = parts(mail)
        shown = found["text/calendar"].get_payload(decode=True)
        assert shown == found["application/ics"].get_payload(decode=True) == outgoing.calendar.encode()
        [frame] = [p for p in mail.walk() if p.get_content_type() == "multipart/alternative"]
        assert found["text/calendar"] in list(frame.iter_parts())


def test_what_arrives_keeps_every_rule_of_the_wire(sent):
    """P25: CRLF, 75 octets, UTF-8, one METHOD, one ORGANIZER, one ATTENDEE."""
    for _letter, mail in sent:
        text = parts(mail)["text/calendar"].get_payload(decode=True).decode("utf-8", "strict")
        assert ours.complaints(text) == []


def test_answers_come_back_to_an_address_of_this_event_alone(sent):
    """P25: in the header and in the calendar, where a token says which event and whose."""
    for outgoing, mail in sent:
        [uid] = {line for line in ours.unfolded(outgoing.calendar) if line.startswith("UID:")}
        seat = Attendee.objects.get(uid=uid[4:])
        assert seat.member == outgoing.to
        assert mail["Reply-To"] == reply_address(seat.token)
        assert f":mailto:{reply_address(seat.token)}" in outgoing.calendar.replace("\r\n ", "")


def test_without_an_address_for_answers_none_are_asked_for(pair, mentor):
    """P25: an answer that nobody reads would look like one."""
    making.agreed(pair, mentor)

    for outgoing in OutgoingMail.objects.exclude(calendar=""):
        assert "RSVP=FALSE" in outgoing.calendar.replace("\r\n ", "")
        assert "RSVP=TRUE" not in outgoing.calendar.replace("\r\n ", "")
