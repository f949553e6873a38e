"""Product 69: a mentor offers a few times for one talk each, with room for a mentee or without."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

import factories
from mentoring.lib import walltime
from open_hours.models import Talk, TalkStatus
from open_hours.services import offering
from testing.pages import main_text
from testing.talks import ROOM, booked, offered, typed_times

pytestmark = pytest.mark.django_db
OFFER = "/open-hours/offer/"


def in_hours(hours, zone="Europe/Dublin"):
    return walltime.to_local(timezone.now() + timedelta(hours=hours), zone)


def test_up_to_five_times_at_once_each_for_one_talk(as_, mentor):
    answer = as_(mentor).post(OFFER, typed_times(*(in_hours(24 + 2 * n) for n in range(5))), follow=True)

    assert "5 times offered." in main_text(answer)
    talks = list(Talk.objects.filter(mentor=mentor))
    assert [(talk.status, talk.minutes, talk.place) for talk in talks] == [("open", 30, ROOM)] * 5


def test_a_mentor_without_room_may_offer(as_, mentor):
    mentor.mentor_profile.taking_requests = False
    mentor.mentor_profile.save()

    assert as_(mentor).post(OFFER, typed_times(in_hours(24))).status_code == 302


@pytest.mark.parametrize("who", ["mentee", "paused", "hidden"])
def test_whoever_members_do_not_find_offers_nothing(who, as_, mentee):
    member = mentee
    if who != "mentee":
        profile = factories.mentor()
        profile.status, profile.hidden_at = (
            ("paused", None) if who == "paused" else ("published", timezone.now())
        )
        profile.save()
        member = profile.member
    page = as_(member).get(OFFER)
    answer = as_(member).post(OFFER, typed_times(in_hours(24)))

    assert "publish your mentor profile first" in main_text(page)
    assert answer.status_code == 422 and Talk.objects.count() == 0


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0.5, "at least an hour from now"), (24 * 91, "within the next 90 days"), (-3, "Choose a future time")],
)
def test_neither_too_soon_nor_too_late_and_nothing_typed_is_lost(hours, words, as_, mentor):
    at = in_hours(hours)
    answer = as_(mentor).post(OFFER, typed_times(at, place="Room 4", means="in-person"))

    assert answer.status_code == 422 and words in main_text(answer)
    page = answer.content.decode()
    assert "Room 4" in page and walltime.format_local(at) in page
    assert Talk.objects.count() == 0


def test_no_two_of_theirs_overlap_those_of_others_may(as_, mentor):
    offered(factories.mentor().member, hours=24)
    booked(mentor, factories.member(), hours=24)
    answer = as_(mentor).post(OFFER, typed_times(in_hours(30), in_hours(24.25)))

    assert "overlaps with another time you offer" in main_text(answer)
    assert Talk.objects.filter(mentor=mentor).count() == 1
    assert as_(mentor).post(OFFER, typed_times(in_hours(24.5))).status_code == 302


def test_two_of_one_form_do_not_overlap_either(as_, mentor):
    answer = as_(mentor).post(OFFER, typed_times(in_hours(24), in_hours(24.25)))

    assert answer.status_code == 422 and Talk.objects.count() == 0


def test_no_more_than_twenty_free_at_once(mentor):
    for day in range(4):
        offered(mentor, hours=24 * (day + 1), number=5)

    with pytest.raises(offering.CannotOffer, match="up to 20 times"):
        offered(mentor, hours=240)
    assert Talk.objects.filter(status=TalkStatus.OPEN).count() == 20


def test_a_double_click_offers_once(as_, mentor):
    form = typed_times(in_hours(24), in_hours(26))
    answers = [as_(mentor).post(OFFER, form).status_code for _click in range(2)]

    assert answers == [302, 302] and Talk.objects.count() == 2


def test_the_form_begins_with_how_it_was_last_time(as_, mentor):
    offered(mentor, minutes=45, focuses=["leadership"], place="https://meet.example/mine")
    form = as_(mentor).get(OFFER).context["form"]

    assert (form["minutes"].value(), form["focuses"].value()) == (45, ["leadership"])
    assert form["place"].value() == "https://meet.example/mine"


@pytest.mark.parametrize(
    "typed",
    [
        {"means": "carrier-pigeon"},
        {"minutes": "0"},
        {"minutes": "120"},
        {"place": "not a link"},
        {"focuses": "no-such-subject"},
        {"slot_0": "tomorrow"},
        {"slot_0": "2027-02-30T10:00"},
        {"slot_0": ""},
    ],
)
def test_bad_input_is_refused_kindly(typed, as_, mentor):
    answer = as_(mentor).post(OFFER, typed_times(in_hours(24)) | typed)

    assert answer.status_code == 422 and Talk.objects.count() == 0


SPRING, AUTUMN = datetime(2027, 3, 28, 1, 30), datetime(2027, 10, 31, 1, 30)


def test_a_time_that_clocks_skip_is_refused_and_one_they_show_twice_is_asked_about(as_, mentor, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2027, 3, 20, 9, tzinfo=UTC))
    skipped = as_(mentor).post(OFFER, typed_times(SPRING))
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2027, 10, 20, 9, tzinfo=UTC))
    twice = as_(mentor).post(OFFER, typed_times(AUTUMN))
    later = as_(mentor).post(OFFER, typed_times(AUTUMN, which_0="second"))

    assert "skip this one" in main_text(skipped) and "comes twice" in main_text(twice)
    assert later.status_code == 302
    assert Talk.objects.get().starts_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_a_free_time_can_be_withdrawn_and_only_by_its_mentor(as_, mentor, mentee):
    talk = offered(mentor)
    address = f"{talk.get_absolute_url()}withdraw/"

    assert as_(mentee).post(address).status_code == 404
    assert as_(mentor).post(address).status_code == 302
    talk.refresh_from_db(fields=["status"])
    assert talk.status == TalkStatus.WITHDRAWN
    assert "has changed since" in main_text(as_(mentor).post(address, follow=True))
