"""Product 11: whatever is stored and asked, an engine finds what a search through plain lists finds."""

from contextlib import contextmanager

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis import given, settings

from directory.search.engines import engine
from directory.search.engines.base import FIELDS

pytestmark = pytest.mark.django_db
WORDS = st.sampled_from(["map", "maps", "new", "mexico", "é", "日本", "3d", "and", "or", "not", "near"])
TEXT = st.lists(WORDS, max_size=6)
TEXTS = st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXT))
MENTORS = st.dictionaries(st.integers(1, 6), TEXTS, max_size=5)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4, unique=True)


@contextmanager
def filled(mentors):
    """An engine that holds these texts, by mentor id; emptied afterwards."""
    with transaction.atomic():
        search = engine()
        search.clear()
        for pk, texts in mentors.items():
            search.store(pk, texts)
        yield search
        transaction.set_rollback(True)


def stands_in(phrase, text):
    """Whether these words stand in a row."""
    return any(tuple(text[at : at + len(phrase)]) == phrase for at in range(len(text)))


def plainly_found(mentors, phrase, field, beside=()):
    groups = [[phrase], *(group for group in beside if phrase not in group)]
    return {
        pk
        for pk, texts in mentors.items()
        if all(any(stands_in(one, texts[field]) for one in group) for group in groups)
    }


def as_sets(found):
    return {field: set(ids) for field, ids in found.items()}


@settings(max_examples=60, deadline=None, database=None)
@given(mentors=MENTORS, phrases=PHRASES)
def test_every_phrase_is_found_in_every_field_where_it_stands(mentors, phrases):
    with filled(mentors) as search:
        answer = search.find(phrases)

        for phrase in phrases:
            wanted = {field: plainly_found(mentors, phrase, field) for field in FIELDS}
            assert as_sets(answer[phrase]) == {field: ids for field, ids in wanted.items() if ids}


@settings(max_examples=40, deadline=None, database=None)
@given(mentors=MENTORS, phrases=PHRASES, beside=st.lists(PHRASES, max_size=2))
def test_so_is_what_has_to_stand_beside_others(mentors, phrases, beside):
    with filled(mentors) as search:
        answer = search.find(phrases, ["bio"], beside)

        for phrase in phrases:
            wanted = plainly_found(mentors, phrase, "bio", beside)
            assert as_sets(answer[phrase]) == ({"bio": wanted} if wanted else {})


@settings(max_examples=30, deadline=None, database=None)
@given(before=MENTORS, after=MENTORS, phrases=PHRASES)
def test_so_is_what_was_changed(before, after, phrases):
    """A text that is stored again stands only once; an empty one is gone."""
    with filled(before) as search:
        for pk in before:
            search.store(pk, after.get(pk, {}))
        left = {pk: texts for pk, texts in after.items() if pk in before}

        for phrase, answer in search.find(phrases).items():
            assert as_sets(answer).get("bio", set()) == plainly_found(left, phrase, "bio")


@settings(max_examples=40, deadline=None, database=None)
@given(text=st.text(max_size=40))
def test_a_text_is_found_by_each_of_its_own_words(text):
    from directory.search.fold import tokens

    words = tokens(text)
    with filled({1: dict.fromkeys(FIELDS, []) | {"bio": words}}) as search:
        answer = search.find([(word,) for word in dict.fromkeys(words)])

        assert all(set(places["bio"]) == {1} for places in answer.values())
