"""A mentor's words on the home page: with consent, read by a coordinator first, gone at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import factories
from outreach.models import Quote, QuoteState
from outreach.services import quotes
from privacy.erasure import erase_member
from profiles import moderation, services

QUOTE = "/profile/mentor/quote/"
WORDS = "Listening is most of it."


def typed(**other):
    return {"quote": WORDS, "shows_name": "yes", "consent": "on"} | other


def page(answer):
    return answer.content.decode()


@pytest.fixture
def shown(mentor):
    """A quote that is on the home page."""
    type(mentor).objects.filter(pk=mentor.pk).update(library_type="public")
    quote = quotes.save_quote(mentor, text=WORDS, shows_name=True)
    assert quotes.decide(quote, shown=True, seen=quote.changed_at)
    return quote


def test_it_is_not_shown_before_a_coordinator_has_read_it(as_, client, mentor):
    as_(mentor).post(QUOTE, typed())
    client.logout()

    assert Quote.objects.get().state == QuoteState.WAITING
    assert WORDS not in page(client.get("/"))


def test_then_it_is_signed_as_its_mentor_chose(client, mentor, shown):
    assert WORDS in page(client.get("/"))
    assert f"<figcaption>{mentor.first_name}, " in page(client.get("/"))
    Quote.objects.update(shows_name=False)

    assert mentor.first_name not in page(client.get("/"))
    assert mentor.name not in page(client.get("/"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    (
        ({"quote": ""}, "This field is required"),
        ({"quote": "x" * 201}, "at most 200 characters"),
        ({"quote": "See www.shop.example"}, "Leave out addresses and links."),
        ({"quote": "Write to me@home.example"}, "Leave out addresses and links."),
        ({"shows_name": "perhaps"}, "options on this page"),
        ({"consent": ""}, "Select this if you agree."),
    ),
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(as_, mentor, wrong, words):
    answer = as_(mentor).post(QUOTE, typed(**wrong))

    assert answer.status_code == 422
    assert words in page(answer)
    assert wrong.get("quote", WORDS) in page(answer)
    assert not Quote.objects.exists()


@pytest.mark.parametrize("name", ("html", "script", "template", "emoji"))
def test_hostile_words_are_text(client, mentor, name):
    quote = quotes.save_quote(mentor, text=factories.HOSTILE[name][:200], shows_name=True)
    quotes.decide(quote, shown=True, seen=quote.changed_at)

    assert "<script>alert" not in page(client.get("/")) and "<img src=x" not in page(client.get("/"))


def test_changed_it_waits_again_and_the_same_again_changes_nothing(as_, client, mentor, shown):
    as_(mentor).post(QUOTE, typed())
    assert Quote.objects.get().state == QuoteState.SHOWN

    as_(mentor).post(QUOTE, typed(quote="Other words."))
    client.logout()
    assert "Other words." not in page(client.get("/")) and WORDS not in page(client.get("/"))


def test_a_decision_is_about_what_was_read(mentor, shown):
    """Two at once: the mentor changes it while a coordinator reads."""
    before = shown.changed_at
    quotes.save_quote(mentor, text="Other words.", shows_name=True)

    assert not quotes.decide(shown, shown=True, seen=before)
    assert Quote.objects.get().state == QuoteState.WAITING


def test_taken_back_at_once(as_, client, mentor, shown):
    as_(mentor).post(f"{QUOTE}take-back/")
    client.logout()

    assert WORDS not in page(client.get("/"))
    assert not Quote.objects.exists()


@pytest.mark.parametrize("what", ("hidden", "paused", "suspended", "leaving", "left", "taken down"))
def test_it_goes_with_the_profile_the_member_or_by_a_coordinator(client, mentor, shown, what):
    profile = mentor.mentor_profile
    {
        "hidden": lambda: moderation.hide(profile, reason="No."),
        "paused": lambda: services.pause(profile),
        "suspended": lambda: moderation.suspend(mentor),
        "leaving": lambda: type(mentor).objects.filter(pk=mentor.pk).update(leaving_at=timezone.now()),
        "left": lambda: erase_member(mentor, leave_words=True),
        "taken down": lambda: quotes.decide(shown, shown=False, seen=shown.changed_at),
    }[what]()

    assert WORDS not in page(client.get("/"))


@pytest.mark.parametrize("who", ("mentee", "coordinator"))
def test_only_mentors_on_the_list_have_the_page(as_, who, request):
    client = as_(request.getfixturevalue(who))

    assert client.get(QUOTE).status_code == 404
    assert client.post(QUOTE, typed()).status_code == 404


def test_who_is_off_the_list_can_still_take_it_back(as_, mentor, shown):
    services.pause(mentor.mentor_profile)

    assert "Delete my quote" in page(as_(mentor).get(QUOTE))


def test_three_at_most_and_one_statement(client, mentor, shown):
    for _n in range(8):
        quote = quotes.save_quote(factories.mentor().member, text=f"{WORDS} {_n}", shows_name=False)
        quotes.decide(quote, shown=True, seen=quote.changed_at)
    client.get("/")
    with CaptureQueriesContext(connection) as seen:
        answer = client.get("/")

    assert page(answer).count("<blockquote>") == 3
    assert len([q for q in seen if "outreach_quote" in q["sql"]]) == 1
    assert len(seen) <= 2


def test_coordinators_read_and_decide(client, coordinator, mentor, staff_site):
    quote = quotes.save_quote(mentor, text=WORDS, shows_name=True)
    client.force_login(coordinator)
    where = f"/admin/outreach/quote/{quote.pk}/change/"

    assert WORDS in page(client.get(where))
    client.post(where, {"decision": "show", "seen": quote.changed_at.isoformat()})
    assert Quote.objects.get().state == QuoteState.SHOWN

    client.post(where, {"decision": "hide", "seen": quote.changed_at.isoformat()})
    assert Quote.objects.get().state == QuoteState.TAKEN_DOWN


def test_coordinators_are_told_if_it_changed_meanwhile(client, coordinator, mentor, staff_site):
    quote = quotes.save_quote(mentor, text=WORDS, shows_name=True)
    client.force_login(coordinator)
    Quote.objects.update(text="Other words.", changed_at=timezone.now() + timedelta(seconds=5))

    answer = client.post(
        f"/admin/outreach/quote/{quote.pk}/change/",
        {"decision": "show", "seen": quote.changed_at.isoformat()},
    )

    assert "has changed the quote since you opened the page" in page(answer)
    assert Quote.objects.get().state == QuoteState.WAITING
