"""Attack A9: invitations are for those one knows; nobody sends mail to the world through them."""

import pytest

import factories
from mail.models import OutgoingMail
from mentorships.models import Invitation
from mentorships.services import recording

pytestmark = pytest.mark.django_db


def invite(by, address="known@test.example"):
    return recording.invite(by=by, address=address, by_mentor=True, focus="specific-skill")


def test_withdrawn_and_sent_again_ends_after_a_few(mentor):
    for number in range(recording.SENT_A_DAY):
        recording.withdraw_invitation(invite(mentor, f"{number}@test.example"), by=mentor)
    with pytest.raises(recording.CannotInvite, match="several invitations today"):
        invite(mentor)
    assert OutgoingMail.objects.count() == recording.SENT_A_DAY


def test_one_address_gets_two_mails_a_week_from_whomever(mentor):
    for _number in range(5):
        invite(factories.member())

    assert OutgoingMail.objects.filter(address="known@test.example").count() == recording.MAILS_A_WEEK
    assert Invitation.objects.count() == 5


def test_the_page_says_the_same_whether_a_mail_was_sent_or_not(mentor, as_):
    asked = {"address": "known@test.example", "role": "mentor", "focus": "specific-skill"}
    pages = [
        as_(factories.member(name="Somebody Else")).post("/mentorships/record/", asked, follow=True)
        for _number in range(4)
    ]

    assert len({page.redirect_chain[-1] for page in pages}) == 1
    assert OutgoingMail.objects.count() == recording.MAILS_A_WEEK


def test_whoever_signs_in_finds_it_without_a_mail(mentor, mentee):
    for _number in range(3):
        invite(factories.member(), mentee.email)

    assert len(recording.open_to(mentee)) == 3
