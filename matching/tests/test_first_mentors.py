"""Product 4, 12: after the first steps, up to three mentors with the reasons why, or the way to all of them."""

import pytest
from django.urls import reverse

import factories
from profiles import moderation
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/start/mentors/"
OFFER = {"helps_with": ["confidence"], "areas": ["archives"]}


@pytest.fixture
def newcomer():
    return factories.member(seeking=["confidence"], seeking_areas=["archives"])


@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger", "coordinator"])
def test_every_member_can_open_it(who, as_, request):
    assert as_(request.getfixturevalue(who)).get(PAGE).status_code == 200


def test_three_are_suggested_each_with_why_a_profile_and_a_way_to_ask(as_, newcomer):
    others = [factories.mentor(name=f"Likely {n}", **OFFER) for n in range(4)]
    page = as_(newcomer).get(PAGE)

    words, text = page.content.decode(), main_text(page)
    assert text.count("Why: helps with building confidence; knows about archives") == 3
    shown = [one for one in others if reverse("request_new", args=[one.member.code]) in words]
    assert len(shown) == 3
    assert all(f'href="/mentors/{one.member.code}/"' in words for one in shown)


def test_nobody_who_is_full_hidden_or_oneself(as_, newcomer):
    full = factories.mentor(name="Full Mentor", capacity=1, **OFFER)
    factories.pair(full.member, factories.member())
    moderation.hide(factories.mentor(name="Hidden Mentor", **OFFER), reason="x")
    hidden_by_me = factories.mentor(name="Out Ofsight", **OFFER)
    client = as_(newcomer)
    client.post(f"/mentors/{hidden_by_me.member.code}/mark/hidden/")

    page = main_text(client.get(PAGE)).split("Mentors for you")[-1]
    assert not [name for name in ("Full Mentor", "Hidden Mentor", "Out Ofsight") if name in page]
    assert "no suggestion that fits" in page and "See all mentors" in page


def test_whoever_said_nothing_is_led_to_the_list(as_, stranger):
    factories.mentor(**OFFER)
    page = as_(stranger).get(PAGE)

    assert "You have not said what you’re looking for" in main_text(page)
    assert 'class="button" href="/mentors/"' in page.content.decode()


def test_hostile_names_are_words(as_, newcomer):
    factories.mentor(ask_me_about="<script>alert(1)</script>", **OFFER)

    assert "<script>alert" not in as_(newcomer).get(PAGE).content.decode()


def test_as_many_statements_for_fifty_as_for_one(as_, newcomer, statements):
    factories.mentor(**OFFER)
    few = statements(as_(newcomer), PAGE)
    for _each in range(49):
        factories.mentor(**OFFER)

    assert statements(as_(newcomer), PAGE) == few


def test_asking_begins_with_what_both_have_in_common(as_, newcomer):
    one = factories.mentor(**OFFER)

    assert (
        'value="confidence" selected'
        in as_(newcomer).get(f"/mentors/{one.member.code}/ask/").content.decode()
    )
