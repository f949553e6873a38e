"""Products 60, 62: what members take along, what goes when they leave, and what goes after a year."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

import factories
from figures.programmes import count_programmes
from figures.rounding import STEP
from mail.outgoing import digest
from mentorships.models import Mentorship
from privacy import account_closure
from programmes import privacy, proposing, staff
from programmes.models import (
    Enrolment,
    PairedBy,
    Pairing,
    ProgrammeCount,
    ProposedName,
    Sees,
    VisibleEnrolment,
    VisiblePair,
    VisibleTick,
)
from programmes.services import hours, naming
from programmes.services.pairing import mark_done
from reminders.services import sweep
from testing.logins import as_login
from testing.logins import make as make_logins
from testing.programmes import enrol, make, milestone

pytestmark = pytest.mark.django_db


def test_a_member_takes_along_what_they_joined_and_what_was_seen(pairing, mentee):
    rows = list(privacy.programmes_of(mentee))

    assert rows[0]["programme"] == pairing.programme.name and rows[0]["as"] == "mentee"
    assert rows[0]["coordinators_see"] == str(Sees.MILESTONES.label)
    assert rows[-1]["coordinators_see_pair"] == [pairing.mentorship.mentor.name, mentee.name]


def test_the_pairs_part_has_milestones_and_hours(pairing, mentee):
    mark_done(pairing, milestone(pairing.programme), by=mentee)
    hours.add_hours(pairing, by=mentee, day=timezone.localdate(), minutes=30, text="Read")
    rows = list(privacy.programme_of_pair(pairing.mentorship, mentee))

    assert [*rows[0]] == ["programme", "until", "submitted", "coordinators_see"]
    assert rows[1]["milestone"] == "Kick-off" and rows[2]["minutes"] == 30


def test_whoever_leaves_for_good_is_not_seen_and_their_place_goes_to_the_next(mentor):
    programme = make(places=1)
    leaver, next_one = factories.member(), factories.member()
    enrol(programme, leaver)
    enrol(programme, next_one)
    account_closure.request_closure(leaver, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))

    assert not Enrolment.objects.filter(member=leaver).exists()
    assert not VisibleEnrolment.objects.filter(member=leaver).exists()
    assert Enrolment.objects.get(member=next_one).state == "enrolled"


def test_a_year_after_its_end_nobody_is_left_but_the_mentorship(pairing, mentee):
    mark_done(pairing, milestone(pairing.programme), by=mentee)
    last, year = pairing.programme.last_day, timedelta(days=365)
    at = timezone.now().replace(year=last.year, month=last.month, day=last.day) + year
    assert privacy.forget_old_programmes(at, year) == 0

    privacy.forget_old_programmes(at + timedelta(days=1), year)

    for model in (Enrolment, VisibleEnrolment, VisiblePair, VisibleTick, ProposedName):
        assert not model.objects.exists()
    assert Mentorship.objects.exists() and Pairing.objects.exists()


@pytest.fixture
def key(settings):
    settings.FIGURES_KEY = "only-for-tests-" * 5


def test_numbers_are_multiples_of_five_counted_once_a_week(key):
    programme = make(sees=Sees.NUMBERS)
    for _one in range(17):
        enrol(programme, factories.member())
    now = timezone.now()
    assert count_programmes(now) == 1
    before = dict(ProgrammeCount.objects.values_list("what", "number"))
    assert all(number % STEP == 0 for number in before.values()) and before["waiting"] == 0

    enrol(programme, factories.member())
    assert count_programmes(now + timedelta(days=6)) == 0
    assert dict(ProgrammeCount.objects.values_list("what", "number")) == before
    assert count_programmes(now + timedelta(days=7)) == 1
    said = [str(number) for _what, number, _day in staff.numbers_of(programme)]
    assert "0 to 5" in said and "17" not in said and "18" not in said


def test_without_the_key_nothing_is_counted(settings):
    settings.FIGURES_KEY = ""
    make()

    assert count_programmes(timezone.now()) == 0 and not ProgrammeCount.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_workers_login_is_enough_for_all_that_programmes_do(key, pairing, mentee, caplog):
    """P8: promoting, reminding, naming, ending, counting, forgetting; and no word of the hours."""
    waiting, programme = factories.member(), make(places=0, name="Full")
    enrol(programme, waiting)
    programme.places = 1
    programme.save()
    ProposedName.objects.create(
        programme=programme, mentee=waiting, mentor=pairing.mentorship.mentor, rank=1, tier=1
    )
    naming.send_names(programme)
    milestone(pairing.programme, starts_at=timezone.now() + timedelta(days=3))
    make_logins()
    end = timezone.now() + timedelta(days=101)
    with as_login("worker"):
        for now in (timezone.now(), end - timedelta(days=10), end):
            done = sweep.run(now)
            assert None not in done.values(), done
            digest.release_due(now)
        privacy.forget_old_programmes(end + timedelta(days=800), timedelta(days=365))

    assert "failed" not in caplog.text
    assert Mentorship.objects.get().status == "ended" and not Enrolment.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_workers_login_works_names_out(mentor, mentee):
    programme = make(paired_by=PairedBy.PROPOSALS)
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    make_logins()
    with as_login("staff"):
        naming.ask_for_names(programme)
    with as_login("worker"):
        proposing.compute_proposals(timezone.now())
    with as_login("staff"):
        [(served, names)] = naming.names_by_mentee(programme)
        assert (served, names[0].mentor) == (mentee, mentor)
        naming.send_names(programme)
    with as_login("worker"):
        assert naming.tell_of_names(timezone.now()) == 1
