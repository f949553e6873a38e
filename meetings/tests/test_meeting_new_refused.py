"""Product 37 and 39: what cannot be is refused at its field, and nothing that was typed is lost."""

import pytest

from meetings.models import Meeting, TimesOffer
from mentorships import services as life
from testing.making import in_days
from testing.meeting_pages import HOW, ROOM, mails, of, times
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


REFUSED = {
    "past": (lambda: in_days(-2), "Choose a future time"),
    "a year ahead": (lambda: in_days(400), "more than a year away"),
    "no time": (lambda: "next Tuesday", "Enter a date and a time"),
    "a day alone": (lambda: f"{in_days(3):%Y-%m-%d}", "Enter a date and a time"),
    "another zone": (lambda: f"{in_days(3):%Y-%m-%dT%H:%M}+05:00", "Enter a date and a time"),
    "a week": (lambda: f"{in_days(3):%G-W%V-%uT%H:%M}", "Enter a date and a time"),
    "the first year": (lambda: "0001-01-01T00:00", "Enter a date and a time"),
    "the last year": (lambda: "9999-12-31T23:59", "Enter a date and a time"),
    "long ago": (lambda: "0800-12-24T23:59", "Enter a date and a time"),
    "a century ahead": (lambda: "2099-12-31T23:59", "more than a year away"),
    "a day that is none": (lambda: "2027-02-30T15:00", "Enter a date and a time"),
    "nul": (lambda: "2027-01-01\x0010:00", "Enter a date and a time"),
    "script": (lambda: "<script>alert(1)</script>", "Enter a date and a time"),
}


@pytest.fixture
def new(pair):
    return of(pair, "new")


def refused(client, address, data, *words):
    """Nothing was kept, and the page says why: at the field and in its summary."""
    answer = client.post(address, data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "error-summary" in page
    assert [word for word in words if word not in page] == []
    assert not Meeting.objects.exists() and not TimesOffer.objects.exists()
    return page


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("zone", ["America/Chicago", "Asia/Tokyo"])
def test_a_time_that_cannot_be_is_refused_at_its_field_and_nothing_is_lost(what, zone, new, as_, mentee):
    mentee.time_zone = zone
    mentee.save()
    typed, why = REFUSED[what]
    page = refused(as_(mentee), new, times(in_days(4), typed()), why, ROOM)

    assert f'value="{in_days(4):%Y-%m-%dT%H:%M}"' in page
    assert 'href="#id_slot_1"' in page and 'href="#id_slot_0"' not in page


def test_nothing_offered_is_asked_for_in_place(new, as_, mentee):
    refused(as_(mentee), new, HOW, "Offer at least one time", ROOM)


@pytest.mark.parametrize(
    "link", ["rooms.example/amina", "javascript:alert(1)", "my room", "https://", "ftp://x.example"]
)
def test_a_video_link_that_is_none_is_refused_at_its_field(link, new, as_, mentee):
    data = times(in_days(4), place=link)

    page = refused(as_(mentee), new, data, "starting with https://", 'href="#id_place"')
    assert f'value="{link}"' in page


def test_a_link_with_a_capital_as_phones_write_it_is_one(new, as_, pair, mentee):
    as_(mentee).post(new, times(in_days(4), place="Https://rooms.example/a"))

    assert pair.meetings.get().place == "Https://rooms.example/a"


@pytest.mark.parametrize(
    "facts",
    [{"means": "pigeon"}, {"minutes": "0"}, {"minutes": "61"}, {"minutes": ""}, {"place": "x" * 301}],
    ids=lambda facts: next(iter(facts)),
)
def test_odd_facts_are_refused(facts, new, as_, mentee):
    refused(as_(mentee), new, times(in_days(4), **facts), f"{in_days(4):%Y-%m-%dT%H:%M}")


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
def test_while_the_pair_does_not_go_on_nothing_is_kept_and_no_word_is_lost(
    verb, new, as_, pair, mentor, mentee
):
    verb(pair, by=mentor)
    page = refused(as_(mentee), new, times(in_days(4)), ROOM, f"{in_days(4):%Y-%m-%dT%H:%M}")
    assert {life.pause: "It’s paused at the moment", life.end: "has ended"}[verb] in page

    assert as_(mentee).get(new).url == of(pair)
    assert "You can arrange meetings only while" in main_text(as_(mentee).get(new, follow=True))
    assert mails(mentor, "times") == []


def test_words_of_somebody_signed_out_come_back(new, client):
    page = client.post(new, times(in_days(4)))

    assert page.status_code == 403 and ROOM in page.content.decode()
    assert not Meeting.objects.exists()
