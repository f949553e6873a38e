"""Product 26: an invitation to a mentorship begun elsewhere is confirmed once, however often one clicks."""

import factories
from mentorships import services
from mentorships.models import Invitation, Mentorship
from mentorships.services import recording
from mentorships.tests.invitations import answer, invite


def test_a_full_mentor_is_told_what_to_do(as_, mentee):
    """Capacity holds here too (product 23)."""
    full = factories.mentor(capacity=1).member
    factories.pair(full, factories.member())
    page = answer(as_(full), invite(mentee, full.email))

    assert "no room for another mentee" in page.content.decode()
    assert Mentorship.objects.count() == 1


def test_two_who_are_a_pair_already_stay_one(pair, as_, mentor, mentee):
    """No second one beside it."""
    page = answer(as_(mentor), invite(mentee, mentor.email))

    assert "already have a mentorship" in page.content.decode()
    assert Mentorship.objects.count() == 1


def test_confirming_twice_at_once_begins_one(committed, at_once):
    """Two tabs."""
    mentee, mentor = factories.member(), factories.member()
    invitation = invite(mentee, mentor.email)
    done = at_once(
        [lambda: recording.accept_invitation(Invitation.objects.select_related("by").get(), member=mentor)]
        * 2
    )

    assert Mentorship.objects.count() == 1
    assert sum(isinstance(result, Mentorship) for result in done) == 1, done
    assert isinstance(next(r for r in done if not isinstance(r, Mentorship)), recording.REFUSALS)
    assert invitation.code
    assert services.AlreadyPaired in recording.REFUSALS


def test_confirmed_twice_leads_to_the_page_of_the_pair_both_times(as_, mentee, stranger):
    invitation = invite(mentee, stranger.email)
    client = as_(stranger)
    pages = [answer(client, invitation).request["PATH_INFO"] for _ in range(2)]
    again = client.get(f"/mentorships/invited/{invitation.code}/")

    begun = Mentorship.objects.get().get_absolute_url()
    assert pages == [begun, begun]
    assert again.url == begun
