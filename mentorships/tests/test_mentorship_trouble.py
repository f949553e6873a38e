"""Product 34, 36: the staged way through, and beside it a way out that asks for nothing."""

import pytest

from factories import letter
from mail.models import OutgoingMail
from mentorships import services
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(pair):
    return f"/mentorships/{pair.code}/trouble/"


@pytest.mark.parametrize("who", ("mentor", "mentee"))
def test_the_stages_come_in_this_order(who, as_, url, request):
    words = main_text(as_(request.getfixturevalue(who)).get(url))
    stages = [
        "Start the conversation",
        "Pause for a while",
        "Ask a coordinator in private",
        "End it without blame",
    ]

    assert [words.index(stage) for stage in stages] == sorted(words.index(stage) for stage in stages)
    for way_out in ("Leave now", "Report what happened", "Block "):
        assert way_out in words


def test_the_ways_lead_where_they_say(as_, url, pair, mentee):
    page = as_(mentee).get(url).content.decode()
    for way in ("trouble/help/", "trouble/report/", "end/", "pause/"):
        assert f'href="/mentorships/{pair.code}/{way}"' in page
    for way in ("trouble/leave/", "trouble/block/"):
        assert f'action="/mentorships/{pair.code}/{way}"' in page


@pytest.mark.parametrize("who", ("mentor", "mentee"))
def test_leaving_ends_it_at_once_without_a_reason_or_a_mail(who, as_, url, pair, request):
    letters = OutgoingMail.objects.count()
    page = as_(request.getfixturevalue(who)).post(f"{url}leave/", {"sure": "on"}, follow=True)

    pair.refresh_from_db()
    assert pair.status == "ended"
    assert "nobody will ask you why" in main_text(page)
    assert MentorProfile.objects.get().active == 0
    assert OutgoingMail.objects.count() == letters


def test_a_click_without_the_tick_or_a_fetched_link_ends_nothing(as_, url, pair, mentee):
    assert as_(mentee).get(f"{url}leave/").status_code == 405
    as_(mentee).post(f"{url}leave/")

    pair.refresh_from_db()
    assert pair.status == "active"


def test_leaving_twice_is_leaving_once(as_, url, pair, mentee, mentor):
    for who in (mentee, mentor):
        page = as_(who).post(f"{url}leave/", {"sure": "on"}, follow=True)

    assert "has changed since" in main_text(page)
    assert pair.changes.filter(now="ended").count() == 1


def test_after_the_end_help_report_and_block_are_still_there(as_, url, pair, mentee):
    services.end(pair, by=mentee)
    words = main_text(as_(mentee).get(url))

    for there in ("Ask a coordinator in private", "Report what happened", "Block Rosalind"):
        assert there in words
    for gone in ("Start the conversation", "Pause for a while", "End it without blame", "Leave now"):
        assert gone not in words


@pytest.mark.parametrize("who", ("stranger", "coordinator"))
@pytest.mark.parametrize("step", ("", "leave/", "help/"))
def test_for_nobody_else_is_there_anything(who, step, as_, url, pair, request):
    client = as_(request.getfixturevalue(who))
    for answer in (client.get(f"{url}{step}"), client.post(f"{url}{step}", {"sure": "on", "text": "x"})):
        assert answer.status_code in (404, 405)
    pair.refresh_from_db()
    assert pair.status == "active"


def test_it_costs_few_statements_however_much_was_written(as_, url, pair, mentor, mentee, statements):
    before = statements(as_(mentee), url)
    for number in range(50):
        letter(pair, mentor, letter=f"No {number}")

    assert statements(as_(mentee), url) == before <= 4


@pytest.mark.parametrize(
    "page", ("", "trouble/", "trouble/help/", "trouble/report/", "feedback/", "feedback/write/", "end/")
)
def test_somebody_to_write_to_is_named_on_every_page_of_the_pair(page, as_, pair, mentee, settings):
    """Product 36."""
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = "Grace <b>Whitfield", "grace@demo.example"
    html = as_(mentee).get(f"/mentorships/{pair.code}/{page}").content.decode()

    assert html.count('class="contact"') == 1
    assert "Grace &lt;b&gt;Whitfield" in html
    assert 'href="mailto:grace@demo.example"' in html
    assert f'href="/mentorships/{pair.code}/trouble/"' in html


def test_the_contact_has_a_picture_or_initials_and_without_a_name_there_is_no_line(
    as_, url, mentee, settings
):
    settings.CONTACT_NAME = "Grace Whitfield"
    assert ">GW</span>" in as_(mentee).get(url).content.decode()
    settings.CONTACT_PICTURE = "/static/grace.jpg"
    assert 'src="/static/grace.jpg"' in as_(mentee).get(url).content.decode()
    settings.CONTACT_NAME = ""
    assert 'class="contact"' not in as_(mentee).get(url).content.decode()


def test_elsewhere_and_for_others_there_is_no_such_line(as_, url, mentee, stranger, settings):
    settings.CONTACT_NAME = "Grace Whitfield"
    for who, page in ((mentee, "/mentorships/"), (mentee, "/profile/"), (stranger, url)):
        assert 'class="contact"' not in as_(who).get(page).content.decode()
