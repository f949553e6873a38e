"""Product 24, 49: coordinators suggest mentors of the programme by the tiers; the member chooses, the mentor answers."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from matching import services as asking
from matching.blocking import block
from matching.models import Tier
from programmes import proposing
from programmes.models import PairedBy, ProposedName, Sees
from programmes.services import naming
from programmes.services.joining import leave
from programmes.tests.conftest import asked
from testing.pages import main_text
from testing.programmes import enrol, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(db):
    return make(paired_by=PairedBy.PROPOSALS, sees=Sees.MEMBERS)


@pytest.fixture
def mentors(programme):
    """Two mentors of it, the second of whom helps with settling in; and one of the list who is not in it."""
    factories.mentor(name="Out Side", helps_with=["settle-in"])
    found = [
        factories.mentor(name=name, helps_with=helps).member
        for name, helps in (("Some Body", ["confidence"]), ("Best Fit", ["settle-in"]))
    ]
    for mentor in found:
        enrol(programme, mentor, part="mentor", places=1)
    return found


def named(programme):
    naming.ask_for_names(programme)
    proposing.compute_proposals(timezone.now())
    rows = ProposedName.objects.filter(programme=programme, sent_at=None).order_by("mentee", "rank")
    return list(rows.values_list("mentee__name", "mentor__name", "tier"))


def test_the_best_fit_of_the_programme_alone_comes_first(programme, mentors, mentee):
    enrol(programme, mentee, focus="settle-in")

    assert named(programme)[0] == (mentee.name, "Best Fit", Tier.ALL)
    assert "Out Side" not in {mentor for _mentee, mentor, _tier in named(programme)}


def test_no_mentor_is_named_more_often_than_they_have_places(programme, mentors):
    for _one in range(4):
        enrol(programme, factories.member(), focus="settle-in")
    found = [mentor for _mentee, mentor, _tier in named(programme)]

    assert sorted(found) == ["Best Fit", "Some Body"]


def test_those_who_wait_or_have_a_mentor_in_it_are_not_served(mentors, programme):
    programme.places = 1
    programme.save()
    inside, waits = factories.member(), factories.member()
    enrol(programme, inside)
    enrol(programme, waits)
    ProposedName.objects.create(
        programme=programme, mentee=inside, mentor=mentors[0], rank=1, tier=1, sent_at=timezone.now()
    )
    asking.accept_request(asked(programme, inside, mentors[0]))

    assert named(programme) == []


@pytest.mark.parametrize("turn", [1, -1])
def test_who_keeps_apart_is_left_out_without_a_word(turn, programme, mentors, mentee):
    enrol(programme, mentee, focus="settle-in")
    block(*[mentee, mentors[1]][::turn])

    assert {mentor for _mentee, mentor, _tier in named(programme)} == {"Some Body"}


def test_who_did_not_agree_to_be_seen_is_neither_named_nor_served(mentee):
    programme = make(sees=Sees.NUMBERS)
    mentor = factories.mentor(name="Un Seen").member
    enrol(programme, mentor, part="mentor")
    programme.sees, programme.paired_by = Sees.MEMBERS, PairedBy.PROPOSALS
    programme.save()
    enrol(programme, mentee)

    assert named(programme) == []


def test_a_sent_name_reaches_the_member_once_by_mail_and_on_the_page(programme, mentors, mentee, as_):
    enrol(programme, mentee, focus="settle-in")
    named(programme)
    page = f"/programmes/{programme.code}/"
    assert "Best Fit" not in main_text(as_(mentee).get(page))

    assert naming.send_names(programme) == 1
    for _time in range(2):
        naming.tell_of_names(timezone.now())

    assert OutgoingMail.objects.filter(kind="programmes/names_sent").count() == 1
    assert "Best Fit" in main_text(as_(mentee).get(page))
    assert named(programme) == []  # there are fresh names to look at


def test_later_others_are_named_never_the_same_again(programme, mentors, mentee):
    enrol(programme, mentee, focus="settle-in")
    named(programme)
    naming.send_names(programme)
    ProposedName.objects.update(sent_at=timezone.now() - timedelta(days=90))

    assert [mentor for _mentee, mentor, _tier in named(programme)] == ["Some Body"]


def test_whoever_leaves_is_named_no_more(programme, mentors, mentee):
    enrol(programme, mentee)
    named(programme)
    leave(programme, mentors[1])

    assert set(ProposedName.objects.values_list("mentor__name", flat=True)) <= {"Some Body"}


def test_where_members_choose_nobody_is_named():
    with pytest.raises(naming.Conflict):
        naming.ask_for_names(make())
