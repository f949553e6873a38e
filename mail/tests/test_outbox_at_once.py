"""P20: several drains at the same moment send each mail once."""

import pytest

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written


@pytest.mark.parametrize("drains", [2, 5])
def test_drains_side_by_side_send_each_letter_once(drains, server, at_once, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 3)
    written(20)

    counts = at_once([outbox.drain] * drains)

    assert sum(counts) == 20
    assert len(server.sent) == len({number for number, _mail in server.sent}) == 20
    assert OutgoingMail.objects.waiting().count() == 0


def test_one_occasion_written_by_many_at_once_is_one_letter(at_once):
    from factories import member
    from profiles.notifications import AccountRestored

    amina = member()

    def write():
        return AccountRestored.post(
            to=amina, occasion="the-same", context={"member": amina, "link": "https://m.example/"}
        ).pk

    numbers = at_once([write] * 8)

    assert len(set(numbers)) == 1
    assert OutgoingMail.objects.count() == 1
