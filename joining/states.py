"""What an association's own words for a membership mean: current, ended, or nothing that we know."""

import json
from datetime import date
from functools import cache

from joining.clashes import look_again_at_events
from joining.models import MembershipState, StateMeaning
from joining.reading.headings import DATA, folded

UNKNOWN, NO_MEMBERSHIP = "unknown", "none"
UNSAID = "unsaid"  # of an event that tells nothing of the membership: it stays as it is
# The best membership of a person wins.
BEST_FIRST = (MembershipState.CURRENT, UNKNOWN, MembershipState.LAPSED, NO_MEMBERSHIP)


@cache
def shipped_meanings():
    """{folded word: MembershipState} as delivered."""
    by_state = json.loads((DATA / "states.json").read_text())
    return {word: MembershipState(state) for state, words in by_state.items() for word in words}


def meanings():
    """{folded word: MembershipState}: as delivered, and what coordinators have decided since."""
    decided = StateMeaning.objects.values_list("word", "meaning")
    return {**shipped_meanings(), **{word: MembershipState(meaning) for word, meaning in decided}}


def state_of(row, known, today: date):
    """The membership that a row tells of: a MembershipState, UNKNOWN or NO_MEMBERSHIP.

    The association's word counts; without one the day until which it is paid; without a column of either, whoever
    is on the list is a member. `known` is what `meanings` gives.
    """
    if row.state:
        return known.get(folded(row.state), UNKNOWN)
    if row.paid_through:
        return MembershipState.CURRENT if row.paid_through >= today else MembershipState.LAPSED
    return MembershipState.CURRENT if row.state is None else NO_MEMBERSHIP


def keep_meaning(word, meaning, *, by):
    """Note what an association's word means. The first coordinator to say so counts; nothing for no word."""
    if folded(word):
        StateMeaning.objects.get_or_create(
            word=folded(word)[:60], defaults={"meaning": MembershipState(meaning), "decided_by": by}
        )
        look_again_at_events()
