"""Values and rows as JSON knows them, for what a member takes along."""

CHUNK = 50  # rows of a large table in memory at a time


def plain(value):
    """A value as JSON knows it: moments and days in ISO 8601, everything unknown as its text."""
    if value is None or isinstance(value, (bool, int, float, str, list)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def plain_fields(instance, *, without=()):
    """{name of a field: plain value} of a model instance, relations by their key."""
    fields = (field for field in instance._meta.concrete_fields if field.name not in without)
    return {field.name: plain(getattr(instance, field.attname)) for field in fields}
