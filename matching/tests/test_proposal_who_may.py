"""Product 24: who sees a proposal, who may change it, and what its pages cost."""

import pytest

from factories import member
from matching.models import Proposal
from matching.tests.assignment_cast import MATTERS, PUBLIC, fitting, waits
from matching.tests.proposals import PAGE, name_of, propose
from profiles.models import AccessLogEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(db):
    return waits(member(**PUBLIC, name="Amina Otieno"), **MATTERS)


def test_everybody_named_on_the_page_can_see_that_it_was_opened(as_, ready, coordinator, staff_site):
    """Product 57."""
    for _twice in range(2):
        as_(coordinator).get(PAGE)

    looks = AccessLogEntry.objects.values_list("member__name", "what")
    assert sorted(looks) == [("Amina Otieno", "wish"), ("Noor van Dijk", "wish")]


@pytest.mark.parametrize("who", ("mentee", "stranger", "mentor"))
def test_members_do_not_come_in(who, as_, ready, request):
    client = as_(request.getfixturevalue(who))
    request.getfixturevalue("staff_site")
    assert client.get(PAGE).status_code == 302
    for step in ("ask/", f"{ready.pk}/send/", f"{ready.pk}/discard/", "remove/1/"):
        assert client.post(f"{PAGE}{step}").status_code == 302

    assert Proposal.objects.get().state == "ready"


def test_staff_without_the_right_and_links_do_nothing(as_, ready, coordinator, staff_site):
    client = as_(member(is_staff=True))
    steps = ("ask/", f"{ready.pk}/send/", f"{ready.pk}/discard/", f"remove/{name_of('Second Best').pk}/")
    assert client.get(PAGE).status_code == 403
    assert {client.post(f"{PAGE}{step}").status_code for step in steps} == {403}
    assert {as_(coordinator).get(f"{PAGE}{step}").status_code for step in steps} == {403}

    assert Proposal.objects.get().state == "ready"


def test_fifty_cost_as_much_as_one(as_, coordinator, statements, staff_site):
    counts = []
    for number in (1, 49):
        for _one in range(number):
            fitting(capacity=1, formats=["phone"])
            waits(**MATTERS)
        Proposal.objects.all().delete()
        propose()
        counts.append(statements(as_(coordinator), PAGE))

    assert counts[0] == counts[1]
