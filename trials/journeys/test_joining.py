"""Joining, with a browser whose clock stands elsewhere (product 37)."""

import pytest

pytestmark = pytest.mark.browser


def join(visitor, email):
    visitor.go("/accounts/signup/")
    for name, value in (
        ("name", "Dr. Noor van Dijk"),
        ("email", email),
        ("password1", "a-long-winter-night"),
    ):
        visitor.page.fill(f"[name={name}]", value)
    visitor.page.check("[name=adult]")
    visitor.page.check("[name=terms]")
    return visitor.page.input_value("[name=time_zone]")


@pytest.mark.parametrize(
    ("zone", "sent"), [("America/Chicago", "America/Chicago"), ("Asia/Kolkata", "Asia/Kolkata")]
)
def test_the_zone_of_the_browser_goes_along(zone, sent, visit):
    visitor = visit(timezone_id=zone)

    assert (
        join(visitor, f"noor-{zone.lower().replace('/', '-')}@test.example").replace("Calcutta", "Kolkata")
        == sent
    )
    visitor.press("Join")
    assert "/accounts/confirm-email/" in visitor.page.url


def test_without_script_one_joins_all_the_same(visit):
    visitor = visit(java_script_enabled=False)

    assert join(visitor, "noor-plain@test.example") == ""
    visitor.press("Join")
    assert "/accounts/confirm-email/" in visitor.page.url
