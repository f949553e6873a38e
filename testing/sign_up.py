"""The page of joining, filled in."""

FORM = {
    "name": "Noor",
    "email": "noor@test.example",
    "password1": "a-long-winter-night",
    "adult": "on",
    "terms": "on",
}


def sign_up(client, **more):
    """Send it off with these changes; a field that is None is left out. The answer."""
    return client.post(
        "/accounts/signup/", {name: text for name, text in (FORM | more).items() if text is not None}
    )
