"""Product 8, 56: words that were retired stay on the profiles that have them."""

import pytest

from profiles import vocabulary
from profiles.models import Term, TermLabel
from profiles.tests.mentor_profile_form import GOOD, mine, save
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_retired_words_stay_on_the_profile_and_in_the_form(as_, mentor, stranger):
    """Issue 2: retired slugs still resolve."""
    Term.objects.filter(slug="cataloging-metadata").update(retired=True)
    TermLabel.objects.filter(term__slug="cataloging-metadata", language="en-gb").update(
        label="Cataloguing of old"
    )
    vocabulary.changed()

    assert "Cataloguing of old" in main_text(as_(stranger).get(f"/mentors/{mentor.code}/"))
    save(as_(mentor), **{**GOOD, "area_0": "cataloging-metadata"})
    assert mine().areas == ["cataloging-metadata"]


def test_a_retired_word_is_shown_in_the_form_of_who_has_it(as_, mentor):
    Term.objects.filter(slug="cataloging-metadata").update(retired=True)
    vocabulary.changed()

    page = as_(mentor).get("/profile/mentor/").content.decode()

    assert 'value="cataloging-metadata" selected' in page
