"""Issue 17: ten minutes' orientation, offered and never a gate; the other sees nothing of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guidance.orientation.screens import ROLES, SHIPPED, screens
from mentorships.models import Mentorship
from testing.pages import main_text
from testing.worksheets import Tab
from worksheets.models import Answer, FilledSheet

pytestmark = pytest.mark.django_db
FIRST = "/orientation/mentee/1/"


def texts(member):
    return [answer.text for answer in Answer.objects.filter(member=member)]


@pytest.mark.any_database
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["en-gb", "es", "fr"])
def test_five_short_screens_with_a_question_on_each_in_every_language(role, language):
    shown = screens(role, language)

    assert (SHIPPED / f"{role}.{language}.md").exists() and len(shown) == 5
    for screen in shown:
        assert screen.language == language and screen.title and screen.question.endswith("?")
        assert 40 < len(screen.body.split()) < 140


@pytest.mark.parametrize("role", ROLES)
def test_it_is_walked_screen_by_screen_and_each_answer_is_kept(role, as_, mentee):
    client = as_(mentee)
    for number, screen in enumerate(screens(role, "en-gb"), 1):
        url = f"/orientation/{role}/{number}/"
        tab = Tab(client, url)
        assert screen.title in main_text(tab.page) and len(tab.names) == 1
        answer = tab.type(f"Answer {number}").save()
        assert answer.url == (f"/orientation/{role}/{number + 1}/" if number < 5 else "/orientation/")

    assert texts(mentee) == [f"Answer {number}" for number in range(1, 6)]
    assert "See your answers" in main_text(client.get("/orientation/"))
    assert "Answer 3" in client.get(f"/worksheets/orientation-{role}/").content.decode()


def test_nothing_has_to_be_written(as_, mentee):
    for number in range(1, 6):
        assert as_(mentee).post(f"/orientation/mentee/{number}/").status_code == 302

    assert texts(mentee) == [] and FilledSheet.objects.filter(member=mentee).count() == 1


def test_back_keeps_what_was_typed(as_, mentee):
    tab = Tab(as_(mentee), "/orientation/mentee/2/").type("Two")
    answer = as_(mentee).post(tab.url, {**tab.fields, "back": "1"})

    assert answer.url == FIRST and texts(mentee) == ["Two"]


def test_of_two_tabs_neither_text_is_lost(as_, mentee):
    one, two = (Tab(as_(mentee), FIRST) for _ in range(2))
    one.type("In one tab").save()
    answer = two.type("In the other").save()

    assert answer.status_code == 409
    assert "In one tab" in two.texts[0] and "In the other" in two.texts[0]


def test_what_a_signed_out_reader_typed_is_handed_back(client):
    page = client.post(FIRST, {"answer-x": "What I hope for"})

    assert page.status_code == 403 and "What I hope for" in page.content.decode()


def test_a_text_that_is_too_long_is_refused_and_stays(as_, mentee):
    tab = Tab(as_(mentee), FIRST).type("x" * 10_001)

    assert tab.save().status_code == 200 and tab.texts[0].startswith("xxx")
    assert texts(mentee) == []


@pytest.mark.parametrize(
    "url", ["/orientation/mentee/0/", "/orientation/mentee/6/", "/orientation/nobody/1/"]
)
def test_a_screen_that_is_not_there_is_not_found(url, as_, mentee):
    assert as_(mentee).get(url).status_code == 404


def test_the_page_of_a_young_mentorship_offers_it_until_it_is_begun(as_, pair, mentor, mentee):
    page = f"{pair.get_absolute_url()}orientation/"
    for member, role in ((mentor, "mentor"), (mentee, "mentee")):
        assert page in as_(member).get(pair.get_absolute_url()).content.decode()
        assert as_(member).get(page).url == f"/orientation/{role}/1/"

    as_(mentee).post("/orientation/mentee/later/")
    assert page not in as_(mentee).get(pair.get_absolute_url()).content.decode()
    assert page in as_(mentor).get(pair.get_absolute_url()).content.decode()

    Mentorship.objects.filter(pk=pair.pk).update(began_at=timezone.now() - timedelta(days=61))
    assert page not in as_(mentor).get(pair.get_absolute_url()).content.decode()


def test_nobody_sees_whether_the_other_has_been_there(as_, pair, mentor, mentee):
    before = main_text(as_(mentor).get(pair.get_absolute_url()))
    Tab(as_(mentee), FIRST).type("Mine alone").save()

    assert main_text(as_(mentor).get(pair.get_absolute_url())) == before
    for url in (f"{pair.get_absolute_url()}worksheets/", "/worksheets/", "/worksheets/orientation-mentee/"):
        assert "Mine alone" not in as_(mentor).get(url).content.decode()


def test_an_answer_stays_with_its_question_in_another_language(as_, mentee):
    Tab(as_(mentee), FIRST).type("Mine").save()
    type(mentee).objects.filter(pk=mentee.pk).update(language="fr")

    assert Tab(as_(mentee), FIRST).texts == ["Mine"]
