"""Lives of meetings through the services, as two people live them; what they are mailed stands in the outbox."""

from random import Random

import factories
from meetings import recurrence
from meetings.models import CalendarSettings, Meeting, MeetingRhythm
from meetings.services import keeping, offering, rhythms
from testing import making, strategies


class Lives:
    """A few pairs, and one life after the other of a meeting or a rhythm of theirs."""

    def __init__(self, seed, pairs=6):
        self.chance = Random(seed)
        self.pairs = [self.pair() for _ in range(pairs)]

    def pair(self):
        """Two people in two zones, away in some months, each discreet or not."""
        two = factories.mentor(**self.person()).member, factories.member(**self.person())
        for member in two:
            CalendarSettings.objects.create(member=member, discreet=self.chance.random() < 0.4)
        return factories.pair(*two)

    def person(self):
        """Somebody."""
        return {
            "name": self.chance.choice(strategies.NAMES),
            "time_zone": self.chance.choice(strategies.ZONES),
            "months_away": self.chance.sample(range(1, 13), self.chance.randrange(3)),
            "language": self.chance.choice(("en-gb", "en-us", "es", "fr")),
        }

    def live(self):
        """One life."""
        self.mentorship = self.chance.choice(self.pairs)
        self.by, self.other = self.two()
        self.live_alone() if self.chance.random() < 0.5 else self.live_regularly()

    def two(self):
        """Either of the two does it, the other answers."""
        two = [self.mentorship.mentor, self.mentorship.mentee]
        self.chance.shuffle(two)
        return two

    def slot(self):
        """A time of one of the two, within the year."""
        zone = self.by.time_zone
        return strategies.local_time(self.chance, 300), zone, self.chance.random() < 0.5

    def live_alone(self):
        """Agreed, moved up to three times, cancelled or not."""
        meeting = offering.propose_times(
            self.mentorship, by=self.by, slots=[self.slot()], **strategies.facts(self.chance)
        )
        self.pick(meeting)
        for _time in range(self.chance.randrange(4)):
            self.move(meeting)
        if self.chance.random() < 0.5:
            keeping.cancel(meeting, by=self.by)

    def move(self, meeting):
        """One offers another time, the other takes it."""
        self.by, self.other = self.two()
        offering.offer(meeting, by=self.by, slots=[self.slot()])
        self.pick(meeting)

    def pick(self, meeting):
        """The other takes it."""
        slot = meeting.offers.order_by("-pk").first().slots.get()
        offering.pick(meeting, by=self.other, slot=slot.pk)

    def live_regularly(self):
        """Agreed, in place of the one that ran if there is one; one moved, one cancelled; ended or not."""
        rhythm = making.rhythm(self.mentorship, self.by, **self.facts())
        ahead = list(Meeting.objects.filter(rhythm=rhythm).order_by("starts_at")[:20])
        for meeting in self.chance.sample(ahead, min(2, len(ahead))):
            meeting.rhythm, meeting.mentorship = rhythm, self.mentorship
            self.chance.choice((self.move, lambda one: keeping.cancel(one, by=self.by)))(meeting)
        if self.chance.random() < 0.5:
            rhythms.end(rhythm, by=self.by)

    def facts(self):
        """Of a rhythm at a time that clocks show once each time."""
        zone = self.by.time_zone
        facts = {
            "rule": strategies.rule(self.chance),
            "zone": zone,
            "at": strategies.hour(self.chance),
            "starts_on": strategies.local_time(self.chance, 60).date(),
            **strategies.facts(self.chance),
        }
        first = recurrence.first_on(facts["rule"], facts["starts_on"])
        clear = not recurrence.unclear(MeetingRhythm(**facts | {"starts_on": first}))
        return facts if clear else self.facts()
