"""P38: what a mail server posts is answered so that it neither brings it for hours nor sends a bounce to a member."""

import pytest
from django.db import InterfaceError, OperationalError
from django.urls import reverse

from mail.incoming import inbox
from testing import hooks
from testing.delivery_reports import report

pytestmark = pytest.mark.django_db
SECRET = "only-for-tests-" * 3
AWAY = b"From: a@b.example\r\nSubject: I am away\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday."


@pytest.fixture(autouse=True)
def door(settings):
    """It is open for who has the secret."""
    settings.MAIL_IN_SECRET = SECRET


def posted(client, raw, content_type="message/rfc822"):
    headers = {"Authorization": f"Bearer {SECRET}"}
    return client.post(reverse("mail_in"), raw, content_type=content_type, headers=headers)


@pytest.mark.parametrize(
    "raw",
    [
        AWAY,
        b"Subject: Lunch?\r\n\r\nAt twelve.",
        report("bounces+1-000000000000000000000000@mentoring.example"),
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n",
    ],
    ids=["away", "words", "forged", "half a report"],
)
def test_a_mail_that_is_not_for_us_was_received(raw, client):
    """Fault F14."""
    answer = posted(client, raw)

    assert (answer.status_code, answer.json()["taken"]) == (200, False)


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\x00 no mail", b'{"a": 1}', b"\r\n\r\nno header", b"a%40b=1&body=x"]
)
def test_what_is_no_mail_is_refused(raw, client):
    assert posted(client, raw).status_code == 400


@pytest.mark.parametrize("size", [1_000_001, 2_600_000])
def test_what_is_too_large_is_refused(size, client):
    assert posted(client, b"Subject: x\r\n\r\n" + b"x" * size).status_code == 413


def test_too_many_parts_are_too_large(client):
    assert posted(client, b"Subject: x\r\n\r\n" + b"\n--a" * 501).status_code == 413


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_with_the_database_away_it_is_to_be_brought_again(error, client, monkeypatch):
    def away(_raw):
        raise error

    monkeypatch.setattr(inbox, "READERS", hooks.only(away))

    assert posted(client, AWAY).status_code == 503


def test_what_nobody_foresaw_is_not_brought_for_hours(client, monkeypatch, caplog):
    def breaks(_raw):
        raise ValueError("words of somebody")

    monkeypatch.setattr(inbox, "READERS", hooks.only(breaks))
    answer = posted(client, AWAY)

    assert (answer.status_code, answer.json()["taken"]) == (200, False)
    assert "words of somebody" not in caplog.text + answer.content.decode()
