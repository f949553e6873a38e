"""Product 43: the pair's own rhythm, chosen by either, seen by the two alone."""

import pytest
from django.urls import reverse

from meetings.services import keeping
from mentorships.services import end
from reminders.models import Contact
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(pair):
    return reverse("contact", args=[pair.code])


def test_until_they_choose_it_is_the_programmes(url, as_, mentee):
    page = as_(mentee).get(url)

    assert 'value="month" required id="id_rhythm_2" checked' in page.content.decode()
    assert "not yet; until then, we help you get started" in main_text(page)
    assert not Contact.objects.exists()


def test_either_chooses_for_both(url, pair, as_, mentor, mentee):
    as_(mentor).post(url, {"rhythm": "6-weeks"})
    as_(mentee).post(url, {"rhythm": "2-weeks"})

    assert Contact.objects.get().rhythm == "2-weeks"
    assert "every two weeks" in main_text(as_(mentor).get(pair.get_absolute_url()))


def test_it_says_when_they_were_last_in_touch_and_when_they_are_asked(url, two, clock, as_, mentor):
    keeping.log(two, by=mentor)
    words = main_text(as_(mentor).get(url))

    assert "2 March 2027" in words and "1 April 2027" in words


@pytest.mark.parametrize("given", ["", "yearly", "2-weeks\x00"])
def test_what_is_no_rhythm_is_refused(given, url, as_, mentor):
    page = as_(mentor).post(url, {"rhythm": given})

    assert page.status_code == 200 and "error" in page.content.decode()
    assert not Contact.objects.exists()


def test_once_it_has_ended_there_is_nothing_to_choose(url, pair, as_, mentor):
    end(pair, by=mentor)

    assert as_(mentor).get(url).url == pair.get_absolute_url()
    as_(mentor).post(url, {"rhythm": "2-weeks"})
    assert not Contact.objects.exists()


def test_nobody_else(url, as_, client, stranger, coordinator):
    for who in (stranger, coordinator):
        assert as_(who).get(url).status_code == as_(who).post(url).status_code == 404
    client.logout()
    assert client.get(url).status_code == 302
