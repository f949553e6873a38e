"""Product 49: whatever people and coordinators do with a programme, in whatever order, the rows tell one true story.

A state machine. `LIVES=500 make test ARGS="-k lives_of_programmes"` lives that many; each run of the tests a few.
"""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as limits
from hypothesis.stateful import invariant, run_state_machine_as_test

from mail.models import OutgoingMail
from mentorships.models import MOVES, Mentorship, StatusChange
from mentorships.models.mentorship import OPEN
from profiles.models import MentorProfile
from programmes.models import (
    Enrolment,
    EnrolmentState,
    MilestoneReminder,
    Pairing,
    Part,
    Sees,
    Tick,
    VisibleEnrolment,
    VisiblePair,
    VisibleTick,
)
from programmes.models.enrolment import OPEN_STATES
from programmes.tests.lives import Lives

LIVES = int(os.environ.get("LIVES", "3"))
STATES = {"waiting": {"enrolled", "left"}, "enrolled": {"left", "over"}}


class LivesOfProgrammes(Lives):
    """What holds after each step."""

    def begin(self):
        """What was so before the last step; what each has agreed to, by what was said to them."""
        self.rows, self.known_pairs, self.agreed, self.agreed_pairs = {}, set(), {}, {}
        self.promoted, self.warned, self.thanked = Counter(), set(), 0

    def level_has_changed(self, sees):
        """Less holds for everybody who is in, more for nobody."""
        for agreed in (self.agreed, self.agreed_pairs):
            agreed.update({pk: min(level, sees) for pk, level in agreed.items()})

    @invariant()
    def one_true_story(self):
        """In this order: each remembers what the next one asks."""
        was, now = self.rows, {row.pk: row for row in Enrolment.objects.select_related("member")}
        self.enrolments_go_forwards_and_nobody_twice(was, now)
        self.places_hold_and_the_list_goes_in_order(was, now)
        self.pairs_are_of_two_who_take_part(now)
        self.coordinators_see_what_was_agreed(now)
        self.it_ends_when_it_says_so()
        self.nobody_is_written_to_twice(was, now)
        self.rows = now

    def enrolments_go_forwards_and_nobody_twice(self, was, now):
        for pk, row in now.items():
            before = was[pk].state if pk in was else row.state
            assert row.state == before or row.state in STATES.get(before, ()), (before, row.state)
        running = Counter(row.member_id for row in now.values() if row.state in OPEN_STATES)
        assert set(running.values()) <= {1}

    def places_hold_and_the_list_goes_in_order(self, was, now):
        inside, before = _mentees(now, "enrolled"), _mentees(was, "enrolled")
        assert len(inside) <= self.programme.places or inside <= before
        waits = {pk for pk in _mentees(now, "waiting") if _is_here(now[pk].member)}
        passed = waits & {pk for pk in _mentees(was, "waiting") if _is_here(was[pk].member)}
        assert not [(pk, first) for pk in inside - before for first in passed if first < pk]
        self.promoted.update(now[pk].member_id for pk in inside & _mentees(was, "waiting"))
        if self.settled and self.today <= self.programme.last_day:
            assert not waits or len(inside) >= self.programme.places

    def pairs_are_of_two_who_take_part(self, now):
        """When it begins; and the mentor has a place in it, not one of the free ones."""
        inside = {row.member_id: row for row in now.values() if row.state == EnrolmentState.ENROLLED}
        for pairing in Pairing.objects.exclude(pk__in=self.known_pairs).select_related("mentorship"):
            self.known_pairs.add(pairing.pk)
            mentor, mentee = (
                inside[pk] for pk in (pairing.mentorship.mentor_id, pairing.mentorship.mentee_id)
            )
            assert (mentor.part, mentee.part) == (Part.MENTOR, Part.MENTEE)
            taken = Mentorship.objects.filter(mentor=mentor.member, status__in=OPEN).exclude(pairing=None)
            assert taken.count() <= mentor.places
            self.agreed_pairs[pairing.pk] = min(self.agreed.get(one.pk, one.sees) for one in (mentor, mentee))
        assert not MentorProfile.objects.exclude(active=0).exists()

    def coordinators_see_what_was_agreed(self, now):
        """What was said when they joined, or less if it was narrowed since; nothing of whoever has left."""
        for pk, row in now.items():
            self.agreed.setdefault(pk, row.sees)
        shown = {row.member_id for pk, row in now.items() if self.is_shown(pk, row)}
        assert set(VisibleEnrolment.objects.values_list("member", flat=True)) == shown
        gone = {self.people[n].pk for n in range(6)} - {
            row.member_id for row in now.values() if row.state != EnrolmentState.LEFT
        }
        pairs = {pairing.pk: pairing for pairing in Pairing.objects.select_related("mentorship")}
        for pk, pairing in pairs.items():
            if gone & {pairing.mentorship.mentor_id, pairing.mentorship.mentee_id}:
                self.agreed_pairs[pk] = Sees.NUMBERS
        seen = {
            (p.mentorship.mentor_id, p.mentorship.mentee_id, p.began_at) for p in self.at(pairs, Sees.PAIRS)
        }
        assert set(VisiblePair.objects.values_list("mentor", "mentee", "began_at")) == seen
        ticks = Tick.objects.filter(pairing__in=self.at(pairs, Sees.MILESTONES))
        assert set(VisibleTick.objects.values_list("pair__began_at", "milestone")) == set(
            ticks.values_list("pairing__began_at", "milestone")
        )

    def is_shown(self, pk, row):
        return row.state != EnrolmentState.LEFT and self.agreed[pk] >= Sees.MEMBERS

    def at(self, pairs, level):
        return [pairing for pk, pairing in pairs.items() if self.agreed_pairs[pk] >= level]

    def it_ends_when_it_says_so(self):
        """Neither earlier nor later than the page says by now."""
        over = OutgoingMail.objects.filter(kind="programmes/pair_over").count()
        if self.settled:
            late = Pairing.objects.filter(mentorship__status__in=OPEN).select_related("programme")
            assert not [pairing for pairing in late if pairing.last_day_now() < self.today]
            if self.programme.ends_on and self.today <= self.programme.ends_on:
                assert over == self.thanked
        self.thanked = over

    def nobody_is_written_to_twice(self, was, now):
        """A mail for each joining, each place that became free, each milestone, each end."""
        rows = OutgoingMail.objects.filter(kind__startswith="programmes/").values_list("kind", "to")
        sent = Counter((kind.split("/")[1], to) for kind, to in rows)
        mine = Counter({("place_free", who): number for who, number in self.promoted.items()})
        mine.update(("joined", row.member_id) for row in now.values())
        mine.update(("over", row.member_id) for row in now.values() if row.state == EnrolmentState.OVER)
        told_of = Pairing.objects.exclude(warned_at=None).values_list("pk", "ends_on")
        self.warned.update(told_of)
        for pairing in Pairing.objects.select_related("mentorship"):
            told = MilestoneReminder.objects.filter(pairing=pairing).count()
            for who in (pairing.mentorship.mentor_id, pairing.mentorship.mentee_id):
                mine["milestone_ahead", who] += told
                mine["ends_soon", who] += len([day for pk, day in self.warned if pk == pairing.pk])
                mine["pair_over", who] += 1
                mine["submitted", who] += pairing.submitted_on is not None
        known = {row.member_id for row in now.values()}
        assert {key: n for key, n in (sent - mine).items() if key[1] in known} == {}

    @invariant()
    def every_step_of_a_pair_is_in_the_table_and_in_its_history(self):
        for both in Mentorship.objects.all():
            steps = list(StatusChange.objects.filter(mentorship=both).order_by("pk"))
            assert [step.was for step in steps] == ["", *(step.now for step in steps[:-1])]
            assert all(step.now in MOVES[step.was] for step in steps[1:])
            assert steps[-1].now == both.status


class LivesForAQualification(LivesOfProgrammes):
    """Each pair has weeks of its own, and ends by submission, too."""

    qualification = True


def _mentees(rows, state):
    return {pk for pk, row in rows.items() if row.part == Part.MENTEE and row.state == state}


def _is_here(member):
    return member.is_active and not member.leaving_at


@pytest.mark.django_db
@pytest.mark.parametrize("lives", [LivesOfProgrammes, LivesForAQualification])
def test_whatever_is_done_with_a_programme_the_rows_tell_one_true_story(lives):
    """Product 49, P36."""
    run_state_machine_as_test(
        lives,
        settings=limits(
            max_examples=LIVES,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
