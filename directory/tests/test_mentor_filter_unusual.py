"""Product 11: addresses that nobody would type, people who are rare, and both ways of answering alike."""

import pytest
from django.http import QueryDict

from directory.choices import choice_groups, choices_made
from directory.indexed_filter import IndexedMentorFilter
from directory.services import relist
from factories import HOSTILE, mentor
from profiles import services, vocabulary
from profiles.models import MentorProfile, Term

pytestmark = pytest.mark.django_db


def names(mentors):
    return list(mentors.qs.values_list("name", flat=True))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["q", "area", "country", "overlap", "accepting", "sort"])
def test_hostile_text_in_an_address_is_no_error(name, text, ask):
    mentor(name="Ada")
    data = QueryDict(mutable=True)
    data[name] = text
    mentors = ask(data)

    assert mentors.page(1).total == (0 if name == "q" and mentors.query() else 1)
    assert mentors.counts().keys() == mentors.facet_filters.keys()


def test_a_thousand_choices_in_an_address_are_those_that_exist(ask):
    mentor(name="Ada", areas=["archives"])
    address = "&".join(["area=archives"] * 500 + [f"area=no-such-{number}" for number in range(500)])

    mentors = ask(address)

    assert mentors.chosen == {"area": ["archives"]}
    assert names(mentors) == ["Ada"]


def test_every_choice_of_a_filter_at_once_leaves_who_has_made_any(ask):
    mentor(name="Ada", areas=["archives"])
    mentor(name="Bo", areas=["copyright"])
    address = "&".join(f"area={term.slug}" for term in vocabulary.words().offered("area"))

    assert set(names(ask(address))) == {"Ada", "Bo"}


def test_who_took_a_word_that_was_retired_is_still_found_by_it(ask):
    """Product 56: addresses that people keep go on working."""
    mentor(name="Ada", areas=["archives"])
    Term.objects.filter(slug="archives").update(retired=True)
    vocabulary.changed()

    assert names(ask("area=archives")) == ["Ada"]


def test_the_names_of_ids_out_of_sight_need_not_exist(ask):
    mentor(name="Ada")

    assert names(ask("", leave_out={999_999, 0, -1})) == ["Ada"]


def test_when_everybody_is_out_of_sight_nobody_is_left(ask):
    ids = {mentor(areas=["archives"]).pk for _ in range(2)}
    mentors = ask("", leave_out=ids)

    assert (names(mentors), mentors.page(1).total) == ([], 0)
    assert mentors.counts()["area"].get("archives", 0) == 0


def test_the_flexible_are_counted_once_with_every_window(ask):
    """Also who ticked "flexible" and a window: one mentor, not two."""
    mentor(windows=["flexible", "weekends"])
    mentor(windows=["weekends"])
    mentor(windows=["flexible"])

    counts = ask().counts()["window"]
    assert (counts["weekends"], counts["flexible"], counts["weekday-mornings"]) == (3, 2, 2)


def test_counts_beside_a_choice_are_without_the_choices_of_its_own_filter(ask):
    mentor(areas=["archives"], languages=["fr"])
    mentor(areas=["copyright"], languages=["en"])

    counts = ask("area=archives").counts()
    assert (counts["area"]["archives"], counts["area"]["copyright"]) == (1, 1)
    assert (counts["language"]["fr"], counts["language"].get("en", 0)) == (1, 0)


def test_who_is_full_is_counted_out_of_those_with_room(ask):
    mentor(name="Ada", capacity=1)
    full = mentor(name="Bo", capacity=1)
    services.take_place(full.member)

    assert ask().counts()["accepting"]["true"] == 1
    assert names(ask("accepting=true")) == ["Ada"]
    assert set(names(ask("accepting=false"))) == {"Ada", "Bo"}


def test_the_newest_come_first_and_who_has_no_date_last(ask):
    old, new, never = mentor(name="Old"), mentor(name="New"), mentor(name="Never")
    for one, at in ((old, "2026-01-01T00:00Z"), (new, "2026-02-01T00:00Z"), (never, None)):
        MentorProfile.objects.filter(pk=one.pk).update(published_at=at)
        relist(one)

    assert names(ask("sort=newest")) == ["New", "Old", "Never"]


def test_namesakes_stand_in_the_order_of_their_numbers(ask):
    ids = [mentor(name="Ada").pk for _ in range(3)]

    assert ask("sort=name").page(1).ids == ids


@pytest.mark.parametrize("query", ["x" * 200, "x" * 201])
def test_a_query_is_two_hundred_letters_at_most_in_the_next_address_too(query, ask):
    assert ask(f"q={query}").query()["q"] == "x" * 200


@pytest.mark.parametrize("count", [1, 50])
def test_choices_and_page_cost_the_same_for_one_and_for_many(count, django_assert_num_queries):
    for number in range(count):
        mentor(areas=[vocabulary.words().offered("area")[number % 9].slug])
    address = QueryDict("area=archives&area=copyright&overlap=1")
    choice_groups(IndexedMentorFilter(address, time_zone="UTC"), 1)

    with django_assert_num_queries(1):
        mentors = IndexedMentorFilter(address, time_zone="UTC")
        choice_groups(mentors, mentors.page(1).total)
        assert len(list(choices_made(mentors))) == 3
