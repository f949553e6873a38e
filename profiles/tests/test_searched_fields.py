"""Long lists are searched: by label, by any other name, in any language, by a beginning that is clear."""

import pytest

from factories import HOSTILE
from profiles.forms.searched import found
from profiles.vocabulary import words
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("French", ["fr"]),
        ("  fRENCH ", ["fr"]),
        ("français", ["fr"]),
        ("Swah", ["sw"]),
        ("French, Swahili; welsh", ["fr", "sw", "cy"]),
        ("French,,", ["fr"]),
        ("", []),
        ("  ", []),
        ("Klingon", ["Klingon"]),
        ("French, Klingon", ["fr", "Klingon"]),
        ("S", ["S"]),  # many begin like that
    ],
)
def test_what_is_typed_is_found_or_stays_as_it_is(typed, slugs):
    assert found("language", typed) == slugs


def test_a_name_with_a_comma_is_one_name():
    name = next(term.name for term in words().offered("helps_with") if "," in term.name)

    assert found("helps_with", name) == [
        next(term.slug for term in words().offered("helps_with") if term.name == name)
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_never_a_slug(text):
    known = {term.slug for term in words().offered("language")}

    assert not set(found("language", text)) & known


def save(client, **facts):
    return client.post(
        "/profile/", {"name": "Amina Otieno", "time_zone": "Africa/Nairobi", "language": "en-gb", **facts}
    )


def test_a_box_that_is_no_longer_ticked_goes_and_a_typed_word_comes(as_, mentee):
    save(as_(mentee), languages=["en", "sw"])
    save(as_(mentee), languages=["sw"], languages_search="Welsh")

    mentee.refresh_from_db()
    assert mentee.languages == ["sw", "cy"]


def test_what_nobody_knows_stays_in_the_text_and_the_others_stay_ticked(as_, mentee):
    page = save(as_(mentee), languages=["sw"], languages_search="Welsh, Klingon").content.decode()

    assert 'value="Klingon"' in page and 'value="sw" checked' in page and 'value="cy" checked' in page
    assert "We do not know “Klingon”" in page


def test_sixty_languages_are_no_sixty_boxes(as_, mentee):
    page = as_(mentee).get("/profile/")

    assert page.content.decode().count('type="checkbox" name="languages"') == len(mentee.languages)
    assert "Search and add" in main_text(page)
    assert 'for="id_languages_search"' in page.content.decode()
