"""Product 16: what filters ask the database, and what an address may hold."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from directory.filters import MentorFilter
from directory.tests.lists_of_mentors import mentors_in_the_list, query_of
from profiles.vocabulary import words

pytestmark = pytest.mark.django_db


@given(asked=st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9), max_size=3)))
@settings(max_examples=60, deadline=None, database=None)
def test_whatever_stands_in_an_address_is_known_or_left_out(asked):
    mentors = MentorFilter(query_of(asked), time_zone="UTC")

    assert mentors.is_valid()
    assert all(
        slug in mentors.filters[name].labels() for name, slugs in mentors.chosen.items() for slug in slugs
    )


@pytest.mark.parametrize(("asked", "statements"), [({}, 2), ({"area": ["archives"], "language": ["en"]}, 4)])
def test_all_counts_are_one_statement_and_one_for_each_filter_in_use(
    asked, statements, django_assert_num_queries
):
    """And one for the flexible, who match every window. As many for one mentor and for nine."""
    words()  # read once a process
    offer = {"areas": ["archives"], "status": "published"}
    for count in (1, 9):
        with mentors_in_the_list([({"languages": ["en"]}, offer)] * count, []):
            mentors = MentorFilter(query_of(asked), time_zone="UTC")
            with django_assert_num_queries(statements):
                assert mentors.counts()["area"]["archives"] == count
