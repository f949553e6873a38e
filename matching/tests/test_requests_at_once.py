"""Product 22: requests that are sent at the same moment: no more than three, and each once."""

from factories import member, mentor, request
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from matching.tests.outcomes import kinds


def test_ten_requests_at_once_leave_three_open(at_once):
    """Product 22."""
    asker = member()
    mentors = [mentor().member for _ in range(10)]

    results = at_once([lambda one=one: request(asker, one) for one in mentors])

    assert kinds(results) == {"MentorRequest": 3, "CannotAsk": 7}
    assert MentorRequest.objects.filter(status=RequestStatus.OPEN).count() == 3


def test_the_same_request_sent_many_times_at_once_is_one(at_once):
    asker, asked = member(), mentor().member

    results = at_once([lambda: request(asker, asked)] * 8)

    assert kinds(results) == {"MentorRequest": 8}
    assert MentorRequest.objects.count() == 1
    assert OutgoingMail.objects.count() == 2


def test_two_mentors_ask_each_other_at_once(at_once):
    one, other = mentor().member, mentor().member

    results = at_once([lambda: request(one, other), lambda: request(other, one)] * 3)

    assert kinds(results) == {"MentorRequest": 6}
    assert MentorRequest.objects.count() == 2
