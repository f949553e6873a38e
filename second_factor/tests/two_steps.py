"""The second step of signing in."""

AUTHENTICATE = "/accounts/2fa/authenticate/"


def signed_in(client):
    return client.get("/profile/").status_code == 200
