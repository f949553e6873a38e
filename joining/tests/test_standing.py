"""Product 2, 61: a membership that ends pauses, and never deletes; running mentorships go on."""

import pytest
from allauth.account.models import EmailAddress

import factories
from joining.models import RosterEntry
from joining.tests.exports import file_of
from mail.models import OutgoingMail
from matching import services
from mentorships.models import Mentorship
from profiles.models import MentorProfile

CURRENT, ENDED = "1,{0.name},{0.email},Active", "1,{0.name},{0.email},Lapsed"


@pytest.fixture
def listed(take_in):
    """Put a member on the association's list, or tell what has become of their membership."""

    def put(member, line=CURRENT):
        EmailAddress.objects.get_or_create(user=member, email=member.email, verified=True, primary=True)
        take_in(file_of(line.format(member)))
        return RosterEntry.objects.get()

    return put


def kinds():
    return set(OutgoingMail.objects.values_list("kind", flat=True))


def test_a_confirmed_address_ties_the_account_to_the_list(listed, mentee):
    assert listed(mentee).member == mentee
    assert kinds() == set()


def test_an_address_that_nobody_confirmed_ties_nothing(take_in, mentee):
    EmailAddress.objects.filter(user=mentee).delete()
    EmailAddress.objects.create(user=mentee, email=mentee.email, verified=False)

    take_in(file_of(CURRENT.format(mentee)))

    assert RosterEntry.objects.get().member is None


def test_a_mentor_leaves_the_list_with_the_membership_and_comes_back_with_it(listed, mentor):
    listed(mentor)
    listed(mentor, ENDED)
    assert not MentorProfile.objects.get(member=mentor).listed
    assert kinds() == {"joining/membership_ended"}

    listed(mentor, CURRENT)
    assert MentorProfile.objects.get(member=mentor).listed
    assert kinds() == {"joining/membership_ended", "joining/membership_back"}


def test_a_profile_that_was_paused_by_its_mentor_stays_paused(listed, mentor):
    from profiles.services import pause

    listed(mentor)
    pause(mentor.mentor_profile)
    listed(mentor, ENDED)
    listed(mentor, CURRENT)

    assert not MentorProfile.objects.get(member=mentor).listed


def test_whoever_is_no_member_begins_nothing_new_and_keeps_what_there_is(listed, mentor, mentee):
    pair = factories.pair(mentor, factories.member())
    listed(mentee)
    listed(mentee, ENDED)

    with pytest.raises(services.CannotAsk, match="your membership has ended"):
        services.send_request(mentee=mentee, mentor=mentor, focus="change", message="Hello")
    assert Mentorship.objects.get(pk=pair.pk).status == pair.status


def test_an_ended_mentor_cannot_put_the_profile_back_alone(as_, listed, mentor):
    listed(mentor)
    listed(mentor, ENDED)

    page = as_(mentor).post("/profile/mentor/pause/", {"resume": ""}, follow=True)

    assert "your membership has ended" in page.content.decode()
    assert not MentorProfile.objects.get(member=mentor).listed


def test_leaving_keeps_the_list_and_forgets_the_account(listed, mentee):
    from joining.privacy import unlink_entry

    listed(mentee)
    unlink_entry(mentee, leave_words=False)

    assert RosterEntry.objects.get().member is None
