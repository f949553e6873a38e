"""Where facts stand in what providers send."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sso import claims, trying
from sso.configuration import SsoProvider, default_claims
from testing.wild_apricot import contact, provider

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def reading(**paths):
    listed = {name: path if isinstance(path, tuple) else (path,) for name, path in paths.items()}
    return SsoProvider("p", "oauth2", "P", {}, {"subject": ("id",), **listed})


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("Status", ["Active"]),
        ("MembershipLevel.Name", ["Librarian"]),
        ("FieldValues[FieldName=Job title].Value", ["Cataloguer"]),
        ("FieldValues[SystemCode=RenewalDue].Value", ["2027-06-30T00:00:00"]),
        ("FieldValues.FieldName", ["Job title", "Renewal due"]),
        ("FieldValues[FieldName=None].Value", []),
        ("MembershipLevel", []),
        ("Status.Name", []),
        ("nothing", []),
        ("a..b", []),
        ("[x", []),
        ("https://library.example/claims/member.status", ["yes"]),
        ("[Email | Primary]", ["ada@library.example"]),
    ],
)
def test_a_path_finds_what_stands_there(path, found):
    data = contact(
        1,
        **{"https://library.example/claims/member.status": "yes", "[Email | Primary]": "ada@library.example"},
    )

    assert claims.texts_of(reading(city=path), data, "city") == found


def test_the_first_candidate_that_says_something_counts():
    assert claims.texts_of(reading(city=("a", "b", "c")), {"a": "", "b": None, "c": "Leeds"}, "city") == [
        "Leeds"
    ]


@pytest.mark.parametrize(
    ("said", "verified"), [(True, True), ("true", True), (False, False), ("no", False), (None, False)]
)
def test_an_address_is_verified_if_the_provider_says_so(said, verified):
    assert claims.is_verified(reading(email_verified="v"), {"v": said}) is verified


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.text(), ANY_JSON, max_size=6))
def test_whatever_comes_is_read_without_breaking(data):
    for kind in default_claims():
        known = SsoProvider(
            "p", kind, "P", {}, {**default_claims()[kind], "subject": ("sub",)}, everyone=True
        )
        row = claims.row_of(known, data)
        assert len(row.name) <= 100
        assert len(claims.subject_of(known, data)) <= 500
    for value in data.values():
        assert trying.masked(value) is not None


@pytest.mark.parametrize("text", ["ada@library.example", "Okafor", "1980-01-01"])
def test_a_masked_value_is_not_the_value(text):
    assert trying.masked(text) != text
    assert len(set(trying.masked(text)) - {"•"}) <= 4


def test_a_short_value_is_all_masked():
    assert trying.masked("Ada") == "•••"


def test_the_example_is_a_provider_of_ours():
    assert provider("https://x.example")["claims"]["subject"] == "Id"
