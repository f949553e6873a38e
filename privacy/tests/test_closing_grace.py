"""Until an account closes its member can stay after all; nothing is written while it closes (product 60, P16)."""

import pytest

import factories
from mentoring.lib.vault import CannotSeal
from mentorships.models import DataKey
from privacy import account_closure
from privacy.tests.leaving import kinds, later, leave, open_by


def test_staying_after_all_loses_nothing(written, as_, mentor, mentee):
    """Product 60."""
    before = len(open_by(mentee))
    account_closure.request_closure(mentee, leave_words=False)
    answer = as_(mentee).post("/profile/close/stay/", follow=True)

    assert "Your account stays open" in answer.content.decode()
    assert account_closure.finish_due_closures(later()) == 0
    assert len(open_by(mentee)) == before
    assert "privacy/partner_stays" in kinds(mentor.email)


def test_a_text_written_while_the_account_closes_is_refused(written, mentor, mentee):
    """Bad input: a partner who closes the account while the other writes; no key comes back."""
    draft = factories.letter(written, mentee)
    draft.letter = "one word more"
    leave(mentee)

    with pytest.raises(CannotSeal):
        draft.save()
    assert not DataKey.objects.filter(author=mentee).exists()
