"""What people and coordinators can do with a programme, as steps of a state machine: see `test_lives_of_programmes`."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

import factories
from matching import services as matching
from matching.blocking import block
from matching.models import MentorRequest
from mentoring.lib.vault import CannotSeal
from mentorships.services import MentorshipMoveNotAllowed, parting
from mentorships.services.locking import Conflict
from privacy import account_closure
from profiles import moderation
from programmes import staff
from programmes.models import Enrolment, Milestone, Pairing, Programme, Sees
from programmes.services import ending, joining, pairing, reminding
from programmes.tests.conftest import asked
from testing.clocks import Clock
from testing.programmes import for_qualification, make, milestone

WHO, WHICH, MINE = st.integers(0, 5), st.integers(0, 30), st.booleans()
LEVEL = st.sampled_from(Sees.values)
REFUSED = (
    Conflict,
    CannotSeal,
    MentorshipMoveNotAllowed,
    matching.CannotAsk,
    matching.RequestMoveNotAllowed,
    *matching.REFUSALS,
)
JOBS = (
    ending.fill_places,
    reminding.remind_of_milestones,
    ending.follow_last_days,
    ending.warn_of_ends,
    ending.end_pairs,
    ending.note_ended_pairs,
    ending.close_programmes,
)


class Lives(RuleBasedStateMachine):
    """A programme with two mentors and two places for mentees: one has a mentor in it, one has asked, two wait."""

    qualification = False

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock, self.patch = Clock(timezone.now()), pytest.MonkeyPatch()
        self.patch.setattr("django.utils.timezone.now", lambda: self.clock.now)
        for model, column in ((Enrolment, "joined_at"), (Pairing, "began_at")):
            self.patch.setattr(model._meta.get_field(column), "_get_default", lambda: self.clock.now)
        self.people = [factories.mentor(capacity=1).member for _ in range(2)]
        self.people += [factories.member() for _ in range(4)]
        until = self.today + timedelta(days=30)
        self.code = (for_qualification if self.qualification else make)(places=2, sign_up_until=until).code
        self.settled = True
        self.begin()
        self.set_the_scene()

    def begin(self):
        """What the checks remember."""

    def set_the_scene(self):
        """All six have joined, in this order."""
        for number in range(6):
            self.join(number, as_mentor=True, places=2, old_page=1)
        self.add_a_milestone(days=5)
        self.ask(2, 0, at_once=True)
        self.ask(3, 1, at_once=False)

    def teardown(self):
        """As if it had never been."""
        self.patch.undo()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @property
    def programme(self):
        """As it is now."""
        return Programme.objects.get(code=self.code)

    @property
    def today(self):
        """The day that it is."""
        return self.clock.now.date()

    def attempt(self, step, *args, **facts):
        """A step is taken whole, or refused and leaves nothing; a second later than the last."""
        self.clock.go(seconds=1)
        self.settled = False
        try:
            with transaction.atomic():
                step(*args, **facts)
        except REFUSED:
            pass

    def person(self, which, among=slice(None)):
        """One of them as they are now, or None for who cannot sign in."""
        among = self.people[among]
        who = among[which % len(among)]
        who.refresh_from_db()
        return who if who.is_active else None

    def some(self, rows, which):
        rows = list(rows.order_by("pk"))
        return rows[which % len(rows)] if rows else None

    def pairs(self):
        return Pairing.objects.select_related("programme", "mentorship__mentor", "mentorship__mentee")

    @rule(who=WHO, as_mentor=MINE, places=st.integers(1, 2), old_page=st.integers(0, 4))
    def join(self, who, as_mentor, places, old_page):
        """One joins; now and then from a page that says another level."""
        if member := self.person(who):
            now = self.programme
            part = "mentor" if as_mentor and who < 2 else "mentee"
            seen = now.sees if old_page else (now.sees + 1) % 4
            self.attempt(joining.join, now, member, part=part, seen=seen, places=places)

    @rule(who=WHO)
    def leave(self, who):
        """One leaves it, or the waiting list."""
        if member := self.person(who):
            self.attempt(joining.leave, self.programme, member)

    @rule(who=WHO, whom=WHO, at_once=MINE)
    def ask(self, who, whom, at_once):
        """One asks another within it, who may say yes at once."""
        mentee, mentor = self.person(who), self.person(whom, slice(2))
        if mentee and mentor and mentee != mentor:
            self.attempt(asked, self.programme, mentee, mentor)
            if at_once:
                self.decide(-1, "accept")

    @rule(which=WHICH, how=st.sampled_from(["accept", "decline", "withdraw"]))
    def decide(self, which, how):
        """Any request, in whatever state, is answered or taken back."""
        if request := self.some(MentorRequest.objects.select_related("mentor", "mentee"), which):
            self.attempt(getattr(matching, f"{how}_request"), request)

    @rule(which=WHICH, mine=MINE, submits=MINE)
    def end_a_pair(self, which, mine, submits):
        """One of a pair ends it; or the mentee submits."""
        if found := self.some(self.pairs(), which):
            if submits and self.qualification:
                self.attempt(pairing.submit, found, by=found.mentorship.mentee)
            else:
                pair = found.mentorship
                self.attempt(parting.conclude, pair, by=pair.mentor if mine else pair.mentee)

    @rule(which=WHICH, what=WHICH, undo=MINE)
    def mark(self, which, what, undo):
        """A pair marks a milestone as done, or as open after all."""
        found, what = self.some(self.pairs(), which), self.some(Milestone.objects.all(), what)
        if found and what:
            step = pairing.mark_open if undo else pairing.mark_done
            self.attempt(step, found, what, by=found.mentorship.mentee)

    @rule(days=st.integers(1, 20))
    def add_a_milestone(self, days):
        """A coordinator adds one."""
        milestone(self.programme, starts_at=self.clock.now + timedelta(days=days))

    @rule(sees=LEVEL)
    def change_level(self, sees):
        """A coordinator wants to see more, or less."""
        self.clock.go(seconds=1)
        now = self.programme
        was, now.sees = now.sees, sees
        if was != sees:
            now.save()
            staff.change_level(now, was=was)
            self.level_has_changed(sees)

    def level_has_changed(self, sees):
        """For the checks."""

    @rule(places=st.integers(1, 3), days=st.integers(-10, 20))
    def change_places_and_dates(self, places, days):
        """A coordinator changes how many take part, and when it ends or how long each pair has."""
        now = self.programme
        now.places = places
        if now.ends_on:
            now.ends_on += timedelta(days=days)
        else:
            now.weeks = max(now.weeks + days, 1)
        now.save()
        self.settled = False

    @rule(who=WHO, whom=WHO, chance=st.integers(0, 3))
    def keep_apart(self, who, whom, chance):
        """One blocks another."""
        by, other = self.person(who), self.person(whom)
        if by and other and by != other and chance == 3:
            self.attempt(block, by, other)

    @rule(who=WHO, chance=st.integers(0, 4))
    def leave_for_good(self, who, chance):
        """An account is closed, the days of grace included; or suspended for a while."""
        member = self.person(who)
        if member and chance == 4:
            account_closure.request_closure(member, leave_words=False)
            account_closure.finish_closure(account_closure.closure_of(member).pk)
            self.settled = False
        elif chance == 3:
            step = moderation.suspend if member else moderation.restore
            self.attempt(step, self.people[who % len(self.people)])

    @rule(days=st.sampled_from([0, 1, 6, 30]))
    def follow(self, days):
        """Days go by, and the worker does what follows by itself."""
        self.clock.go(days=days)
        for job in JOBS:
            job(self.clock.now)
        self.settled = True
