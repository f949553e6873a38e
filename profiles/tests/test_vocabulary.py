"""Issue 2: the shipped words load again and again; what coordinators have edited stays."""

import pytest

from profiles import vocabulary
from profiles.models import Term
from profiles.vocabulary import words

pytestmark = pytest.mark.django_db


def everything():
    return list(Term.objects.order_by("pk").values())


def test_every_shipped_word_is_there():
    shipped = sum(len(vocabulary.shipped()[source]) for source in vocabulary.SOURCES.values())

    assert Term.objects.count() == shipped > 200


def test_loading_twice_changes_nothing():
    before = everything()

    assert vocabulary.load() == 0
    assert everything() == before


def test_loading_again_keeps_what_was_edited_and_brings_what_is_missing():
    Term.objects.filter(kind="area", slug="archives").update(label="Our archives", retired=True)
    Term.objects.filter(kind="area", slug="copyright").delete()

    assert vocabulary.load() == 1
    kept = Term.objects.get(kind="area", slug="archives")
    assert (kept.label, kept.retired) == ("Our archives", True)
    assert Term.objects.filter(kind="area", slug="copyright").exists()


def test_an_edit_is_read_at_once_here_and_within_seconds_elsewhere(monkeypatch):
    assert words().name("area", "archives") == "Archives & manuscripts"
    elsewhere = vocabulary._kept
    Term.objects.filter(slug="archives").update(label="Our archives")
    vocabulary.changed()
    assert words().name("area", "archives") == "Our archives"

    monkeypatch.setattr(vocabulary, "_kept", elsewhere)
    monkeypatch.setattr(vocabulary, "_looked_at", 0.0)
    assert words().name("area", "archives") == "Our archives"


def test_a_retired_word_still_has_a_name_and_is_not_offered():
    Term.objects.filter(slug="archives").update(retired=True)
    vocabulary.forget()

    assert words().name("area", "archives") == "Archives & manuscripts"
    assert "archives" not in dict(words().choices("area"))


def test_a_word_nobody_knows_is_shown_as_it_is():
    assert words().name("area", "no-such-area") == "no-such-area"


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Copyright & licensing"), ("es", None), ("fr", None)]
)
def test_labels_follow_the_language_of_the_page(language, label):
    from django.utils import translation

    with translation.override(language):
        said = words().name("area", "copyright")

    assert said == (label or getattr(Term.objects.get(slug="copyright"), f"label_{language}"))
