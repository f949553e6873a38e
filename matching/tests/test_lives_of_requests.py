"""P36, P37: whatever people do, in whatever order, the rows tell one true story.

A state machine. `LIVES=500 make test ARGS="-k lives_of_requests"` lives that many; each run of the tests some.
"""

import os
from contextlib import suppress

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis import settings as how
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from directory import facet_index
from directory.models import Listing
from factories import member, mentor, request
from matching import services
from matching.models import MOVES, MentorRequest, RequestStatus
from mentorships import services as mentorships
from mentorships.models import MOVES as PAIR_MOVES
from mentorships.models import Mentorship, MentorshipKind, StatusChange
from mentorships.models.mentorship import WITH_PLACE
from peers.services import look_for_peer
from profiles import services as people
from profiles.models import MentorProfile

REFUSED = (services.CannotAsk, *services.REFUSALS, mentorships.MentorshipMoveNotAllowed, people.NotReady)
SEATS = st.integers(1, 4)
ONE_OF = st.integers(0, 99)

LIVES = int(os.environ.get("LIVES", "20"))


class Lives(RuleBasedStateMachine):
    """Two mentors, four others who ask, all of them look for peers; every step is tried, and refused only in words."""

    rows = Bundle("rows")

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        facet_index.forget_index()
        self.mentors = [mentor(capacity=1), mentor(capacity=2)]
        self.people = [member() for _ in range(4)] + [one.member for one in self.mentors]
        for person in self.people:
            look_for_peer(person, about="Hello.")
        self.seen = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def mentor_now(self, number):
        return MentorProfile.objects.select_related("member").get(
            pk=self.mentors[number % len(self.mentors)].pk
        )

    @rule(target=rows, who=ONE_OF, whom=ONE_OF, focus=st.sampled_from(["leadership", "networking"]))
    def ask(self, who, whom, focus):
        with suppress(*REFUSED):
            return request(self.people[who % 6], self.mentor_now(whom).member, focus=focus)
        return None

    @rule(target=rows, who=ONE_OF, whom=ONE_OF)
    def ask_a_peer(self, who, whom):
        with suppress(*REFUSED):
            return services.send_request(
                mentee=self.people[who % 6],
                mentor=self.people[whom % 6],
                focus="networking",
                message="Hello.",
                kind=MentorshipKind.PEERS,
            )
        return None

    @rule(mentor_request=rows, step=st.sampled_from(["accept", "decline", "withdraw"]))
    def decide(self, mentor_request, step):
        if mentor_request:
            with suppress(*REFUSED):
                getattr(services, f"{step}_request")(MentorRequest.objects.get(pk=mentor_request.pk))

    @rule(mentor_request=rows)
    def decide_from_an_old_page(self, mentor_request):
        if mentor_request:
            with suppress(*REFUSED):
                services.accept_request(mentor_request)

    @rule(mentor_request=consumes(rows))
    def decline_and_pause(self, mentor_request):
        if mentor_request:
            with suppress(*REFUSED):
                services.decline_request(MentorRequest.objects.get(pk=mentor_request.pk), then_pause=True)

    @rule(number=ONE_OF, step=st.sampled_from(["pause", "rest", "resume", "end"]))
    def move_a_pair(self, number, step):
        pairs = list(Mentorship.objects.order_by("pk"))
        if pairs:
            both = pairs[number % len(pairs)]
            with suppress(*REFUSED):
                getattr(mentorships, step)(both, by=both.mentee)

    @rule(number=ONE_OF, step=st.sampled_from(["pause", "publish"]))
    def move_a_mentor(self, number, step):
        getattr(people, step)(self.mentor_now(number))

    @rule(number=ONE_OF, places=SEATS)
    def change_places(self, number, places):
        profile = self.mentor_now(number)
        if places >= profile.active:  # the form refuses less
            profile.capacity = places
            people.save_mentor(profile)

    @invariant()
    def active_counts_the_open_mentorships_and_is_never_above_the_places(self):
        for profile in MentorProfile.objects.all():
            mine = Mentorship.objects.filter(mentor=profile.member, kind=MentorshipKind.MENTORING)
            assert profile.active == mine.filter(status__in=WITH_PLACE).count() <= profile.capacity

    @invariant()
    def nobody_has_too_many_peers_and_no_two_are_peers_twice(self):
        peers = Mentorship.objects.filter(kind=MentorshipKind.PEERS).exclude(status="ended")
        pairs = [frozenset(two) for two in peers.values_list("mentor", "mentee")]
        assert len(set(pairs)) == len(pairs)
        taking_place = [
            two for pair in peers.filter(status__in=WITH_PLACE) for two in (pair.mentor_id, pair.mentee_id)
        ]
        assert all(taking_place.count(person.pk) <= 3 for person in self.people)

    @invariant()
    def the_list_says_what_the_profile_says(self):
        for profile in MentorProfile.objects.select_related("member"):
            listing = Listing.objects.get(mentor=profile)
            assert (listing.listed, listing.room) == (profile.listed, profile.room)

    @invariant()
    def no_two_are_a_pair_twice_or_ask_twice_or_ask_too_many(self):
        running = Mentorship.objects.exclude(status="ended").values_list("mentor", "mentee", "kind")
        waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN).values_list(
            "mentor", "mentee", "kind"
        )
        assert len(set(running)) == len(running)
        assert len(set(waiting)) == len(waiting)
        asked_by = [(mentee, kind) for _mentor, mentee, kind in waiting]
        assert all(asked_by.count(one) <= 3 for one in asked_by)

    @invariant()
    def every_step_of_a_request_is_in_the_table(self):
        for mentor_request in MentorRequest.objects.all():
            was = self.seen.get(mentor_request.pk, RequestStatus.DRAFT)
            assert mentor_request.status == was or mentor_request.status in MOVES.get(was, ()), (
                was,
                mentor_request.status,
            )
            assert (mentor_request.mentorship_id is not None) == (
                mentor_request.status == RequestStatus.ACCEPTED
            )
            self.seen[mentor_request.pk] = mentor_request.status

    @invariant()
    def every_step_of_a_pair_is_in_the_table_and_in_its_history(self):
        for both in Mentorship.objects.all():
            steps = list(StatusChange.objects.filter(mentorship=both).order_by("pk"))
            assert [step.was for step in steps] == ["", *(step.now for step in steps[:-1])]
            assert all(step.now in PAIR_MOVES[step.was] for step in steps[1:])
            assert steps[-1].now == both.status


@pytest.mark.django_db
def test_whatever_people_do_the_rows_tell_one_true_story():
    run(Lives, settings=how(max_examples=LIVES, stateful_step_count=30, deadline=None, database=None))
