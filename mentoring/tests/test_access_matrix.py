"""Every route, method and role answers as the written matrix says (P10, ways 1-4, 7)."""

import pytest
from django.test import Client

from mentoring.tests import access_matrix, staff_access_matrix
from mentoring.tests.answers import MEMBER, STAFF, tried
from testing import world
from testing.private_texts import MARKER
from testing.safe_pages import faults_of, is_page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
READ_WHOLE = ("anonymous", "member", "mentor", "mentee", "superuser")  # the others get what these get


def columns(*, staff=False):
    """{role: place in the cells of the table}."""
    if staff:
        return {
            role: {"anonymous": 0, "suspended": 0, "coordinator": 2, "superuser": 3}.get(role, 1)
            for role in world.ROLES
        }
    return {
        role: {"anonymous": 0, "suspended": 0, "mentor": 2, "mentee": 3}.get(role, 1) for role in world.ROLES
    }


def word(answer):
    """The word of the matrix for an answer."""
    if answer.status_code == 302:
        return "in" if "/login/?next=" in answer.headers["Location"] else ">"
    kept = answer.status_code == 403 and any(t.name == "resubmit.html" for t in answer.templates)
    return "kept" if kept else str(answer.status_code)


@pytest.mark.parametrize(
    ("urlconf", "table"),
    ((MEMBER, access_matrix.MEMBER_SITE), (STAFF, staff_access_matrix.STAFF_SITE)),
    ids=["member site", "staff site"],
)
def test_every_route_is_in_the_matrix_and_every_row_is_a_route(urlconf, table):
    """P10: a new page does not pass without a written rule."""
    found = [key for key, _pattern, _names in world.routes(urlconf)]

    assert sorted(set(found) - set(table)) == [], "routes without a row"
    assert sorted(set(table) - set(found)) == [], "rows without a route"
    assert len(found) == len(set(found)), "two routes of one name"


@pytest.mark.parametrize("method", ("GET", "POST"))
@pytest.mark.parametrize("staff", (False, True), ids=["member site", "staff site"])
def test_everybody_gets_what_the_matrix_says(method, staff, people, client, request):
    """P10; P1, ways 1-4: whoever is none of the two is told nothing of the pair; P31: headers, no script or style."""
    if staff:
        request.getfixturevalue("staff_site")
    table = staff_access_matrix.STAFF_SITE if staff else access_matrix.MEMBER_SITE
    place = columns(staff=staff)
    wrong, pages = [], []
    for role in world.ROLES:
        people.sign_in(client, role)
        for key, url in people.addresses(STAFF if staff else MEMBER):
            cells = table[key][method == "POST"].split()
            wanted = cells[place[role]] if len(cells) > 1 else cells[0]
            answer = tried(client, method, url)
            if word(answer) != wanted:
                wrong.append(f"{role}: {method} {key}: {word(answer)}, not {wanted}")
            if not staff and role not in ("mentor", "mentee") and told(answer, url, people):
                wrong.append(f"{role}: {method} {key}: tells {told(answer, url, people)}")
            if role in READ_WHOLE and faults_of(answer, key):
                wrong.append(f"{role}: {method} {key}: unsafe, {faults_of(answer, key)}")
            pages += [key] if role in READ_WHOLE and is_page(answer) and answer.content else []

    assert wrong == []
    assert len(pages) >= (2 if staff else 30)


def told(answer, url, people):
    """What an answer tells of the pair: words, the code if it was not typed, the other's name."""
    page = (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")
    signs = [MARKER] + [str(row.code) for row in (people.pair, people.request) if str(row.code) not in url]
    return [sign for sign in (*signs, "Amina Otieno") if sign in page]


def test_conditional_requests_tell_no_outsider_anything(people):
    """Way 7: Range, If-None-Match and the like."""
    odd = {
        "Range": "bytes=0-9999",
        "If-None-Match": "*",
        "If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT",
    }
    client = people.sign_in(Client(headers=odd), "former")
    for key, url in people.addresses(MEMBER):
        answer = tried(client, "GET", url)

        assert told(answer, url, people) == [], key
        if key != "calendar_feed":  # its address is the secret: whoever has it reads it
            assert answer.status_code not in (206, 304, 412, 416), key


def test_the_search_for_what_is_told_finds_it(people, client):
    """The test above can fail: the two are told all of it."""
    people.sign_in(client, "mentor")
    pages = [
        (client.get(url), url) for url in ("/", "/requests/", people.pair.get_absolute_url() + "feedback/")
    ]

    assert {sign for page, url in pages for sign in told(page, url, people)} == {
        MARKER,
        str(people.pair.code),
        str(people.request.code),
        "Amina Otieno",
    }
