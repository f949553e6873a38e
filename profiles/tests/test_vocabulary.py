"""Issue 2: the shipped words load again and again; what coordinators have edited stays."""

import pytest
from django.utils import translation

from profiles import vocabulary
from profiles.models import Term, TermLabel
from profiles.models.vocabulary import TermKind
from profiles.vocabulary import words

pytestmark = pytest.mark.django_db


def everything():
    return list(Term.objects.order_by("pk").values())


def test_every_shipped_word_is_there():
    shipped = sum(len(vocabulary.shipped_terms(kind)) for kind in TermKind)

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


@pytest.mark.parametrize(("language", "label"), [("en", "Copyright & licensing"), ("es", None), ("fr", None)])
def test_labels_follow_the_language_of_the_page(language, label):
    with translation.override(language):
        said = words().name("area", "copyright")

    assert said == (label or TermLabel.objects.get(term__slug="copyright", language=language).label)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Copyright & licensing"),
        ("pt", "Direitos"),
        ("pt-br", "Direitos autorais"),
        ("pt-pt", "Direitos"),
        ("de", "Copyright & licensing"),
    ],
)
def test_a_new_language_is_rows_and_no_code(language, name):
    """Product 65. The nearest language there is: its own, the one it is a form of, the programme's."""
    term = Term.objects.get(slug="copyright")
    for code, label in (("pt", "Direitos"), ("pt-br", "Direitos autorais")):
        TermLabel.objects.create(term=term, language=code, label=label)

    with translation.override(language):
        assert Term.objects.get(slug="copyright").name == name


def test_british_spelling_is_a_row_and_read_as_english():
    term = Term(label="Cataloging", synonyms="cataloger")
    term.save()
    TermLabel.objects.create(term=term, language="en-gb", label="Cataloguing", synonyms="cataloguer")
    TermLabel.objects.create(term=term, language="fr", synonyms="catalogage")

    assert term.names() == {
        "en": ["Cataloging", "Cataloguing", "cataloger", "cataloguer"],
        "fr": ["catalogage"],
    }


def test_coordinators_write_labels_beside_the_term(coordinator, staff_site, client):
    client.force_login(coordinator)
    term = Term.objects.get(slug="copyright")
    address = f"/admin/profiles/term/{term.pk}/change/"
    page = client.get(address)
    rows = page.context["inline_admin_formsets"][0].formset
    forms = [page.context["adminform"].form, rows.management_form, *rows.forms]
    posted = {field.html_name: field.value() or "" for one in forms for field in one}
    new = len(rows.forms) - 1
    posted |= {f"labels-{new}-language": "de", f"labels-{new}-label": "Urheberrecht"}
    assert terms_name("de") == "Copyright & licensing"

    assert client.post(address, posted).status_code == 302
    assert terms_name("de") == "Urheberrecht"


def terms_name(language):
    with translation.override(language):
        return words().name("area", "copyright")
