"""P8, product 49: what a level hides, the login of the staff site cannot read; what it writes opens nothing."""

import pytest
from django.db import connection

import factories
from programmes import levels, staff
from programmes.models import Programme, Sees
from programmes.services.pairing import mark_done
from programmes.tests.conftest import paired
from testing.logins import as_login, make, refused
from testing.programmes import enrol, milestone
from testing.programmes import make as make_programme

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]
HIDDEN = ("enrolment", "pairing", "tick", "hoursentry", "milestonereminder")


@pytest.mark.parametrize("table", HIDDEN)
def test_the_staff_site_reads_and_writes_none_of_the_programmes_own_tables(table, pairing):
    make()
    with as_login("staff"):
        assert refused(f"SELECT count(*) FROM programmes_{table}")
        assert refused(f"UPDATE programmes_{table} SET id = id")
        assert refused(f"DELETE FROM programmes_{table}")


@pytest.mark.parametrize("table", ("enrolment", "pair", "tick"))
def test_it_cannot_write_what_it_may_see(table, pairing):
    make()
    with as_login("staff"):
        assert refused(f"INSERT INTO programmes_visible{table} (id) VALUES (1)")
        assert refused(f"UPDATE programmes_visible{table} SET id = id")


@pytest.mark.parametrize("sees", list(Sees))
def test_it_sees_what_the_level_says_and_no_more(sees, mentor, mentee):
    programme = make_programme(sees=sees)
    pairing = paired(programme, mentee, mentor)
    mark_done(pairing, milestone(programme), by=mentee)
    make()

    with as_login("staff"):
        assert len(staff.people_of(programme)) == (2 if sees >= Sees.MEMBERS else 0)
        pairs = list(staff.pairs_of(programme))
        assert len(pairs) == (1 if sees >= Sees.PAIRS else 0)
        assert sum(len(pair.ticks.all()) for pair in pairs) == (1 if sees == Sees.MILESTONES else 0)


def test_its_rights_are_enough_to_narrow(pairing):
    make()
    with as_login("staff"):
        programme = Programme.objects.get()
        programme.sees = Sees.NUMBERS
        programme.save()
        staff.change_level(programme, was=Sees.MILESTONES)

    assert not list(staff.people_of(programme)) and not list(staff.pairs_of(programme))


def test_widening_by_sql_shows_nothing_of_those_who_have_joined(mentor, mentee):
    """Whoever takes over the staff site's login cannot make a level higher for anybody."""
    programme = make_programme(sees=Sees.NUMBERS)
    mine = enrol(programme, mentee)
    make()
    with as_login("staff"):
        Programme.objects.update(sees=Sees.MILESTONES)
        staff.change_level(Programme.objects.get(), was=Sees.NUMBERS)

    assert levels.level_of(mine) == Sees.NUMBERS
    enrol(Programme.objects.get(), factories.member())
    assert len(staff.people_of(programme)) == 1
