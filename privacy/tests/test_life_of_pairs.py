"""Whatever happens in whatever order: no double pair, no double request, no illegal step (P35, P36, P37).

A state machine over requests and mentorships. `LIVES=2000 make test ARGS="-k life_of_pairs"` runs as
many lives of fifty steps as P36 names; each run of the tests lives a few.
"""

import os

import pytest
from django.db import transaction
from django.db.models import Count
from hypothesis import HealthCheck
from hypothesis import settings as limits
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

import factories
from matching import services as matching
from matching.blocking import block
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.vault import CannotSeal
from mentorships import services
from mentorships.models import MOVES, Mentorship, StatusChange
from mentorships.models.mentorship import OPEN, WITH_PLACE
from mentorships.services import parting, resting
from privacy import account_closure
from privacy.models import AccountClosure
from profiles.models import MentorProfile
from profiles.services import TooFewPlaces, save_mentor

LIVES = int(os.environ.get("LIVES", "8"))
NO = (
    CannotSeal,
    matching.RequestMoveNotAllowed,
    matching.CannotAsk,
    *matching.REFUSALS,
    services.MentorshipMoveNotAllowed,
)
WHO = st.integers(0, 3)
STEPS = (parting.pause_and_tell, parting.resume_and_tell, parting.conclude, resting.propose_rest)


class Lives(RuleBasedStateMachine):
    """Four mentors, four mentees, and everything they can do to one another."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.mentors = [factories.mentor(capacity=1 + n % 2).member for n in range(4)]
        self.mentees = [factories.member() for _ in range(4)]
        self.decided = {}

    def teardown(self):
        """As if it had never been."""
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def attempt(self, step):
        """A step is taken whole, or refused and leaves nothing."""
        try:
            with transaction.atomic():
                step()
        except NO:
            pass

    def some(self, model, which):
        rows = list(model.objects.select_related("mentor", "mentee").order_by("pk"))
        return rows[which % len(rows)] if rows else None

    @rule(mentee=WHO, mentor=WHO)
    def ask(self, mentee, mentor):
        """One asks."""
        asker, asked = self.mentees[mentee], self.mentors[mentor]
        asked.refresh_from_db()
        self.attempt(lambda: factories.request(asker, asked))

    @rule(which=st.integers(0, 50), how=st.sampled_from(["accept", "decline", "withdraw"]))
    def decide(self, which, how):
        """Any request, in whatever state, is answered or taken back."""
        request = self.some(MentorRequest, which)
        if request:
            self.attempt(lambda: getattr(matching, f"{how}_request")(request))

    @rule(which=st.integers(0, 50), how=st.sampled_from(STEPS), mine=st.booleans())
    def step(self, which, how, mine):
        """Any mentorship, in whatever state, is paused, left to rest, taken up or ended."""
        pair = self.some(Mentorship, which)
        if pair:
            by = pair.mentor if mine else pair.mentee
            self.attempt(lambda: how(pair, by=by))

    @rule(mentor=WHO, capacity=st.integers(1, 3))
    def change_capacity(self, mentor, capacity):
        """A mentor takes more, or fewer."""
        profile = MentorProfile.objects.get(member=self.mentors[mentor])
        profile.capacity = capacity
        try:
            with transaction.atomic():
                save_mentor(profile)
        except TooFewPlaces:
            pass

    @rule(mentee=WHO, mentor=WHO, turned=st.booleans())
    def block(self, mentee, mentor, turned):
        """One wants no contact with another."""
        two = [self.mentees[mentee], self.mentors[mentor]]
        self.attempt(lambda: block(*(reversed(two) if turned else two)))

    @rule(who=WHO, mentor=st.booleans())
    def leave(self, who, mentor):
        """An account is closed, the fourteen days included."""
        member = (self.mentors if mentor else self.mentees)[who]
        member.refresh_from_db()
        if member.is_active:
            account_closure.request_closure(member, leave_words=False)
            account_closure.finish_closure(AccountClosure.objects.get(member=member).pk)

    @invariant()
    def places_are_counted_truly(self):
        """P35, P37."""
        taking_place = Mentorship.objects.filter(status__in=WITH_PLACE)
        counts = dict(taking_place.values_list("mentor").annotate(Count("pk")))
        for profile in MentorProfile.objects.all():
            assert profile.active == counts.get(profile.member_id, 0)
            assert profile.active <= profile.capacity

    @invariant()
    def nothing_is_there_twice(self):
        """P36."""
        for rows in (
            Mentorship.objects.filter(status__in=OPEN),
            MentorRequest.objects.filter(status=RequestStatus.OPEN),
        ):
            two = rows.values_list("mentor", "mentee")
            assert len(two) == len(set(two))

    @invariant()
    def every_step_was_allowed(self):
        """P36: history holds only moves of the table, each beginning where the last one ended."""
        last = {}
        for change in StatusChange.objects.order_by("pk"):
            was = last.get(change.mentorship_id, "")
            assert change.was == was
            assert not was or change.now in MOVES[was]
            last[change.mentorship_id] = change.now
        assert last == dict(Mentorship.objects.values_list("pk", "status"))

    @invariant()
    def what_is_decided_stays_decided(self):
        """P36."""
        now = dict(MentorRequest.objects.exclude(status="open").values_list("pk", "status"))
        assert self.decided.items() <= now.items()
        self.decided = now


@pytest.mark.django_db
def test_whatever_happens_the_counts_are_true_and_every_step_was_allowed(settings_of_lists):
    """P35, P36, P37."""
    run_state_machine_as_test(
        Lives,
        settings=limits(
            max_examples=LIVES,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


@pytest.fixture
def settings_of_lists(tmp_path, settings):
    """An erasure list of its own."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
