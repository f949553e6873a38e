"""P23: a thousand life cycles of meetings, drawn by chance from a seed; all their messages read by three programs.

100 lives are lived through the services, with emails and all (their words are left out: nobody reads them
here). 900 are written on rows that are never saved, and those are also held against what was meant. ical.js needs
a browser, and agrees with vobject, which agrees with libical.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cache

import pytest

from mail.models import OutgoingMail
from meetings.tests.lives_lived import Lives
from meetings.tests.lives_written import Life
from meetings.tests.readers import differences, meant, ours, vobjects
from mentoring.lib.calendar.ics import reply_address
from testing import strategies

pytestmark = pytest.mark.any_database
LIVED, WRITTEN = 100, 900
KEPT = []  # what was lived once, for the other tests of this run


@pytest.fixture
def lived(db, clock, wordless, monkeypatch):
    """Every calendar message of the lives that are lived, in order."""
    # The rows are dated by the machine's clock and not by `clock`: all of them are of "this hour" to it.
    monkeypatch.setattr("meetings.services.locking.OFFERS_AN_HOUR", 100 * LIVED)
    if not KEPT:
        lives = Lives(seed=37)
        for _life in range(LIVED):
            lives.live()
        KEPT.extend(mail.calendar for mail in OutgoingMail.objects.exclude(calendar="").order_by("pk"))
    return list(KEPT)


@pytest.fixture
def written(settings):
    """(texts, what was meant by each)."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    return _written()


@cache
def _written():
    sent = [(life, *one) for life in map(Life, range(WRITTEN)) for one in life.sent]
    return [text for _life, text, _events in sent], [_meant(*one) for one in sent]


def _meant(life, text, events):
    facts = {
        "method": "CANCEL" if events[0].cancelled else "REQUEST",
        "at": strategies.NOW + timedelta(minutes=events[0].sequence),
        "organizer": reply_address(life.seat.token),
        "attendee": life.seat.member.email,
    }
    return [meant.of(event, **facts) for event in events]


def both(libical, texts):
    """libical in a process of its own, while vobject reads in this one."""
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(libical.read, texts)
        seen = vobjects.read(texts)
        return (*asked.result(), seen)


def test_what_is_sent_in_a_life_passes_libicals_itip_check_and_two_readers_agree(libical, lived):
    """P23."""
    one, wrong, other = both(libical, lived)

    assert [trouble for trouble in wrong if trouble] == []
    assert differences(lived, libical=one, vobject=other) == []
    assert len(lived) > 4 * LIVED


def test_what_is_written_means_to_two_readers_what_we_meant(libical, written):
    """P23."""
    texts, ours_meant = written
    one, wrong, other = both(libical, texts)

    assert [trouble for trouble in wrong if trouble] == []
    assert differences(texts, libical=one, vobject=other, meant=ours_meant) == []


def test_every_message_keeps_our_own_rules(lived, written):
    """P23, P25."""
    for text in lived + written[0]:
        assert ours.complaints(text) == []


@pytest.mark.browser
def test_the_third_reader_agrees_with_the_others(lived, written):
    """P23."""
    from meetings.tests.readers import icaljs

    texts, ours_meant = written
    seen = icaljs.read(lived + texts)

    assert differences(lived, icaljs=seen[: len(lived)], vobject=vobjects.read(lived)) == []
    assert differences(texts, icaljs=seen[len(lived) :], meant=ours_meant) == []
