"""Product 4: one friendly nudge for a half-finished profile. Product 53: a prompt a month, for who wants it."""

import pytest

import factories
from mail.models import OutgoingMail
from mail.preferences import choose_topics
from mail.topics import TOPICS
from profiles.models import MentorProfile
from reminders.services import nudges
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def amina(clock, mentee):
    """She has joined now, and said nothing yet."""
    type(mentee).objects.filter(pk=mentee.pk).update(seeking=[], joined_at=clock.now)
    return mentee


def days(clock, number, sweep):
    return sum(sweep(clock.go(days=1)) for _day in range(number))


def test_nothing_said_one_nudge_after_five_days(amina, clock):
    assert days(clock, 4, nudges.nudge) == 0
    days(clock, 60, nudges.nudge)

    assert kinds(amina) == ["nudge"]
    assert OutgoingMail.objects.get(to=amina).subject == "Tell us what you’re looking for"


def test_a_draft_of_a_mentor_profile(amina, clock):
    MentorProfile.objects.create(member=amina)
    days(clock, 60, nudges.nudge)

    assert kinds(amina) == ["nudge"]
    assert OutgoingMail.objects.get(to=amina).subject == "Your mentor profile is nearly ready"


@pytest.mark.parametrize(
    "facts",
    [
        {"seeking": ["specific-skill"]},
        {"not_now_at": "2027-03-01T00:00Z"},
        {"is_active": False},
        {"is_staff": True},
    ],
)
def test_whoever_has_said_enough_or_no_is_left_alone(facts, amina, clock):
    type(amina).objects.filter(pk=amina.pk).update(**facts)

    assert days(clock, 60, nudges.nudge) == 0


def test_somebody_who_has_a_mentor_is_left_alone(amina, clock, mentor):
    factories.pair(mentor, amina)

    assert days(clock, 60, nudges.nudge) == 0


@pytest.mark.parametrize("wants", [True, False])
def test_a_prompt_a_month_for_who_asked_for_it(wants, two, clock, mentor, mentee):
    if wants:
        choose_topics(mentee, TOPICS.names())
    days(clock, 358, nudges.prompt)

    assert kinds(mentee) == (["prompt"] * 12 if wants else [])
    assert kinds(mentor) == []
    prompts = {mail.text.split("\n\n")[2] for mail in OutgoingMail.objects.filter(to=mentee)}
    assert len(prompts) == (12 if wants else 0)


@pytest.mark.parametrize(
    ("zone", "hours", "season"),
    [("Europe/Dublin", 0, "spring"), ("Pacific/Auckland", 8, "autumn"), ("Africa/Lagos", 0, None)],
)
def test_the_prompt_knows_the_season_where_its_reader_is(zone, hours, season, two, clock, mentee):
    choose_topics(mentee, TOPICS.names())
    type(mentee).objects.filter(pk=mentee.pk).update(time_zone=zone)

    assert nudges.prompt(clock.go(hours=hours)) == 1  # in March
    text = OutgoingMail.objects.get(to=mentee).text
    assert [f"It’s {one}." in text for one in ("spring", "autumn")] == [
        one == season for one in ("spring", "autumn")
    ]
