"""The button that waits for a mentor's room."""


def profile(of):
    return f"/mentors/{of.code}/"


def watch(client, of, **data):
    return client.post(f"{profile(of)}watch/", data)
