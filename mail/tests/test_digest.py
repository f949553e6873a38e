"""Product 47: one mail a day at the most, in waking hours, unless somebody has chosen otherwise."""

import pytest

from factories import member
from mail.models import DigestSent, OutgoingMail
from mail.outgoing import digest
from mail.preferences import set_frequency
from mail.tests.digest_mails import NOON, only, sent, unprompted
from profiles.notifications import AccountRestored
from testing.mails import feedback_to

pytestmark = pytest.mark.django_db


def test_several_in_a_day_are_one_mail(amina, clock, server):
    for number in range(3):
        unprompted(amina, f"o-{number}")

    assert sent(clock, server, days=3) == 1
    subject, text, _stop = only(server)
    assert subject == "Tell us what you’re looking for (and 2 more)"
    assert all(f"https://m.example/o-{number}/" in text for number in range(3))
    assert OutgoingMail.objects.waiting().count() == 0


def test_one_alone_goes_as_it_is(amina, clock, server):
    mail = unprompted(amina, "alone")
    sent(clock, server, hours=2)

    assert only(server)[:2] == (mail.subject, mail.text)


def test_what_comes_later_the_same_day_waits_for_tomorrow_morning(amina, clock, server):
    unprompted(amina, "first")
    assert sent(clock, server, hours=2) == 1
    unprompted(amina, "second")
    assert sent(clock, server, hours=18) == 0  # until eight

    assert sent(clock, server, hours=1) == 1


@pytest.mark.parametrize(
    ("zone", "hour", "goes"),
    [
        ("UTC", 7, 0),
        ("UTC", 8, 1),
        ("UTC", 19, 1),
        ("UTC", 20, 0),
        ("Asia/Kathmandu", 3, 1),
        ("Asia/Kathmandu", 2, 0),
    ],
)
def test_only_in_waking_hours(zone, hour, goes, clock, server):
    clock.now = clock.now.replace(hour=hour)
    unprompted(member(time_zone=zone), "o")

    assert sent(clock, server, hours=1) == goes


def test_what_somebody_has_done_comes_at_once(amina, clock, server):
    feedback_to(amina)
    feedback_to(amina, occasion="another")

    assert sent(clock, server, hours=1) == 2


def test_who_wants_one_mail_a_day_gets_that_too_in_it(amina, clock, server):
    set_frequency(amina, "daily")
    feedback_to(amina)
    feedback_to(amina, occasion="another")
    unprompted(amina, "o")

    assert sent(clock, server, days=2) == 1


def test_what_keeps_an_account_safe_and_what_calendars_read_never_waits(amina, clock, server):
    set_frequency(amina, "daily")
    AccountRestored.post(to=amina, occasion="safe", context={"member": amina, "link": "https://m.example/"})
    feedback_to(amina, calendar="BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")

    assert sent(clock, server, hours=1) == 2


def test_who_wants_each_by_itself_gets_them_so_but_not_at_night(amina, clock, server):
    set_frequency(amina, "each")
    for number in range(3):
        unprompted(amina, f"o-{number}")
    assert sent(clock, server, hours=1) == 3
    clock.now = clock.now.replace(hour=22)
    unprompted(amina, "late")

    assert sent(clock, server, hours=10) == 0
    assert sent(clock, server, hours=1) == 1


def test_side_by_side_a_day_has_one_mail(at_once, server):
    amina = member()
    for number in range(5):
        unprompted(amina, f"o-{number}")
    counts = at_once([lambda: digest.release_due(NOON)] * 5)

    assert sum(counts) == 1 == OutgoingMail.objects.filter(kind="mail/digest").count()
    assert OutgoingMail.objects.filter(inside=None).count() == 1


def test_words_are_erased_and_days_forgotten(amina, clock, server):
    for number in range(2):
        unprompted(amina, f"o-{number}")
    sent(clock, server, days=9)

    assert not DigestSent.objects.exists()
    assert set(OutgoingMail.objects.values_list("subject", "text", "page")) == {("", "", "")}
