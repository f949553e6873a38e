"""The programme of a day: tables down, times across. Who offers a time, and whether it is free; never who booked it."""

from dataclasses import dataclass

from open_hours.models import Talk, TalkStatus


@dataclass(frozen=True)
class Cell:
    """One table at one time: the talk, or nothing; `span` is how many times one mentor has in a row there."""

    talk: Talk | None

    @property
    def free(self):
        """A time that is kept for somebody is not free."""
        return self.talk is not None and self.talk.status == TalkStatus.OPEN


def programme_of(day):
    """(times, [(table, cells)]), only tables that somebody has taken. One statement."""
    times, talks = day.times, {}
    for talk in day.taken():
        talks[talk.table, talk.starts_at] = talk
    tables = sorted({table for table, _at in talks})
    return times, [(table, [Cell(talks.get((table, at))) for at in times]) for table in tables]
