"""What goes wrong is answered with what keeps a browser safe, too (P31, V3, V14); each page: test_access_matrix.py."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from testing.safe_pages import Inline, missing

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
MEMBER, STAFF = "mentoring.urls", "mentoring.urls_staff"


def troubles(client, site, settings, monkeypatch):
    """(name, answer) of everything that goes wrong on a site."""
    first = "/admin/" if site == STAFF else "/mentorships/"
    yield "404", client.get("/nothing/here/")
    yield "400, host", client.get(first, headers={"host": "evil.example"})
    yield "slash added", client.get(first.rstrip("/"))
    yield "405", client.delete("/healthz")
    strict = Client(enforce_csrf_checks=True)
    yield "403, token", strict.post("/accounts/login/" if site == MEMBER else "/admin/login/")
    from django.db import OperationalError

    for name, fault in (("500", ValueError), ("503", OperationalError)):
        with monkeypatch.context() as broken:
            broken.setattr("mentoring.views.JsonResponse", _raising(fault))
            yield name, client.get("/healthz")
    settings.SECURE_SSL_REDIRECT = True
    yield "to https", Client().get(first)
    yield "400, host, https", Client().get(first, headers={"host": "evil.example"})


def _raising(fault):
    def broken(*args, **kwargs):
        raise fault

    return broken


@pytest.mark.parametrize("site", (MEMBER, STAFF))
def test_every_trouble_answers_with_safe_headers(site, client, settings, monkeypatch, request):
    """P31: what goes wrong before, in and after a view."""
    if site == STAFF:
        request.getfixturevalue("staff_site")
    client.raise_request_exception = False
    found = dict(troubles(client, site, settings, monkeypatch))

    assert {name: missing(answer) for name, answer in found.items() if missing(answer)} == {}
    assert {name: answer.status_code for name, answer in found.items()} == {
        "404": 404,
        "400, host": 400,
        "slash added": 301,
        "405": 405,
        "403, token": 403,
        "500": 500,
        "503": 503,
        "to https": 301,
        "400, host, https": 400,
    }


def test_too_many_tries_answer_with_safe_headers(client):
    """P31: 429."""
    for _try in range(40):
        answer = client.post("/accounts/login/", {"login": "x@test.example", "password": "x"})

    assert answer.status_code == 429
    assert missing(answer) == []
    assert Inline(answer.content.decode()).found == []
    cache.clear()


def test_no_page_of_trouble_has_script_or_style_in_it(client, settings, monkeypatch):
    """P31."""
    client.raise_request_exception = False
    for name, answer in troubles(client, MEMBER, settings, monkeypatch):
        assert Inline(answer.content.decode()).found == [], name


@pytest.mark.parametrize(
    "page",
    (
        "<script>x</script>",
        "<p style='x'>",
        "<a href=' JavaScript:x'>",
        "<p onclick=x>",
        "<style>",
        "<script src='https://cdn.example/x.js'></script>",
        "<img src='//cdn.example/x.png'>",
    ),
)
def test_the_search_for_inline_script_finds_it(page):
    """The tests above can fail."""
    assert Inline(page).found


def test_signing_out_clears_the_browser(people, client):
    """V14: Clear-Site-Data."""
    answer = people.sign_in(client, "mentor").post("/accounts/logout/")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/mentorships/").status_code == 302


def test_titles_of_a_pairs_pages_name_nobody(people, client):
    """Shared desks and browser histories."""
    people.sign_in(client, "mentor")
    for key, url in people.addresses(MEMBER):
        page = client.get(url).content.decode() if url.startswith(("/mentorships", "/requests")) else ""
        for title in re.findall("<title>(.*?)</title>", page, re.DOTALL):
            assert not re.search("Amina|Otieno|Elsa|Rosalind", title), key
