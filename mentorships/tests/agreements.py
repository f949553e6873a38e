"""The versions of an agreement."""


def numbers(pair, **filters):
    return list(pair.agreements.filter(**filters).values_list("number", flat=True))
