"""A calendar or an address for answers that cannot be mailed is refused when it is written (P25)."""

import pytest
from django.core.exceptions import ValidationError

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.outgoing.message import calendar_method
from testing.calendar_mails import INVITE, invitation

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ODD = {
    "none": INVITE.replace("METHOD:REQUEST\r\n", ""),
    "empty": INVITE.replace("REQUEST", ""),
    "two": INVITE.replace("END:VEVENT", "METHOD:CANCEL"),
    "a header behind it": INVITE.replace("REQUEST", 'REQUEST"; x=y'),
    "a line behind it": INVITE.replace("METHOD:REQUEST", "METHOD:REQUEST\rX-Evil: 1"),
    "not a calendar": "hello",
}


@pytest.mark.parametrize("odd", ODD)
def test_a_calendar_that_says_no_method_or_two_is_refused_before_it_is_written(odd):
    """To the one who wrote it: in the drain it would be tried for three days."""
    with pytest.raises(ValueError, match="METHOD"):
        invitation(ODD[odd])
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "address",
    (
        "a@b.example\nBcc: c@d.example",
        "a@b.example\r\nX-Evil: 1",
        "a@b.example, c@d.example",
        "no address",
        "a@b.example\n",
    ),
)
def test_an_address_for_answers_that_is_none_is_refused_before_it_is_written(address):
    with pytest.raises(ValidationError):
        invitation(reply_to=address)
    assert not OutgoingMail.objects.exists()


def test_a_row_that_was_bent_by_hand_is_not_sent(server):
    """Past the code: a broken line in a header ends the try, not the mail's shape."""
    mail = invitation()
    mail.reply_to = "a@b.example\nBcc: c@d.example"
    mail.save()

    assert outbox.drain() == 0
    assert server.sent == []
    assert calendar_method(OutgoingMail.objects.get().calendar) == "REQUEST"
