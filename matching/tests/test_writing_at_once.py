"""Trust P38: what is written at the same moment is kept once, and nobody finds the database locked."""

from factories import member, mentor, pair, request
from feedback import services as feedback
from feedback.models import Feedback
from mail.models import OutgoingMail
from matching.tests.outcomes import kinds
from mentorships.models import Mentorship
from profiles import services as people


def test_feedback_given_many_times_at_once_is_given_once(at_once):
    both = pair(mentor().member, member())

    def give():
        return feedback.give_feedback(Mentorship.objects.get(), author=both.mentee, letter="Thank you.")

    results = at_once([give] * 6)

    assert kinds(results) == {"Feedback": 6}
    assert Feedback.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="feedback/feedback_given").count() == 1


def test_twenty_writers_at_once_find_no_locked_database(at_once):
    """P38."""
    profiles = [mentor(capacity=9) for _ in range(5)]
    askers = [member() for _ in range(10)]
    jobs = [lambda one=one: people.save_member(one) for one in askers]
    jobs += [lambda one=one: [people.pause(one), people.publish(one)] for one in profiles]
    jobs += [lambda one=one: request(askers[0], one.member) for one in profiles]

    results = at_once(jobs)

    wrong = [one for one in results if isinstance(one, Exception)]
    assert {type(one).__name__ for one in wrong} <= {"CannotAsk"}
    assert len(jobs) == 20
