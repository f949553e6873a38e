"""Room for calls is taken at the first of them."""

from mentoring.lib.call_stack import SLOTS, with_room_for_calls


def deep(calls):
    return calls and 1 + deep(calls - 1)


def test_it_answers_as_before_and_takes_the_room():
    @with_room_for_calls
    def roomy(calls, *, more=0):
        return deep(calls) + more

    assert roomy(500, more=1) == 501
    assert roomy.__code__.co_stacksize == SLOTS


def test_requests_have_it():
    """Without it the list of mentors is a tenth slower under gunicorn."""
    from mentoring.wsgi import application

    assert application.__code__.co_stacksize == SLOTS
