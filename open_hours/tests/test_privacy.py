"""Product 69: what is said and where is the two's alone, in every copy; what goes when somebody leaves."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from mentoring.lib.registry.personal_data import EXPORT_PARTS
from mentoring.lib.vault import CannotOpen
from open_hours.models import Booking, Talk, TalkPlace
from open_hours.services import afterwards
from privacy import account_closure
from testing.private_texts import sql
from testing.talks import ABOUT, ROOM, booked, over

pytestmark = pytest.mark.django_db


def part_of(member):
    return list(EXPORT_PARTS.get("talks").rows(member))


def test_the_archive_has_ones_own_side_and_not_the_other_answer(mentor, mentee, stranger):
    booking = over(booked(mentor, mentee))
    afterwards.answer(booking, by=mentee, happened=True, goes_on=True)

    [mine] = part_of(mentee)
    theirs = part_of(mentor)
    assert (mine["about"], mine["place"], mine["i_would_go_on"]) == (ABOUT, ROOM, True)
    assert (theirs[0]["about"], theirs[0]["i_would_go_on"], theirs[1]["place"]) == (ABOUT, None, ROOM)
    assert part_of(stranger) == []


def test_the_database_holds_no_word_of_it(mentor, mentee):
    booked(mentor, mentee)
    for table, column in (
        ("open_hours_booking", "about"),
        ("open_hours_talk", "place"),
        ("open_hours_talkplace", "place"),
    ):
        [[blob]] = sql(f"SELECT {column} FROM {table}")
        assert b"seed" not in bytes(blob) and b"meet.example" not in bytes(blob)


@pytest.mark.parametrize("leaver_is_mentor", [True, False])
def test_the_words_of_whoever_leaves_open_nowhere(leaver_is_mentor, mentor, mentee):
    booked(mentor, mentee)
    leaver = mentor if leaver_is_mentor else mentee
    account_closure.request_closure(leaver, leave_words=True)
    account_closure.finish_closure(account_closure.closure_of(leaver).pk)

    gone = [(TalkPlace, "place"), (Talk, "place")] if leaver_is_mentor else [(Booking, "about")]
    for model, column in gone:
        with pytest.raises(CannotOpen):
            getattr(model.objects.get(), column)


def test_the_staff_login_has_no_right_on_bookings():
    from privacy import grants

    rights = grants.rights("staff")
    for table in ("booking", "talkplace"):
        given = rights.get(f"open_hours.{table}")
        assert not given or not (given.verbs or given.read or given.insert or given.change)
    assert "place" not in rights["open_hours.talk"].read
    assert "member_id" not in rights["open_hours.talkwait"].read


def test_no_superuser_sees_a_booking(mentor, mentee, as_):
    import factories

    booking = booked(mentor, mentee)
    superuser = factories.member(is_staff=True, is_superuser=True)
    page = as_(superuser).get(booking.get_absolute_url()).content.decode()

    assert mentee.name not in page and "begin?" not in page and ROOM not in page
    assert not Booking.objects.visible_to(superuser)
    with pytest.raises(ObjectDoesNotExist):
        Booking.objects.visible_to(superuser).get()
