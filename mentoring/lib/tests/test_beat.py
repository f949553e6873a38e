"""However many beats run, one wakes the worker; another goes on when it ends, is killed, or loses the cache."""

import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest
from celery import Celery
from celery.beat import Scheduler
from django.core.cache import cache

from mentoring.lib import beat

AWAY = {"BACKEND": "mentoring.lib.json_cache.JsonRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
NO_PROCESS = 2**22 + 1  # more than any has


@pytest.fixture
def woken(monkeypatch):
    """The beats that have woken somebody, in order."""
    woken = []
    monkeypatch.setattr(Scheduler, "tick", lambda one: woken.append(one) or 60)
    return woken


@pytest.fixture
def two(woken):
    first, second = (beat.OneBeat(app=Celery(set_as_current=False), lazy=True) for _one in range(2))
    first.tick()
    return first, second


def test_the_second_waits_and_both_look_again_before_the_lease_is_over(two, woken):
    first, second = two
    assert second.tick() == first.tick() == 10
    assert woken == [first, first]
    assert beat.holder() == beat.HOST


def test_the_second_goes_on_at_once_when_the_first_is_ended(two, woken):
    first, second = two
    first.close()
    assert beat.holder() is None
    second.tick(), first.tick()
    assert woken == [first, second]


def test_the_second_goes_on_when_the_lease_of_a_machine_that_is_gone_is_over(two, woken, settings):
    first, second = two
    settings.BEAT_LEASE = timedelta(seconds=0.2)
    first.tick()
    cache.set(beat.KEY, cache.get(beat.KEY) | {"host": "another", "pid": NO_PROCESS}, 0.2)
    second.tick()
    assert woken == [first, first]
    time.sleep(0.25)
    second.tick()
    assert woken[2:] == [second]


def test_nobody_waits_for_a_process_of_this_machine_that_was_killed(two, woken):
    first, second = two
    cache.set(beat.KEY, first.own | {"pid": NO_PROCESS}, 30)
    second.tick()
    assert woken == [first, second]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Linux alone says so")
def test_nor_for_one_whose_end_nobody_has_asked_for(two, woken):
    """In a container without an init its number stays."""
    first, second = two
    ended = subprocess.Popen(["true"])
    while "Z" not in Path(f"/proc/{ended.pid}/stat").read_text().rpartition(")")[2]:
        time.sleep(0.01)
    cache.set(beat.KEY, first.own | {"pid": ended.pid}, 30)
    second.tick()
    ended.wait()

    assert woken == [first, second]


def test_one_that_has_lost_the_lease_waits_and_does_not_give_it_back(two, woken):
    first, second = two
    cache.clear()
    second.tick(), first.tick()
    first.close()
    first.tick(), second.tick()
    assert woken == [first, second, second]


def test_without_a_cache_it_wakes_nobody_and_lives_on(two, woken, settings):
    first, _second = two
    settings.CACHES = {"default": AWAY}
    assert first.tick() == 10
    first.close()
    assert woken == [first]
