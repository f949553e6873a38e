"""What others may write to (Redis, a folder, a queue) is data here, and never code (P8; A1)."""

import ast
import json
import pathlib
import pickle
import subprocess
import zlib

import pytest
from django.conf import settings
from django.core.cache import cache

from mentoring.lib.tests.processes import python

UNPICKLES = {"pickle", "cPickle", "_pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib", "dbm"}
STORES = """
import json
from django.conf import settings as s
from mentoring.celery import app
c = app.conf
print(json.dumps({
    "caches": [one["BACKEND"] for one in s.CACHES.values()],
    "messages to the worker": sorted(c.accept_content),
    "sent": [c.task_serializer, c.result_serializer, c.event_serializer],
    "results": [c.result_backend, c.result_accept_content],
    "schedule": c.beat_scheduler,
    "state of the worker": c.worker_state_db,
    "orders to the worker": c.worker_enable_remote_control,
    "sessions": s.SESSION_SERIALIZER,
    "messages": s.MESSAGE_STORAGE,
}))
"""
ALLOWED = {
    "caches": (["mentoring.lib.json_cache.JsonRedisCache"], ["mentoring.lib.json_cache.JsonFileCache"]),
    "messages to the worker": (["json"],),
    "sent": (["json"] * 3,),
    "results": ([None, None],),
    "schedule": ("mentoring.lib.beat:OneBeat",),
    "state of the worker": (None,),
    "orders to the worker": (False,),
    "sessions": ("django.contrib.sessions.serializers.JSONSerializer",),
    "messages": ("django.contrib.messages.storage.session.SessionStorage",),  # in the session, as JSON
}


class Hostile:
    """Runs code in whoever unpickles it: makes a file."""

    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return pathlib.Path.touch, (self.mark,)


def sources():
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    return [
        path
        for path in map(pathlib.Path, listed.stdout.split())
        if path.parts[0] != "trials" and "tests" not in path.parts
    ]


def imported(path):
    for node in ast.walk(ast.parse((settings.BASE_DIR / path).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_no_module_of_ours_unpickles():
    assert len(sources()) > 300
    assert {path.as_posix(): UNPICKLES & set(imported(path)) for path in sources()} == dict.fromkeys(
        (path.as_posix() for path in sources()), set()
    )


@pytest.mark.parametrize("redis", ("", "redis://127.0.0.1:6379/9"))
@pytest.mark.parametrize("module", ("mentoring.settings", "trials.chaos.settings", "trials.leak.settings"))
@pytest.mark.parametrize("process", ("member", "staff", "worker"))
def test_every_store_holds_json(process, module, redis, tmp_path):
    """With Redis and without, in each process: cache, queue, results, schedule, sessions, messages."""
    more = {"MENTORING_PROCESS": process, "DJANGO_SETTINGS_MODULE": module, "REDIS_URL": redis}
    answer = python(STORES, tmp_path, **more)
    stores = json.loads(answer.stdout or answer.stderr)

    assert {name: value for name, value in stores.items() if value not in ALLOWED[name]} == {}
    assert stores.keys() == ALLOWED.keys()


def plant(content):
    """Put these bytes in the place of everything that the cache holds. How many places there were."""
    if settings.REDIS_URL:
        client = cache._cache.get_client(write=True)
        keys = client.keys("*allauth*")
        for key in keys:
            client.set(key, content)
        return len(keys)
    paths = cache._list_cache_files()
    for path in paths:
        pathlib.Path(path).write_bytes(content)
    return len(paths)


@pytest.mark.django_db
@pytest.mark.redis
@pytest.mark.parametrize("shape", ("as Redis holds it", "as a file holds it"))
def test_a_pickle_in_the_place_of_a_sign_in_limit_runs_no_code(shape, client, mentee, tmp_path):
    """Whoever has Redis, or the folder, and then posts the sign-in form."""
    wrong = {"login": mentee.email, "password": "wrong-password"}
    client.post("/accounts/login/", wrong)
    mark = tmp_path / "code-ran"
    hostile = pickle.dumps(Hostile(mark))
    if shape == "as a file holds it":
        hostile += zlib.compress(pickle.dumps([]))

    assert plant(hostile) >= 2
    answer = client.post("/accounts/login/", wrong)

    assert answer.status_code == 200
    assert not mark.exists()


def test_the_plant_is_live(tmp_path):
    """The test above can fail."""
    pickle.loads(pickle.dumps(Hostile(tmp_path / "code-ran")))

    assert (tmp_path / "code-ran").exists()
