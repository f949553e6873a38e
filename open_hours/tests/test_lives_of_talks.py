"""Product 69: whatever people do with open hours, in whatever order, and whatever follows by itself.

A state machine. `LIVES=500 make test ARGS="-k lives_of_talks"` lives that many; each run of the tests a few.
"""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as limits
from hypothesis.stateful import invariant, run_state_machine_as_test

from conduct.blocks import are_apart
from mail.models import OutgoingMail
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus, TalkWait, WaitStatus
from open_hours.models.booking import MOVES
from open_hours.services.offering import TAKES_TIME
from open_hours.services.waiting import BEFORE_IT
from open_hours.tests.lives import Lives

LIVES = int(os.environ.get("LIVES", "3"))
LIVE = Booking.objects.exclude(status=BookingStatus.CANCELLED)
CLOSED_WAITS = (WaitStatus.TAKEN, WaitStatus.LEFT, WaitStatus.LAPSED)


class LivesOfTalks(Lives):
    """What holds after each step."""

    @invariant()
    def a_time_is_one_members_at_most(self):
        """Booked if somebody has it, free again once it is called off."""
        had = Counter(LIVE.values_list("talk", flat=True))
        booked = Talk.objects.filter(status=TalkStatus.BOOKED).values_list("pk", flat=True)
        assert had == Counter(booked)

    @invariant()
    def nobody_is_in_two_places(self):
        """Neither with two talks that are booked, nor with one on offer beside one that is booked."""
        spans = {}
        for talk in Talk.objects.filter(status__in=TAKES_TIME).dates():
            spans.setdefault(talk.mentor_id, []).append((talk.starts_at, talk.ends_at))
        for booking in Booking.objects.dates().filter(status=BookingStatus.BOOKED):
            spans.setdefault(booking.mentee_id, []).append((booking.talk.starts_at, booking.talk.ends_at))
        for mine in spans.values():
            mine.sort()
            assert all(one[1] <= other[0] for one, other in zip(mine, mine[1:], strict=False)), mine

    @invariant()
    def a_day_has_no_more_than_its_tables(self):
        at = Counter(self.day.taken().values_list("starts_at", flat=True))
        assert all(number <= self.day.tables for number in at.values())

    @invariant()
    def a_time_is_kept_for_the_one_who_was_offered_it(self):
        """And only while they could book it."""
        kept = set(Talk.objects.filter(status=TalkStatus.RESERVED).values_list("pk", flat=True))
        offered = TalkWait.objects.filter(status=WaitStatus.OFFERED).select_related("talk__mentor", "member")
        assert {wait.talk_id for wait in offered} <= kept
        if self.settled:
            assert {wait.talk_id for wait in offered} == kept
            listed = set(Talk.objects.of_listed().values_list("pk", flat=True))
            assert kept <= listed
            assert not any(are_apart(wait.member, wait.talk.mentor) for wait in offered)

    @invariant()
    def the_list_goes_in_order_and_everybody_is_written_to_once(self):
        was, rows = self.waits, TalkWait.objects.select_related("talk__mentor", "member")
        self.waits = {wait.pk: wait for wait in rows}
        fresh = [
            wait for pk, wait in self.waits.items() if wait.talk_id and _offer(wait) != _offer(was.get(pk))
        ]
        for taken in fresh:
            self.nobody_is_passed_by(taken, was)
        self.offers.update(wait.member_id for wait in fresh)
        self.nobody_is_written_to_twice()

    def nobody_is_passed_by(self, taken, was):
        """Who waited before, for such a time, and waits still."""
        for pk, wait in self.waits.items():
            waits = wait.status == WaitStatus.WAITING and pk in was and was[pk].status == WaitStatus.WAITING
            assert not (waits and pk < taken.pk and self.could_take(wait, taken.talk)), (wait, taken)

    def nobody_is_written_to_twice(self):
        """At most one mail of a kind for each booking, and one for each time that was kept."""
        rows = OutgoingMail.objects.filter(kind__startswith="open_hours/").values_list("kind", "to")
        sent = Counter((kind.split("/")[1], to) for kind, to in rows)
        mine = Counter({("time_kept", who): number for who, number in self.offers.items()})
        for booking in Booking.objects.dates():
            for who in (booking.mentor_id, booking.mentee_id):
                mine["talk_booked", who] += 1
                mine["talk_soon", who] += booking.reminded_at is not None
                mine["talk_over", who] += booking.asked_at is not None
                mine["talk_cancelled", who] += booking.status == BookingStatus.CANCELLED
                mine["talk_missed", who] += booking.status != BookingStatus.CANCELLED
                mine["talk_led_on", who] += booking.mentorship_id is not None
                mine["no_room_yet", who] += booking.no_room_at is not None
        assert sent <= mine, sent - mine

    @invariant()
    def nobody_waits_for_what_is_free(self):
        if self.settled:
            free = Talk.objects.filter(day=self.day, status=TalkStatus.OPEN).of_listed()
            free = list(free.filter(starts_at__gt=self.clock.now + BEFORE_IT).select_related("mentor"))
            waits = TalkWait.objects.filter(status=WaitStatus.WAITING).select_related("member")
            assert not [(w, talk) for w in waits for talk in free if self.could_take(w, talk)]

    @invariant()
    def history_goes_forwards(self):
        for model in (Booking, Talk, TalkWait):
            for pk, status in model.objects.values_list("pk", "status"):
                was = self.seen.get((model, pk), status)
                assert status == was or self.may_move(model, was, status), (model, was, status)
                self.seen[model, pk] = status

    def may_move(self, model, was, now):
        if model is Booking:
            return now in MOVES.get(was, ())
        return was != TalkStatus.WITHDRAWN if model is Talk else was not in CLOSED_WAITS

    @invariant()
    def nothing_is_ahead_of_two_who_keep_apart_or_of_whoever_has_gone(self):
        ahead = Booking.objects.dates().filter(status=BookingStatus.BOOKED)
        for booking in ahead.filter(talk__starts_at__gt=self.clock.now):
            assert not are_apart(booking.mentor, booking.mentee)
            assert not (booking.mentor.left_at or booking.mentee.left_at)
            assert not self.settled or (booking.mentor.is_active and booking.mentee.is_active)

    @invariant()
    def a_mentorship_begins_by_two_yeses(self):
        for booking in Booking.objects.exclude(mentorship=None):
            assert booking.mentor_goes_on and booking.mentee_goes_on


def _offer(wait):
    return wait and (wait.talk_id, wait.until)


@pytest.mark.django_db
def test_whatever_people_do_with_open_hours_one_true_story_is_told():
    """Product 69."""
    run_state_machine_as_test(
        LivesOfTalks,
        settings=limits(
            max_examples=LIVES,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
