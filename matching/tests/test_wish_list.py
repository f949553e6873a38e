"""Product 25: wishes are shown to mentors who have room, and to nobody else."""

from datetime import timedelta

import pytest

from conduct.models import Block
from factories import member, mentor
from matching import offers, wishes
from matching.models import MentorOffer, Wish
from matching.tests.wish_offers import LIST, offer
from profiles import moderation
from profiles import services as people
from profiles.models import Member, MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_a_mentor_with_room_reads_who_looks_for_what(as_, mentor, wish):
    page = main_text(as_(mentor).get(LIST))

    for words in ("Amina Otieno", "binds seed packets.", "Offer to be their mentor"):
        assert words in page


@pytest.mark.parametrize("who", ("mentee", "stranger", "coordinator"))
def test_nobody_else_reads_or_answers_them(who, as_, wish, request):
    client = as_(request.getfixturevalue(who))
    page = main_text(client.get(LIST))

    assert "For mentors who have room" in page
    assert "seed packets" not in page
    assert offer(client, wish).status_code == 404
    assert not MentorOffer.objects.exists()


@pytest.mark.parametrize("step", ("full", "paused", "hidden"))
def test_nor_does_a_mentor_without_room(step, as_, mentor, wish):
    profile = mentor.mentor_profile
    if step == "full":
        MentorProfile.objects.update(active=2)
    elif step == "paused":
        people.pause(profile)
    else:
        moderation.hide(profile, reason="A check.")

    assert "seed packets" not in main_text(as_(mentor).get(LIST))
    assert offer(as_(mentor), wish).status_code == 404


def test_signed_out_there_is_nothing(client, wish):
    assert client.get(LIST).status_code == 302
    assert offer(client, wish).status_code == 403


@pytest.mark.parametrize("why", ("own", "blocks", "blocked", "suspended", "leaving"))
def test_some_are_not_shown(why, as_, mentor, mentee, wish):
    if why == "own":
        wishes.take_back_wish(mentee)
        wish = wishes.write_wish(mentor, what="binds seed packets.", focus="")
    if why in ("blocks", "blocked"):
        one, other = (mentor, mentee) if why == "blocks" else (mentee, mentor)
        Block.objects.create(by=one, whom=other)
    if why == "suspended":
        moderation.suspend(mentee)
    if why == "leaving":
        Member.objects.filter(pk=mentee.pk).update(leaving_at=wish.made_at)

    assert "seed packets" not in main_text(as_(mentor).get(LIST))
    assert "No posts right now" in main_text(as_(mentor).get(LIST))
    assert offer(as_(mentor), wish).status_code == 404


def test_newest_first_and_paged(as_, mentor):
    for number in range(25):
        row = wishes.write_wish(member(), what=f"knows-{number:02}.", focus="")
        Wish.objects.filter(pk=row.pk).update(made_at=row.made_at + timedelta(hours=number))
    first, second = (main_text(as_(mentor).get(f"{LIST}?page={number}")) for number in (1, 2))

    assert first.index("knows-24") < first.index("knows-23") < first.index("knows-05")
    assert "knows-04" not in first
    assert "knows-04" in second


def test_with_the_coordinators_mentors_go_on_seeing_it(as_, mentor, mentee, wish):
    Wish.objects.update(unheard_at=wish.made_at)
    wishes.hand_to_coordinators(mentee)

    assert "seed packets" in main_text(as_(mentor).get(LIST))


def test_fifty_cost_as_much_as_one(as_, statements):
    reader = mentor().member
    counts = []
    for number in (1, 49):
        for _one in range(number):
            offers.offer(wishes.write_wish(member(), what="knows maps.", focus="leadership"), reader)
        counts.append(statements(as_(reader), LIST))

    assert counts[0] == counts[1] <= 8
