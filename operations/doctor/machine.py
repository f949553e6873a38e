"""The machine this process runs on, and the two servers it needs."""

import resource
import shutil
import time
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone

from coordination.backups import backup_state
from coordination.operator_lines import SWEEP_LATE
from mentoring.lib import beat, dblogin, health, jobs, vault
from mentoring.lib.registry.doctor import look, ok, wrong
from mentoring.lib.vault.keyring import RINGS_OF_PROCESS
from operations.doctor.fingerprints import fingerprints

OLDEST_POSTGRESQL = 14
SKEW = 5  # seconds
SPARE = 2_000_000_000  # bytes
HELPS = {
    "database": "Does it run, is DATABASE_URL right, and has `manage.py migrate` been run?",
    "key ring": "Is the file of each *_KEYRING there, and readable by this process alone or by its group?",
    "cache": "Does Redis run, and is REDIS_URL right?",
    "static files": "Run `manage.py collectstatic --noinput`.",
}


def machine():
    """In the order in which things go wrong on a new machine."""
    missing = health.missing()
    for name in missing:
        yield wrong(name, HELPS.get(name) or dblogin.refusal() or "See /readyz.")
    if "database" not in missing:
        yield from _database()
        yield from _in_time()
    if settings.REDIS_URL and "cache" not in missing:
        yield from _redis()
    yield from _keys()
    yield from _memory()
    free = shutil.disk_usage(settings.VAR).free
    level = ok if free > SPARE else wrong
    yield level("disk", f"{free / 1e9:.1f} GB are free where VAR is.")


def _database():
    if connection.vendor != "postgresql":
        yield look("database", "SQLite: one machine, and a small association. PostgreSQL for more.")
        return
    host = connection.settings_dict["HOST"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000, now(), current_user")
        version, now, login = cursor.fetchone()
    level = ok if version >= OLDEST_POSTGRESQL else wrong
    yield level("database", f"PostgreSQL {version}, as {login}; all migrations are there.")
    off = abs((timezone.now() - now).total_seconds())
    if off > SKEW:
        yield wrong(
            "clock", f"That of the database is {off:.0f} seconds from this one. Let both be set by NTP."
        )
    secure = connection.settings_dict["OPTIONS"].get("sslmode") in {"verify-ca", "verify-full"}
    if host and not host.startswith(("/", "127.", "localhost", "::1")) and not secure:
        yield look("database", "On another machine, and not checked by TLS: add ?sslmode=verify-full.")


def _in_time():
    """The worker and the backups, as the database and the cache know them."""
    try:
        backup, now = backup_state(), timezone.now()
    except DatabaseError:  # a login that may not read it: the worker's
        backup = None
    if backup and backup.reported_at is None:
        yield look("backups", "None was ever reported: end the script with `manage.py report_backup`.")
    elif backup and (backup.failed or backup.is_late(now)):
        yield wrong("backups", "The last one failed, or is older than 36 hours.")
    began, _finished = jobs.last_sweep()
    if began is None or timezone.now() - began > SWEEP_LATE:
        yield wrong("worker", "It has not been seen for a quarter of an hour. Do worker and beat run?")
    else:
        yield ok("worker", "It was seen lately.")
    if host := beat.holder():
        yield ok("beat", f"That of {host} wakes the worker.")
    else:
        yield look("beat", "None wakes the worker: start mentoring-beat, on one machine at least.")


def _redis():
    server = cache._cache.get_client()
    seconds, micro = server.time()
    off = abs(time.time() - seconds - micro / 1e6)
    if off > SKEW:
        yield wrong("clock", f"That of Redis is {off:.0f} seconds from this one. Let both be set by NTP.")
    user = server.connection_pool.connection_kwargs
    if not user.get("password"):
        yield look(
            "Redis", "Anybody who reaches it comes in: give it a user and a password (docs/deployment.md)."
        )
    else:
        yield ok("Redis", f"Answers, as {user.get('username') or 'default'}.")


def _keys():
    """Fingerprints, to be compared between processes and machines: the same name has to have the same one."""
    for name in RINGS_OF_PROCESS.get(settings.PROCESS, ()):
        try:
            vault.load_ring(name)
        except vault.KeyRingError as trouble:
            yield wrong(name, str(trouble))
    found = {name: value for name, value in fingerprints().items() if name != "Redis"}
    yield ok("keys", ", ".join(f"{name} {value}" for name, value in found.items()))


def _memory():
    """What was in memory must not come to lie on a disk (docs/security.md)."""
    if settings.PROCESS == "worker":
        return
    if resource.getrlimit(resource.RLIMIT_CORE)[0]:
        yield look("core dumps", "They are on, and may hold words in clear: LimitCORE=0 in the unit.")
    swaps = Path("/proc/swaps")
    if swaps.exists() and len(swaps.read_text().splitlines()) > 1:
        yield look("swap", "It is on, and may hold words in clear: `swapoff -a`, or encrypt it.")
