"""The inside of a programme, for those who take part: milestones, pages to read, mentors, asking one of them."""

import pytest
from django.utils import timezone

import factories
from conduct import blocks
from matching import services as asking
from matching.blocking import block
from profiles import moderation
from programmes.models import Sees, TrainingPage
from programmes.services import hours
from programmes.services.pairing import mark_done
from programmes.tests.conftest import asked, paired
from programmes.tests.test_pages import page_of
from testing.pages import main_text
from testing.programmes import enrol, for_qualification, make, milestone

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["mentors/", "read/{page}/"])
def test_the_inside_is_for_those_who_take_part(path, as_, mentee, stranger, programme):
    page = TrainingPage.objects.create(
        programme=programme, title="One", text="<script>x</script> [a](javascript:b)"
    )
    enrol(programme, mentee)
    address = page_of(programme, path.format(page=page.pk))

    assert as_(stranger).get(address).status_code == 403
    answer = as_(mentee).get(address)
    assert answer.status_code == 200
    assert "<script>x" not in answer.content.decode() and 'href="javascript' not in answer.content.decode()


def test_where_it_takes_place_is_for_those_who_take_part(as_, mentee, stranger, programme):
    kick_off = milestone(programme)
    enrol(programme, mentee)
    file = page_of(programme, f"milestones/{kick_off.code}.ics")

    assert "Room 4" in main_text(as_(mentee).get(page_of(programme)))
    assert "Room 4" not in main_text(as_(stranger).get(page_of(programme)))
    assert b"LOCATION" not in as_(stranger).get(file).content
    calendar = as_(mentee).get(file).content.decode()
    assert "LOCATION:Room 4" in calendar and f"UID:{kick_off.code}" in calendar


def test_a_milestone_without_a_day_has_no_calendar_file(as_, mentee, programme):
    some_day = milestone(programme, starts_at=None)

    assert as_(mentee).get(page_of(programme, f"milestones/{some_day.code}.ics")).status_code == 404


def test_mentors_with_places_are_cards_and_those_without_are_not_there(as_, mentee, programme):
    free, full = (factories.mentor(name=name).member for name in ("Free Mentor", "Full Mentor"))
    for mentor in (free, full):
        enrol(programme, mentor, part="mentor", places=1)
    paired_with = factories.member()
    programme_pair(programme, paired_with, full)
    enrol(programme, mentee)
    text = main_text(as_(mentee).get(page_of(programme, "mentors/")))

    assert "Free Mentor" in text and "Full Mentor" not in text


def programme_pair(programme, mentee, mentor):
    enrol(programme, mentee)
    asking.accept_request(asked(programme, mentee, mentor))


@pytest.mark.parametrize("turn", [1, -1])
def test_who_keeps_apart_is_not_there(turn, as_, mentor, mentee, programme):
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    block(*[mentor, mentee][::turn])
    assert blocks.are_apart(mentor, mentee)

    assert mentor.name not in main_text(as_(mentee).get(page_of(programme, "mentors/")))
    assert as_(mentee).get(page_of(programme, f"mentors/{mentor.code}/")).status_code == 404


def test_a_suspended_mentor_is_not_there(as_, mentor, mentee, programme):
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    moderation.suspend(mentor)

    assert mentor.name not in main_text(as_(mentee).get(page_of(programme, "mentors/")))


def test_those_who_hold_the_qualification_come_first(as_, mentee):
    programme = for_qualification()
    for name, holds in (("Without Any", False), ("Holder Of", True)):
        enrol(programme, factories.mentor(name=name).member, part="mentor", holds_qualification=holds)
    enrol(programme, mentee)
    text = main_text(as_(mentee).get(page_of(programme, "mentors/")))

    assert text.index("Holder Of") < text.index("Without Any") and "as they say themselves" in text


def test_asking_from_the_page(as_, mentor, mentee, programme):
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    address = page_of(programme, f"mentors/{mentor.code}/")
    assert as_(mentee).get(address).status_code == 200

    refused = as_(mentee).post(address, {"focus": "confidence", "message": "", "send": "1"})
    assert refused.status_code == 200 and "Your message" in main_text(refused)
    draft = as_(mentee).post(address, {"focus": "confidence", "message": "half a", "save": "1"})
    assert draft.status_code == 302 and "half a" in as_(mentee).get(address).content.decode()
    sent = as_(mentee).post(address, {"focus": "confidence", "message": "Would you?", "send": "1"})
    assert sent.status_code == 302 and "/requests/" in sent.url


def test_a_name_of_two_hundred_characters_and_of_one(as_, mentee):
    for name in ("x", "y" * 200):
        programme = make(name=name)
        assert name in as_(mentee).get(page_of(programme)).content.decode()
        assert as_(mentee).get("/programmes/").status_code == 200


@pytest.mark.parametrize("path", ["/programmes/", "detail", "mentors/", "pair"])
def test_a_page_takes_as_many_statements_for_fifty_rows_as_for_one(path, statements, as_, mentor, mentee):
    programme = for_qualification(sees=Sees.MILESTONES)
    pairing = paired(programme, mentee, mentor, places=3)
    address = {
        "/programmes/": "/programmes/",
        "detail": page_of(programme),
        "pair": f"/mentorships/{pairing.mentorship.code}/programme/",
    }.get(path) or page_of(programme, path)
    client = as_(mentee)
    fill(programme, pairing, 1)
    once = statements(client, address)
    fill(programme, pairing, 49)

    assert statements(client, address) == once


def fill(programme, pairing, count):
    for number in range(count):
        make(name=f"Other {number}")
        TrainingPage.objects.create(programme=programme, title="Read", text="me")
        mark_done(pairing, milestone(programme), by=pairing.mentorship.mentor)
        enrol(programme, factories.mentor().member, part="mentor")
        hours.add_hours(
            pairing,
            by=pairing.mentorship.mentee,
            day=timezone.localdate(),
            minutes=number + 1,
            text=f"{number}",
        )
