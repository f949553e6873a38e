"""Putting a fault into the running product, from outside."""


def plant(holder, name, value):
    """Put `value` in the place of an attribute that is there.

    AttributeError if it is not: a rename in the product must not silently disarm a fault that has to be caught.
    """
    if not hasattr(holder, name):
        raise AttributeError(f"{holder!r} has no {name}: nothing would be planted")
    setattr(holder, name, value)
