"""The steps of a request."""


def step(row, name):
    return f"/requests/{row.code}/{name}/"
