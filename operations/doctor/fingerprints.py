"""Short fingerprints of what has to be the same on all machines. One tells equal from other, and nothing else."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

from mentoring.lib import vault
from mentoring.lib.beat import HOST
from mentoring.lib.signed import keyed_hash
from mentoring.lib.vault.keyring import RINGS_OF_PROCESS


def fingerprints():
    """{name: eight hexadecimal digits} of the secrets and rings of this process that are sound, and of its Redis."""
    found = {"MAIL_KEY": settings.MAIL_KEY, "SECRET_KEY": settings.SECRET_KEY, "Redis": _redis()}
    if settings.FIGURES_KEY:
        found["FIGURES_KEY"] = settings.FIGURES_KEY
    for name in RINGS_OF_PROCESS.get(settings.PROCESS, ()):
        try:
            vault.load_ring(name)
        except vault.KeyRingError:
            continue
        found[name] = Path(getattr(settings, name)).read_text(encoding="ascii")
    salt = keyed_hash("machines", salt="doctor")  # under MAIL_KEY: a copy of the database can try no guess
    return {name: _fingerprint(value, salt) for name, value in found.items()}


@lru_cache(maxsize=32)
def _fingerprint(secret, salt):
    return hashlib.scrypt(secret.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=4).hex()


def _redis():
    """What the server calls itself since it was started; without one each machine has files of its own."""
    return cache._cache.get_client().info("server")["run_id"] if settings.REDIS_URL else f"files on {HOST}"
