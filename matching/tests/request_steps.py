"""The steps of a request."""


def step(mentor_request, name):
    return f"/requests/{mentor_request.code}/{name}/"
