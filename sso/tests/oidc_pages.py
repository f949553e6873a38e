"""Joining by way of a provider."""

JOIN = {"name": "Ada Okafor", "adult": "on", "terms": "on", "time_zone": "Europe/Dublin"}


def signed_in(client):
    return client.session.get("_auth_user_id")
