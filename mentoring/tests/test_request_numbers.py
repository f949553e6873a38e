"""Each request has a number: in its answer, in its log lines, on the page of an error."""

import logging
import re

import pytest
from django.test import Client

from mentoring.lib.request_numbers import HEADER, RequestNumber

pytestmark = pytest.mark.django_db
OURS = re.compile(r"[0-9a-f]{12}")


@pytest.fixture
def numbers(caplog):
    """`numbers()`: those of the log lines so far."""
    caplog.handler.addFilter(RequestNumber())
    caplog.set_level(logging.INFO)
    yield lambda: [record.request_number for record in caplog.records]
    caplog.handler.filters.clear()


def test_answer_and_log_have_the_same_number_and_the_next_has_another(client, numbers):
    first = client.get("/no-such-page/")
    second = client.get("/no-such-page/")

    assert OURS.fullmatch(first[HEADER]) and first[HEADER] != second[HEADER]
    assert numbers() == [first[HEADER], second[HEADER]]


def test_outside_of_a_request_there_is_none(numbers):
    logging.getLogger("mentoring.test").info("A sweep.")
    assert numbers() == ["-"]


@pytest.mark.parametrize(
    ("proxies", "given", "kept"),
    [
        (1, "a1b2c3d4-0000", True),
        (0, "a1b2c3d4-0000", False),
        (1, "short", False),
        (1, "x" * 65, False),
        (1, "a1b2c3d4\\n2026 INFO", False),
    ],
)
def test_a_proxy_of_ours_may_give_it(proxies, given, kept, client, settings):
    settings.TRUSTED_PROXIES = proxies
    number = client.get("/healthz", headers={HEADER: given})[HEADER]
    assert (number == given) is kept


def test_the_page_of_an_error_names_it(monkeypatch, settings):
    """So that a member can say which one it was."""

    def broken(*args, **kwargs):
        raise ValueError("Ada")

    monkeypatch.setattr("mentoring.views.render", broken)
    answer = Client(raise_request_exception=False).get("/accessibility/")

    assert answer.status_code == 500
    assert answer[HEADER] in answer.content.decode()
