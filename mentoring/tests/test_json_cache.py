"""The cache keeps data as JSON, until it runs out."""

import pytest
from django.core.cache import cache


def test_the_cache_keeps_what_it_is_given_until_it_runs_out():
    cache.set("list", [1, "two", None])
    cache.set("gone", 1, timeout=-1)
    cache.set("stays", 3, timeout=None)

    assert cache.get("list") == [1, "two", None]
    assert cache.get("gone", "not there") == "not there"
    assert [cache.add("stays", 4), cache.get("stays"), cache.incr("stays")] == [False, 3, 4]
    assert [cache.touch("stays", 60), cache.touch("nothing"), "stays" in cache] == [True, False, True]


def test_what_json_does_not_know_is_refused():
    with pytest.raises(TypeError):
        cache.set("set", {1, 2})
