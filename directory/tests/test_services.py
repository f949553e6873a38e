"""Product 11, 13: a listing is made anew with every change of its mentor, in the same transaction."""

import pytest
from django.db import transaction

from directory.models import DirectoryVersion, Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from directory.services import forget_words, rank_key, relist, texts_of, written_words
from factories import mentor
from profiles import services
from profiles.models import MentorProfile
from profiles.signals import mentor_changed

pytestmark = pytest.mark.django_db


def version():
    return DirectoryVersion.objects.get().version


def find(word):
    return engine().find([(word,)])[(word,)]


CHANGES = {
    "pause": services.pause,
    "hide": lambda one: services.hide(one, reason="A check."),
    "suspend": lambda one: services.suspend(one.member),
    "a place taken": lambda one: services.take_place(one.member),
    "an answer": lambda one: services.update_answer_time(one.member, after_days=2.0),
    "a new name": lambda one: services.save_member(one.member),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_a_mentor_is_heard(change):
    """profiles sends a signal and knows nothing of the list."""
    one = mentor()
    before, heard = version(), []
    mentor_changed.connect(receiver := lambda mentor, **_: heard.append(mentor.pk))

    CHANGES[change](one)

    mentor_changed.disconnect(receiver)
    assert set(heard) == {one.pk}
    assert version() > before
    assert Listing.objects.get().version == version()


def test_what_fails_in_the_list_undoes_the_change(monkeypatch):
    one = mentor()
    monkeypatch.setattr("directory.services.engine", lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        services.pause(one)

    assert MentorProfile.objects.get().status == "published"
    assert Listing.objects.get().listed


def test_relisting_twice_changes_only_the_version():
    one = mentor(roles=["coach"], windows=["weekends", "flexible"])
    before = (
        Listing.objects.values().get(),
        list(ListingFacet.objects.values_list("kind", "slug", "position")),
    )

    relist(one)

    after = (
        Listing.objects.values().get(),
        list(ListingFacet.objects.values_list("kind", "slug", "position")),
    )
    assert before[0] | {"version": 0} == after[0] | {"version": 0}
    assert sorted(before[1]) == sorted(after[1])


def test_a_facet_that_goes_leaves_no_row():
    one = mentor(areas=["archives", "copyright"])
    one.areas = ["copyright"]
    services.save_mentor(one)

    areas = ListingFacet.objects.filter(kind="area").values_list("slug", "position")
    assert list(areas) == [("copyright", 0)]
    assert "archives" not in Listing.objects.get().facets


def test_who_is_not_listed_is_not_in_the_search():
    one = mentor(bio="I mend zebra bindings.")
    assert set(find("zebra")["bio"]) == {one.pk}

    services.pause(one)
    assert find("zebra") == {}


def test_room_comes_first_then_who_answers_soon():
    quick, usual, slow = (mentor() for _ in range(3))
    for one, days in ((quick, 2), (slow, 12)):
        one.answers, one.answer_days = 9, days
    full = mentor(capacity=1)
    full.active, full.answers, full.answer_days = 1, 9, 1

    keys = [rank_key(one) for one in (quick, usual, slow, full)]
    assert [key[:2] for key in keys] == ["00", "01", "02", "10"]


def test_a_place_taken_while_there_is_room_moves_nobody():
    """Trust: a place that moves by one would tell of a pair."""
    one = mentor(capacity=3)
    before = rank_key(one)
    one.active = 2

    assert rank_key(one) == before


def test_equals_stand_in_a_fair_order_that_stays():
    one, other = mentor(), mentor()

    assert rank_key(one)[2:] != rank_key(other)[2:]
    one.member.email = one.member.email.upper()
    assert rank_key(one) == rank_key(MentorProfile.objects.get(pk=one.pk))


def test_the_texts_that_are_searched():
    one = mentor(
        name="Ada",
        job_title="Librarian",
        employer="Lakeside",
        ask_me_about="Maps",
        city="Bergen",
        region="Vestland",
        country="NO",
        bio="I mend.",
    )
    texts = texts_of(one)

    assert texts["name"] == "Ada"
    assert all(word in texts["headline"] for word in ("Librarian", "Lakeside", "Maps"))
    assert texts["place"] == "Bergen Vestland Norway"
    assert texts["bio"] == "I mend."


def test_words_worth_keeping_are_neither_short_nor_endless():
    one = mentor(name="Bo Li", bio=f"A zebra in {'x' * 41} {'y' * 40}")

    assert {"zebra", "y" * 40} <= written_words(one)
    assert not {"bo", "li", "a", "in", "x" * 41} & written_words(one)


def test_words_are_forgotten_unless_somebody_else_writes_them():
    one = mentor(bio="zebra quagga")
    mentor(bio="quagga")
    words = written_words(one)
    services.pause(one)

    forget_words(words)

    kept = set(SearchWord.objects.values_list("word", flat=True))
    assert "zebra" not in kept
    assert "quagga" in kept


def test_many_words_are_forgotten_in_a_few_statements(django_assert_max_num_queries):
    SearchWord.objects.bulk_create(SearchWord(word=f"word{n}", length=7) for n in range(250))

    with django_assert_max_num_queries(8):
        forget_words({f"word{n}" for n in range(250)})
    assert not SearchWord.objects.filter(word__startswith="word").exists()
