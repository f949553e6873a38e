"""Leaving leaves nothing behind (P5, P6)."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.utils import timezone

import factories
from feedback import services as feedback_services
from feedback.models import Feedback
from mail.models import OutgoingMail
from mentorships.models import Invitation
from mentorships.services import recording
from privacy import account_closure, disclosure_notices, jobs, retention
from privacy.models import Disclosure, DisclosureNotice
from privacy.tests.leaving import finish
from profiles.models import AccessedObject, AccessLogEntry, Member


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

    assert [one_letter.letter for one_letter in Feedback.objects.all()] == ["Thank you."]


def test_the_looks_of_a_coordinator_who_leaves_stay_written(mentee, coordinator):
    """Product 57: for as long as the schedule says."""
    AccessLogEntry.objects.create(member=mentee, by=coordinator, what=AccessedObject.MEMBER)
    finish(coordinator)

    assert AccessLogEntry.objects.get().member == mentee


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
