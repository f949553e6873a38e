"""Product 11: what mends typing errors is taken from texts that everybody may read, and goes with them."""

import pytest

from directory.models import SearchWord
from directory.search.engines import engine
from factories import mentor
from profiles import moderation, services

pytestmark = pytest.mark.django_db
WORD, TYPED = "zanzibarium", "zanzivarium"


def kept(word=WORD):
    return SearchWord.objects.filter(word=word).exists()


def tells(client):
    """Whether a search for a misspelling brings the word."""
    return WORD in client.get("/mentors/", {"q": TYPED}).content.decode()


def rewrite(profile, bio):
    profile.bio = bio
    services.save_mentor(profile)


def test_words_of_a_listed_mentor_mend_what_is_typed(as_, stranger):
    mentor(bio=WORD)

    assert kept()
    assert tells(as_(stranger))


def test_words_of_a_draft_are_told_to_nobody(as_, stranger):
    """Attack A7."""
    mentor(published=False, bio=WORD)

    assert not kept()
    assert not tells(as_(stranger))


@pytest.mark.parametrize("step", (services.pause, lambda profile: moderation.hide(profile, reason="late")))
def test_words_of_a_profile_that_leaves_the_list_go(step, as_, stranger):
    profile = mentor(bio=WORD)
    step(profile)

    assert not kept()
    assert not tells(as_(stranger))


def test_a_word_that_is_taken_out_goes(as_, stranger):
    """Attack A7."""
    profile = mentor(bio=WORD)
    rewrite(profile, "Seed packets.")

    assert not kept()
    assert kept("packet")


def test_a_word_stays_while_another_mentor_writes_it():
    profile = mentor(bio=WORD)
    mentor(bio="Other", job_title=WORD)
    rewrite(profile, "Seed packets.")

    assert kept()


def test_a_profile_written_again_and_again_leaves_the_words_of_the_last():
    """Attack A12."""
    profile = mentor(bio="Words.")
    first = SearchWord.objects.count()
    for number in range(5):
        rewrite(profile, " ".join(f"invented{number}x{letter}" for letter in "abcdefgh"))

    assert SearchWord.objects.count() < first + 10


def test_an_engine_knows_which_words_are_in_use():
    profile = mentor(bio="zebra", city="Bergen")

    assert engine().in_use(["zebra", "bergen", "quagga", "z" * 300]) == {"zebra", "bergen"}
    assert engine().in_use([]) == set()
    assert {"zebra", "bergen"} <= engine().words(profile.pk)
    assert engine().words(0) == set()
