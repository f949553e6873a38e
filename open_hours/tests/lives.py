"""What people can do with open hours, as steps of a state machine: see `test_lives_of_talks`."""

from collections import Counter
from datetime import time, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

import factories
from conduct.blocks import are_apart
from matching.blocking import block
from mentoring.lib.vault import CannotSeal
from open_hours.models import Booking, Talk, TalkDay
from open_hours.services import afterwards, booking, cancelling, days, follow_up, offering, waiting
from open_hours.services.locking import Conflict
from privacy import account_closure
from profiles import moderation, services
from profiles.models import MentorProfile
from testing.clocks import Clock
from testing.talks import offered

NOW = timezone.now().replace(hour=9, minute=0, second=0, microsecond=0)
WHO, WHICH, MINE = st.integers(0, 7), st.integers(0, 30), st.booleans()
FOCUS = st.sampled_from(["", "leadership"])
LIST_STEPS = st.sampled_from([services.pause, services.publish, moderation.suspend, moderation.restore])


class Lives(RuleBasedStateMachine):
    """Two mentors and six members; a day of four times, two at a time: four of them have booked those, two wait."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock, self.patch = Clock(NOW), pytest.MonkeyPatch()
        self.patch.setattr("django.utils.timezone.now", lambda: self.clock.now)
        self.mentors = [factories.mentor(capacity=1).member for _ in range(2)]
        self.people = [*self.mentors, *(factories.member() for _ in range(6))]
        on = (NOW + timedelta(days=5)).date()
        place = {"name": "Day", "zone": "UTC", "place": "Hall", "minutes": 20, "tables": 2}
        self.day = TalkDay.objects.create(on=on, starts=time(10), ends=time(10, 40), **place)
        focuses = (["leadership"], [])
        for number, mentor in enumerate(self.mentors):
            offered(mentor, hours=48 + number)
            taken = {"table": number + 1, "first": 0, "last": 1, "focuses": focuses[number]}
            talks = days.take_table(self.day, mentor, **taken)
            for talk, member in zip(talks, self.people[2 * number + 2 :], strict=False):
                self.book(talk, member)
        self.seen, self.waits, self.offers, self.settled = {}, {}, Counter(), True
        self.wait(6, "")
        self.wait(7, "leadership")

    def teardown(self):
        """As if it had never been."""
        self.patch.undo()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def attempt(self, step, *args, **facts):
        """A step is taken whole, or refused and leaves nothing."""
        try:
            with transaction.atomic():
                step(*args, **facts)
        except (Conflict, CannotSeal):
            pass

    def person(self, which, among=None):
        """One of them as they are now, or None for who cannot sign in."""
        among = among or self.people
        who = among[which % len(among)]
        who.refresh_from_db()
        return who if who.is_active else None

    def some(self, rows, which):
        rows = list(rows.order_by("pk"))
        return rows[which % len(rows)] if rows else None

    def could_take(self, wait, talk):
        """Whether somebody who waits could take a time, by what everybody may know."""
        right = not wait.focus or not talk.subjects or wait.focus in talk.subjects
        here = wait.member.is_active and not wait.member.leaving_at and wait.member_id != talk.mentor_id
        return right and here and not are_apart(wait.member, talk.mentor)

    @rule(who=WHO, hours=st.integers(0, 9), focus=FOCUS)
    def offer(self, who, hours, focus):
        """One offers a time, an hour apart from others; some of them beside those of the day."""
        if mentor := self.person(who, self.mentors):
            self.attempt(offered, mentor, hours=119 + hours / 2, focuses=[focus] if focus else [])

    @rule(who=WHO, table=st.integers(1, 2), first=st.integers(0, 1), focus=FOCUS)
    def take_a_table(self, who, table, first, focus):
        """One takes a table of the day."""
        if mentor := self.person(who, self.mentors):
            focuses = [focus] if focus else []
            self.attempt(days.take_table, self.day, mentor, table=table, first=first, last=1, focuses=focuses)

    @rule(who=WHO, which=WHICH)
    def book_at_the_day(self, who, which):
        """One books a time of the day that is free, or kept for somebody."""
        rows = Talk.objects.filter(day=self.day, status__in=("open", "reserved"))
        self.book(self.some(rows.select_related("mentor", "day"), which), self.person(who))

    @rule(who=WHO, which=WHICH)
    def book_from_an_old_page(self, who, which):
        """One books any time, in whatever state it is by now."""
        self.book(self.some(Talk.objects.select_related("mentor", "day"), which), self.person(who))

    def book(self, talk, member):
        if talk and member:
            self.attempt(booking.book, talk, by=member, focus="leadership", about="What first?")

    @rule(which=WHICH, mine=MINE, late=MINE)
    def call_off(self, which, mine, late):
        """One of two cancels: what is ahead, or from an old page whatever it is."""
        rows = Booking.objects.all() if late else Booking.objects.filter(status="booked")
        if row := self.some(rows.select_related("talk__day", "mentor", "mentee"), which):
            by = row.mentor if mine else row.mentee
            if by.is_active:
                self.attempt(cancelling.cancel, row, by=by)

    @rule(which=WHICH, who=WHO, whole_table=st.booleans())
    def take_back(self, which, who, whole_table):
        """A free time is withdrawn; or all that a mentor has free at the day."""
        if mentor := self.person(who, self.mentors):
            if whole_table:
                self.attempt(days.leave_table, self.day, mentor)
            elif talk := self.some(Talk.objects.filter(mentor=mentor), which):
                self.attempt(offering.withdraw_talk, talk)

    @rule(which=WHICH, mine=MINE, happened=st.booleans(), goes_on=st.sampled_from([True, False, None]))
    def say_afterwards(self, which, mine, happened, goes_on):
        """One of two says how it was, of what is over if anything is; or that it did not take place."""
        rows = Booking.objects.select_related("talk", "mentor", "mentee")
        over = rows.filter(talk__ends_at__lt=self.clock.now).exclude(status="cancelled")
        if row := self.some(over, which) or self.some(rows, which):
            by = row.mentor if mine else row.mentee
            self.attempt(afterwards.answer, row, by=by, happened=happened, goes_on=goes_on)

    @rule(who=WHO, focus=FOCUS)
    def wait(self, who, focus):
        """One stands on the waiting list of the day."""
        if member := self.person(who):
            self.attempt(waiting.join, self.day, member, focus=focus)

    @rule(who=WHO)
    def wait_no_longer(self, who):
        """One leaves it, or says no to the time that is kept for them."""
        if member := self.person(who):
            self.attempt(waiting.leave, self.day, member)

    @rule(who=WHO, step=LIST_STEPS)
    def move_a_mentor(self, who, step):
        """A mentor goes off the list or comes back; or is suspended, or restored."""
        mentor = self.mentors[who % 2]
        mentor.refresh_from_db()
        if not mentor.left_at:
            profile = MentorProfile.objects.select_related("member").get(member=mentor)
            step(mentor if step in (moderation.suspend, moderation.restore) else profile)
            self.settled = False

    @rule(who=WHO, whom=WHO, chance=st.integers(0, 3))
    def keep_apart(self, who, whom, chance):
        """One blocks another."""
        by, other = self.person(who), self.person(whom)
        if by and other and by != other and chance == 3:
            self.attempt(block, by, other)
            self.settled = False

    @rule(who=WHO, chance=st.integers(0, 3))
    def leave(self, who, chance):
        """An account is closed, the days of grace included."""
        if (member := self.person(who)) and chance == 3:
            account_closure.request_closure(member, leave_words=False)
            account_closure.finish_closure(account_closure.closure_of(member).pk)
            self.settled = False

    @rule(hours=st.sampled_from([0, 1, 6, 25, 60]))
    def follow(self, hours):
        """Time passes, and the worker does what follows by itself."""
        self.clock.go(hours=hours)
        for job in (follow_up.close_out_of_reach, follow_up.remind, follow_up.ask):
            job()
        waiting.follow_waiting_lists()
        self.settled = True
