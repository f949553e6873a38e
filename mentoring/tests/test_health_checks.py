"""What looks after a process asks by an address, over http, and is told what is away, whatever that is."""

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

from mentoring.lib import health
from mentoring.lib.tests.processes import python
from mentoring.lib.vault import keyring

ASK = """
import django
django.setup()
from django.test import Client
answer = Client(raise_request_exception=False).get("/readyz")
print(answer.status_code, answer.content.decode())
"""


@pytest.fixture
def over_http(client, settings):
    """`over_http(path)`: the status that a site under https gives whoever asks by another name, without https."""
    settings.SECURE_SSL_REDIRECT = True
    return lambda path: client.get(path, headers={"host": "10.0.0.7:8000"}).status_code


def test_it_is_asked_by_any_name_and_over_http(over_http, db):
    assert (over_http("/healthz"), over_http("/readyz")) == (200, 200)


@pytest.mark.parametrize("path", ("/", "/healthz/", "/readyz/x", "/metrics"))
def test_no_other_address_is_answered_by_any_name(path, over_http):
    assert over_http(path) in (400, 403)


def test_without_its_database_it_names_it(tmp_path):
    """Also where nothing answers at all: no page for members, and no wait without an end."""
    keyring.create_ring(tmp_path / "cases")
    given = {"MENTORING_PROCESS": "staff", "CASE_KEYRING": str(tmp_path / "cases")}
    answer = python(ASK, tmp_path, DATABASE_URL="postgres://x@127.0.0.1:1/x", **given).stdout

    assert answer.startswith("503 {") and '"missing": ["database", "static files"]' in answer


def test_a_server_that_is_there_and_mute_is_not_waited_for_without_an_end(tmp_path):
    code = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'])"
    address = "postgres://x@127.0.0.1:1/x"
    as_installed = python(code, tmp_path, DATABASE_URL=address).stdout
    in_pages = python(
        f"import mentoring.wsgi; {code}", tmp_path, DATABASE_URL=address, DEMO="1", **rings(tmp_path)
    )
    chosen = python(code, tmp_path, DATABASE_URL=f"{address}?connect_timeout=2", STATEMENT_SECONDS="7").stdout

    assert "'connect_timeout': 5" in as_installed and "statement_timeout=0'" in as_installed
    assert "statement_timeout=25000'" in in_pages.stdout, in_pages.stderr
    assert "'connect_timeout': 2" in chosen and "statement_timeout=7000'" in chosen


def rings(tmp_path):
    (tmp_path / "static").mkdir()
    keyring.create_ring(tmp_path / "ring")
    keyring.create_ring(tmp_path / "cases")
    return {"CONFIDENTIAL_KEYRING": str(tmp_path / "ring"), "CASE_KEYRING": str(tmp_path / "cases")}


@pytest.mark.parametrize(
    ("process", "listed", "there"),
    (("member", [], False), ("staff", [], False), ("worker", [], True), ("member", None, True)),
)
def test_without_the_list_of_collectstatic_it_is_not_ready(process, listed, there, settings, monkeypatch):
    """Each page would be an error."""
    storage = ManifestStaticFilesStorage()
    storage.hashed_files = {name: name for name in (health._stylesheets() if listed is None else listed)}
    monkeypatch.setattr(health, "staticfiles_storage", storage)
    settings.PROCESS = process

    assert health.CHECKS["static files"]() is there


def test_the_list_of_an_older_release_is_not_enough(settings, monkeypatch):
    storage = ManifestStaticFilesStorage()
    storage.hashed_files = dict.fromkeys(sorted(health._stylesheets())[1:])
    monkeypatch.setattr(health, "staticfiles_storage", storage)

    assert not health.CHECKS["static files"]()


@pytest.mark.parametrize(
    ("https", "hsts", "advised"), ((True, "hour", True), (True, "year", False), (False, "hour", False))
)
def test_an_operator_is_told_that_https_is_still_on_trial(https, hsts, advised, settings):
    settings.HTTPS, settings.TRUSTED_PROXIES, settings.HSTS = https, 1, hsts

    assert bool(list(health.advice())) is advised
