"""One mailbox has one spelling."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.addresses import AddressField, canonical_address

NOOR = "noor@test.example"
SPELLINGS = [
    "NOOR@Test.Example",
    " noor@test.example\n",
    "noor @ test.example",
    "noor@test.example\u200b",
    "\ufeffnoor@test.example",
    "no\u00ador@te\u200dst.example",
    "noor\u00a0@test.example",
    "\u202anoor@test.example\u202c",
    "ｎｏｏｒ＠ｔｅｓｔ．ｅｘａｍｐｌｅ",
    "noor@test。example",
    "noor@test｡example",
    "noor@test.example.",
    "noor@test.example..",
    "mailto:noor@test.example",
    "noor@test.example\u3164",
]


@pytest.mark.parametrize("spelling", SPELLINGS, ids=ascii)
def test_every_spelling_is_the_one(spelling):
    assert AddressField().clean(spelling) == NOOR


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("noor@bücher.example", "noor@xn--bcher-kva.example"),
        ("noor@BU\u0308CHER.example", "noor@xn--bcher-kva.example"),
        ("noor@XN--BCHER-KVA.example", "noor@xn--bcher-kva.example"),
        ("noor@straße.example", "noor@xn--strae-oqa.example"),  # IDNA 2003 would write strasse.example
        ("noor@图书馆。中国", "noor@xn--1jq52s681d.xn--fiqs8s"),
        ("noor+lists@test.example", "noor+lists@test.example"),
        ("n.o.o.r@test.example", "n.o.o.r@test.example"),
    ],
)
def test_a_domain_is_written_in_ascii_and_a_mailbox_is_left_alone(spelling, canonical):
    assert AddressField().clean(spelling) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noor",
        "@test.example",
        "noor@",
        "noor@.",
        "ноор@test.example",
        "no or@test.example",
        "noor@test.example\nBcc: a@b.example",
        "n" * 255 + "@a.example",
    ],
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(forms.ValidationError):
        AddressField().clean(text)


def test_letters_that_look_alike_are_another_domain():
    assert canonical_address("noor@tеst.example") != NOOR  # a Cyrillic е


@given(st.text(max_size=40) | st.emails())
def test_the_spelling_of_a_spelling_is_itself(text):
    once = canonical_address(text)
    assert canonical_address(once) == once
