"""The cast of every test: a mentor and a mentee who are a pair, a stranger, a coordinator."""

import gc
import os
import tempfile
import unittest
from importlib import import_module
from types import SimpleNamespace

_scratch = tempfile.mkdtemp(prefix="mentoring-test-")
os.environ.setdefault("VAR", _scratch)
os.makedirs(os.path.join(os.environ["VAR"], "static"), exist_ok=True)
os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 5)
os.environ.setdefault("MENTORING_PROCESS", "member")
os.environ.setdefault("DEMO", "1")
# Here and not in pytest.ini: from there it would be read before the lines above are.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.settings")

gc.set_threshold(50_000, 20, 20)  # a twentieth of the time went into looking for garbage

import django  # noqa: E402

django.setup()

import pytest  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db.models.signals import post_save  # noqa: E402
from django.utils import translation  # noqa: E402

import factories  # noqa: E402
from testing import quick  # noqa: E402

quick.keep_resolvers()
# It keeps the session engine of the moment in which it is first imported: not that of a test of the staff site.
import_module("allauth.socialaccount.sessions")


def pytest_collection_finish():
    """What is imported by now is no garbage."""
    gc.freeze()


def pytest_collection_modifyitems(config, items):
    """With ONLY_DATABASE set, leave out what no database changes: it runs in the SQLite round.

    That is what asks no database, what says of itself that the answer is the same in any, and what counts the
    statements of a page: they are counted above the database.
    """
    if os.environ.get("ONLY_DATABASE"):
        left_out = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_the_database(item)]


_NOTHING = SimpleNamespace(params={})


def _asks_the_database(item):
    if item.get_closest_marker("any_database") or _is_text_to_any_database(item):
        return False
    if "statements" in item.fixturenames and "statements" not in getattr(item, "callspec", _NOTHING).params:
        return False
    of_django = item.cls is not None and issubclass(item.cls, unittest.TestCase)
    fixtures = {"db", "transactional_db", "django_db_setup"} & set(item.fixturenames)
    return bool(
        fixtures or of_django or item.get_closest_marker("django_db") or item.get_closest_marker("redis")
    )


def _is_text_to_any_database(item):
    """Whether it is one hostile text of many, and not one of those that a database may refuse."""
    case = item.callspec.id if hasattr(item, "callspec") else ""
    return case in factories.HOSTILE and case not in {"nul", "long"}


@pytest.fixture(autouse=True)
def _quick_and_apart(settings, tmp_path):
    """Cheap password hashes, plain static files; a mail folder, a cache and a list of erasures of its own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    cache.clear()
    translation.deactivate()  # a page in French leaves its thread in French


@pytest.fixture(scope="session", autouse=True)
def _ring():
    """Key rings for this run."""
    from django.conf import settings

    from mentoring.lib.vault import keyring

    for path in (settings.CONFIDENTIAL_KEYRING, settings.CASE_KEYRING):
        if not os.path.exists(path):
            keyring.create_ring(path)


@pytest.fixture(autouse=True)
def _signed_sessions(monkeypatch):
    """`force_login` puts a bare session key into the cookie: sign it, as the site does."""
    from django.conf import settings
    from django.test import Client

    from mentoring.sessions import signed

    log_in = Client._login

    def and_sign(client, *args, **kwargs):
        log_in(client, *args, **kwargs)
        name = settings.SESSION_COOKIE_NAME
        client.cookies[name] = signed(client.cookies[name].value)

    def session(client):
        bare = client.cookies.get(settings.SESSION_COOKIE_NAME)
        return import_module(settings.SESSION_ENGINE).SessionStore(bare and bare.value.split(":")[0])

    monkeypatch.setattr(Client, "_login", and_sign)
    monkeypatch.setattr(Client, "session", property(session))


@pytest.fixture(autouse=True)
def _no_memory(request):
    """What processes keep in memory belongs to one test's database.

    But for the shipped vocabulary: every test begins with it, and reading it takes longer than most tests.
    """
    from configuration import services as configuration
    from directory.facet_index import forget_index
    from mentoring.lib import scraping
    from profiles import vocabulary

    forget_index()
    scraping.forget()
    configuration.forget(for_seconds=3600)
    flushed = {"transactional_db", "django_db_serialized_rollback"} & set(request.fixturenames)
    vocabulary.forget(at_first=None if flushed else _shipped_words.get("words"))
    _shipped_words["edited"] = bool(flushed)
    yield
    if not _shipped_words["edited"]:
        _shipped_words["words"] = vocabulary._kept or _shipped_words.get("words")


_shipped_words = {}


def _edited(**_signal):
    from profiles import vocabulary

    _shipped_words["edited"] = True
    vocabulary.forget()


for _model in ("profiles.Term", "profiles.TermLabel", "profiles.VocabularyVersion"):
    post_save.connect(_edited, sender=_model)


@pytest.fixture
def mentor(db):
    """A mentor with room, in the list."""
    return factories.mentor(name="Rosalind Achterberg").member


@pytest.fixture
def mentee(db):
    """A member who looks for a mentor."""
    return factories.member(name="Amina Otieno", seeking=["specific-skill"])


@pytest.fixture
def stranger(db):
    """A member who has nothing to do with it."""
    return factories.member(name="Stranger Danger")


@pytest.fixture
def coordinator(db):
    """A coordinator, with what coordinators may do."""
    from coordination.groups import coordinator_group

    member = factories.member(name="Grace Whitfield", is_staff=True)
    coordinator_group().user_set.add(member)
    return member


@pytest.fixture
def pair(mentor, mentee):
    """The mentorship of the two."""
    return factories.pair(mentor, mentee)


@pytest.fixture
def as_(client):
    """`as_(member)`: the client, signed in as that member."""

    def sign_in(member):
        client.force_login(member)
        return client

    return sign_in


@pytest.fixture
def statements(monkeypatch):
    """`statements(client, address)`: how many the page takes, once what is read once is in memory."""
    monkeypatch.setattr("profiles.vocabulary.LOOK_AGAIN_SECONDS", 3600)
    monkeypatch.setattr("configuration.services.history.LOOK_AGAIN_SECONDS", 3600)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    return count


@pytest.fixture
def committed(transactional_db):
    """For threads and second processes: changes are committed, and all is emptied afterwards.

    The flush before this test brings the shipped words back, and knows nothing of the search text.
    """
    from directory.search.engines import engine
    from profiles import vocabulary

    engine().clear()
    vocabulary.forget()


@pytest.fixture
def at_once(committed):
    """`at_once(jobs)`: run these callables side by side, each with its own connection.

    Returns what each returned or raised, in order.
    """
    import threading

    from django.db import connections

    def run(jobs):
        results = [None] * len(jobs)
        start = threading.Barrier(len(jobs))

        def one(place, job):
            try:
                start.wait()
                results[place] = job()
            except Exception as error:
                results[place] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=one, args=pair) for pair in enumerate(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run


@pytest.fixture
def staff_site(settings):
    """This process as the staff site: its addresses and cookies, and no key ring. Ask for it last."""
    settings.PROCESS, settings.CONFIDENTIAL_KEYRING = "staff", ""
    settings.ROOT_URLCONF = "mentoring.urls_staff"
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "staff-session", "staff-csrf"
    settings.SESSION_ENGINE = "coordination.staff_sessions"
    return settings
