"""A locked database or a full disk is a page that says try again, and nothing is half done."""

import errno

import pytest
from django.db import OperationalError

from feedback import notifications
from feedback.models import Feedback
from mail.models import OutgoingMail
from profiles import photo_files

FAULTS = [OperationalError("database is locked"), OSError(errno.ENOSPC, "No space left on device")]
AWAY = {"BACKEND": "mentoring.lib.json_cache.JsonRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}


@pytest.mark.parametrize("fault", FAULTS, ids=("locked", "full"))
def test_nothing_is_half_done_and_the_page_says_try_again(fault, pair, mentee, as_, monkeypatch):
    """Issue 2, bad input: the fault comes after the letter was written and before the mail was."""

    def broken(*args, **kwargs):
        raise fault

    monkeypatch.setattr(notifications, "feedback_given", broken)
    client = as_(mentee)
    client.raise_request_exception = False
    before = OutgoingMail.objects.count()
    answer = client.post(f"{pair.get_absolute_url()}feedback/write/", {"letter": "Words."})

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert b"Words." not in answer.content
    assert Feedback.objects.count() == 0
    assert OutgoingMail.objects.count() == before


def test_a_database_that_is_gone_before_the_page_is_reached(client, mentee, monkeypatch):
    """The session itself cannot be read: still the same page, not a 500."""
    client.force_login(mentee)
    client.raise_request_exception = False

    def gone(*args, **kwargs):
        raise OperationalError("unable to open database file")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", gone)
    assert client.get("/mentors/").status_code == 503


@pytest.mark.parametrize("address", ("/accounts/login/", "/accounts/signup/"))
def test_without_redis_whoever_signs_in_is_asked_to_try_again(address, client, settings):
    """Tries are counted there: nobody signs in uncounted, and nobody is told that something is broken for good."""
    settings.CACHES = {"default": settings.CACHES["default"] | AWAY}
    client.raise_request_exception = False
    typed = {"login": "x@test.example", "email": "x@test.example", "password": "x", "name": "X Y"}
    typed |= {"password1": "long enough, really", "adult": "on"}
    answer = client.post(address, typed)

    assert (answer.status_code, answer.headers.get("Retry-After")) == (503, "30")
    assert client.get("/privacy/").status_code == 200


def test_a_real_fault_stays_a_500(client, mentee, monkeypatch):
    """The page for what may pass is not for what will not."""
    client.force_login(mentee)
    client.raise_request_exception = False

    def broken(*args, **kwargs):
        raise ValueError

    monkeypatch.setattr(photo_files, "read", broken)
    mentee.photo = "0" * 32
    mentee.save()
    assert client.get(f"/photos/{mentee.photo}-card.jpg").status_code == 500
