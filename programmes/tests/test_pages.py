"""The pages of members: what is said before joining, what is typed is kept, who sees what."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from conduct import blocks
from matching import services as asking
from matching.blocking import block
from profiles import moderation
from programmes.models import Enrolment, Sees, TrainingPage
from programmes.services import hours
from programmes.services.pairing import mark_done
from programmes.tests.conftest import asked, paired
from testing.pages import main_text
from testing.programmes import enrol, for_qualification, make, milestone

pytestmark = pytest.mark.django_db
JOIN = {"part": "mentee", "suits": "on", "focus": "confidence"}


def page_of(programme, path=""):
    return f"/programmes/{programme.code}/{path}"


def joined(client, programme, **data):
    return client.post(page_of(programme, "join/"), JOIN | {"seen": int(programme.sees)} | data)


@pytest.mark.parametrize(
    ("sees", "said"),
    [
        (Sees.NUMBERS, "never the true number"),
        (Sees.MEMBERS, "They do not see who is paired with whom"),
        (Sees.PAIRS, "who you’re paired with"),
        (Sees.MILESTONES, "which milestones the two of you have marked"),
    ],
)
def test_what_coordinators_will_see_stands_there_before_joining(sees, said, as_, mentee):
    text = main_text(as_(mentee).get(page_of(make(sees=sees))))

    assert "What the coordinators will see of you" in text and said in text
    assert "never see requests, messages, goals, notes or feedback" in text


def test_those_who_joined_read_what_holds_for_them(as_, mentee):
    programme = make(sees=Sees.MEMBERS)
    enrol(programme, mentee)
    programme.sees = Sees.MILESTONES
    programme.save()

    text = main_text(as_(mentee).get(page_of(programme)))

    assert "who is paired with whom" in text and "milestones the two of you" not in text


def test_joining_takes_a_click_and_says_so(as_, mentee, programme):
    answer = joined(as_(mentee), programme)

    assert answer.status_code == 302 and Enrolment.objects.get().state == "enrolled"


def test_without_the_yes_nobody_joins_and_what_was_typed_stays(as_, mentee, programme):
    answer = as_(mentee).post(
        page_of(programme, "join/"), {"part": "mentee", "focus": "confidence", "seen": 3}
    )

    assert answer.status_code == 422 and not Enrolment.objects.exists()
    assert 'value="confidence" selected' in answer.content.decode()


def test_a_window_that_closes_while_the_form_is_open_says_so_and_keeps_what_was_typed(as_, mentee, programme):
    client = as_(mentee)
    client.get(page_of(programme))
    programme.sign_up_from = programme.sign_up_until = timezone.localdate() - timedelta(days=1)
    programme.save()

    answer = joined(client, programme)

    assert answer.status_code == 409 and "Sign-up closed on" in main_text(answer)
    assert 'value="confidence" selected' in answer.content.decode()


def test_a_level_that_rises_while_the_form_is_open_is_shown_and_asked_again(as_, mentee):
    programme = make(sees=Sees.NUMBERS)
    client = as_(mentee)
    programme.sees = Sees.PAIRS
    programme.save()

    answer = joined(client, programme, seen=int(Sees.NUMBERS))

    assert answer.status_code == 409 and "who you’re paired with" in main_text(answer)
    again = re.search(r'name="seen" value="(\d)"', answer.content.decode())[1]
    assert joined(client, programme, seen=again).status_code == 302


def test_the_place_on_the_waiting_list_is_said(as_, mentee):
    programme = make(places=0)
    for _one in range(2):
        enrol(programme, factories.member())
    joined(as_(mentee), programme)

    assert "You’re third on the waiting list." in main_text(as_(mentee).get(page_of(programme)))


def test_a_draft_is_not_there(as_, mentee):
    draft = make(published_at=None)

    assert as_(mentee).get(page_of(draft)).status_code == 404
    assert as_(mentee).post(page_of(draft, "join/"), JOIN).status_code == 404
    assert draft.name not in main_text(as_(mentee).get("/programmes/"))


def test_the_list_has_those_to_join_those_i_am_in_and_past_ones(as_, mentee):
    today = timezone.localdate()
    enrol(make(name="Mine"), mentee)
    make(name="To join")
    make(name="Soon", sign_up_from=today + timedelta(days=3))
    make(name="Gone", starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=2))
    text = main_text(as_(mentee).get("/programmes/"))

    order = [text.index(word) for word in ("Mine", "To join", "Soon", "Gone")]
    assert order == sorted(order)


def test_a_clash_names_the_other_programme_and_refuses_nothing(as_, mentee, programme):
    other = make(name="Autumn programme")
    at = timezone.now() + timedelta(days=4)
    milestone(other, title="Webinar", starts_at=at)
    milestone(programme, title="Kick-off", starts_at=at + timedelta(minutes=30))
    enrol(other, mentee)
    text = main_text(as_(mentee).get(page_of(programme)))

    assert "You’re also in “Autumn programme”" in text
    assert "“Kick-off” is at the same time as “Webinar”" in text
    assert joined(as_(mentee), programme).status_code == 302


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
    fill(programme, pairing, 15)

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
