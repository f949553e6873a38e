"""Signing in, and whether somebody is in."""


def sign_in(client, address="amina@test.example", password="secret-enough"):
    return client.post("/accounts/login/", {"login": address, "password": password})


def is_in(client):
    return client.get("/profile/").status_code == 200
