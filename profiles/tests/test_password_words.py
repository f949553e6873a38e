"""What would be guessed here first is no password; anything else of eight characters is (ASVS 6.2.5, 6.2.9, 6.2.11)."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from profiles.password_words import LONGEST, is_made_of, words_to_guess


@pytest.mark.parametrize(
    "password",
    [
        "Library2026",
        "mentoring!!!",
        "Librarian-Mentor-7",
        "ILoveMyLibrary",
        "1bibliothèque1",
        "ＬＩＢＲＡＲＹ１２３",
        "MotDePasse!",
        "TheLibraryAssociation1",
        "staff.test.example",
    ],
)
def test_words_of_this_place_are_refused_whatever_stands_between(password, settings):
    settings.STAFF_URL = "https://staff.test.example"
    with pytest.raises(ValidationError) as refused:
        validate_password(password)

    assert [error.code for error in refused.value.error_list] == ["password_too_common"]


def test_the_associations_own_name_is_one_of_them(settings):
    settings.ASSOCIATION_NAME = "Zoological Society Librarians"

    with pytest.raises(ValidationError):
        validate_password("Zoological2026")
    settings.ASSOCIATION_NAME = "Another"
    validate_password("Zoological2026")


@pytest.mark.parametrize(
    "password",
    [
        "a library in a long winter",
        "abcdwxyz",
        "lowercaseonlyhere",
        "70915382",
        "!?*~#|<>",
        "éàüñßøåæ",
        "кот на крыше",
        "图书馆里的长夜漫漫",
        "x" * 64,
        "long words " * 40,
    ],
)
def test_no_other_rule_stands_in_the_way(password):
    """Any characters, none that has to be there, and as long as one likes."""
    validate_password(password)


def test_a_very_long_one_is_not_looked_at_for_long():
    assert not is_made_of(words_to_guess(), "library" * 100_000)
    assert is_made_of({"a"}, "a" * LONGEST)
    assert not is_made_of({"a"}, "a" * (LONGEST + 1))
