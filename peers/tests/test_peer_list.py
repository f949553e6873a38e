"""Product 15, 68: somebody like me, elsewhere: who is on the list, in which order, and why."""

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import member
from mentorships.models import MentorshipKind
from mentorships.services import begin, rest
from peers import services
from peers.models import PeerProfile
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/peers/"


def names(client, query=""):
    """Whom the page shows, in order."""
    return [card["name"] for card in client.get(PAGE + query).context["cards"]]


def looking(name, **fields):
    person = member(name=name, **fields)
    services.look_for_peer(person, about="Hello.")
    return person


def test_those_with_most_in_common_come_first_with_their_reasons(as_, asker, asked):
    looking("Cleo Far", library_type="public")
    client = as_(asker)
    assert names(client) == ["Ben Cho", "Cleo Far"]
    text = main_text(client.get(PAGE))
    assert "Also works solo" in text
    assert "The same kind of library" in text
    assert "Also interested in" in text


def test_nobody_sees_themselves(as_, asker):
    assert names(as_(asker)) == []


def test_colleagues_are_not_elsewhere(as_, asker, asked):
    Member.objects.filter(pk=asked.pk).update(employer="NORTH SCHOOL")
    assert names(as_(asker)) == []


def test_who_is_away_is_not_shown(as_, asker, asked):
    for change in ({"is_active": False}, {"leaving_at": timezone.now()}):
        Member.objects.filter(pk=asked.pk).update(**change)
        assert names(as_(asker)) == []
        Member.objects.filter(pk=asked.pk).update(is_active=True, leaving_at=None)
    assert names(as_(asker)) == ["Ben Cho"]


@pytest.mark.parametrize("by_the_reader", [True, False])
def test_not_across_a_block(as_, asker, asked, by_the_reader):
    one, other = (asker, asked) if by_the_reader else (asked, asker)
    Block.objects.create(by=one, whom=other)
    assert names(as_(asker)) == []
    assert as_(asker).get(f"/peers/{asked.code}/").status_code == 404


def test_who_has_as_many_peers_as_one_can_have_is_not_shown(as_, asker, asked):
    for _each in range(3):
        last = begin(mentor=asked, mentee=member(), kind=MentorshipKind.PEERS, focus="", style="", by=asked)
    assert names(as_(asker)) == []

    rest(last, by=asked)
    assert names(as_(asker)) == ["Ben Cho"]


def test_leaving_the_list_keeps_the_line(as_, asker, asked):
    as_(asked).post("/peers/me/", {"stop": "1"})
    assert names(as_(asker)) == []
    assert PeerProfile.objects.get(member=asked).about.startswith("Ben Cho would")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?library_type=school", True),
        ("?library_type=public", False),
        ("?library_size=solo", True),
        ("?career_stage=manager", False),
        ("?area=cataloging-metadata", True),
        ("?area=cataloguing", True),  # no such term: left out
        ("?library_type=%00&page=-3&career_stage=nonsense", True),
    ],
)
def test_filters(as_, asker, asked, query, found):
    Member.objects.filter(pk=asked.pk).update(seeking_areas=["cataloging-metadata"])
    assert names(as_(asker), query) == (["Ben Cho"] if found else [])


def test_being_on_the_list(as_):
    person = member(name="Dee New")
    shown = as_(person).post("/peers/me/", {"about": "I would like to swap notes."}, follow=True)
    assert "You’re on the list" in main_text(shown)
    assert as_(person).post("/peers/me/", {"about": ""}).status_code == 200
    assert "This field is required" in main_text(as_(person).post("/peers/me/", {"about": " "}))


def test_an_account_that_closes_joins_no_list(as_):
    person = member(leaving_at=timezone.now())
    assert "keep your account first" in main_text(as_(person).post("/peers/me/", {"about": "Hello."}))
    assert not PeerProfile.objects.exists()


@pytest.mark.parametrize("count", [1, 50])
def test_as_many_statements_for_one_as_for_fifty(as_, asker, count, django_assert_max_num_queries):
    for number in range(count):
        looking(f"Peer {number}", library_type="school")
    client = as_(asker)
    client.get(PAGE)
    with django_assert_max_num_queries(8):
        client.get(PAGE)
