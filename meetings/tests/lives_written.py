"""Lives of meetings on rows that are never saved: no database, only what our code writes for a calendar."""

from datetime import timedelta
from random import Random
from uuid import UUID

from meetings import recurrence
from meetings.calendar import build
from meetings.models import Attendee, Meeting, MeetingRhythm, MeetingStatus
from mentoring.lib import walltime
from mentoring.lib.calendar import ics
from mentorships.models import Mentorship
from profiles.models import Member
from testing import strategies


class Rows(list):
    """Stands in for the meetings of a rhythm."""

    def dates(self):
        """As the queryset would."""
        return self


class Life:
    """One meeting or one rhythm, in one person's calendar. `sent`: [(text, events it was made of)]."""

    def __init__(self, seed):
        self.chance, self.sent = Random(seed), []
        self.zone = self.chance.choice(strategies.ZONES)
        self.pair = Mentorship(mentor=self.person(1), mentee=self.person(2))
        self.seat = Attendee(member=self.pair.mentor, uid=UUID(int=self.chance.getrandbits(128), version=4))
        self.discreet = self.chance.random() < 0.4
        self.live_alone() if self.chance.random() < 0.4 else self.live_regularly()

    def person(self, number):
        """One of the two."""
        name = self.chance.choice(strategies.NAMES)
        return Member(pk=number, name=name, email=f"member{number}@test.example")

    def say(self, message, make, **facts):
        """Write the next message."""
        self.seat.sequence += 1
        events = make(seat=self.seat, discreet=self.discreet, **facts)
        events = events if isinstance(events, list) else [events]
        at = strategies.NOW + timedelta(minutes=self.seat.sequence)
        member = self.seat.member
        text = message(events, to=member.email, token=self.seat.token, name=member.name, at=at)
        self.sent.append((text, events))

    def live_alone(self):
        """Agreed, moved up to three times, cancelled or not."""
        meeting = Meeting(mentorship=self.pair, author=self.pair.mentor, **strategies.facts(self.chance))
        for _time in range(1 + self.chance.randrange(4)):
            meeting.put_at(strategies.local_time(self.chance), self.zone, fold=self.chance.random() < 0.5)
            self.say(ics.request, build.of_meeting, meeting=meeting)
        if self.chance.random() < 0.5:
            self.say(ics.cancel, build.of_meeting, meeting=meeting, cancelled=True)

    def live_regularly(self):
        """Agreed, one moved, one cancelled; ended from a day on, or cancelled whole."""
        rhythm = self.rhythm()
        self.say(ics.request, build.of_rhythm, rhythm=rhythm)
        moved, off, *later = self.chance.sample(self.meetings, min(4, len(self.meetings)))
        moved.put_at(strategies.clear_wall(self.chance, "America/Chicago", 300), "America/Chicago")
        self.say(ics.request, build.of_meeting, meeting=moved)
        off.status = MeetingStatus.CANCELLED
        self.say(ics.cancel, build.of_meeting, meeting=off, cancelled=True)
        self.end(rhythm, later)

    def end(self, rhythm, later):
        """From the day of one of the later ones on; or all of it."""
        if not later or self.chance.random() < 0.3:
            self.say(ics.cancel, build.of_rhythm, rhythm=rhythm, cancelled=True)
            return
        rhythm.ends_on = walltime.parse_local(later[0].planned).date()
        for meeting in self.meetings:
            if meeting.planned > f"{rhythm.ends_on}T24":
                meeting.status = MeetingStatus.CANCELLED
        self.say(ics.request, build.of_rhythm, rhythm=rhythm)

    def rhythm(self):
        """With its meetings, but in months away; at a time that clocks show once each time."""
        rhythm = MeetingRhythm(
            pk=1,
            mentorship=self.pair,
            author=self.pair.mentor,
            zone=self.zone,
            rule=strategies.rule(self.chance),
            **strategies.facts(self.chance),
        )
        rhythm.at = strategies.hour(self.chance)
        rhythm.starts_on = recurrence.first_on(rhythm.rule, strategies.local_time(self.chance, 400).date())
        if recurrence.unclear(rhythm):
            return self.rhythm()
        rhythm.made_until = rhythm.starts_on + recurrence.AHEAD
        away = self.chance.sample(range(1, 13), self.chance.randrange(4))
        local_times = recurrence.local_times(rhythm, until=rhythm.made_until)
        self.meetings = Rows(
            self.meeting(rhythm, local_time) for local_time in local_times if local_time.month not in away
        )
        rhythm._prefetched_objects_cache = {"meetings": self.meetings}
        return rhythm if self.meetings[2:] else self.rhythm()

    def meeting(self, rhythm, local_time):
        """One of a rhythm."""
        meeting = Meeting(
            mentorship=self.pair,
            rhythm=rhythm,
            planned=walltime.format_local(local_time),
            status=MeetingStatus.AGREED,
            minutes=rhythm.minutes,
            means=rhythm.means,
        )
        meeting.put_at(local_time, rhythm.zone)
        return meeting
