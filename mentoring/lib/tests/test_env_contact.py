"""Somebody to write to: odd values stop the start with one clear line (product 36)."""

import pytest

from mentoring.lib import env


@pytest.mark.parametrize("odd", ("grace", "a@b@c", "a@b?subject=x", "<a@b>", "a b@c"))
def test_what_is_no_address_is_refused(odd, monkeypatch):
    monkeypatch.setenv("CONTACT_EMAIL", odd)
    with pytest.raises(env.OddSetting, match="CONTACT_EMAIL: expected an address"):
        env.address("CONTACT_EMAIL")


@pytest.mark.parametrize("odd", ("https://elsewhere.example/g.jpg", "//elsewhere.example/g.jpg"))
def test_a_picture_from_elsewhere_is_refused(odd, monkeypatch):
    monkeypatch.setenv("CONTACT_PICTURE", odd)
    with pytest.raises(env.OddSetting, match="a path of this site"):
        env.picture("CONTACT_PICTURE")


@pytest.mark.parametrize(
    ("typed", "path"), [("g.jpg", "/static/g.jpg"), ("/media/g.jpg", "/media/g.jpg"), ("", "")]
)
def test_a_picture_is_a_path_of_this_site(typed, path, monkeypatch):
    monkeypatch.setenv("CONTACT_PICTURE", typed)
    assert env.picture("CONTACT_PICTURE") == path


@pytest.mark.parametrize("odd", ("x" * 201, "one\ntwo", "bell\x07"))
def test_how_to_reach_the_operator_is_one_line(odd, monkeypatch):
    """Product 73."""
    monkeypatch.setenv("OPERATOR_CONTACT", odd)
    with pytest.raises(env.OddSetting, match="OPERATOR_CONTACT: expected one line"):
        env.line("OPERATOR_CONTACT")
    monkeypatch.setenv("OPERATOR_CONTACT", "  ops@test.example, extension 12 ")
    assert env.line("OPERATOR_CONTACT") == "ops@test.example, extension 12"
