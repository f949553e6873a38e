"""What people type: one form of it, and never a text that nobody can see."""

import pytest
from django import forms

from mentoring.lib.text import MultiLineField, PrivateSingleLineField, SingleLineField, tidy

# One character each that has no ink: spaces, joiners, fillers, marks, tags, private use, a lone accent.
INVISIBLE = (
    "\u00a0\u3000\u200b\u2060\u3164\u2800\u180e\u00ad\u034f\u200e\ufe0f\uffa0\U000e0041\u0301"
    "\u115f\u1160\u2061\u200c\u200d\u200f\u061c\u17b4\u180b\u2028\u2029\ufeff\ufff9\ufffc\U0001d159"
    "\U0001d173\U0001bca0\U000e0100\u206a\ue000\U00013441\u20e3\u0902\ud800\x85\u0378"
)
FIELDS = (SingleLineField, PrivateSingleLineField, MultiLineField)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("character", INVISIBLE, ids=lambda c: f"U+{ord(c):04X}")
def test_a_required_text_that_nobody_can_see_is_missing(character, field):
    """Fault F6."""
    for text in (character, character * 3, f" {character}\u200b {character}"):
        with pytest.raises(forms.ValidationError) as error:
            field().clean(text)
        assert error.value.code == "required"
        assert field(required=False).clean(text) == ""


@pytest.mark.parametrize("text", "aжא字あ한กஅ7٣!’–€+😀✓_\u00b4")
def test_one_character_that_is_seen_is_enough(text):
    for field in FIELDS:
        assert field().clean(text) == text


@pytest.mark.parametrize(
    "text", ["\u200bNoor\u200d", "\u2060 Noor\u00ad\u200b ", "\u3164Noor\ufe0f", "\u200eNoor\u200f"]
)
def test_what_has_no_width_goes_at_both_ends(text):
    """Fault F6."""
    assert tidy(text) == "Noor"


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍🏫",  # joined by U+200D
        "thank you ❤\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "می‌خواهم",  # Persian, U+200C inside
        "ක්‍රියා",  # Sinhala, U+200D inside
        "ന്\u200d",  # Malayalam, U+200D at the end makes another letter
        "葛\U000e0100",  # a variant of the character, as the family writes it
        "Jo\u0331hn",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text):
    assert tidy(text) == text


def test_a_long_text_of_nothing_is_done_at_once():
    assert tidy("\u200b \u3164" * 300_000) == ""
    assert len(tidy("a" + " " * 500_000 + "b")) == 500_002
