"""Product 12, 21: cards of others alike, with room; and what stands on a card."""

import pytest
from django.utils import translation

from directory.cards import AREAS_SHOWN, cards
from directory.facet_index import current_index
from directory.similar import similar_mentors
from directory.suggestions import SUGGESTED, suggest
from factories import member, mentor
from profiles import services

pytestmark = pytest.mark.django_db


def names(found):
    return [card["name"] for card in found]


def test_the_most_alike_come_first(mentee):
    model = mentor(areas=["archives", "copyright"], helps_with=["change"])
    mentor(name="Little", areas=["archives"])
    mentor(name="Much", areas=["archives", "copyright"], helps_with=["change"])
    mentor(name="Other", areas=["makerspaces"])

    assert names(similar_mentors(mentee, model, leave_out=(), kept=())) == ["Much", "Little"]


def test_nobody_full_hidden_or_oneself_and_not_the_model(mentee):
    model = mentor(areas=["archives"])
    full, hidden = mentor(name="Full", capacity=1), mentor(name="Hidden", areas=["archives"])
    services.take_place(full.member)
    me = mentor(name="Me", areas=["archives"])

    found = similar_mentors(me.member, model, leave_out={hidden.pk}, kept=())
    assert names(found) == []


def test_at_most_three_in_a_few_statements(mentee, django_assert_max_num_queries):
    model = mentor(areas=["archives"])
    for _ in range(9):
        mentor(areas=["archives"])
    similar_mentors(mentee, model, leave_out=(), kept=())

    with django_assert_max_num_queries(3):
        assert len(similar_mentors(mentee, model, leave_out=(), kept=())) == SUGGESTED


def test_who_has_told_nothing_gets_no_suggestion(stranger):
    mentor()
    index = current_index()

    assert suggest(stranger, index, index.listed) == {}


def test_a_suggestion_is_out_of_those_one_sees():
    seeker = member(seeking=["isolation"], library_type="law", time_zone="UTC")
    one = mentor(library_type="law", helps_with=["isolation"])
    index = current_index()

    assert set(suggest(seeker, index, index.listed)) == {one.pk}
    assert suggest(seeker, index, 0) == {}


def test_those_who_speak_my_language_come_before_those_who_do_not():
    seeker = member(seeking=["isolation"], languages=["fr"])
    mentor(helps_with=["isolation"], languages=["en"])
    french = mentor(helps_with=["isolation"], languages=["fr"])
    index = current_index()

    assert set(suggest(seeker, index, index.listed)) == {french.pk}


def test_a_card_says_what_one_chooses_by(mentee):
    one = mentor(
        name="Ada Lovelace",
        job_title="Librarian",
        employer="Lakeside",
        city="Bergen",
        photo_alt="",
        areas=["archives", "copyright", "acquisitions", "makerspaces"],
    )
    card = cards([one.pk])[one.pk]

    assert card["url"] == f"/mentors/{one.member.code}/"
    assert card["post"] == "Librarian, Lakeside"
    assert card["areas"][0] == "Archives & manuscripts"
    assert len(card["areas"]) == AREAS_SHOWN
    assert card["initials"] == "AL"
    assert card["place_now"].startswith("Bergen, now ")
    assert not card["kept"]


def test_a_card_is_in_the_language_of_the_page():
    one = mentor(areas=["cataloging-metadata"])

    with translation.override("fr"):
        assert cards([one.pk])[one.pk]["areas"] == ["Catalogage et métadonnées"]


def test_a_card_of_my_shortlist_says_so():
    one = mentor()

    assert cards([one.pk], kept={one.member_id})[one.pk]["kept"]


def test_there_is_no_card_of_who_is_not_listed():
    one = mentor()
    services.pause(one)

    assert cards([one.pk]) == {}


@pytest.mark.parametrize("count", [1, 9])
def test_any_number_of_cards_is_one_statement(count, django_assert_num_queries):
    ids = [mentor().pk for _ in range(count)]
    cards(ids)

    with django_assert_num_queries(1):
        assert len(cards(ids)) == count
