"""What all that happens in the year shares: the clock, the agenda, chance, and who is who."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from demo.year.clock import Agenda, Clock
from demo.year.shortcuts import Listings
from mentorships.models import Mentorship, MentorshipStatus
from profiles.models import Member
from profiles.vocabulary import words

EARLIEST, LATEST = 7, 19  # hours (UTC) between which people do something
THOUSAND = 1000
DOMAIN = "year.demo.example"


@dataclass
class Programme:
    """One telling. `password` is hashed; `members` is how many join between `start` and `end` (midnights, UTC)."""

    chance: Random
    members: int
    start: datetime
    end: datetime
    coordinator: Member
    password: str
    agenda: Agenda = field(default_factory=Agenda)
    clock: Clock = None
    listings: Listings = field(default_factory=Listings)
    silent: set = field(default_factory=set)  # numbers of mentors who never answer
    addresses: Counter = field(default_factory=Counter)

    def __post_init__(self):
        self.clock = Clock(self.start)

    def later(self, step, *args, days):
        """Do `step(programme, *args)` after so many days, at an hour of the day; not at all after the end."""
        day = (self.clock.now + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)
        at = day.replace(hour=self.chance.randint(EARLIEST, LATEST), minute=self.chance.randrange(60))
        self.at(at if at > self.clock.now else at + timedelta(days=1), step, *args)

    def at(self, moment, step, *args):
        """Do it then (aware); not at all after the end."""
        if moment < self.end:
            self.agenda.add(moment, step, self, *args)

    def scaled(self, per_thousand):
        """How many of something there are in a year of this many members: one at least."""
        return max(round(per_thousand * self.members / THOUSAND), 1)

    def happens(self, share):
        """Whether it happens, in this share of all cases."""
        return self.chance.random() < share

    def one(self, texts):
        """One of several."""
        return self.chance.choice(texts)

    def prose(self, *parts):
        """One sentence of each, as a text."""
        return " ".join(filter(None, map(self.chance.choice, parts)))

    def slugs(self, kind, least, most):
        """So many terms of the vocabulary."""
        offered = [term.slug for term in words().offered(kind)]
        return self.chance.sample(offered, self.chance.randint(least, most))

    def some_members(self):
        """The members of the year who are there, in an order that does not change."""
        return Member.objects.filter(is_active=True, leaving_at=None, email__endswith=f"@{DOMAIN}").order_by(
            "pk"
        )


def active_pair(pk):
    """The pair with the two, if it goes on."""
    return Mentorship.objects.with_people().filter(pk=pk, status=MentorshipStatus.ACTIVE).first()
