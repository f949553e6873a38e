"""Product 25: one click offers oneself; the letter about it goes once, without words, and not after a no."""

import pytest

from mail.models import OutgoingMail
from mail.outgoing import outbox
from matching import offers, wishes
from matching.blocking import block
from matching.models import MentorOffer
from matching.tests.wish_offers import LIST, offer
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_an_offer_is_one_click_one_row_and_one_letter_without_words(as_, mentor, mentee, wish):
    for _twice in range(2):
        answer = offer(as_(mentor), wish)
    assert "You’ve offered to be their mentor" in main_text(as_(mentor).get(answer.url))

    letter = OutgoingMail.objects.get()
    assert (letter.kind, letter.to) == ("matching/wish_offered", mentee)
    assert letter.subject == "Rosalind Achterberg has offered to be your mentor"
    assert "/wishes/mine/" in letter.text
    assert "seed packets" not in letter.text + letter.html


def test_taken_back_before_it_was_mailed_it_is_not_mailed(as_, mentor, wish):
    offer(as_(mentor), wish)
    for _twice in range(2):
        offer(as_(mentor), wish, undo="1")

    assert not OutgoingMail.objects.exists()
    assert "Offer to be their mentor" in main_text(as_(mentor).get(LIST))


def test_however_often_there_is_one_letter_and_none_after_a_no(as_, mentor, mentee, wish):
    """Offering again and again is no way to knock."""
    offer(as_(mentor), wish)
    outbox.drain()
    offers.decline_offer(mentee, mentor.code)
    for _again in range(2):
        offer(as_(mentor), wish, undo="1")
        offer(as_(mentor), wish)

    assert OutgoingMail.objects.count() == 1
    assert MentorOffer.objects.get().declined_at


def test_a_no_also_holds_where_the_letter_had_not_gone_out(as_, mentor, mentee, wish):
    offer(as_(mentor), wish)
    offers.decline_offer(mentee, mentor.code)
    offer(as_(mentor), wish, undo="1")
    offer(as_(mentor), wish)

    assert not OutgoingMail.objects.exists()


def test_a_block_takes_back_the_letter_that_waits(mentor, mentee, wish):
    offers.offer(wish, mentor)
    block(mentee, mentor)

    assert not OutgoingMail.objects.exists()


def test_a_wish_that_went_meanwhile_is_said(as_, mentor, mentee, wish, monkeypatch):
    monkeypatch.setattr(offers, "lock_member", lambda mentor: wishes.take_back_wish(mentee))
    page = as_(mentor).post(f"{LIST}{wish.code}/offer/", follow=True)

    assert "This post is no longer up" in main_text(page)
    assert not MentorOffer.objects.exists()
