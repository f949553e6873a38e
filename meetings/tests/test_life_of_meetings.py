"""P24: whatever two people do, and whatever follows by itself, their calendars can follow and show what the pages show.

A state machine. `LIVES=500 make test ARGS="-k life_of_meetings"` lives that many; each run of the tests a few.
"""

import os
from datetime import UTC, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck
from hypothesis import settings as limits
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

import factories
from mail.models import OutgoingMail
from meetings import recurrence
from meetings.models import CalendarSettings, Meeting, MeetingRhythm
from meetings.services import follow_up, keeping, offering, rhythms
from meetings.services.locking import Conflict
from meetings.tests.program import Program
from mentorships.services import MentorshipMoveNotAllowed, parting
from testing import strategies
from testing.clocks import Clock

LIVES = int(os.environ.get("LIVES", "6"))
HORIZON = timedelta(days=360)
MINE, WHICH, DAYS = st.booleans(), st.integers(0, 30), st.integers(1, 300)
PEOPLE = {
    "mentor": ("Partnermarker Achterberg", "America/Chicago"),
    "mentee": ("Partnermarker Otieno", "Australia/Adelaide"),
}
PLACE = "https://placemarker.example/"


class Lives(RuleBasedStateMachine):
    """Two people, one discreet and one not, until they change their minds."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock = Clock(strategies.NOW)
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("django.utils.timezone.now", lambda: self.clock.now)
        people = {who: dict(zip(("name", "time_zone"), facts, strict=True)) for who, facts in PEOPLE.items()}
        self.two = factories.mentor(**people["mentor"]).member, factories.member(**people["mentee"])
        self.pair = factories.pair(*self.two)
        CalendarSettings.objects.create(member=self.two[0], discreet=False)
        self.programs = {member.pk: Program(member.email) for member in self.two}
        self.seen, self.settled = 0, True

    def teardown(self):
        """As if it had never been."""
        self.patch.undo()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def attempt(self, step, *args, **facts):
        """A step is taken whole, or refused and leaves nothing."""
        self.pair.refresh_from_db()
        try:
            with transaction.atomic():
                step(*args, **facts)
        except (Conflict, MentorshipMoveNotAllowed):
            pass

    def meeting(self, which):
        """Any of them, in whatever state; ahead as a rule."""
        rows = Meeting.objects.select_related("mentorship__mentor", "mentorship__mentee", "rhythm")
        rows = list(rows.filter(starts_at__gt=self.clock.now).order_by("starts_at")[:30]) or list(rows)
        return rows[which % len(rows)] if rows else None

    def slot(self, by, days, hours):
        """A time on the wall of one of the two."""
        at = self.clock.now.replace(tzinfo=None, minute=0) + timedelta(days=days, hours=hours)
        return at, by.time_zone, False

    @rule(mine=MINE, days=DAYS, hours=st.integers(0, 23))
    def propose(self, mine, days, hours):
        """One offers a time."""
        by = self.two[mine]
        self.attempt(
            offering.propose_times,
            self.pair,
            by=by,
            slots=[self.slot(by, days, hours)],
            means="video",
            minutes=45,
            place=PLACE,
        )

    @rule(which=WHICH, mine=MINE, days=DAYS, hours=st.integers(0, 23))
    def move(self, which, mine, days, hours):
        """One would like to move any of them; the other takes it at once."""
        if meeting := self.meeting(which):
            by, other = self.two[mine], self.two[not mine]
            self.attempt(offering.offer, meeting, by=by, slots=[self.slot(by, days, hours)])
            self.take(meeting, other)

    @rule(mine=MINE)
    def pick(self, mine):
        """One takes what was offered last."""
        if meeting := Meeting.objects.filter(offers__isnull=False).order_by("-offers__pk").first():
            self.take(meeting, self.two[mine])

    def take(self, meeting, by):
        """The newest time on offer, whether it still is or not."""
        slot = meeting.offers.latest("pk").slots.first() if meeting.offers.exists() else None
        if slot:
            self.attempt(offering.pick, meeting, by=by, slot=slot.pk)

    @rule(which=WHICH, mine=MINE, how=st.sampled_from((keeping.cancel, offering.close_offer)))
    def call_off(self, which, mine, how):
        """One calls a meeting off, or says no to other times."""
        if meeting := self.meeting(which):
            self.attempt(how, meeting, by=self.two[mine])

    @rule(mine=MINE, chance=st.randoms(use_true_random=False), days=st.integers(0, 90))
    def agree_on_a_rhythm(self, mine, chance, days):
        """One proposes a rhythm, the other agrees; it takes the place of the one that runs."""
        by = self.two[mine]
        starts_on = (self.clock.now + timedelta(days=days)).date()
        self.attempt(
            rhythms.propose_rhythm,
            self.pair,
            by=by,
            rule=strategies.rule(chance),
            starts_on=starts_on,
            at=strategies.hour(chance),
            zone=by.time_zone,
            minutes=60,
            means="phone",
            place=PLACE,
        )
        if rhythm := rhythms.waiting_rhythm(self.pair):
            rhythm.mentorship = self.pair
            self.attempt(rhythms.agree, rhythm, by=self.pair.partner_of(rhythm.author))

    @rule(mine=MINE)
    def end_the_rhythm(self, mine):
        """One ends it."""
        if rhythm := rhythms.running(self.pair):
            rhythm.mentorship = self.pair
            self.attempt(rhythms.end, rhythm, by=self.two[mine])

    @rule(mine=MINE, months=st.sets(st.integers(1, 12), max_size=3))
    def be_away(self, mine, months):
        """One says when they are away, each year."""
        self.two[mine].months_away = sorted(months)
        self.two[mine].save(update_fields=["months_away"])

    @rule(mine=MINE, how=st.sampled_from((parting.pause_and_tell, parting.resume_and_tell)))
    def rest_or_go_on(self, mine, how):
        """One pauses, or takes it up again; the worker comes by soon."""
        self.attempt(how, self.pair, by=self.two[mine])
        self.settled = False

    @rule(mine=MINE)
    def mind_discretion(self, mine):
        """One wants to be discreet, or no longer."""
        choices, _made = CalendarSettings.objects.get_or_create(member=self.two[mine])
        CalendarSettings.objects.filter(pk=choices.pk).update(discreet=not choices.discreet)

    @rule(days=st.integers(0, 40))
    def follow(self, days):
        """Days go by, and the worker does what follows by itself."""
        self.clock.go(days=days)
        follow_up.after_pairs()
        follow_up.with_time()
        self.settled = True

    @invariant()
    def both_keep_up(self):
        """P24: in this order."""
        self.every_message_can_be_followed()
        if self.settled:
            self.both_calendars_show_what_the_pages_show()

    def every_message_can_be_followed(self):
        """P24: and names nobody and no place to whoever is discreet."""
        for outgoing in OutgoingMail.objects.filter(pk__gt=self.seen).order_by("pk").select_related("to"):
            self.seen = outgoing.pk
            if outgoing.kind.startswith("meetings/") and CalendarSettings.objects.discreet(outgoing.to):
                self.tells_nothing(outgoing)
            if outgoing.calendar:
                self.programs[outgoing.to_id].take(outgoing.calendar)

    def tells_nothing(self, outgoing):
        """Neither the mail nor its calendar names the partner or the place."""
        mine = "Partnermarker"
        words = outgoing.subject + outgoing.text + outgoing.html + outgoing.calendar.replace("\r\n ", "")
        words = words.replace(outgoing.to.name, "").replace(f"Hello {mine}", "")
        assert mine not in words
        assert "placemarker" not in words

    def both_calendars_show_what_the_pages_show(self):
        """P24: as far ahead as meetings are made."""
        now, until = self.clock.now, self.until()
        rows = Meeting.objects.agreed().filter(starts_at__gt=now, starts_at__lt=until)
        pages = sorted(_written(meeting.starts_at) for meeting in rows)
        for program in self.programs.values():
            assert program.starts(_written(now), _written(until)) == pages

    def until(self):
        """The day up to which the meetings of every rhythm are made."""
        made = MeetingRhythm.objects.filter(status="agreed").values_list("made_until", flat=True)
        return min([self.clock.now + recurrence.AHEAD, *(_morning(day) for day in made)])


def _written(at):
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _morning(day):
    return strategies.NOW.replace(year=day.year, month=day.month, day=day.day, hour=0) - timedelta(days=1)


@pytest.mark.django_db
def test_whatever_happens_calendars_can_follow_and_show_what_the_pages_show():
    """P24."""
    run_state_machine_as_test(
        Lives,
        settings=limits(
            max_examples=LIVES,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
