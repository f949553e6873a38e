"""Looking at a page writes nothing (P27 for every route)."""

import pytest
from django.core.cache import cache
from django.db import connection

from testing import world

pytestmark = pytest.mark.django_db
# A session may be begun; a look by staff is written down, which is the point of it (product 57); when a coordinator
# was last on the first page, for what is new since then (product 54).
OWN_BOOKS = {"django_session", "profiles_accesslogentry", "coordination_staffvisit"}


def tables():
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        found = {}
        for name in sorted(set(connection.introspection.table_names(cursor)) - OWN_BOOKS):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            found[name] = sorted(repr([_plain(value) for value in row]) for row in cursor.fetchall())
    return found


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def in_one_round(site, role):
    """Of somebody who asks no more of a database than the others do."""
    return pytest.param(site, role, marks=pytest.mark.any_database)


@pytest.mark.parametrize(
    ("site", "role"),
    (
        in_one_round("mentoring.urls", "anonymous"),
        in_one_round("mentoring.urls", "mentor"),
        ("mentoring.urls", "mentee"),
        in_one_round("mentoring.urls_staff", "coordinator"),
        ("mentoring.urls_staff", "superuser"),
    ),
)
def test_no_route_changes_a_row_by_being_looked_at(site, role, client, request):
    """3.5.3: every route, with everything in its address that a form would have sent."""
    people = world.build()
    if site.endswith("staff"):
        request.getfixturevalue("staff_site")
    people.sign_in(client, role)
    before = tables()
    assert len(before) > 15
    assert sum(map(len, before.values())) > 150
    for _key, url in people.addresses(site):
        cache.clear()
        client.get(url)
        client.get(f"{url}?q=a&page=2&undo=1&save=1&publish=1&remove=1&text=x&letter=x&message=x")
        client.head(url)
        client.options(url)

    assert tables() == before or _said(before, tables())


def _said(before, after):
    changed = {name: set(after[name]) ^ set(before[name]) for name in before}
    raise AssertionError({name: rows for name, rows in changed.items() if rows})


def test_the_comparison_sees_a_change(client):
    """The test above can fail."""
    people = world.build()
    before = tables()
    people.sign_in(client, "mentor").post(f"/mentorships/{people.pair.code}/feedback/want/")

    with pytest.raises(AssertionError, match="feedback_feedbackrequest"):
        _said(before, tables())
