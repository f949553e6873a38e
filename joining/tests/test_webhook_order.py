"""Events that come late and out of order: nothing newer is overwritten, and the end is the same."""

from itertools import permutations

import pytest

from joining.models import EventState, MembershipEvent, RosterEntry
from joining.tests.exports import file_of
from joining.tests.webhooks import AMINA, DAYS, NUMBER
from joining.webhook import applying

EVENTS = (
    ("joined", AMINA, DAYS[0]),
    ("changed", NUMBER | {"city": "Nairobi", "employer": "National Library"}, DAYS[1]),
    ("lapsed", NUMBER, DAYS[2]),
    ("changed", NUMBER | {"city": "Kisumu"}, DAYS[3]),
)


@pytest.mark.parametrize("order", list(permutations(EVENTS)))
def test_in_whatever_order_they_come_the_end_is_the_same(order, tell):
    for kind, data, at in order:
        tell(kind, data, at=at)
    applying.work_on_events()

    entry = RosterEntry.objects.get()
    assert (entry.city, entry.employer, entry.state) == ("Kisumu", "National Library", "lapsed")
    assert set(MembershipEvent.objects.values_list("state", flat=True)) == {EventState.DONE}


def test_what_happened_earlier_fills_gaps_and_no_more(tell, amina):
    tell("changed", NUMBER | {"city": "Kisumu"}, at=DAYS[2])
    tell("changed", NUMBER | {"city": "Nairobi", "employer": "National Library"}, at=DAYS[1])

    amina.refresh_from_db()
    assert (amina.city, amina.employer) == ("Kisumu", "National Library")


def test_an_earlier_end_does_not_undo_a_later_return(tell, amina):
    tell("rejoined", NUMBER, at=DAYS[2])
    tell("lapsed", NUMBER, at=DAYS[1])

    amina.refresh_from_db()
    assert amina.state == "current"


def test_an_end_counts_though_a_later_change_came_first(tell, amina):
    """Facts and the membership are dated apart."""
    tell("changed", NUMBER | {"city": "Kisumu"}, at=DAYS[2])
    tell("lapsed", NUMBER, at=DAYS[1])

    amina.refresh_from_db()
    assert (amina.state, amina.city) == ("lapsed", "Kisumu")


def test_an_older_number_that_comes_late_is_a_former_one(tell, amina):
    tell("changed", AMINA | {"Member Number": "907"}, at=DAYS[2])
    tell("changed", AMINA, at=DAYS[1])

    amina.refresh_from_db()
    assert (amina.external_id, amina.former_ids) == ("907", ["7"])


def test_a_later_file_is_taken_as_it_is(tell, amina, take_in):
    take_in(file_of("7,Amina Otieno,amina@library.example,Lapsed"))

    amina.refresh_from_db()
    assert amina.state == "lapsed"
