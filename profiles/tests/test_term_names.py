"""Product 46, 56: what a term is called in each language, and what is typed for it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from profiles import vocabulary
from profiles.models import Term, TermLabel
from profiles.models.vocabulary import TermKind
from profiles.vocabulary import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def term():
    return Term.objects.create(
        kind="role", slug="sounding-board", label="Sounding board", synonyms="Listener"
    )


def label(term, language, name="", synonyms=""):
    return TermLabel.objects.create(term=term, language=language, label=name, synonyms=synonyms)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("pt-br", "Ouvinte do Brasil"),
        ("pt", "Ouvinte"),
        ("pt-pt", "Ouvinte"),
        ("de", "Sounding board"),
        (None, "Sounding board"),
    ],
)
def test_a_label_of_the_region_comes_before_that_of_the_language(language, name, term):
    label(term, "pt", "Ouvinte")
    label(term, "pt-br", "Ouvinte do Brasil")

    with translation.override(language):
        assert term.name == name


def test_a_language_with_synonyms_alone_is_called_by_its_own_label(term):
    label(term, "es", "", "Oyente")

    with translation.override("es"):
        assert term.name == "Sounding board"
    assert term.names()["es"] == ["Oyente"]


def test_what_is_typed_comes_by_language_the_label_first(term):
    label(term, "en-gb", "Sounding-board", "Ear")
    label(term, "fr", "Oreille", "Écoute\n\nConfident")

    assert term.names() == {
        "en": ["Sounding board", "Sounding-board", "Listener", "Ear"],
        "fr": ["Oreille", "Écoute", "Confident"],
    }


def test_a_slug_is_given_once_in_a_vocabulary_and_a_label_once_in_a_language(term):
    label(term, "es", "Oyente")

    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(kind="role", slug="sounding-board", label="Again")
    with pytest.raises(IntegrityError), transaction.atomic():
        label(term, "es", "Otra vez")


def test_terms_stand_in_the_order_that_coordinators_gave_them(term):
    Term.objects.filter(kind="role").exclude(pk=term.pk).update(position=5)
    Term.objects.filter(pk=term.pk).update(position=0)
    vocabulary.changed()

    assert [one.slug for one in words().offered("role")][0] == "sounding-board"


@pytest.mark.parametrize("kind", TermKind.values)
def test_every_vocabulary_has_something_to_choose(kind):
    assert words().choices(kind)


def test_an_unknown_slug_has_no_term_and_is_called_by_itself():
    assert words().get("role", "no-such") is None
    assert words().name("role", "no-such") == "no-such"


@pytest.mark.parametrize("count", [1, 50])
def test_reading_the_vocabulary_costs_the_same_for_few_and_for_many(count, django_assert_num_queries):
    Term.objects.all().delete()
    for number in range(count):
        label(Term.objects.create(kind="role", slug=f"r{number}", label="Role"), "es", "Papel")
    vocabulary.changed()

    with django_assert_num_queries(3):
        assert len(words().choices("role")) == count


def test_within_a_few_seconds_nothing_is_asked_twice(django_assert_num_queries):
    words()

    with django_assert_num_queries(0):
        assert words() is words()
