"""A mentorship begun elsewhere is recorded: both confirm, nobody learns who is a member (product 26)."""

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

import factories
from conduct.models import Block
from mail.models import OutgoingMail
from mentorships.models import Invitation, Mentorship
from mentorships.services import recording
from mentorships.tests.invitations import answer, invite
from profiles.models import MentorProfile

FORM = {"role": "mentee", "focus": "leadership", "style": ""}


def test_invited_confirmed_begun(as_, mentee, stranger):
    """Product 26: a private space like any other; a mentor in no list has room for the one they have."""
    as_(mentee).post("/mentorships/record/", {**FORM, "address": stranger.email.upper()})
    invitation = Invitation.objects.get()
    client = as_(stranger)
    assert "asks you to confirm" in client.get("/mentorships/").content.decode()
    page = client.get(f"/mentorships/invited/{invitation.code}/")
    assert "already their mentor" in page.content.decode()
    answer(client, invitation)

    pair = Mentorship.objects.get()
    assert (pair.mentor, pair.mentee, pair.status) == (stranger, mentee, "active")
    profile = MentorProfile.objects.get(member=stranger)
    assert (profile.active, profile.status) == (1, "draft")
    invitation.refresh_from_db()
    assert (invitation.status, invitation.address) == ("accepted", "")
    assert OutgoingMail.objects.filter(to=mentee, kind="mentorships/invitation_accepted").count() == 1


def test_nobody_learns_whether_an_address_is_a_members(as_, mentee, stranger):
    """Product 26: same page, same mail, same number of mails."""
    client, pages = as_(mentee), []
    for address in (stranger.email, "somebody@else.example"):
        page = client.post("/mentorships/record/", {**FORM, "address": address}, follow=True)
        body = page.content.decode().replace(address, "ADDRESS")
        for invited in Invitation.objects.all():
            body = body.replace(str(invited.code), "CODE")
        pages.append(body.split("<main")[1].split("Waiting")[0].split("csrfmiddlewaretoken")[0])

    assert pages[0] == pages[1]
    letters = OutgoingMail.objects.filter(kind="mentorships/invited").order_by("pk")
    texts = [
        letter.text.replace(str(invited.code), "CODE")
        for letter, invited in zip(letters, Invitation.objects.order_by("pk"), strict=True)
    ]
    assert texts[0] == texts[1]
    assert [letter.to for letter in letters] == [None, None]


def test_somebody_new_joins_with_the_address_and_confirms(as_, mentee):
    """A non-member: the invitation waits for whoever confirms the address."""
    invitation = invite(mentee, "new@else.example")
    new = factories.member(email="new@else.example")
    answer(as_(new), invitation)

    assert Mentorship.objects.get().mentor == new


@pytest.mark.parametrize("who", ("stranger", "coordinator", "mentee"))
def test_an_invitation_is_nothing_to_anybody_else(who, as_, mentor, mentee, request):
    """Same bytes as for a code that does not exist."""
    invitation = invite(mentee, mentor.email)
    client = as_(request.getfixturevalue(who))
    pages = [
        client.get(f"/mentorships/invited/{code}/")
        for code in (invitation.code, "00000000-0000-4000-8000-000000000000")
    ]

    assert [page.status_code for page in pages] == [404, 404]
    assert pages[0].content.split(b"<main")[1] == pages[1].content.split(b"<main")[1]
    answer(client, invitation)
    assert not Mentorship.objects.exists()


def test_an_address_that_is_not_confirmed_opens_nothing(as_, mentor, mentee, stranger):
    """Typing an address into one's account is not having it."""
    invitation = invite(mentee, mentor.email)
    EmailAddress.objects.create(user=stranger, email="x" + mentor.email, verified=False)
    Invitation.objects.update(address="x" + mentor.email)
    answer(as_(stranger), invitation)

    assert not Mentorship.objects.exists()


@pytest.mark.parametrize(
    ("address", "why"),
    [("not an address", "valid email"), ("", "required"), ("{own}", "your own"), ("{twice}", "already")],
)
def test_what_cannot_be_invited_is_said_at_the_field(address, why, as_, mentee):
    """Bad input; what was typed stays."""
    invite(mentee, "twice@else.example")
    address = address.format(own=mentee.email, twice="Twice@Else.example")
    page = as_(mentee).post("/mentorships/record/", {**FORM, "address": address}).content.decode()

    assert why in page
    assert Invitation.objects.count() == 1
    assert 'value="leadership" selected' in page


def test_not_more_than_a_few_at_a_time(mentee):
    """Nobody becomes a mailing machine."""
    for number in range(recording.OPEN_AT_MOST):
        invite(mentee, f"{number}@else.example")

    with pytest.raises(recording.CannotInvite):
        invite(mentee, "more@else.example")


def test_declining_tells_nothing_and_taking_back_closes_the_link(as_, mentor, mentee):
    """Both ways it comes to nothing."""
    first = invite(mentee, mentor.email)
    answer(as_(mentor), first, "decline")
    assert not OutgoingMail.objects.filter(to=mentee).exists()
    second = invite(mentee, mentor.email)
    as_(mentee).post(f"/mentorships/invited/{second.code}/withdraw/")
    answer(as_(mentor), second)

    assert not Mentorship.objects.exists()
    assert set(Invitation.objects.values_list("address", flat=True)) == {""}


def test_an_invitation_that_is_too_old_is_none(as_, mentor, mentee):
    """Thirty days; then a new one can be sent."""
    invitation = invite(mentee, mentor.email)
    Invitation.objects.update(expires_at=timezone.now())
    answer(as_(mentor), invitation)

    assert not Mentorship.objects.exists()
    invite(mentee, mentor.email)


def test_whoever_keeps_somebody_away_gets_no_mail(as_, mentor, mentee):
    """Product 36: at once everywhere; the inviter sees no difference."""
    Block.objects.create(by=mentor, whom=mentee)
    invitation = invite(mentee, mentor.email)

    assert not OutgoingMail.objects.filter(kind="mentorships/invited").exists()
    assert as_(mentor).get(f"/mentorships/invited/{invitation.code}/").status_code == 404
