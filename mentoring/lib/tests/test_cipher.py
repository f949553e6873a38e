"""A sealed text opens whole and in its own place, or not at all (P2, P4)."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mentoring.lib.tests.sealed_texts import KEY, OTHER_KEY, PLACE, SEALED, TEXT
from mentoring.lib.vault import cipher
from mentoring.lib.vault.cipher import Binding, CannotOpen

SOME = settings(max_examples=2500, deadline=None, database=None)
ODD_TEXTS = (
    "x",
    "👩🏽‍🏫📚 e\u0301",
    "שלום עולם، مرحبا",
    "zero\x00inside and at the end\x00",
    "\x01",
    "a" * 100_000,
    "👩🏽‍🏫" * 20_000,
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=600)


def opens(blob, *, key=KEY, place=PLACE):
    """The text, or None. Anything raised but CannotOpen is a crash, and fails the test."""
    try:
        return cipher.open_sealed(blob, key=key, place=place)
    except CannotOpen:
        return None


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_every_kind_of_text_comes_back_as_it_was(text):
    """Nothing is lost on the way."""
    assert opens(cipher.seal(text, key=KEY, number=1, place=PLACE)) == text


@given(texts)
@SOME
def test_any_text_comes_back_as_it_was(text):
    """Nothing is lost on the way."""
    assert opens(cipher.seal(text, key=KEY, number=1, place=PLACE)) == text


@given(st.integers(0, len(SEALED) * 8 - 1))
@SOME
def test_a_flipped_bit_never_opens(bit):
    """P4."""
    blob = bytearray(SEALED)
    blob[bit // 8] ^= 1 << bit % 8

    assert opens(bytes(blob)) is None


@given(st.integers(0, len(SEALED)), st.integers(0, len(SEALED)))
@SOME
def test_a_cut_text_never_opens(start, end):
    """P4."""
    blob = SEALED[start:end]
    assume(blob != SEALED)

    assert opens(blob) is None


@given(st.binary(min_size=1, max_size=300), st.integers(0, len(SEALED)))
@SOME
def test_a_text_with_something_put_in_never_opens(added, at):
    """P4."""
    assert opens(SEALED[:at] + added + SEALED[at:]) is None


@given(st.binary(max_size=700))
@SOME
def test_anything_else_in_the_column_never_opens(blob):
    """P4: plaintext written by SQL, or noise."""
    assert opens(blob) is None
    assert opens(SEALED[: cipher.HEADER_BYTES] + blob) is None


@given(st.binary(min_size=3, max_size=3))
@SOME
def test_an_unknown_format_or_key_number_never_opens(header):
    """P4."""
    assume(header != SEALED[:3])

    assert opens(header + SEALED[3:]) is None


@pytest.mark.parametrize("part", Binding._fields)
def test_a_text_opens_in_no_place_but_its_own(part):
    """P2: table, column, scope, row, author, mentor and mentee all bind."""
    was = getattr(PLACE, part)
    moved = PLACE._replace(**{part: was + 7 if isinstance(was, int) else was + "x"})

    assert opens(SEALED, place=moved) is None
    assert opens(SEALED) == TEXT


@pytest.mark.parametrize("cut", range(1, 8))
def test_no_two_places_read_alike(cut):
    """P2: the same letters shared out differently among the parts are another place."""
    one = PLACE._replace(table="feedback", column="letter")
    other = PLACE._replace(table="feedback"[:cut], column="feedback"[cut:] + "letter")

    assert one.as_bytes(b"h") != other.as_bytes(b"h")
    assert opens(cipher.seal(TEXT, key=KEY, number=1, place=other), place=one) is None


@pytest.mark.parametrize("missing", (None, ""))
@pytest.mark.parametrize("part", Binding._fields)
def test_nothing_is_sealed_for_half_a_place(part, missing):
    """P2: an empty binding is refused before any key work."""
    with pytest.raises(ValueError):
        cipher.seal(TEXT, key=KEY, number=1, place=PLACE._replace(**{part: missing}))


def test_another_key_opens_nothing():
    """P4."""
    assert opens(SEALED, key=OTHER_KEY) is None
