"""What is not yours answers exactly as what is not there (P11, ways 5 and 6)."""

import re
from statistics import median
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.tests.answers import seen, tried
from testing import world

pytestmark = pytest.mark.django_db


def beneath(people, *, code=None, letter=None):
    """(route, address) of every page of the pair and the request, with other codes if given."""
    real = (str(people.pair.code), str(people.request.code))
    for key, url in people.addresses("mentoring.urls"):
        if url.startswith(("/mentorships/", "/requests/")) and any(each in url for each in real):
            for each in real:
                url = url.replace(each, code or each)
            yield key, url.replace(str(people.letter.code), letter or str(people.letter.code))


@pytest.mark.any_database
@pytest.mark.parametrize("method", ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"))
def test_not_yours_is_not_there(method, people, client):
    """P11: byte for byte, headers too. Signed out, the address typed is the one thing echoed."""
    pairs = list(zip(beneath(people), beneath(people, code=world.NOBODYS), strict=True))
    assert len(pairs) >= 15
    for role in ("anonymous", *world.OUTSIDERS):
        people.sign_in(client, role)
        signed_out = role == "anonymous"
        for (key, real), (_key, missing) in pairs:
            mine = seen(tried(client, method, real), told=signed_out and real)
            nothing = seen(tried(client, method, missing), told=signed_out and missing)

            assert mine == nothing, (role, method, key)
            assert mine[0] in ({302, 403, 405} if signed_out else {404, 405}), (role, key, mine[0])


def test_lists_and_counts_hold_only_ones_own(people, client):
    """Way 5: lists, the first page and the search of letters."""
    people.sign_in(client, "member")
    pages = ("/", "/mentorships/", "/requests/", "/shortlist/", "/mentors/", "/profile/")
    before = [seen(client.get(page)) for page in pages]
    people.pair.feedback.all().delete()
    people.request.delete()
    people.pair.changes.all().delete()
    people.pair.delete()

    assert [seen(client.get(page)) for page in pages] == before


def test_both_ask_the_database_the_same_and_take_as_long(people, client):
    """P11: the same statements; the median within 5 ms over 200 calls, turn by turn."""
    people.sign_in(client, "member")
    times = {"real": [], "missing": []}
    urls = {
        "real": f"/mentorships/{people.pair.code}/feedback/",
        "missing": f"/mentorships/{world.NOBODYS}/feedback/",
    }
    said = {}
    for _turn in range(100):
        for name, url in urls.items():
            with CaptureQueriesContext(connection) as queries:
                begin = perf_counter()
                client.get(url)
                times[name].append(perf_counter() - begin)
            said[name] = [re.sub("'[^']*'", "", query["sql"]) for query in queries]

    assert said["real"] == said["missing"]
    assert abs(median(times["real"]) - median(times["missing"])) < 0.005


def test_an_odd_code_is_not_there(people, client):
    """P11, way 2: no crash tells a code of the right form from a wrong one."""
    people.sign_in(client, "member")
    client.raise_request_exception = False
    for code in ("-" * 36, "0" * 36, "f" * 8 + "-" * 28, "x", "1", "%00", "..", "é"):
        for _key, url in beneath(people, code=code, letter=code):
            assert client.get(url).status_code in (404, 405), url
