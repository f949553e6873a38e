"""Nobody is written to who has left, or across a block (P5, P6)."""

import pytest

import factories
from conduct import desk
from conduct import services as conduct_services
from conduct.models import Block, CaseKind
from mail.models import OutgoingMail
from mail.outgoing import flood
from mentoring.lib.vault import CannotSeal
from mentorships import services
from mentorships.services import parting
from mentorships.services.locking import Conflict
from privacy import account_closure
from privacy.tests.leaving import finish
from profiles import moderation
from profiles.models import Member


def kinds(member):
    return set(OutgoingMail.objects.filter(to=member).values_list("kind", flat=True))


def test_who_has_left_is_not_brought_back_nor_written_to(mentee):
    """By a coordinator's button, or by an answer to a case."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    finish(mentee)
    gone = Member.objects.get(pk=mentee.pk)
    moderation.restore(gone)
    case.refresh_from_db()
    desk.answer_case(case, author=factories.member(), text="We are here.")

    assert not Member.objects.get(pk=mentee.pk).is_active
    assert not OutgoingMail.objects.filter(to=mentee).exists()


def test_leaving_and_staying_again_and_again_fills_no_mailbox(pair, mentor, mentee):
    """Attack A10: a member did it, so it was not held; the other still reads all of it, in the mail of the day."""
    for _again in range(8):
        account_closure.request_closure(mentee, leave_words=False)
        account_closure.cancel_closure(mentee)
    mails = OutgoingMail.objects.filter(to=mentor)

    assert mails.exclude(due_at=None).count() == 2 * flood.AT_ONCE_AN_HOUR
    assert mails.count() == 16


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


def test_nothing_is_written_for_who_has_left(pair, mentee):
    """P5, once more: no key comes back."""
    draft = factories.letter(pair, mentee)
    finish(mentee)
    draft.letter = "still here"
    with pytest.raises(CannotSeal):
        draft.save()
