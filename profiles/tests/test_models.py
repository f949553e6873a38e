"""Product 7, 9, 23: what the rows of people promise, whoever writes them."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from factories import member, mentor
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("other", ["ada@test.example", "ADA@TEST.EXAMPLE", "Ada@Test.Example"])
def test_an_address_is_one_member_in_whatever_capitals(other):
    member(email="ada@test.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(email=other, name="Another")


def test_a_member_is_found_by_address_in_any_capitals():
    ada = member(email="ada@test.example")

    assert Member.objects.get_by_natural_key(" ADA@test.example ") == ada


def test_who_is_made_without_a_password_has_none_that_fits():
    ada = Member.objects.create_user(" Ada@Test.example ", name="Ada")

    assert ada.email == "ada@test.example"
    assert not ada.check_password("") and not ada.has_usable_password()


def test_a_member_prints_as_a_number():
    """The admin prints it in many places: it must tell nothing."""
    ada = mentor(name="Ada Lovelace")

    assert str(ada.member) == f"Member {ada.member_id}"
    assert "Ada" not in str(ada)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({}, ""),
        ({"city": "Bergen"}, "Bergen"),
        ({"city": "Bergen", "country": "NO"}, "Bergen, Norway"),
        ({"region": "Vestland"}, "Vestland"),
    ],
)
def test_a_place_is_what_was_told_of_it(fields, place):
    assert Member(**fields).place == place


@pytest.mark.parametrize(
    "name",
    [
        "Amina Otieno",
        "Dr. Amina Otieno",
        "Prof. Dr. Rosalind Achterberg",
        "Nguyễn Thị Lan",
        "Kovács István",
        "王小明",
        "Kim Min-jun",
        "María José Núñez",
        "Abd al-Rahman",
        "Cher",
        "",
    ],
)
def test_nobodys_name_is_cut(name):
    assert Member(name=name).first_name == name
    assert Member(name=name, preferred_name="Lan").first_name == "Lan"


def test_months_away_are_by_ones_own_calendar():
    ada = Member(time_zone="Pacific/Kiritimati", months_away=[7])

    assert ada.away_at(datetime(2026, 6, 30, 12, tzinfo=UTC))  # it is July there
    assert not ada.away_at(datetime(2026, 6, 29, 9, tzinfo=UTC))


def test_there_are_never_more_mentees_than_places():
    """Product 23: the database itself refuses."""
    one = mentor(capacity=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        MentorProfile.objects.filter(pk=one.pk).update(active=2)


@pytest.mark.parametrize("places", [0, 21])
def test_places_are_one_to_twenty(places):
    one = mentor()
    one.capacity = places

    with pytest.raises(ValidationError):
        one.full_clean()


@pytest.mark.parametrize(
    ("capacity", "active", "taking", "room"),
    [(2, 0, True, 2), (2, 2, True, 0), (2, 0, False, 0), (1, 3, True, 0)],
)
def test_room_is_what_is_left_for_who_takes_requests(capacity, active, taking, room):
    one = MentorProfile(capacity=capacity, active=active, taking_requests=taking)

    assert (one.room, one.has_room) == (room, room > 0)


@pytest.mark.parametrize("status", ProfileStatus.values)
@pytest.mark.parametrize("hidden", [None, datetime(2026, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize("active", [True, False])
def test_who_is_listed_is_published_shown_and_may_sign_in(status, hidden, active):
    one = MentorProfile(member=Member(is_active=active), status=status, hidden_at=hidden)

    assert bool(one.listed) is (status == "published" and hidden is None and active)
