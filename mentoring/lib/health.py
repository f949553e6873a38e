"""What a process needs, and whether it is there. Names only: no counts, no people."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from mentoring.lib import dblogin, vault
from mentoring.lib.vault.keyring import RINGS_OF_PROCESS


def missing():
    """The names of what is not there."""
    return [name for name, is_there in CHECKS.items() if not is_there()]


def advice():
    """What an operator may have forgotten, in sentences; nothing of it keeps the process from working."""
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        yield (
            "TRUSTED_PROXIES is 0: behind a proxy all members share its address, and ten wrong passwords "
            "by anybody keep everybody out."
        )
    if settings.HTTPS and settings.HSTS == "hour":
        yield (
            "HSTS is an hour: once everything works over https, HSTS=year (or subdomains, see docs/deployment.md)."
        )


def _database():
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _keyring():
    try:
        return all(map(vault.load_ring, RINGS_OF_PROCESS.get(settings.PROCESS, ())))
    except vault.KeyRingError:
        return False


def _cache():
    try:
        cache.set("readyz", "1", 5)
        return cache.get("readyz") == "1"
    except Exception:  # whatever the cache library raises, the answer is no
        return False


def _login():
    return not dblogin.refusal()


def _static_files():
    """Without the list of `collectstatic`, or with that of an older release, pages cannot name their styles."""
    listed = getattr(staticfiles_storage, "hashed_files", None)
    return settings.PROCESS == "worker" or listed is None or _stylesheets() <= listed.keys()


@lru_cache
def _stylesheets():
    folders = map(Path, settings.STATICFILES_DIRS)
    return {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.css")}


CHECKS = {
    "database": _database,
    "database login": _login,
    "key ring": _keyring,
    "cache": _cache,
    "static files": _static_files,
}
