"""Product 69: the coming free times of everybody, by day, in the reader's zone, as the address asks for them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

import factories
from open_hours.models import Talk
from profiles.models import Member, MentorProfile
from testing.pages import main_text
from testing.talks import booked, mails, offered

pytestmark = pytest.mark.django_db
LIST = "/open-hours/"


def shown(answer):
    return [talk.mentor.name for _day, talks in answer.context["days"] for talk in talks]


def test_an_empty_list_says_a_way_on(as_, mentee):
    page = main_text(as_(mentee).get(LIST))

    assert "No free times right now" in page and "Find a mentor" in page


def test_what_is_free_is_there_and_nothing_else(as_, mentor, mentee, stranger):
    Member.objects.filter(pk=mentor.pk).update(job_title="Head of seeds")
    mentor.refresh_from_db()
    free, gone = offered(mentor), booked(mentor, stranger, hours=60)
    past = offered(mentor, hours=70)
    Talk.objects.filter(pk=past.pk).update(starts_at=timezone.now())
    answer = as_(mentee).get(LIST)

    assert [talk.pk for _day, talks in answer.context["days"] for talk in talks] == [free.pk]
    page = main_text(answer)
    assert "Rosalind Achterberg" in page and "Head of seeds" in page and "30 minutes" in page
    assert gone.get_absolute_url() not in answer.content.decode()
    assert shown(as_(mentor).get(LIST)) == []


def test_days_and_times_are_those_of_the_reader(as_, mentor, mentee):
    talk = offered(mentor)
    at = (timezone.now() + timedelta(days=5)).replace(hour=22, minute=30, second=0, microsecond=0)
    Talk.objects.filter(pk=talk.pk).update(starts_at=at, ends_at=at + timedelta(minutes=30))
    Member.objects.filter(pk=mentee.pk).update(time_zone="Africa/Nairobi")
    mentee.refresh_from_db()
    [(day, _talks)] = as_(mentee).get(LIST).context["days"]

    assert day == (at + timedelta(days=1)).date()
    assert "01:30" in main_text(as_(mentee).get(LIST))


def test_clocks_that_change_between_two_talks(as_, mentor, mentee, monkeypatch):
    """A day apart by the clock is 23 hours by the sun."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2027, 3, 20, 9, tzinfo=UTC))
    for day in (27, 28):
        talk = offered(mentor, hours=24 * (day - 20))
        at = datetime(2027, 3, day, 15 if day == 27 else 14, tzinfo=UTC)
        Talk.objects.filter(pk=talk.pk).update(starts_at=at, ends_at=at + timedelta(minutes=30))

    assert main_text(as_(mentee).get(LIST)).count("15:00") == 2


@pytest.fixture
def several(mentor):
    offered(mentor, focuses=["leadership"], means="phone", place="")
    french = factories.mentor(name="Fran Cais", languages=["fr"]).member
    offered(french, hours=50, focuses=["confidence"])
    offered(factories.mentor(name="Any Thing").member, hours=52)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("subject=leadership", ["Rosalind Achterberg", "Any Thing"]),
        ("subject=confidence", ["Fran Cais", "Any Thing"]),
        ("language=fr", ["Fran Cais"]),
        ("means=phone", ["Rosalind Achterberg"]),
        ("means=phone&language=fr", []),
        ("subject=lead", ["Rosalind Achterberg", "Fran Cais", "Any Thing"]),
        ("means=%00&page=x", ["Rosalind Achterberg", "Fran Cais", "Any Thing"]),
    ],
)
def test_subject_language_and_means_narrow_the_list(asked, names, several, as_, mentee):
    answer = as_(mentee).get(f"{LIST}?{asked}")

    assert shown(answer) == names
    assert ("No free times match" in main_text(answer)) == (names == [])


def test_one_and_fifty_take_the_same_statements(as_, mentee, statements):
    offered(factories.mentor().member)
    client = as_(mentee)
    before = statements(client, LIST)
    for number in range(49):
        offered(factories.mentor().member, hours=48 + number)

    assert statements(client, LIST) == before
    answer = client.get(f"{LIST}?page=2")
    assert len(shown(answer)) == 20 and answer.context["count"] == 50


def test_mine_takes_the_same_statements_for_one_and_many(as_, mentor, statements):
    booked(mentor, factories.member(), hours=24)
    client = as_(mentor)
    before = statements(client, "/open-hours/mine/")
    for number in range(30):
        booked(mentor, factories.member(), hours=30 + 2 * number)

    assert statements(client, "/open-hours/mine/") == before


def test_a_profile_leads_to_its_next_free_time_and_a_full_one_too(as_, mentor, mentee):
    profile = f"/mentors/{mentor.code}/"
    assert "Book a single talk" not in main_text(as_(mentee).get(profile))
    MentorProfile.objects.filter(member=mentor).update(taking_requests=False)
    talk = offered(mentor)
    page = as_(mentee).get(profile)

    assert "Book a single talk" in main_text(page) and talk.get_absolute_url() in page.content.decode()
    assert "/open-hours/" in as_(mentee).get("/mentors/").content.decode()


def test_mine_has_what_i_booked_and_what_i_offer(as_, mentor, mentee, stranger):
    booked(mentor, mentee)
    offered(mentor, hours=90)

    theirs = main_text(as_(mentor).get("/open-hours/mine/"))
    assert "Amina Otieno" in theirs and "Times you offer" in theirs
    assert "Rosalind Achterberg" in main_text(as_(mentee).get("/open-hours/mine/"))
    assert "Nothing is booked" in main_text(as_(stranger).get("/open-hours/mine/"))
    assert mails(stranger) == []
