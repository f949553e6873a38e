"""The form that joins."""

from testing.sign_up import sign_up


def join(client, **changed):
    return sign_up(client, **{"name": "Noor van Dijk"} | changed)
