"""The pages that take passkeys."""

ADD, LOGIN = "/accounts/2fa/passkeys/add/", "/accounts/2fa/passkeys/login/"


def signed_in(client):
    return client.get("/profile/").status_code == 200
