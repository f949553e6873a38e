"""Product 8, issue 2: forms offer the terms of today, and let stay what was chosen when it was offered."""

import pytest
from django import forms
from django.utils import translation

from profiles import vocabulary
from profiles.forms.fields import RATHER_NOT, TermField, TermsField, grouped_areas, keep_retired
from profiles.models import Term

pytestmark = pytest.mark.django_db


class Form(forms.Form):
    library_type = TermField("library_type")
    roles = TermsField("role")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)


def retire(*slugs):
    Term.objects.filter(slug__in=slugs).update(retired=True)
    vocabulary.changed()


def offered(form, name):
    return [slug for slug, _label in form.fields[name].choices]


def test_one_term_or_none():
    assert offered(Form(), "library_type")[0] == ""
    assert str(dict(Form().fields["library_type"].choices)[""]) == str(RATHER_NOT)
    assert Form({"library_type": ""}).is_valid()
    assert Form({"library_type": "law"}).is_valid()
    assert not Form({"library_type": "no-such"}).is_valid()


def test_any_number_of_terms():
    form = Form({"roles": ["coach", "guide"]})

    assert form.is_valid()
    assert form.cleaned_data["roles"] == ["coach", "guide"]
    assert not Form({"roles": ["coach", "no-such"]}).is_valid()
    assert Form({}).is_valid()


def test_a_retired_term_is_offered_to_nobody_new():
    retire("law", "coach")

    assert "law" not in offered(Form(), "library_type")
    assert "coach" not in offered(Form(), "roles")


def test_a_retired_term_stays_with_who_has_it():
    retire("law", "coach")
    form = Form(initial={"library_type": "law", "roles": ["coach", "guide"]})

    assert offered(form, "library_type").count("law") == 1
    assert offered(form, "roles").count("coach") == 1
    assert offered(form, "roles").count("guide") == 1
    assert Form({"library_type": "law", "roles": ["coach"]}).is_valid()


def test_what_a_coordinator_has_added_is_offered_at_once():
    Term.objects.create(kind="role", slug="sounding-board", label="Sounding board")
    vocabulary.changed()

    assert ("sounding-board", "Sounding board") in Form().fields["roles"].choices


def test_areas_stand_under_their_groups():
    groups = grouped_areas()
    slugs = [slug for _group, areas in groups for slug, _label in areas]

    assert len(groups) == Term.objects.filter(kind="group").count()
    assert set(slugs) == set(Term.objects.filter(kind="area").values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs))


def test_groups_and_areas_are_in_the_language_of_the_page():
    english = grouped_areas()
    with translation.override("es"):
        spanish = grouped_areas()

    assert [group for group, _areas in english] != [group for group, _areas in spanish]
    assert [len(areas) for _group, areas in english] == [len(areas) for _group, areas in spanish]
