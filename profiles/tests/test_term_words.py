"""Words of the vocabularies: none is lost unasked, and history has what was there."""

from html import escape

import pytest
from django.contrib.admin.models import LogEntry

from factories import mentor as make_mentor
from profiles.models import Term
from profiles.word_use import USES, count_profiles
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LIST = "/admin/profiles/term/"
NO_LABELS = {"labels-TOTAL_FORMS": "0", "labels-INITIAL_FORMS": "0"}


def change(client, term, **changed):
    fields = ("label", "description", "synonyms", "group", "position", "related")
    data = {name: getattr(term, name) for name in fields} | NO_LABELS | changed
    return client.post(f"{LIST}{term.pk}/change/", data)


def test_a_slug_is_made_from_the_label(office):
    data = {"kind": "area", "slug": "", "label": "Data Librarianship", "position": "1"} | NO_LABELS
    assert office.post(f"{LIST}add/", data).status_code == 302

    assert Term.objects.get(label="Data Librarianship").slug == "data-librarianship"


def test_the_slug_made_from_a_label_is_no_other_words(office, archives):
    data = {"kind": "area", "slug": "", "label": "Archives", "position": "1"} | NO_LABELS
    assert office.post(f"{LIST}add/", data).status_code == 200
    assert Term.objects.filter(kind="area", slug="archives").count() == 1


def test_commas_divide_words_and_each_stands_once(office, archives):
    change(office, archives, synonyms="records, manuscripts;estate papers\nrecords,  new  word ")

    archives.refresh_from_db()
    assert archives.synonyms == "records\nmanuscripts\nestate papers\nnew word"


def test_words_are_not_taken_away_unasked(office, archives):
    page = change(office, archives, synonyms="buying, purchasing")
    text = main_text(page)

    assert "This removes 3 words" in text and "estate papers" in text
    assert "buying, purchasing" in page.content.decode()
    assert 'type="checkbox" name="take_away"' in page.content.decode()
    archives.refresh_from_db()
    assert archives.synonyms.startswith("records")

    assert change(office, archives, synonyms="buying, purchasing", take_away="on").status_code == 302
    archives.refresh_from_db()
    assert archives.synonyms == "buying\npurchasing"


def test_without_a_loss_nothing_is_asked(office, archives):
    page = office.get(f"{LIST}{archives.pk}/change/").content.decode()
    assert 'type="hidden" name="take_away"' in page

    assert change(office, archives, synonyms=archives.synonyms + "\nledgers").status_code == 302


def test_the_history_has_what_was_there_before(office, archives, coordinator):
    label = archives.label
    change(office, archives, label="Our archives", synonyms="records", take_away="on")
    page = main_text(office.get(f"{LIST}{archives.pk}/history/"))

    assert f"“{escape(label)}”, now “Our archives”" in page
    assert "removed: manuscripts, estate papers; added: –" in page
    assert LogEntry.objects.get().user == coordinator


def test_near_areas_and_groups_are_chosen_from_those_there_are(office, archives):
    assert change(office, archives, related=["cataloguing-metadata"]).status_code in (200, 302)
    page = change(office, archives, related=["no-such-area"])
    assert "related" in page.context["adminform"].form.errors
    page = change(office, archives, group="no-such-group")
    assert "group" in page.context["adminform"].form.errors


def test_the_page_says_how_many_profiles_use_a_word(office, archives):
    for n in range(2):
        make_mentor(name=f"M {n}", areas=["archives"])

    assert "2 profiles use this word." in main_text(office.get(f"{LIST}{archives.pk}/change/"))


def test_a_slug_within_another_is_not_counted(db):
    make_mentor(areas=["archives"])
    Term.objects.create(kind="area", slug="arch", label="Arch")

    assert count_profiles("area", "arch") == 0


def test_every_use_names_a_field():
    for uses in USES.values():
        for model, field in uses:
            assert model._meta.get_field(field)
