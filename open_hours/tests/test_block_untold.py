"""Product 36, attack A16: for whoever is blocked, a mentor's time is answered as that of one who is on a break."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

import factories
from matching.blocking import block
from open_hours.models import TalkDay
from open_hours.services import days
from open_hours.tests.test_talk_day import FORM
from profiles.services import pause
from testing.pages import main_text
from testing.talks import offered

pytestmark = pytest.mark.django_db
WAYS = ("", "decline/", "cancel/", "withdraw/", "afterwards/", "block/")
BOOK = {"focus": FORM["focus"], "talk_about": FORM["about"]}


def answers(client, talk):
    """(way, method, status, page) of every address of a time."""
    for way in WAYS:
        for ask, data in ((client.get, {}), (client.post, BOOK)):
            answer = ask(talk.get_absolute_url() + way, data)
            yield way, answer.status_code, main_text(answer) if answer.content else ""


@pytest.fixture
def talk_day(db):
    on = timezone.localdate() + timedelta(days=10)
    return TalkDay.objects.create(
        name="Day", on=on, zone="UTC", place="Hall 4", starts=time(10), ends=time(12)
    )


@pytest.mark.parametrize("of_a_day", (True, False))
def test_every_address_of_a_time_answers_alike(of_a_day, talk_day, as_, mentee):
    on_a_break, blocks_me = (factories.mentor(name="Test Mentor").member for _one in range(2))
    talks = [
        days.take_table(talk_day, mentor, table=table, first=0, last=0, focuses=[])[0]
        if of_a_day
        else offered(mentor)
        for table, mentor in enumerate((on_a_break, blocks_me), start=1)
    ]
    pause(on_a_break.mentor_profile)
    block(blocks_me, mentee)
    client = as_(mentee)

    assert list(answers(client, talks[0])) == list(answers(client, talks[1]))
