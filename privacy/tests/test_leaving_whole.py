"""Leaving leaves nothing behind, and a leaving that did not happen leaves no trace either (P5, P6)."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

import factories
from conduct import desk
from conduct import services as conduct_services
from conduct.models import Block, CaseKey, CaseKind
from feedback import services as feedback_services
from feedback.models import Feedback
from mail.models import OutgoingMail
from matching import services as matching_services
from matching.models import MentorRequest
from mentoring.lib.vault import CannotSeal
from mentorships import services
from mentorships.models import Invitation, Mentorship
from mentorships.services import parting, recording
from mentorships.services.locking import Conflict
from privacy import account_closure, disclosure_notices, erasure_list, erasure_replay, jobs, retention
from privacy.models import AccountClosure, Disclosure, DisclosureNotice
from profiles import services as profile_services
from profiles.models import AccessedObject, AccessLogEntry, Member


def finish(member, **options):
    account_closure.request_closure(member, leave_words=options.get("leave_words", False))
    return account_closure.finish_closure(AccountClosure.objects.get(member=member).pk)


def kinds(member):
    return set(OutgoingMail.objects.filter(to=member).values_list("kind", flat=True))


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


def test_the_address_is_nowhere_any_more(mentor, mentee):
    """Invitations by others, and mails that still wait."""
    recording.invite(by=mentor, address=mentee.email, by_mentor=True, focus="leadership")
    finish(mentee)

    assert set(Invitation.objects.values_list("address", flat=True)) == {""}
    left = OutgoingMail.objects.filter(address=mentee.email).values_list("kind", flat=True)
    assert list(left) == ["privacy/account_closed"]


def test_a_draft_goes_even_where_words_are_left(pair, mentor, mentee):
    """Never said, so not the other's."""
    feedback_services.save_feedback_draft(pair, author=mentee, letter="half a thought")
    factories.letter(pair, mentee)
    finish(mentee, leave_words=True)

    assert [row.letter for row in Feedback.objects.all()] == ["Thank you."]


def test_an_open_case_goes_once_it_is_closed(mentee):
    """Said so on the page; not two years later."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    finish(mentee)
    jobs.run()
    assert CaseKey.objects.exists()

    conduct_services.close_case(case)
    jobs.run()
    assert not CaseKey.objects.exists()
    assert str(case.code) in erasure_list.codes()


def test_a_restored_backup_gives_back_no_case_and_no_request(mentor, mentee):
    """P6: what was closed by then is shredded again, what was open is ended again."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    conduct_services.close_case(case)
    key = CaseKey.objects.values().get()
    facts = Member.objects.filter(pk=mentee.pk).values("name", "email", "is_active", "left_at").get()
    finish(mentee)
    AccountClosure.objects.all().delete()
    CaseKey.objects.create(**key)
    type(case).objects.update(closed_at=None)
    Member.objects.filter(pk=mentee.pk).update(**facts)
    request = factories.request(Member.objects.get(pk=mentee.pk), mentor)
    erasure_replay.everything()

    assert not CaseKey.objects.exists()
    assert MentorRequest.objects.get(pk=request.pk).status == "withdrawn"


def test_who_has_left_is_not_brought_back_nor_written_to(mentee):
    """By a coordinator's button, or by an answer to a case."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    finish(mentee)
    gone = Member.objects.get(pk=mentee.pk)
    profile_services.restore(gone)
    case.refresh_from_db()
    desk.answer_case(case, author=factories.member(), text="We are here.")

    assert not Member.objects.get(pk=mentee.pk).is_active
    assert not OutgoingMail.objects.filter(to=mentee).exists()


def test_the_looks_of_a_coordinator_who_leaves_stay_written(mentee, coordinator):
    """Product 57: for as long as the schedule says."""
    AccessLogEntry.objects.create(member=mentee, by=coordinator, what=AccessedObject.MEMBER)
    finish(coordinator)

    assert AccessLogEntry.objects.get().member == mentee


def test_nobody_is_written_to_across_a_block(pair, mentor, mentee):
    """Product 36: thanks, leaving and staying included."""
    services.end(pair, by=mentor)
    Block.objects.create(by=mentor, whom=mentee)
    with pytest.raises(Conflict):
        parting.thank(pair, author=mentee, text="Hello again")
    for _ in range(2):
        account_closure.request_closure(mentee, leave_words=False)
        account_closure.cancel_closure(mentee)

    assert not kinds(mentor) & {"mentorships/thanks_given", "privacy/partner_leaves", "privacy/partner_stays"}


def test_one_rule_that_fails_does_not_stop_the_others(mentee, coordinator, monkeypatch):
    """Retention goes on, and says which failed."""
    never = factories.member()
    never.emailaddress_set.update(verified=False)
    AccessLogEntry.objects.create(member=never, by=coordinator, what=AccessedObject.MEMBER)
    monkeypatch.setattr(account_closure, "finish_due_closures", lambda: 1 / 0)
    monkeypatch.setattr(timezone, "now", lambda real=timezone.now: real() + timedelta(days=31))
    done = jobs.run()

    assert done["accounts closed"] is None
    assert not Member.objects.filter(pk=never.pk).exists()


def test_where_somebody_signed_in_from_goes_with_the_session(as_, mentee):
    """The privacy page says the same day."""
    as_(mentee).get("/")
    UserSession.objects.get_or_create(
        user=mentee, session_key="gone", defaults={"ip": "192.0.2.1", "user_agent": "x"}
    )
    retention.apply_retention(timezone.now() + timedelta(days=15))

    assert not UserSession.objects.exists()


def test_a_suspended_member_is_told_of_a_disclosure_later(mentee):
    """Not marked as told while nobody was."""
    record = Disclosure.objects.create(
        number=1,
        officer="A",
        second_officer="B",
        reference="R",
        scope={},
        output_sha256="0" * 64,
        before="0" * 64,
        digest="1" * 64,
    )
    DisclosureNotice.objects.create(
        disclosure=record, member=mentee, due_on=timezone.now().date(), reference="R", disclosed_at=record.at
    )
    Member.objects.filter(pk=mentee.pk).update(is_active=False)
    assert disclosure_notices.tell_due() == 0

    Member.objects.filter(pk=mentee.pk).update(is_active=True)
    assert disclosure_notices.tell_due() == 1


def test_a_report_sent_again_with_texts_keeps_them(mentee, mentor):
    """Within the minute in which the same words are one report."""
    facts = {"member": mentee, "kind": CaseKind.REPORT, "text": "It happened.", "about": mentor}
    first = conduct_services.open_case(**facts)
    for _ in range(2):
        assert conduct_services.open_case(**facts, copies=[("Letter", "the words")]) == first

    assert [row.text for row in first.texts.exclude(copied_from=None)] == ["the words"]


def test_nothing_is_written_for_who_has_left(pair, mentee):
    """P5, once more: no key comes back."""
    draft = factories.letter(pair, mentee)
    finish(mentee)
    draft.letter = "still here"
    with pytest.raises(CannotSeal):
        draft.save()
