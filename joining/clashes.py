"""One address, two people: whether they are one is asked of a coordinator once, and the answer is remembered."""

from joining.models import ClashAnswer, EventState, MembershipEvent
from mentoring.lib.signed import keyed_hash

SALT = "joining.clash"


def clash_key(email, *numbers):
    """Names a clash: an address, and the membership numbers of the two (empty for none). Tells neither."""
    return keyed_hash("\n".join((email, *sorted(numbers))), salt=SALT)


def answers():
    """{key: whether they are the same person} of all that coordinators have answered."""
    return dict(ClashAnswer.objects.values_list("key", "same"))


def keep_answer(key, *, same, by):
    """Note an answer. The first coordinator to give one counts."""
    ClashAnswer.objects.get_or_create(key=key, defaults={"same": same, "decided_by": by})
    look_again_at_events()


def look_again_at_events():
    """Something has been answered: the worker tries again what was a question."""
    MembershipEvent.objects.filter(state=EventState.QUESTION).update(state=EventState.RECEIVED)
