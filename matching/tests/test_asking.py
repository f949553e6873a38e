"""Products 49, 68: each kind of request has its own rules, one door for all of them."""

import pytest

from factories import member
from matching import asking, services
from matching.models import MentorRequest
from mentorships.models import MentorshipKind
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db
CODE = "7f0c1c1e-0d6e-4e36-9f0a-6d2d3d1a1b11"


class OfTest(asking.Asking):
    """A kind that refuses when it is told to, and remembers what began."""

    def __init__(self):
        self.refuse_ask = self.refuse_yes = ""
        self.begun_with = []

    def check_can_ask(self, mentee, mentor, *, scheme):
        if self.refuse_ask:
            raise asking.CannotAsk(f"{self.refuse_ask} {scheme}")

    def check_can_accept(self, request):
        if self.refuse_yes:
            raise asking.CannotAccept(self.refuse_yes)

    def begun(self, request):
        self.begun_with.append((request.mentorship.kind, str(request.scheme)))


@pytest.fixture
def kind(monkeypatch):
    rules = OfTest()
    monkeypatch.setitem(asking.ASKING, MentorshipKind.PROGRAMME, rules)
    return rules


def ask(mentee, mentor, kind=MentorshipKind.PROGRAMME):
    return services.send_request(
        mentee=mentee, mentor=mentor, focus="networking", message="Hello.", kind=kind, scheme=CODE
    )


def test_a_kind_that_has_no_room_of_its_own_takes_none(kind, mentee, mentor):
    before = MentorProfile.objects.get(member=mentor).active
    request = ask(mentee, mentor)
    services.accept_request(request)

    assert kind.begun_with == [("programme", CODE)]
    assert MentorProfile.objects.get(member=mentor).active == before


def test_what_a_kind_refuses_is_not_sent(kind, mentee, mentor):
    kind.refuse_ask = "Not in"
    with pytest.raises(asking.CannotAsk, match=f"Not in {CODE}"):
        ask(mentee, mentor)
    assert not MentorRequest.objects.exists()


def test_what_a_kind_refuses_at_the_yes_stays_open(kind, mentee, mentor):
    request = ask(mentee, mentor)
    kind.refuse_yes = "The programme is over."
    with pytest.raises(asking.CannotAccept, match="over"):
        services.accept_request(request)
    request.refresh_from_db()
    assert (request.status, request.mentorship) == ("open", None)


def test_the_same_two_may_ask_in_two_ways(kind, mentee, mentor):
    ask(mentee, mentor)
    ask(mentee, mentor, MentorshipKind.MENTORING)
    assert set(MentorRequest.objects.values_list("kind", flat=True)) == {"mentoring", "programme"}


def test_an_answer_in_a_programme_says_nothing_of_the_usual_time(kind, mentee, mentor):
    services.decline_request(ask(mentee, mentor))
    assert MentorProfile.objects.get(member=mentor).answers == 0


def test_who_has_no_profile_can_be_asked_where_none_is_needed(kind, mentee):
    services.accept_request(ask(mentee, member()))
    assert kind.begun_with
