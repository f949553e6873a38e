"""A closing that fails or is cancelled leaves no trace, and whoever is leaving begins nothing new (P5, P6)."""

import pytest

import factories
from matching import services as matching_services
from matching.models import MentorRequest
from mentorships import services
from mentorships.models import Mentorship
from mentorships.services import recording
from privacy import account_closure, erasure_list, erasure_replay, jobs
from privacy.models import AccountClosure
from privacy.tests.leaving import finish


def test_a_closing_that_fails_is_undone_whole_and_on_no_list(pair, mentee, monkeypatch):
    """The member can still stay, the mentorship goes on, and no replay closes them."""
    account_closure.request_closure(mentee, leave_words=False)
    monkeypatch.setattr("profiles.privacy._former_member", lambda member: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        account_closure.finish_closure(AccountClosure.objects.get().pk)

    assert Mentorship.objects.get().status == "active"
    assert erasure_list.entries() == []
    assert account_closure.cancel_closure(mentee)
    assert erasure_replay.everything() == (0, 0)


def test_what_a_crash_left_out_of_the_list_is_added(pair, mentee, monkeypatch):
    """Between the database and the file."""
    with monkeypatch.context() as patch:
        patch.setattr(erasure_list, "remember_member", lambda *args, **kwargs: None)
        finish(mentee)
    assert erasure_list.entries() == []

    jobs.run()
    assert erasure_list.codes() == {str(mentee.code)}


def test_a_closing_called_off_at_that_moment_is_none(mentee):
    """Found due, gone when its turn comes."""
    account_closure.request_closure(mentee, leave_words=False)
    pk = AccountClosure.objects.get().pk
    account_closure.cancel_closure(mentee)

    assert account_closure.finish_closure(pk) is False


def test_whoever_is_leaving_begins_nothing_new(mentor, mentee, stranger):
    """No pair that would end before it began."""
    request = factories.request(mentee, mentor)
    invitation = recording.invite(by=stranger, address=mentor.email, by_mentor=False, focus="leadership")
    account_closure.request_closure(mentor, leave_words=False)
    account_closure.request_closure(mentee, leave_words=False)

    with pytest.raises(matching_services.CannotAsk):
        factories.request(mentee, factories.mentor().member)
    with pytest.raises(services.AlreadyPaired):
        recording.accept_invitation(invitation, member=mentor)
    assert MentorRequest.objects.get(pk=request.pk).status in ("withdrawn", "declined")
    account_closure.cancel_closure(mentee)
    factories.request(mentee, factories.mentor().member)
