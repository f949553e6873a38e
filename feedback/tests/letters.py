"""The letters of a pair."""


def given(pair):
    return list(pair.feedback.given())
