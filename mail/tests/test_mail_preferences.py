"""Product 47: the page on which a member chooses their mails, and what becomes of the choice."""

import io
import json
import re
from zipfile import ZipFile

import pytest
from django.db import connection

from mail import preferences
from mail.models import Frequency, OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from mail.topics import TOPICS
from privacy import account_closure
from privacy.export.archive import archive
from privacy.models import AccountClosure
from testing.logins import as_login, make
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


def test_it_is_in_the_archive_that_is_taken_along(mentee):
    """P30."""
    preferences.unsubscribe(mentee.pk, ["feedback"])
    zipped = ZipFile(io.BytesIO(b"".join(archive(mentee))))
    [row] = json.loads(zipped.read("stopped-mails.json"))

    assert row["topic"] == "feedback"
    assert row["since"] == Unsubscribe.objects.get().at.isoformat()


def test_it_goes_with_the_account_and_does_not_come_back(mentee, settings, tmp_path):
    """P5."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    preferences.unsubscribe(mentee.pk, ["feedback"])
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.finish_closure(AccountClosure.objects.get().pk)
    preferences.unsubscribe(mentee.pk, ["feedback"])

    assert not Unsubscribe.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_every_process_may_ask_and_none_but_the_member_site_may_stop(mentee, server):
    """P8: staff writes mails, the worker sends them."""
    feedback_to(mentee)
    preferences.unsubscribe(mentee.pk, ["feedback"])
    make()
    with as_login("staff"):
        assert feedback_to(mentee, occasion="another") is None
    with as_login("worker"):
        assert feedback_to(mentee, occasion="another") is None
        assert outbox.drain() == 0
    with as_login("member"):
        preferences.choose_topics(mentee, ["feedback"])

    assert not OutgoingMail.objects.exists()
    assert feedback_to(mentee)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_staff_site_writes_an_occasion_again_without_looking_for_it(mentee, settings):
    """P8, P13: it may not ask what there is."""
    feedback_to(mentee, reply_to="a@b.example")
    make()
    settings.PROCESS = "staff"
    with as_login("staff"):
        assert feedback_to(mentee) is None
    assert OutgoingMail.objects.count() == 1
