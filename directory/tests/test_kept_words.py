"""Product 9, 60: the search keeps the words that others can read, and no other: not even to mend what is typed."""

import pytest

from directory.facet_index import current_index
from directory.models import SearchWord
from directory.search.engines import engine
from directory.search.mentors import IndexedFacets, search_mentors
from directory.services import relist_all
from factories import mentor
from profiles import moderation, services
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db
STEPS = {
    "pause": services.pause,
    "hide": lambda one: moderation.hide(one, reason="A check."),
    "suspend": lambda one: moderation.suspend(one.member),
}


def kept(*words):
    """Which of these words the search knows."""
    return set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))


def correction(typed):
    return [read_as for _typed, read_as in search_mentors(typed, IndexedFacets(current_index())).corrections]


def test_a_word_of_a_draft_is_offered_to_nobody():
    """Product 7: nobody sees a draft."""
    draft = mentor(published=False, bio="quaggadile")
    assert correction("quaggadiel") == []

    services.publish(draft)
    assert correction("quaggadiel") == ["quaggadile"]


@pytest.mark.parametrize("step", STEPS)
def test_who_leaves_the_list_takes_the_words_along(step):
    one = mentor(bio="quaggadile")
    STEPS[step](one)

    assert kept("quaggadile") == set()


def test_who_comes_back_brings_them_back():
    one = mentor(bio="quaggadile")
    services.pause(one)
    services.publish(MentorProfile.objects.get())

    assert kept("quaggadile") == {"quaggadile"}


def test_an_old_name_is_forgotten_with_the_change():
    """Who leaves later would leave it behind: it stands in no text that is looked through then."""
    one = mentor(name="Zebulonia Quark")
    one.member.name = "Ada Quark"
    services.save_member(one.member)

    assert kept("zebulonia", "quark", "ada") == {"quark", "ada"}


def test_a_word_that_somebody_else_wrote_stays():
    one = mentor(bio="quaggadile gnu")
    mentor(bio="quaggadile")
    one.bio = "nothing of this"
    services.save_mentor(one)

    assert kept("quaggadile", "gnu") == {"quaggadile"}


def test_a_word_moved_to_another_field_stays():
    one = mentor(bio="quaggadile", ask_me_about="lamp")
    one.bio, one.ask_me_about = "lamp", "quaggadile"
    services.save_mentor(one)

    assert kept("quaggadile", "lamp") == {"quaggadile", "lamp"}


def test_a_rebuild_drops_what_earlier_versions_had_kept():
    mentor(bio="quaggadile")
    SearchWord.objects.create(word="leftover", length=8)

    relist_all()

    assert kept("leftover", "quaggadile") == {"quaggadile"}


def test_the_words_of_one_mentor_are_those_that_were_stored():
    one = mentor(name="Ada Quark", bio="zebra zebra’s l'été", city="Bergen")
    mentor(bio="lamp")

    assert {"ada", "quark", "zebra", "bergen"} <= engine().words(one.pk)
    assert "lamp" not in engine().words(one.pk)
    assert engine().words(one.pk + 99) == set()
