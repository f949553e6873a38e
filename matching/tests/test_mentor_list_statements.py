"""The page costs the same for one mentor and for fifty (product 16): at most nine statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory import facet_index
from factories import mentor

pytestmark = pytest.mark.django_db
MOST = 9
PAGES = ["/mentors/", "/mentors/?q=cataloging", "/mentors/?area=cataloging-metadata&sort=name"]


@pytest.mark.parametrize("address", PAGES)
def test_one_and_fifty_mentors_cost_the_same(address, as_, mentee, statements):
    client = as_(mentee)
    mentor()
    with_one = statements(client, address)
    for _ in range(49):
        mentor()

    assert statements(client, address) == with_one <= MOST


@pytest.mark.parametrize("slips", [1, 2, 6])
def test_words_that_stand_nowhere_are_put_right_in_one_statement(slips, as_, mentee, statements):
    mentor(bio="I kept lighthouse gramophone thermometer concertina typewriter umbrellas for years.")
    typed = ["lighthuose", "gramophnoe", "thermometre", "concertnia", "typewritre", "umbrelals"]
    client, address = as_(mentee), f"/mentors/?q={'+'.join(typed[:slips])}"

    page = client.get(address).content.decode()

    assert "lighthouse" in page
    assert statements(client, address) <= MOST


def test_a_profile_costs_the_same_however_much_is_in_it(as_, mentee, statements):
    client = as_(mentee)
    plain = mentor()
    rich = mentor(
        areas=["archives", "digital-collections-preservation"],
        roles=["coach"],
        styles=["ongoing"],
        windows=["weekends"],
        languages=["en", "fr"],
    )

    counts = {statements(client, f"/mentors/{one.member.code}/") for one in (plain, rich)}

    assert len(counts) == 1
    assert counts.pop() <= MOST


def test_a_fresh_process_reads_the_list_in_one_statement_more(as_, mentee, statements):
    client = as_(mentee)
    for _ in range(3):
        mentor()
    warm = statements(client, "/mentors/")

    facet_index.forget_index()
    with CaptureQueriesContext(connection) as seen:
        client.get("/mentors/")

    assert len(seen) == warm + 1
