"""Product 37, 49: milestones and ends where clocks change: a time is that of the reader, a day lasts until it is over."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mail.models import OutgoingMail
from mentorships.models import Mentorship
from profiles.models import Member
from programmes.services import ending, reminding
from programmes.tests.conftest import paired
from testing.clocks import set_to
from testing.pages import main_text
from testing.programmes import make, milestone

pytestmark = pytest.mark.django_db
SUMMER = datetime(2027, 3, 28, 1, tzinfo=UTC)  # clocks go ahead in Dublin


@pytest.fixture
def clock(monkeypatch):
    return set_to(monkeypatch, SUMMER - timedelta(days=3))


def spring():
    days = {"sign_up_from": date(2027, 3, 1), "sign_up_until": date(2027, 4, 1)}
    return make(**days, starts_on=date(2027, 3, 1), ends_on=date(2027, 4, 20))


def test_the_same_hour_before_and_after_is_read_as_two(clock, as_, mentee):
    programme = spring()
    for title, days in (("Before", -1), ("After", 1)):
        milestone(programme, title=title, starts_at=SUMMER + timedelta(days=days, hours=14))
    text = main_text(as_(mentee).get(programme.get_absolute_url()))

    assert "15:00" in text and "16:00" in text
    Member.objects.filter(pk=mentee.pk).update(time_zone="Africa/Nairobi")
    mentee.refresh_from_db()
    assert main_text(as_(mentee).get(programme.get_absolute_url())).count("18:00") == 2


@pytest.mark.parametrize("hours", [71, 72, 73, 74])
def test_a_reminder_comes_once_whatever_the_clocks_do_meanwhile(hours, clock, mentor, mentee):
    programme = spring()
    pairing = paired(programme, mentee, mentor)
    milestone(programme, starts_at=clock.now + timedelta(days=8))
    for _round in range(5):
        reminding.remind_of_milestones(clock.go(hours=hours / 4))

    rows = OutgoingMail.objects.filter(kind="programmes/milestone_ahead").values_list("to", flat=True)
    assert sorted(rows) == sorted(pairing.mentorship.people)


def test_the_last_day_is_whole(clock, mentor, mentee):
    programme = spring()
    programme.ends_on = SUMMER.date()
    programme.save()
    paired(programme, mentee, mentor)
    ending.end_pairs(datetime(2027, 3, 28, 23, 59, tzinfo=UTC))
    assert Mentorship.objects.get().status == "active"

    ending.end_pairs(datetime(2027, 3, 29, 0, 1, tzinfo=UTC))
    assert Mentorship.objects.get().status == "ended"
