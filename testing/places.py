"""Every place where a word could be left behind, as bytes, and a search that knows disguises."""

import base64
import gzip
import zlib
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

from mentoring.lib.sealed_sessions import SessionStore

MARKER = "zirconium-gannet-4711"


def holds(data, marker=MARKER):
    """Whether the bytes hold the marker: plain, in UTF-16, in hex, in base64, or packed."""
    return any(sign.lower() in layer.lower() for layer in _layers(data) for sign in _signs(marker))


def _signs(marker):
    plain = marker.encode()
    yield from (plain, plain.hex().encode(), marker.encode("utf-16-le"), marker.encode("utf-16-be"))
    for start in range(3):  # the three ways the marker can stand among the groups of three
        encoded = base64.b64encode(b"\x00" * start + plain)
        yield encoded[-(-start * 8 // 6) : -4]


def _layers(data):
    yield data
    for start in _starts(data):
        with suppress(zlib.error, EOFError, OSError):
            yield zlib.decompressobj(47).decompress(data[start:])


def _starts(data):
    for sign in (b"\x78\x9c", b"\x78\xda", b"\x78\x01", b"\x1f\x8b"):
        found = data.find(sign)
        while found >= 0:
            yield found
            found = data.find(sign, found + 1)


def tables():
    """{place: bytes} of every row of every table."""
    found = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            rows = [b"|".join(map(_bytes, row)) for row in cursor.fetchall()]
            found[f"table {name}"] = b"\n".join(rows)
    return found


def _bytes(value):
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()


def sessions():
    """What the sessions hold, opened."""
    keys = Session.objects.values_list("pk", flat=True)
    return {"sessions": "\n".join(repr(SessionStore(key).load()) for key in keys).encode()}


def folder(name, path):
    """{place: bytes} of every file beneath a folder."""
    return {f"{name} {file.name}": file.read_bytes() for file in Path(path).rglob("*") if file.is_file()}


def database_files():
    """SQLite's file, its write-ahead log and free pages. PostgreSQL's are out of reach from here."""
    if connection.vendor != "sqlite":
        return {}
    where = Path(connection.settings_dict["NAME"])
    return {f"database {file.name}": file.read_bytes() for file in where.parent.glob(f"{where.name}*")}


def redis():
    """{place: bytes} of every key: cache and broker."""
    if not settings.REDIS_URL:
        return {}
    import redis

    server = redis.Redis.from_url(settings.REDIS_URL)
    found = {}
    for key in server.scan_iter("*"):
        kind = server.type(key)
        values = {
            b"string": lambda k: [server.get(k)],
            b"list": lambda k: server.lrange(k, 0, -1),
            b"hash": lambda k: [*server.hgetall(k), *server.hgetall(k).values()],
            b"set": server.smembers,
            b"zset": lambda k: server.zrange(k, 0, -1),
        }[kind](key)
        found[f"redis {key.decode(errors='replace')}"] = b"\n".join([key, *values])
    return found


def packed(data):
    """For planting: as Django's file cache packs."""
    return gzip.compress(data)
