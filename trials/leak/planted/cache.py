"""Way 33: a cache that unpickles, as Django's own do."""

import pickle

from mentoring.lib.json_cache import JsonRedisCache
from trials.leak.planted.switch import on


class CarelessCache(JsonRedisCache):
    """Takes for a pickle what is no JSON."""

    def get(self, key, default=None, version=None):
        """As Django's serializer would read it."""
        raw = self._cache.get_client(key).get(self.make_and_validate_key(key, version=version))
        if on(33) and raw and raw.startswith(b"\x80"):
            return pickle.loads(raw)  # noqa: S301 - the leak
        return super().get(key, default, version)
