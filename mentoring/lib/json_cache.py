"""Caches that hold JSON and nothing else.

Django's own unpickle what they find, and unpickling runs code: whoever may write to Redis, or to the folder, would
run theirs in the process that holds the keys. What is no JSON counts as not there.
"""

import json
import time

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache


class JsonSerializer:
    """For the option `serializer` of RedisCache. Numbers stay numbers, so that Redis can count them."""

    def dumps(self, value):
        """TypeError for a value that JSON does not know."""
        return json.dumps(value)

    def loads(self, data):
        """ValueError for what is no JSON."""
        return json.loads(data)


class JsonRedisCache(RedisCache):
    """Redis, with values as JSON. TypeError for a value that JSON does not know."""

    def __init__(self, server, params):
        params = {**params, "OPTIONS": {**params.get("OPTIONS", {}), "serializer": JsonSerializer}}
        super().__init__(server, params)

    def get(self, key, default=None, version=None):
        """The value, or `default` for what is not there or not ours."""
        try:
            return super().get(key, default, version)
        except ValueError:
            return default


class JsonFileCache(FileBasedCache):
    """A folder of files, each `[expires, value]` as JSON. TypeError for a value that JSON does not know."""

    def get(self, key, default=None, version=None):
        """The value, or `default` for what is not there or not ours."""
        entry = self._read_entry(self._key_to_file(key, version))
        return default if entry is None else entry[1]

    def has_key(self, key, version=None):
        """Whether there is a value that has not run out."""
        return self._read_entry(self._key_to_file(key, version)) is not None

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        """Let a value stay for `timeout` seconds from now. False if there is none."""
        entry = self._read_entry(self._key_to_file(key, version))
        if entry is not None:
            self.set(key, entry[1], timeout, version)
        return entry is not None

    def _write_content(self, file, timeout, value):
        file.write(json.dumps([self.get_backend_timeout(timeout), value]).encode())

    def _read_entry(self, path):
        """(expires, value), or None for what is not there, has run out, or is not ours."""
        try:
            with open(path, "rb") as file:
                expires, value = json.loads(file.read())
            if expires is None or expires > time.time():
                return expires, value
        except FileNotFoundError:
            return None
        except (ValueError, TypeError):
            pass
        self._delete(path)
        return None
