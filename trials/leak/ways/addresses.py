"""Ways 1 to 4 and 7: somebody else comes to the addresses of the pair."""

import uuid

from trials.leak.ways import Seen, switched, way
from trials.leak.ways.routes import NOBODYS, addresses, of_the_pair

METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
OUTSIDERS = ("anonymous", "suspended", "member", "elsewhere", "former", "coordinator", "superuser")
ON_STAFF_SITE = ("anonymous", "member", "coordinator", "superuser")
ENDS_THE_VISIT = ("logout", "sessions", "password/set")
OF_A_PAIR = ("/mentorships/", "/requests/")
FOR_A_SPARE = ("suspend", "restore", "hide")


def seen(seat, path, answer, signs, method="GET", fault=""):
    """One answer, with all of it."""
    return Seen(f"{seat.who}: {method} {path}", answer.raw, fault, signs)


@way(1, "direct URL, every route × method × role", plant=switched("/plain/"))
def every_route(world):
    """All routes of both sites, filled in with the pair's own codes, in every method, as everybody."""
    for site, roles in (("member", OUTSIDERS), ("staff", ON_STAFF_SITE)):
        for role in roles:
            seat = world.as_(role, site)
            for _name, path in addresses(world, site):
                for method in METHODS:
                    if method != "POST" or may_post(role, site, path):
                        yield one(world, seat, method, path)
            world.sign_in(seat, role, site)


def may_post(role, site, path):
    """One's own account, blocks and profile are changed by a single person: the others stay as they are."""
    if any(end in path for end in ENDS_THE_VISIT):
        return False
    return site == "staff" or path.startswith(OF_A_PAIR) or role in ("anonymous", "suspended", "member")


def one(world, seat, method, path):
    """One request. What changes an account is tried on the one that is there for it."""
    if method == "POST" and any(step in path for step in FOR_A_SPARE):
        mentee, spare = (str(world.people[role]["pk"]) for role in ("mentee", "spare"))
        path = path.replace(f"/{mentee}/", f"/{spare}/")
    ask = seat.ask if method in ("GET", "HEAD", "OPTIONS") else seat.send
    return seen(seat, path, ask(method, path), world.signs(path, seat), method)


@way(2, "guessed or listed ids", plant=switched("/letters/"))
def guessed(world):
    """Numbers, neighbours and odd texts in every place of every address; codes in each other's places."""
    some = uuid.UUID(world.codes["pair"])
    near = [str(uuid.UUID(int=some.int ^ bit)) for bit in (1, 2, 1 << 64)]
    guesses = [
        *range(1, 9),
        *near,
        NOBODYS,
        *world.codes.values(),
        world.people["mentee"]["code"],
        "x",
        "0" * 36,
        "-" * 36,
        "%00",
        "é",
        "%2e%2e",
        "*",
    ]
    paths = [path for guess in guesses for path in guessed_at(world, guess)]
    for role in ("watcher", "coordinator"):
        seat = world.as_(role)
        for path in dict.fromkeys(paths):
            yield seen(seat, path, seat.get(path), world.signs(path, seat))
    seat = world.as_("coordinator", "staff")
    for kind in range(1, 40):
        path = f"/admin/r/{kind}/1/"
        yield seen(seat, path, seat.get(path), world.signs(path, seat))


def guessed_at(world, guess):
    """The addresses of the member site that hold this in some place."""
    codes = dict.fromkeys(world.codes, guess)
    for _name, path in addresses(world, "member", codes=codes, pk=guess):
        if str(guess) in path:
            yield path


@way(3, "former partner after the end", plant=switched("former on member site"))
def former_partner(world):
    """Whose mentorship with the same mentor has ended: by the pair's codes, and from their own pages."""
    yield from neighbour(world, "former")


@way(4, "partner of another pair", plant=switched("elsewhere on member site"))
def other_pair(world):
    """Who has the same mentor now: by the pair's codes, and from their own pages."""
    yield from neighbour(world, "elsewhere")


def neighbour(world, role):
    """The pair's pages; their own pages; their own code with the pair's letters and words."""
    seat = world.as_(role)
    own = own_code(world, role)
    mixed = world.codes | {"pair": own}
    for codes in (world.codes, mixed):
        for _name, path in of_the_pair(world, codes=codes):
            yield seen(seat, path, seat.get(path), world.signs(path, seat))
    for _name, path in of_the_pair(world):  # only now: a post that gets through ends things
        data = {"q": world.words["feedback"], "text": "x", "talk-text": "x"}
        yield seen(seat, path, seat.send("POST", path, data), (), "POST")
    find = f"/mentorships/{own}/feedback/find/"
    for kind in world.words:
        answer = seat.post(find, q=world.words[kind])
        told = b"No letter" not in answer.body and world.codes["letter"].encode() in answer.body
        yield Seen(f"{seat.who}: find {kind}", b"", "the search finds their letter" if told else "")


def own_code(world, role):
    """The code of the pair that somebody is one of."""
    rows = world.db.ask(
        "SELECT code::text FROM mentorships_mentorship WHERE mentee_id = %s", world.people[role]["pk"]
    )
    return rows[0][0]


ODD = (
    {"Range": "bytes=0-99999"},
    {"Range": "bytes=0-9,20-900"},
    {"If-None-Match": "*"},
    {"If-None-Match": '"0"'},
    {"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"},
    {"If-Match": '"0"'},
    {"If-Range": '"0"', "Range": "bytes=0-99999"},
    {"Accept-Encoding": "gzip"},
    {"X-HTTP-Method-Override": "GET"},
    {"X-Original-URL": "/"},
    {"Accept": "application/json"},
    {"HX-Request": "true"},
    {"Origin": "https://example.org"},
    {"X-Requested-With": "XMLHttpRequest"},
)


@way(7, "HEAD, OPTIONS, Range, conditional requests", plant=switched("bytes="))
def odd_requests(world):
    """After the two have read a page: every odd way to ask for it, for what is there and for what is not."""
    paths = [path for _name, path in of_the_pair(world)]
    for path in paths:
        world.as_("mentee").get(path)
    for role in ("anonymous", "watcher", "former"):
        seat = world.as_(role)
        for path in paths:
            missing = gone(world, path)
            for method, odd in ways_to_ask():
                real, nothing = (seat.ask(method, each, **odd) for each in (path, missing))
                differs = real.same(path, path.rstrip("/")) != nothing.same(missing, missing.rstrip("/"))
                fault = "another answer than for nothing" if differs and odd != ODD[7] else ""
                yield Seen(f"{seat.who}: {method} {odd} {path}", real.raw, fault, world.signs(path, seat))


def ways_to_ask():
    """(method, headers)."""
    yield from (("GET", odd) for odd in ODD)
    yield from ((method, {}) for method in ("HEAD", "OPTIONS", "TRACE", "PROPFIND"))


def gone(world, path):
    """The same address of something that does not exist."""
    for code in world.codes.values():
        path = path.replace(code, NOBODYS)
    return path
