"""Product 49: a programme whose dates are changed once there are pairs: they end when its page says so, told once."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mentorships.models import Mentorship
from programmes.models import Pairing, Programme, VisibleEnrolment
from programmes.services import ending
from programmes.tests.conftest import paired
from programmes.tests.test_ending import mails, on
from testing.logins import as_login, postgres
from testing.logins import make as make_logins
from testing.pages import main_text
from testing.programmes import enrol, for_qualification, make

pytestmark = pytest.mark.django_db


def follow(day):
    for step in (ending.follow_last_days, ending.warn_of_ends, ending.end_pairs, ending.close_programmes):
        step(on(day))


def move(programme, days):
    """A coordinator changes its last day. The day it had."""
    was = programme.ends_on
    programme.ends_on += timedelta(days=days)
    programme.save()
    return was


def test_a_longer_programme_keeps_its_pairs(programme, pairing, as_):
    was = move(programme, 30)
    follow(was + timedelta(days=1))

    assert Mentorship.objects.get().status == "active" and mails("pair_over") == []
    page = main_text(as_(pairing.mentorship.mentee).get(f"{pairing.mentorship.get_absolute_url()}programme/"))
    assert f"Until {programme.ends_on.day} {programme.ends_on:%B %Y}" in page
    follow(programme.ends_on + timedelta(days=1))
    assert Mentorship.objects.get().status == "ended" and len(mails("pair_over")) == 2


def test_a_shorter_one_ends_them_with_it(programme, pairing):
    move(programme, -30)
    follow(programme.ends_on + timedelta(days=1))

    assert Mentorship.objects.get().status == "ended"
    assert len(mails("pair_over")) == len(mails("over")) == 2


def test_who_was_told_of_an_end_that_moved_is_told_of_the_new_one(programme, pairing):
    follow(programme.ends_on - timedelta(days=10))
    assert len(mails("ends_soon")) == 2
    move(programme, 60)
    for days in (40, 10, 9):
        follow(programme.ends_on - timedelta(days=days))

    assert len(mails("ends_soon")) == 4


def test_weeks_of_a_qualification_count_from_each_pairs_own_beginning(mentor, mentee):
    programme = for_qualification(weeks=10)
    pairing = paired(programme, mentee, mentor)
    assert ending.follow_last_days(timezone.now()) == 0
    programme.weeks = 12
    programme.save()

    assert ending.follow_last_days(timezone.now()) == 1
    assert Pairing.objects.get().ends_on == pairing.ends_on + timedelta(weeks=2)


def test_a_day_that_was_another_one_elsewhere_is_no_change(mentor, mentee):
    pairing = paired(for_qualification(), mentee, mentor)
    Pairing.objects.update(began_at=pairing.began_at - timedelta(days=1))

    assert ending.follow_last_days(timezone.now()) == 0


def test_what_has_ended_is_left_as_it_was(programme, pairing):
    ending.end_pairs(on(programme.ends_on + timedelta(days=1)))
    was = move(programme, 30)

    assert ending.follow_last_days(timezone.now()) == 0
    assert Pairing.objects.get().ends_on == was


@postgres
def test_the_workers_login_is_enough(programme, pairing, caplog):
    waits = move(programme, 30) and enrol(make(places=0), factories.member())
    Programme.objects.filter(pk=waits.programme_id).update(last_day=timezone.localdate() - timedelta(days=1))
    make_logins()
    with as_login("worker"):
        assert ending.follow_last_days(timezone.now()) == 1
        assert ending.close_programmes(timezone.now()) == 1

    assert Pairing.objects.get().ends_on == programme.ends_on and "failed" not in caplog.text
    assert not VisibleEnrolment.objects.filter(member=waits.member).exists()
