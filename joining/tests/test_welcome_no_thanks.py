"""Product 2: a no to the welcome is for good, is nobody's business, and can be taken back by its owner."""

import pytest

from joining import offers
from joining.models import DeclineCount, RosterEntry
from joining.tests.welcome_pages import JOIN, page_of

pytestmark = pytest.mark.django_db


def test_no_thanks_is_for_good_and_its_reason_is_nobodys(client, entry):
    client.post(page_of(entry), {"decline": "1", "reason": "time"})
    client.post(page_of(entry), {"decline": "1", "reason": "time"})

    assert RosterEntry.objects.get().declined_at
    assert offers.send_welcome_mails() == 0
    count = DeclineCount.objects.get()
    assert (count.reason, count.count, count.month.day) == ("time", 1, 1)


def test_a_no_can_be_taken_back_by_its_owner(client, entry):
    client.post(page_of(entry), {"decline": "1"})
    assert "changed your mind" in client.get(page_of(entry)).content.decode()

    client.post(page_of(entry), JOIN)
    assert RosterEntry.objects.get().declined_at is None


def test_a_reason_that_is_none_is_refused(client, entry):
    assert client.post(page_of(entry), {"decline": "1", "reason": "nonsense"}).status_code == 422
    assert RosterEntry.objects.get().declined_at is None
