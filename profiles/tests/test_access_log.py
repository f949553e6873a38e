"""Product 57: whoever of the staff opens something personal, it is written down, and the member can read it."""

from datetime import timedelta

import pytest

from factories import member
from profiles.access_log import ONE_LOOK, entries_about, log_access
from profiles.models import AccessedObject, AccessLogEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return member(name="Grace", is_staff=True)


def test_a_look_is_written_down(mentee, staff):
    log_access(mentee, by=staff, what=AccessedObject.MEMBER)

    entry = entries_about(mentee).get()
    assert (entry.by, entry.what) == (staff, AccessedObject.MEMBER)


def test_looking_again_within_ten_minutes_is_one_look(mentee, staff):
    for _ in range(3):
        log_access(mentee, by=staff, what=AccessedObject.MEMBER)
    assert entries_about(mentee).count() == 1

    AccessLogEntry.objects.update(at=entries_about(mentee).get().at - ONE_LOOK - timedelta(seconds=1))
    log_access(mentee, by=staff, what=AccessedObject.MEMBER)
    assert entries_about(mentee).count() == 2


def test_another_object_and_another_person_are_looks_of_their_own(mentee, staff):
    log_access(mentee, by=staff, what=AccessedObject.MEMBER)
    log_access(mentee, by=staff, what=AccessedObject.MENTOR)
    log_access(mentee, by=member(is_staff=True), what=AccessedObject.MEMBER)

    assert entries_about(mentee).count() == 3


def test_ones_own_is_no_look(staff):
    log_access(staff, by=staff, what=AccessedObject.MEMBER)

    assert not AccessLogEntry.objects.exists()


def test_who_is_named_in_a_report_is_not_told_of_it(mentee, staff):
    log_access(mentee, by=staff, what=AccessedObject.ABOUT)

    assert not entries_about(mentee).exists()
    assert AccessLogEntry.objects.count() == 1


def test_nobody_reads_of_anybody_else(mentee, stranger, staff):
    log_access(mentee, by=staff, what=AccessedObject.MEMBER)

    assert not entries_about(stranger).exists()


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_costs_the_same_for_one_and_for_many(count, mentee, django_assert_num_queries):
    for _ in range(count):
        log_access(mentee, by=member(is_staff=True), what=AccessedObject.MEMBER)

    with django_assert_num_queries(1):
        assert len([entry.by.name for entry in entries_about(mentee)]) == count
