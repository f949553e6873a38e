"""Product 12, 15: suggestions where there is little to suggest, and for people with unusual profiles."""

import pytest

from directory.facet_index import current_index
from directory.suggestions import own_place, suggest
from factories import member, mentor
from profiles import services, vocabulary
from profiles.models import Term

pytestmark = pytest.mark.django_db
ALIKE = {"library_type": "law", "helps_with": ["isolation"]}


def suggested(seeker):
    index = current_index()
    return suggest(seeker, index, index.listed)


def test_nobody_is_suggested_where_there_are_no_mentors():
    assert suggested(member(seeking=["isolation"])) == {}


def test_nobody_is_suggested_to_themselves():
    me, other = mentor(**ALIKE, seeking=["isolation"]), mentor(**ALIKE)

    assert set(suggested(me.member)) == {other.pk}


@pytest.mark.parametrize("listed", [True, False])
def test_ones_own_place_is_empty_for_who_is_not_in_the_list(listed):
    one = mentor(published=listed)

    assert current_index().ids_of(own_place(one.member, current_index())) == ([one.pk] if listed else [])
    assert own_place(member(), current_index()) == 0


def test_who_is_full_or_takes_no_requests_is_not_suggested():
    full = mentor(**ALIKE, capacity=1)
    services.take_place(full.member)
    mentor(**ALIKE, taking_requests=False)

    assert suggested(member(seeking=["isolation"])) == {}


def test_where_nobody_speaks_my_language_the_others_are_suggested():
    one = mentor(**ALIKE, languages=["en"])

    assert set(suggested(member(seeking=["isolation"], languages=["ga"]))) == {one.pk}


def test_who_has_told_no_language_is_taken_to_read_english():
    """It is the language of the pages."""
    mentor(**ALIKE, languages=["fr"])
    english = mentor(**ALIKE, languages=["en"])

    assert set(suggested(member(seeking=["isolation"], languages=[]))) == {english.pk}


def test_a_word_that_was_retired_is_still_a_reason_and_has_a_name():
    one = mentor(**ALIKE)
    Term.objects.filter(slug="isolation").update(retired=True, label="Loneliness")
    vocabulary.changed()

    assert "helps with loneliness" in suggested(member(seeking=["isolation"]))[one.pk].lower()


def test_a_word_that_nobody_knows_any_more_is_shown_as_it_is():
    one = mentor(helps_with=["no-such-word"])

    assert suggested(member(seeking=["no-such-word"])) == {one.pk: "helps with no-such-word"}
