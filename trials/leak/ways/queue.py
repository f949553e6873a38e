"""Ways 22 and 23: Redis and Celery."""

import time

import redis

from trials.leak.ways import Seen, switched, way
from trials.leak.ways.logs import files
from trials.leak.writing import again

BEATS = 30  # seconds: beat wakes the outbox every three
READ = {
    b"string": lambda server, key: [server.get(key)],
    b"list": lambda server, key: server.lrange(key, 0, -1),
    b"hash": lambda server, key: [item for pair in server.hgetall(key).items() for item in pair],
    b"set": lambda server, key: server.smembers(key),
    b"zset": lambda server, key: server.zrange(key, 0, -1),
    b"stream": lambda server, key: [repr(server.xrange(key)).encode()],
}


def everything(world):
    """Each key with its value."""
    server = redis.Redis.from_url(world.redis_url)
    for key in server.scan_iter("*"):
        values = READ.get(server.type(key), lambda *_gone: [])(server, key)
        yield Seen(f"Redis key {key.decode(errors='replace')}", b"\n".join([key, *filter(None, values)]))


@way(22, "Redis: cache, session, rate-limit keys", plant=switched("page:"))
def stored(world):
    """Every key and value, and every command that was ever sent there."""
    again(world)
    world.as_("watcher").post("/accounts/login/", login=world.people["mentee"]["email"], password="wrong")
    yield from everything(world)
    names = tuple(world.people[role][what] for role in ("mentor", "mentee") for what in ("name", "email"))
    heard = _heard(world, b"send_outbox")
    vain = "" if len(heard) > 500 else "nothing was heard"
    yield Seen("all commands sent to Redis", heard, signs=names, vain=vain)


def _heard(world, sign):
    """All that went to Redis, once the sign is in it: the next beat may be seconds away."""
    until = time.monotonic() + BEATS
    while sign not in world.wire.heard and time.monotonic() < until:
        time.sleep(0.2)
    return bytes(world.wire.heard)


@way(23, "Celery message, result, worker log", plant=switched("Celery"))
def messages(world):
    """Every message to the broker, as sent; results; and the worker's log at DEBUG."""
    again(world)
    heard = _heard(world, b"send_outbox")
    lines = [
        line for line in heard.split(b"\n") if b"celery" in line or b"argsrepr" in line or b"kombu" in line
    ]
    vain = "" if any(b"send_outbox" in line for line in lines) else "no message was heard"
    yield Seen("Celery messages", b"\n".join(lines), vain=vain)
    yield from (seen for seen in everything(world) if "celery" in seen.where or "kombu" in seen.where)
    for seen in files(world, "worker"):
        yield seen._replace(where="Celery worker's log", vain="" if b"send_outbox" in seen.data else "empty")
