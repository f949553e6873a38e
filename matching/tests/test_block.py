"""Block (product 36): at once and everywhere, told to nobody."""

import pytest

import factories
from factories import letter
from factories import request as ask
from mail.models import OutgoingMail
from matching import services
from matching.blocking import block
from matching.models import MentorRequest
from mentorships.models import Invitation, Mentorship, StatusChange
from mentorships.services import AlreadyPaired, begin
from profiles.models import Member, MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_from_a_pair_it_ends_at_once_and_nobody_is_told(as_, pair, sides):
    by, whom = sides
    letters = OutgoingMail.objects.count()
    page = as_(by).post(f"/mentorships/{pair.code}/trouble/block/", follow=True)

    pair.refresh_from_db()
    assert pair.status == "ended"
    assert StatusChange.objects.latest("pk").by == by
    assert MentorProfile.objects.get(member=pair.mentor).active == 0
    assert page.redirect_chain == [("/profile/blocked/", 302)]
    assert whom.name in main_text(page)
    assert OutgoingMail.objects.count() <= letters


def test_open_requests_both_ways_end_without_words_or_mails(as_, sides):
    by, whom = sides
    mine, theirs = ask(by, whom), ask(whom, by)
    others = ask(by, factories.mentor().member)
    assert OutgoingMail.objects.filter(to=whom).exists()
    as_(by).post(f"/requests/{theirs.code}/block/")

    states = dict(MentorRequest.objects.values_list("pk", "status"))
    assert states == {mine.pk: "withdrawn", theirs.pk: "declined", others.pk: "open"}
    assert not OutgoingMail.objects.filter(to=whom).exists()
    assert {row.kind for row in OutgoingMail.objects.filter(to=by)} == {"matching/request_sent"}
    page = as_(whom).get(f"/requests/{theirs.code}/")
    assert "Declined" in main_text(page)
    assert not [told for told in ("has blocked", "blocked you", "been blocked") if told in main_text(page)]
    assert main_text(as_(whom).get(f"/requests/{mine.code}/")).count("Withdrawn") == 1


def test_the_pages_of_what_ended_stay_but_show_no_way_to_reach_the_other(as_, pair, sides):
    by, whom = sides
    for member in sides:
        Member.objects.filter(pk=member.pk).update(
            contact=f"call-me-{member.pk}", job_title=f"Post {member.pk}"
        )
        letter(pair, member, letter=f"kept-heron-{member.pk}")
    row = ask(pair.mentor, pair.mentee)
    block(by, whom)

    for reader, other in ((by, whom), (whom, by)):
        archive = main_text(as_(reader).get(f"/mentorships/{pair.code}/feedback/"))
        assert f"kept-heron-{other.pk}" in archive
        for url in (f"/mentorships/{pair.code}/", f"/requests/{row.code}/"):
            page = as_(reader).get(url).content.decode()
            assert other.name in page
            for told in (f"call-me-{other.pk}", other.email, f"Post {other.pk}"):
                assert told not in page
        late = as_(reader).post(f"/mentorships/{pair.code}/feedback/write/", {"letter": "x", "give": "1"})
        assert "has ended" in main_text(late)
    assert pair.feedback.count() == 2


def test_nothing_begins_between_them(sides):
    by, whom = sides
    block(by, whom)
    for mentee, mentor in ((by, whom), (whom, by)):
        with pytest.raises(services.CannotAsk, match="taking a break"):
            ask(mentee, mentor)
        with pytest.raises(AlreadyPaired):
            begin(mentor=mentor, mentee=mentee, focus="specific-skill", style="", by=mentor)
    assert not Mentorship.objects.exists()


def test_open_invitations_between_them_are_dropped(sides):
    by, whom = sides
    from django.utils import timezone

    facts = {"by_mentor": True, "focus": "specific-skill", "expires_at": timezone.now()}
    rows = [
        Invitation.objects.create(by=one, address=other.email.upper(), **facts)
        for one, other in ((by, whom), (whom, by))
    ]
    other = Invitation.objects.create(by=by, address="else@test.example", **facts)
    letters = OutgoingMail.objects.count()
    block(by, whom)

    found = {row.pk: (row.status, row.address) for row in Invitation.objects.all()}
    assert found == {
        rows[0].pk: ("withdrawn", ""),
        rows[1].pk: ("declined", ""),
        other.pk: ("open", "else@test.example"),
    }
    assert OutgoingMail.objects.count() == letters


def test_mails_about_the_pair_that_wait_are_taken_back_and_others_are_not(sides, pair, stranger):
    by, whom = sides
    letter(pair, by)
    other = factories.pair(by, stranger) if by == pair.mentor else factories.pair(whom, stranger)
    letter(other, stranger)
    waiting = OutgoingMail.objects.filter(kind="feedback/feedback_given")
    assert waiting.count() == 2
    block(by, whom)

    assert [str(other.code) in row.text for row in waiting] == [True]
