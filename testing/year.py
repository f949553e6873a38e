"""Pairs in six zones, and time that passes hour by hour: what is sent, when, and what should have been (P21)."""

from collections import Counter
from datetime import timedelta

import factories
from mail.models import OutgoingMail
from mail.outgoing import outbox
from meetings.services import keeping
from mentoring.lib import walltime
from mentorships.models import Mentorship, StatusChange
from reminders.models import Contact, Reminder
from reminders.services import sweep

ZONES = (
    "Africa/Nairobi",
    "America/Chicago",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Europe/Lisbon",
    "Asia/Kathmandu",
)
RHYTHM = timedelta(days=14)
NIGHT = timedelta(hours=14)
TALKS = (
    timedelta(days=17),
    timedelta(days=45),
    timedelta(days=13),
    None,
    timedelta(days=60),
    timedelta(days=29),
)


class Year:
    """Six pairs, each with the mentor in one zone and the mentee in the next; some talk now and then."""

    def __init__(self, clock):
        self.clock, self.sent, self.talked = clock, [], {}
        self.pairs = [self._pair(number) for number in range(len(ZONES))]
        OutgoingMail.objects.all().delete()

    def _pair(self, number):
        zones = ZONES[number], ZONES[(number + 1) % len(ZONES)]
        pair = factories.pair(
            factories.mentor(time_zone=zones[0]).member, factories.member(time_zone=zones[1])
        )
        Mentorship.objects.filter(pk=pair.pk).update(began_at=self.clock.now)
        StatusChange.objects.filter(mentorship=pair).update(at=self.clock.now)
        Contact.objects.create(mentorship=pair, rhythm="2-weeks")
        keeping.log(pair, by=pair.mentor, minutes=0)
        self.talked[pair] = [self.clock.now]
        return pair

    def pass_by(self, days, *, hours=1):
        """So many days, a sweep and a drain each hour, or after so many."""
        for _turn in range(24 * days // hours):
            now = self.clock.go(hours=hours)
            for pair, every in zip(self.pairs, TALKS, strict=True):
                if every and now - self.talked[pair][-1] >= every:
                    self._talk(pair, now)
            done = sweep.run(now)
            assert None not in done.values(), done
            self._send(now)

    def _talk(self, pair, now):
        keeping.log(pair, by=pair.mentee, at=now, minutes=0)
        self.talked[pair].append(now)

    def _send(self, now):
        before = set(OutgoingMail.objects.waiting().values_list("pk", flat=True))
        outbox.drain()
        after = set(OutgoingMail.objects.waiting().values_list("pk", flat=True))
        gone = OutgoingMail.objects.filter(pk__in=before - after, inside=None).select_related("to")
        self.sent += [(letter.to, now) for letter in gone if letter.sent_at]

    def troubles(self):
        """What is wrong with what was sent, a line each: nothing, if all is well."""
        days = Counter((to.pk, walltime.to_local(at, to.time_zone).date()) for to, at in self.sent)
        yield from (f"{count} mails to {to} on {day}" for (to, day), count in days.items() if count > 1)
        for to, at in self.sent:
            if not 8 <= walltime.to_local(at, to.time_zone).hour < 20:
                yield f"a mail at {walltime.to_local(at, to.time_zone)} in {to.time_zone}"
        if OutgoingMail.objects.waiting().exists():
            yield f"{OutgoingMail.objects.waiting().count()} letters were not sent"
        for pair in self.pairs:
            for to in (pair.mentor, pair.mentee):
                got = Reminder.objects.filter(mentorship=pair, to=to, kind="checkin").count()
                if got != self._expected(pair):
                    yield f"{got} check-ins to {to} of {pair}, not {self._expected(pair)}"

    def _expected(self, pair):
        """One for each whole rhythm of quiet; the first of a stretch may have to wait for the morning."""
        moments = [*self.talked[pair], self.clock.now]
        return sum(
            int((later - talk - NIGHT) / RHYTHM) for talk, later in zip(moments, moments[1:], strict=False)
        )
