"""Product 47: the page on which a member chooses their mails."""

import re

import pytest

from mail import preferences
from mail.models import Frequency, Unsubscribe
from mail.topics import TOPICS
from testing.mails import feedback_to
from testing.unsubscribing import path_of

pytestmark = pytest.mark.django_db
URL = "/profile/mails/"


OFFERED = [topic.name for topic in TOPICS if not topic.staff_only]
FIRST = [name for name in OFFERED if not TOPICS.get(name).on_request]


def ticked(page):
    return re.findall(r'name="mails" value="(\w+)"[^>]* checked', page.content.decode())


def save(client, *mails, frequency="prompt", **more):
    return client.post(URL, {"mails": mails, "frequency": frequency}, **more)


def test_at_first_everything_comes_and_each_topic_has_its_box(as_, mentee):
    page = as_(mentee).get(URL)

    assert ticked(page) == FIRST
    assert page.content.decode().count('type="checkbox"') == len(OFFERED)
    assert "We always email you about" in page.content.decode()


def test_what_is_not_ticked_stops_and_what_is_ticked_again_comes(as_, mentee):
    client = as_(mentee)
    page = save(client, "feedback", "meetings", follow=True)
    assert "Saved." in page.content.decode()
    assert ticked(page) == ["feedback", "meetings"]
    assert set(Unsubscribe.objects.values_list("topic", flat=True)) == set(OFFERED) - {"feedback", "meetings"}

    save(client, "matching", "meetings")
    assert ticked(client.get(URL)) == ["matching", "meetings"]
    assert feedback_to(mentee) is None


def test_none_ticked_is_an_answer(as_, mentee):
    save(as_(mentee))

    assert preferences.preferences_of(mentee).topics == []


def test_saving_twice_keeps_since_when(as_, mentee):
    client = as_(mentee)
    save(client, "meetings")
    before = list(Unsubscribe.objects.values_list("topic", "at"))
    save(client, "meetings")

    assert list(Unsubscribe.objects.values_list("topic", "at")) == before


def test_a_topic_there_is_not_is_refused_and_changes_nothing(as_, mentee):
    page = save(as_(mentee), "account")

    assert "error" in page.content.decode()
    assert not Unsubscribe.objects.exists()


def test_the_choice_is_ones_own(as_, mentee, stranger):
    save(as_(stranger))

    assert preferences.preferences_of(mentee).topics == FIRST


def test_what_comes_on_request_comes_once_it_is_ticked_and_stops_with_one_click(as_, client, mentee):
    save(as_(mentee), *OFFERED)
    assert ticked(as_(mentee).get(URL)) == OFFERED
    client.logout()
    client.post(path_of(mentee.pk, "prompts"))

    assert preferences.preferences_of(mentee).topics == FIRST


@pytest.mark.parametrize("frequency", Frequency.values)
def test_how_often_is_kept(frequency, as_, mentee):
    save(as_(mentee), *FIRST, frequency=frequency)

    assert preferences.preferences_of(mentee).frequency == frequency
    page = as_(mentee).get(URL).content.decode()
    assert re.findall(r'name="frequency" value="(\w+)"[^>]* checked', page) == [frequency]


def test_without_a_pace_nothing_is_kept(as_, mentee):
    page = as_(mentee).post(URL, {"mails": ["meetings"]})

    assert page.status_code == 200 and "error" in page.content.decode()
    assert preferences.preferences_of(mentee).topics == FIRST


def test_the_way_to_it_is_on_the_profile(as_, mentee):
    assert f'href="{URL}"' in as_(mentee).get("/profile/").content.decode()
