"""What an answer that is refused leaves as it was."""

import pytest

from mail.incoming.dsn import NotOurs
from mail.models import OutgoingMail
from meetings.models import Attendee, OccurrenceResponse
from meetings.services import answers


def state():
    """All that an answer could change."""
    return (
        list(Attendee.objects.order_by("pk").values_list("pk", "answer", "answered_at", "sequence")),
        list(OccurrenceResponse.objects.values_list("seat", "meeting", "answer", "answered_at")),
        OutgoingMail.objects.exclude(kind="meetings/reply_not_taken").count(),
    )


def refused(raw, why):
    """Nothing changes, and the reason holds nothing of the mail."""
    before = state()
    with pytest.raises(NotOurs) as caught:
        answers.take_reply(raw)
    assert why in str(caught.value)
    assert "Secretwords" not in str(caught.value)
    assert "@" not in str(caught.value)
    assert state() == before
