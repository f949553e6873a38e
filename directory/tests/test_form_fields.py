"""Product 11: an address that people keep, share and edit is never an error."""

import copy

import pytest

from directory.form_fields import LONGEST_QUERY, KnownSlugsField, QueryField, SortField, SwitchField


@pytest.fixture
def field():
    return KnownSlugsField(labels=lambda: {"a": "First", "b": "Second"})


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["a"], ["a"]),
        (["b", "a"], ["b", "a"]),
        (["a", "a", "b"], ["a", "b"]),
        (["x", "a"], ["a"]),
        (["A"], []),
        (["\x00"], []),
        ([], []),
        (None, []),
    ],
)
def test_unknown_slugs_are_left_out_and_known_ones_come_once(given, kept, field):
    assert field.clean(given) == kept


def test_choices_are_those_of_the_labels(field):
    assert list(field.choices) == [("a", "First"), ("b", "Second")]


def test_labels_are_asked_each_time():
    labels = {"a": "First"}
    field = KnownSlugsField(labels=lambda: labels)
    labels["c"] = "Third"

    assert field.clean(["c"]) == ["c"]


@pytest.mark.parametrize("said", ["true", "1", "on", "yes"])
def test_a_switch_is_on(said):
    assert SwitchField().clean(said) == ["true"]


@pytest.mark.parametrize("said", ["", None, "false", "0", "perhaps", "TRUE", "\x00"])
def test_a_switch_is_off(said):
    assert SwitchField().clean(said) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  koha ", "koha"),
        ("a\x00b", "ab"),
        ("", ""),
        (None, ""),
        ("\x00", ""),
        ("x" * 500, "x" * LONGEST_QUERY),
    ],
)
def test_a_query_is_trimmed_and_cut(typed, read):
    assert QueryField().clean(typed) == read


@pytest.mark.parametrize(
    ("asked", "order"), [("name", "name"), ("shoe-size", "best"), ("", "best"), (None, "best")]
)
def test_an_unknown_order_is_the_first(asked, order):
    assert SortField(choices=[("best", "Best"), ("name", "Name")]).clean(asked) == order


def test_fields_are_shared_between_requests(field):
    assert copy.deepcopy(field) is field
