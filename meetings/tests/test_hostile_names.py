"""P25: 10,000 hostile names, places and names of associations: each stays a text, and comes back as it was meant."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from hypothesis import strategies as st

import factories
from mail.models import OutgoingMail
from mail.outgoing.message import build_message
from meetings.tests.readers import differences, ours, vobjects
from mentoring.lib.calendar import ics
from mentoring.lib.calendar.event import Event
from testing import making, strategies
from testing.hostile_texts import NASTY, TEXTS, cleaned
from testing.meeting_pages import openly

TOKEN, ADDRESS = "0" * 32, "amina@test.example"
QUOTED = re.compile(
    r'ATTENDEE;CN=("[^"]*"|[^";:,]*);PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=\w+:mailto:' + ADDRESS
)
UNSAFE = '"\\^;:,'
PLAIN = ("Rosalind", "Main Library", "Amina", "The Library Association")


def message(partner, place, name, association):
    """One invitation that says all four."""
    event = Event(
        uid=UUID(int=7),
        sequence=0,
        starts=strategies.NOW,
        ends=strategies.NOW + timedelta(hours=1),
        summary=f"Mentoring: {partner}",
        description=f"With {partner}",
        url="https://m.example/",
        location=place,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.ASSOCIATION_NAME", association)
        return ics.request([event], to=ADDRESS, token=TOKEN, name=name, at=strategies.NOW)


def shape(text):
    """The names of all lines, in order."""
    return ours.names(ours.unfolded(text))


def value(text, name):
    """What one line says, taken out of its escapes by hand."""
    [line] = [one for one in ours.unfolded(text) if one.startswith(f"{name}:")]
    return re.sub(r"\\([\\;,])", r"\1", line.removeprefix(f"{name}:"))


def held(partner, place, name, association):
    """The promise, for one message with these four texts in it."""
    text = message(partner, place, name, association)
    expected = [line for line in shape(message(*PLAIN)) if line != "LOCATION" or cleaned(place)]
    assert shape(text) == expected
    assert ours.complaints(text) == []
    assert value(text, "SUMMARY") == cleaned(f"Mentoring: {partner}")
    assert value(text, "DESCRIPTION") == cleaned(f"With {partner}")
    if cleaned(place):
        assert value(text, "LOCATION") == cleaned(place)
    [attendee] = [line for line in ours.unfolded(text) if line.startswith("ATTENDEE")]
    assert QUOTED.fullmatch(attendee)[1].strip('"') == (cleaned(name, UNSAFE) or ADDRESS)


@limits(
    max_examples=125,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=20, max_size=20))
def test_ten_thousand_hostile_texts_add_no_line_and_come_back_as_meant(fours):
    """P25: 125 times 20 messages with four of them each."""
    for four in fours:
        held(*four)


def test_three_readers_read_the_nastiest_alike(libical):
    """P23, P25: in every place, beside plain ones."""
    fours = [PLAIN[:place] + (text,) + PLAIN[place + 1 :] for text in NASTY for place in range(4)]
    texts = [message(*four) for four in fours]
    one, wrong = libical.read(texts)

    assert [trouble for trouble in wrong if trouble] == []
    assert differences(texts, libical=one, vobject=vobjects.read(texts)) == []
    assert [events[0]["summary"] for events in one] == [cleaned(f"Mentoring: {four[0]}") for four in fours]


@pytest.mark.browser
def test_the_third_reader_reads_the_nastiest_as_meant():
    """P23, P25."""
    from meetings.tests.readers import icaljs

    texts = [message(text, text, text, text) for text in NASTY]
    seen = icaljs.read(texts)

    assert [events[0]["summary"] for events in seen] == [cleaned(f"Mentoring: {text}") for text in NASTY]
    assert [events[0]["location"] for events in seen] == [cleaned(text) or None for text in NASTY]


@pytest.mark.django_db
def test_a_hostile_name_adds_no_header_to_a_mail(settings):
    """P25: nor a part, nor a line of the calendar that goes with it."""
    seen = set()
    for text in (text for text in NASTY if "\x00" not in text and len(text) < 150):
        seen.add(frames(text, settings))

    assert len(seen) == 1


def frames(text, settings):
    """The headers and parts of an invitation to somebody whose partner, and association, is called that."""
    settings.ASSOCIATION_NAME = text
    two = factories.mentor(name=text or "-").member, factories.member(name=text or "-")
    openly(*two)
    making.agreed(factories.pair(*two), two[0], place=cleaned(text))
    outgoing = OutgoingMail.objects.exclude(calendar="").latest("pk")
    parts = list(build_message(outgoing).message().walk())
    return tuple((part.get_content_type(), *part.keys()) for part in parts)
