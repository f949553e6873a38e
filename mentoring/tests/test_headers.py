"""Every response of both sites carries what keeps a browser safe, errors included (P31, V3, V14)."""

import re
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.test import Client

from mentoring.tests.test_access_matrix import tried
from testing import world

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
MEMBER, STAFF = "mentoring.urls", "mentoring.urls_staff"
MAIL_SHOWN = "demo_mail_html"  # a mail alone on a page, with a policy of its own


def missing(answer):
    """What a response lacks, in words."""
    policy = {
        part.split()[0]: part.split()[1:]
        for part in answer.get("Content-Security-Policy", "").split(";")
        if part.strip()
    }
    wanted = {
        "nosniff": answer.get("X-Content-Type-Options") == "nosniff",
        "frames": answer.get("X-Frame-Options") == "DENY",
        "frame-ancestors": policy.get("frame-ancestors") == ["'none'"],
        "object-src": policy.get("object-src") == ["'none'"],
        "base-uri": policy.get("base-uri") == ["'none'"],
        "default-src": policy.get("default-src") in (["'none'"], ["'self'"]),
        "inline": not re.search("unsafe-(inline|eval|hashes)|[ ;]\\*", str(policy)),
        "referrer": answer.get("Referrer-Policy") == "same-origin",
        "permissions": "camera=()" in answer.get("Permissions-Policy", ""),
        "opener": answer.get("Cross-Origin-Opener-Policy") == "same-origin",
        "no-store": "no-store" in answer.get("Cache-Control", ""),
        "no banner": not {"Server", "X-Powered-By"} & set(answer.headers),
    }
    return [name for name, there in wanted.items() if not there]


class Inline(HTMLParser):
    """What a strict policy would refuse: script and style in the page itself."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note scripts without a source, styles, handlers, script addresses, foreign sources."""
        attrs = dict(attrs)
        kind = attrs.get("type", "")
        if tag == "style" or (tag == "script" and "src" not in attrs and "json" not in kind):
            self.found.append(f"<{tag}>")
        for name, value in attrs.items():
            said = (value or "").strip().lower()
            if name == "style" or name.startswith("on") or said.startswith("javascript:"):
                self.found.append(f"<{tag} {name}>")
            if name in ("src", "href") and tag in ("script", "link", "img") and "//" in said[:8]:
                self.found.append(f"<{tag} {name}={said}>")


@pytest.fixture
def people():
    """The pair and its neighbours."""
    return world.build()


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


def is_page(answer):
    """Whether a browser shows it. A file that is saved has its style in it, since nothing else comes along."""
    saved = answer.get("Content-Disposition", "").startswith("attachment")
    return answer.get("Content-Type", "").startswith("text/html") and not saved


@pytest.mark.parametrize(
    ("site", "role"),
    [(MEMBER, role) for role in ("anonymous", "member", "mentor", "mentee")]
    + [(STAFF, role) for role in ("anonymous", "superuser")],
)
def test_every_page_has_safe_headers_and_no_script_or_style_in_it(site, role, people, client, request):
    """P31: both sites, GET and POST, errors and forms with faults among them."""
    if site == STAFF:
        request.getfixturevalue("staff_site")
    people.sign_in(client, role)
    pages, wrong = 0, {}
    for key, url in people.addresses(site):
        for method in ("GET", "POST"):
            answer = tried(client, method, url)
            faults = missing(answer)
            if is_page(answer) and key != MAIL_SHOWN:
                pages += bool(answer.content)
                faults += Inline(answer.content.decode()).found
            wrong |= {f"{method} {key}": faults} if faults else {}

    assert wrong == {}
    assert pages >= (2 if site == STAFF else 30)


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
