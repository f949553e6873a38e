"""What is drawn by chance for the lives of meetings: zones, names, places, times, rules. The same for the same seed."""

from datetime import UTC, datetime, time, timedelta

from meetings import recurrence
from meetings.models import LENGTHS, MEANS
from mentoring.lib import walltime

NOW = datetime(2027, 2, 3, 9, 0, tzinfo=UTC)
ZONES = (
    "Africa/Nairobi",
    "America/Chicago",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Auckland",
)
NAMES = (
    "Amina Otieno",
    "Zoë O’Brien, MLS",
    "Ngũgĩ wa Thiong’o",
    "李明; 图书馆",
    "Rosalind “Roz” Achterberg",
    "Anne-Marie d'Arc",
    "Þóra Æsa Guðmundsdóttir",
    "A\\B",
    "👩🏽‍🏫 Grace",
    "שרה לוי",
)
PLACES = (
    "",
    "https://rooms.example/a;b,c?d=e&f=%20",
    "Main Library, 2nd floor; room \\7",
    "+254 700 000 000",
    "Kaffeehaus am Ring 🙂 " * 8,
)


def local_time(chance, days=1400):
    """A time on some wall, from tomorrow on, by the quarter of an hour."""
    day = NOW.replace(tzinfo=None, hour=0) + timedelta(days=chance.randint(2, days))
    return day + timedelta(minutes=15 * chance.randrange(96))


def clear_wall(chance, zone, days=1400):
    """One that clocks show once."""
    while True:
        when = local_time(chance, days)
        if len(walltime.instants(when, zone)) == 1:
            return when


def facts(chance):
    """How, how long, where."""
    return {"means": chance.choice(MEANS), "minutes": chance.choice(LENGTHS), "place": chance.choice(PLACES)}


def rule(chance):
    """A rule of every pattern there is, on any day of the week."""
    return recurrence.rule_of(chance.choice(list(recurrence.PATTERNS)), chance.choice(recurrence.DAYS))


def hour(chance):
    """A time of day. Not in the small hours that clocks skip on some night of the year.

    There libical 3.0.16 puts a monthly rule an hour late on days that have nothing to do with that night.
    """
    return time(chance.randrange(4, 24), chance.choice((0, 15, 30, 45)))
