"""Product 11: words that a coordinator adds, relabels or retires are understood at once."""

import pytest

from directory.search import mentors
from directory.search.mentors import lexicon
from factories import mentor
from profiles import vocabulary
from profiles.models import Term, TermLabel

pytestmark = pytest.mark.django_db


@pytest.fixture
def lexicon_of_its_own():
    """It is kept by version, and versions come again where each test has its own database."""
    mentors._learn.cache_clear()
    yield
    mentors._learn.cache_clear()


@pytest.mark.usefixtures("lexicon_of_its_own")
def test_a_synonym_that_a_coordinator_adds_is_understood_at_once(search):
    one = mentor(areas=["archives"])
    assert search("papertrove").ids == []

    archives = Term.objects.get(kind="area", slug="archives")
    Term.objects.filter(pk=archives.pk).update(synonyms=f"{archives.synonyms}\npapertrove")
    vocabulary.changed()
    assert search("papertrove").ids == [one.pk]


@pytest.mark.usefixtures("lexicon_of_its_own")
def test_a_label_in_a_new_language_is_understood_too(search):
    one = mentor(areas=["archives"])
    term = Term.objects.get(kind="area", slug="archives")
    TermLabel.objects.create(term=term, language="de", label="Urkundensammlung")
    vocabulary.changed()

    assert search("urkundensammlung").ids == [one.pk]


@pytest.mark.usefixtures("lexicon_of_its_own")
def test_a_retired_word_still_finds_who_has_it(search):
    one = mentor(areas=["archives"])
    Term.objects.filter(slug="archives").update(retired=True)
    vocabulary.changed()

    assert search("archives").ids == [one.pk]


@pytest.mark.usefixtures("lexicon_of_its_own")
def test_the_vocabulary_is_learnt_once_for_each_version():
    first = lexicon()
    assert lexicon() is first

    vocabulary.changed()
    assert lexicon() is not first
