"""Ways 5, 6 and 32: whether there is a pair at all, told by lists, counts, times and figures."""

import re
from statistics import median
from time import perf_counter

from trials.leak.ways import Seen, switched, way
from trials.leak.ways.addresses import gone
from trials.leak.ways.routes import NOBODYS, addresses, of_the_pair
from trials.leak.world import METRICS_TOKEN

SORTS = ("recommended", "name", "newest")
FILTERS = (
    "area=cataloging-metadata",
    "area=reference-research-help",
    "helps_with=change",
    "country=KE",
    "library_type=public",
    "style=ongoing",
    "accepting=true",
    "overlap=true",
    "language=en",
)
HOME_PAGES = ("/", "/mentorships/", "/requests/", "/shortlist/", "/profile/", "/profile/mentor/")
FIGURES = (
    "/healthz",
    "/readyz",
    "/metrics",
    "/stats",
    "/statistics",
    "/status",
    "/health",
    "/figures",
    "/prometheus",
    "/metrics/",
    "/stats/",
    "/server-status",
    "/debug/",
    "/__debug__/",
)
CALLS = 200
CLOCK = re.compile(rb"\b\d\d:\d\d\b")  # a profile says what time it is there
SIZE = re.compile(rb"content-length:", re.IGNORECASE)
SECONDS = 0.005


def watched(world):
    """What somebody who has nothing to do with it sees of the programme."""
    mentor = world.people["mentor"]
    asked = [f"sort={sort}" for sort in SORTS] + list(FILTERS)
    asked += [f"q={mentor['name'].split()[1]}", f"q={mentor['name'].split()[1]}&accepting=true", "page=2"]
    paths = [*HOME_PAGES, *(f"/mentors/?{query}" for query in asked), f"/mentors/{mentor['code']}/"]
    found = {}
    for role in ("anonymous", "watcher"):
        seat = world.as_(role)
        for path in paths:
            found[f"{seat.who}: {path}"] = CLOCK.sub(b"", seat.get(path).same())
    return found


def compared(world, number, now):
    """What was seen before the two met and what is seen now have to be the same to the byte."""
    before = world.before[number]
    for where, data in now.items():
        fault = "" if before.get(where) == data else difference(before.get(where, b""), data)
        yield Seen(where, data, fault)


def difference(was, now):
    """What two answers do not have in common, for whoever reads the table."""
    was, now = ([line.strip() for line in text.splitlines() if not SIZE.match(line)] for text in (was, now))
    gone, new = ([line for line in one if line not in other] for one, other in ((was, now), (now, was)))
    if gone == new == [] and was != now:
        return "the same lines in another order"
    said = [b" / ".join(lines[:2]).decode(errors="replace")[:120] for lines in (gone, new)]
    return f"was “{said[0]}”, is “{said[1]}”"


@way(5, "list, search, filter, sort, count differences", plant=switched("/mentors/"), look=watched)
def lists(world):
    """Lists, searches, filters, sorts and counts, with the pair and without; and searches for its words."""
    yield from compared(world, 5, watched(world))
    with world.unlogged():
        yield from searches(world)
        world.as_("watcher").last = ""  # nor is it the Referer of what comes next
    for role in ("watcher", "coordinator"):
        seat = world.as_(role)
        for path in HOME_PAGES:
            yield Seen(f"{seat.who}: {path}", seat.get(path).raw, "", world.signs(path, seat))


def searches(world):
    """The search of mentors, asked for the words themselves: no answer differs from that to nonsense."""
    seat = world.as_("watcher")
    nothing = seat.get("/mentors/?q=bqtvxzkwbqtv").same("bqtvxzkwbqtv")
    for kind, word in world.words.items():
        half = word.split("'")[0]
        same = seat.get(f"/mentors/?q={half}").same(half) == nothing
        fault = "" if same else "the search of mentors knows the word"
        yield Seen(f"watcher searches mentors for {kind}", b"", fault)


@way(6, "404 against 403, size and time", plant=switched("median"))
def there_or_not(world):
    """What is there and not yours, against what is not there: status, size, bytes; and the time it takes."""
    for role in ("anonymous", "watcher", "coordinator", "former"):
        seat = world.as_(role)
        for _name, path in of_the_pair(world):
            missing = gone(world, path)
            for method in ("GET", "POST"):
                real = seat.send(method, path)
                nothing = seat.send(method, missing)
                differs = real.same(path) != nothing.same(missing)
                fault = f"{real.status} against {nothing.status}, or other bytes" if differs else ""
                yield Seen(f"{seat.who}: {method} {path}", real.raw, fault)
    seat = world.as_("watcher")
    for name, page in (
        ("page", "mentorships/{}/"),
        ("letters", "mentorships/{}/feedback/"),
        ("request", "requests/{}/"),
    ):
        code = world.codes["request" if name == "request" else "pair"]
        apart = timed(seat, *(f"/{page.format(each)}" for each in (code, NOBODYS)))
        fault = f"{apart * 1000:.1f} ms apart" if abs(apart) >= SECONDS else ""
        yield Seen(f"median time of the {name}, {CALLS} calls each", b"", fault)


def timed(seat, real, missing):
    """How much longer the one takes than the other: the medians, turn by turn."""
    times = {real: [], missing: []}
    for turn in range(CALLS):
        for path in (real, missing) if turn % 2 else (missing, real):
            began = perf_counter()
            seat.get(path)
            times[path].append(perf_counter() - began)
    return median(times[real]) - median(times[missing])


def figures(world):
    """Whatever tells how the programme is doing, on both sites."""
    found = {}
    for site in ("member", "staff"):
        named = [
            path
            for name, path in addresses(world, site)
            if any(sign in name for sign in ("ready", "health", "metric", "stat", "figure"))
        ]
        for role in ("anonymous", "coordinator"):
            seat = world.as_(role, site)
            for path in sorted({*named, *FIGURES}):
                if "status" not in path or "/admin/" not in path:
                    found[f"{seat.who}: {path}"] = seat.get(path).same()
    return found


@way(32, "metrics, statistics, health page", plant=switched("/readyz"), look=figures)
def measured(world):
    """Health and figures, with the pair and without; and what the one sees who watches the servers."""
    yield from compared(world, 32, figures(world))
    named = [code for code in world.codes.values() if len(code) > 20]
    named += [world.people["mentee"][what] for what in ("name", "email", "code")]
    answer = world.as_("anonymous").get("/metrics", Authorization=f"Bearer {METRICS_TOKEN}")
    vain = "" if answer.status == 200 else f"{answer.status}, and no figures"
    yield Seen("/metrics, with its token", answer.raw, signs=tuple(named), vain=vain)
