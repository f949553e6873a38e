"""Way 42: what the published figures, and the answers to the questions of the year, tell of anybody."""

from trials.leak import logins
from trials.leak.ways import Seen, switched, way
from trials.leak.writing import typed

PAGES = ("/admin/figures/", "/admin/figures/report/", "/admin/figures/short/")
FILTERS = (
    "library_type=public",
    "region=North",
    "member__name=Mentor",
    "month=2026-01",
    "mentor=1",
    "format=json",
)
PUBLISHED = {"figures_publication", "figures_publishednumber"}
EARLIER = (
    "UPDATE profiles_member SET joined_at = joined_at {} interval '70 days'",
    "UPDATE mentorships_mentorship SET began_at = began_at {} interval '70 days'",
)
NUMBERS = 'SELECT "table", row, series, value FROM figures_publishednumber'
# Tables about mentorships: the pairs of a world have one mentor, so no number of them may be told.
OF_PAIRS = ("mentees", "requests", "waiting", "starts", "lasting", "ends")
FORGET = (
    "DELETE FROM figures_publishednumber",
    "DELETE FROM figures_publication",
    "DELETE FROM figures_pulseasked",
    "DELETE FROM figures_pulsecount",
)
ASK = (
    "INSERT INTO figures_pulseasked (member_id, year, answered) VALUES (%s, extract(year FROM now()), false)"
)


@way(42, "figures of a few, exact or filtered", plant=switched("published"))
def figures(world):
    """A month that is over is published by the worker; every table, page, file and filter of it; and the pulse."""
    for statement in FORGET:
        world.db.ask(statement)
    moved(world, "-")
    try:
        said = world.manage("publish_figures", process="worker")
        numbers = world.db.ask(NUMBERS)
        yield Seen("published", said, vain="" if numbers else "nothing was published")
        yield from numbers_told(numbers)
        yield from pages(world)
        yield from pulse(world)
    finally:
        moved(world, "+")
        for statement in FORGET:
            world.db.ask(statement)


def moved(world, sign):
    """As if everybody had come, and every pair begun, so much earlier; or back."""
    for statement in EARLIER:
        world.db.ask(statement.format(sign))


def numbers_told(numbers):
    """What somebody who has all frozen tables holds: no number is exact, none is of a few."""
    for table, row, series, value in numbers:
        exact = value is not None and value % 5 and table != "waiting"
        few = table in OF_PAIRS and value is not None
        fault = "exact" if exact else "of a few" if few else ""
        yield Seen(f"published: {table} {row} {series}", repr(value).encode(), fault)


def pages(world):
    """Every page and file, as a coordinator; no filter of the address changes a page."""
    seat = world.as_("coordinator", "staff")
    tables = [table for (table,) in world.db.ask('SELECT DISTINCT "table" FROM figures_publishednumber')]
    for path in (*PAGES, *(f"/admin/figures/{table}.csv" for table in sorted(tables))):
        plain = seat.get(path)
        names = tuple(world.people[role]["name"] for role in ("mentor", "mentee"))
        vain = "" if plain.status == 200 else f"answered {plain.status}"
        yield Seen(f"{seat.who}: {path}", plain.raw, "", (*world.codes.values(), *names), vain)
        for query in FILTERS:
            other = seat.get(f"{path}?{query}").same() != plain.same()
            yield Seen(f"{seat.who}: {path}?{query}", b"", "a filter changes it" if other else "")


def pulse(world):
    """Somebody answers the questions of the year: the staff site's login sees nothing, and no row has both."""
    world.db.ask(ASK, world.people["spare"]["pk"])
    typed(world.as_("spare"), "/pulse/", **{"worth-it": "no"})
    readable = {name for name in logins.read_all(world.login("staff")) if name.startswith("figures_")}
    more = sorted(readable - PUBLISHED)
    yield Seen(
        "staff login: figures", b"", f"reads {more}" if more else "", vain="" if readable else "reads nothing"
    )
    asked = world.db.ask("SELECT * FROM figures_pulseasked WHERE answered")
    counted = world.db.ask("SELECT * FROM figures_pulsecount")
    vain = "" if len(asked) == len(counted) == 1 else "no answer was counted"
    fault = "tells what was answered" if "no" in asked[0] else ""
    yield Seen("rows of the pulse", repr((asked, counted)).encode(), fault, vain=vain)
