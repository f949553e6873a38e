"""The last places at the same moment: never more people than places, and nobody lost."""

import factories
from mail.models import OutgoingMail
from programmes.models import Enrolment, EnrolmentState
from programmes.services.joining import leave
from testing.programmes import enrol, make


def test_one_gets_the_last_place_and_the_other_waits_and_is_told(at_once):
    programme = make(places=1)
    two = [factories.member() for _ in range(2)]

    results = at_once([lambda member=member: enrol(programme, member) for member in two])

    assert not [result for result in results if isinstance(result, Exception)], results
    assert sorted(result.state for result in results) == [EnrolmentState.ENROLLED, EnrolmentState.WAITING]
    assert OutgoingMail.objects.filter(kind="programmes/joined").count() == 2


def test_a_double_click_joins_once(at_once):
    programme, member = make(), factories.member()

    results = at_once([lambda: enrol(programme, member) for _ in range(3)])

    assert len({result.pk for result in results}) == 1


def test_two_who_leave_at_once_make_room_for_two(at_once):
    programme = make(places=2)
    members = [factories.member() for _ in range(4)]
    for member in members:
        enrol(programme, member)

    results = at_once([lambda member=member: leave(programme, member) for member in members[:2]])

    assert results == [True, True]
    inside = Enrolment.objects.filter(state=EnrolmentState.ENROLLED).values_list("member", flat=True)
    assert set(inside) == {member.pk for member in members[2:]}
